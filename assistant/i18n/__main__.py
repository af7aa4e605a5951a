"""`python -m assistant.i18n`: `sync` for the bundled folders; policies with faults are left as they are."""

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
        print(f"{folder.name} is left out, it has {len(error.faults)} faults")
for path in sync(Library(policies=policies), ROOT / "locales", PACKAGE):
    print(path.relative_to(ROOT))
