"""The steps on the way to an amount, those alike in a module; every module here is known once it is imported."""
