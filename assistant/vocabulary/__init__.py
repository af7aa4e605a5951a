"""
The words in which a policy's rules are written. A word is a module: its fields, what it reads, how it is worked out,
how it explains itself, where its edges are. A module that is put into one of these folders is known; nothing else
changes.
"""

from importlib import import_module
from pkgutil import iter_modules

from assistant.vocabulary import conditions, derived, facts, steps

for folder in (facts, steps, conditions, derived):
    for module in iter_modules(folder.__path__):
        import_module(f"{folder.__name__}.{module.name}")
