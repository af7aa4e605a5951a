"""`python -m assistant.i18n`: `sync` for the bundled folders; policies with faults are left as they are."""

import sys
from pathlib import Path

from assistant.content import read_policy
from assistant.errors import ContentError
from assistant.i18n.sync import sync
from assistant.model.policy import Library, Policy

PACKAGE = Path(__file__).parent.parent
ROOT = PACKAGE.parent

policies: dict[str, Policy] = {}
for folder in sorted(path.parent for path in (ROOT / "content").glob("*/policy.yaml")):
    try:
        policies[folder.name] = read_policy(folder)
    except ContentError as error:
        sys.stderr.write(f"{folder.name} is left out, it has {len(error.faults)} faults\n")
try:
    for path in sync(Library(policies=policies), ROOT / "locales", PACKAGE):
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")
except ContentError as error:
    import shutil
    import tempfile

    print("INTERIM: left out:", error)
    with tempfile.TemporaryDirectory() as t:
        copy = Path(t) / "assistant"
        shutil.copytree(PACKAGE, copy)
        for fault in error.faults:
            (Path(t) / fault.file).unlink()
        for path in sync(Library(policies=policies), ROOT / "locales", copy):
            print(path)
