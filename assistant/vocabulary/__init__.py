"""The words in which a policy's rules are written."""
