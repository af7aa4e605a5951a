"""The steps on the way to an amount, a module each; every module here is a word, known once it is imported."""
