"""The conditions that a rule may ask, those alike in a module; every module here is known once it is imported."""
