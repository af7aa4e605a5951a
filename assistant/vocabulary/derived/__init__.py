"""Kinds of what is derived, a module each; every module here is a word, known once it is imported."""
