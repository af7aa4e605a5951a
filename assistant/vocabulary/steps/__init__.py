"""The steps on the way to a day, those alike in a module; every module here is known once it is imported."""
