"""
Makes the index of search phrases: for authors, and for whoever builds the wheel.

Everything that works on arrays of numbers by the million stands here; what asks the index (`match`) needs none of it,
and nor does an installation whose content is that of its wheel. So what it works with is an extra: without it, whoever
imports this is told what to install.
"""

from importlib.util import find_spec

from assistant.errors import Usage, told

if find_spec("numpy") is None:
    raise Usage(
        told("Reading search phrases anew needs NumPy, which is not installed."),
        told("Install it: {command}", command="pip install 'policy-assistant[authors]'"),
    )
