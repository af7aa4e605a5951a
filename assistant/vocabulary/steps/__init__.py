"""The steps on the way to a day, a module each; every module here is a word, known once it is imported."""
