"""
The words in which a policy's rules are written. A word is a module: its fields, what it reads, how it is worked out,
how it explains itself, where its edges are. A module that is put into one of these folders is known; nothing else
changes. Steps and conditions are imported when they are first met, as no policy has all of them.
"""

from importlib import import_module
from pkgutil import iter_modules

for folder in ("facts", "derived"):
    package = import_module(f"{__name__}.{folder}")
    for module in iter_modules(package.__path__):
        import_module(f"{package.__name__}.{module.name}")
