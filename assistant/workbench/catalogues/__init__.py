"""The translators' workshop: extract, merge, add, check."""
