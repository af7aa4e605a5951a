"""`python -m assistant.content FOLDER…`: reads each policy folder and prints every fault, or ok."""

import sys
from pathlib import Path

from assistant.content.reader import read_policy
from assistant.errors import ContentError

status = 0
for name in sys.argv[1:]:
    try:
        print(f"{name}: ok, edition {read_policy(Path(name)).edition}")
    except ContentError as error:
        print(error)
        status = 1
sys.exit(status)
