"""The conditions that a rule may ask, a module each; every module here is a word, known once it is imported."""
