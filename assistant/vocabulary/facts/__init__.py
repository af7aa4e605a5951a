"""The types of facts, a module each; every module here is a word, known once it is imported."""
