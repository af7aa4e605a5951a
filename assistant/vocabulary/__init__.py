"""
The words in which a policy's rules are written. A word is a module: its fields, what it reads, how it is worked out,
how it explains itself, where its edges are. A module that is put into one of these folders is known; nothing else
changes.
"""

from importlib import import_module
from pkgutil import iter_modules

for folder in ("facts", "steps", "amounts", "conditions", "derived"):
    package = import_module(f"{__name__}.{folder}")
    for module in iter_modules(package.__path__):
        import_module(f"{package.__name__}.{module.name}")
