"""
Takes the code of Weblate that reads and writes files out of its wheel, which has much else: `python unpacked.py WHEEL
FOLDER`.
"""

import sys
from zipfile import ZipFile

PARTS = {"__init__.py", "auth", "checks", "formats", "lang", "trans", "utils"}

with ZipFile(sys.argv[1]) as wheel:
    named = [name for name in wheel.namelist() if name.endswith(".py") and name.split("/")[1] in PARTS]
    wheel.extractall(sys.argv[2], named)
