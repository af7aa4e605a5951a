"""
Lets Weblate's own format code translate the message of one source text, and write the file: `python weblate_po.py PO
SOURCE TRANSLATION`.

Its database, queue, version control and error reports are left out: what stands for them here is never asked.
"""

import importlib.util
import sys
import types
from pathlib import Path

import django
from django.conf import settings

settings.configure(INSTALLED_APPS=[], CHECK_LIST=[], WEBLATE_FORMATS=["weblate.formats.ttkit.PoFormat"], USE_I18N=False)
django.setup()


class Named(type):
    """A class whose constants are their names."""

    def __getattr__(cls, name):
        return name


class Absent(metaclass=Named):
    """Stands for a record of the database."""


def nothing(*arguments, **named):
    """Stands for a report to whoever runs a server."""


def stand_in(name, **holds):
    """A module that is not wanted."""
    sys.modules[name] = types.ModuleType(name)
    vars(sys.modules[name]).update(holds)


ROOT = Path(next(iter(importlib.util.find_spec("weblate").submodule_search_locations)))
for part in ("checks", "lang", "trans", "utils"):
    stand_in(f"weblate.{part}", __path__=[str(ROOT / part)])
stand_in("weblate.checks.flags", Flags=Absent)
stand_in("weblate.lang.models", Plural=Absent, Language=Absent)
stand_in("weblate.utils.errors", report_error=nothing, add_breadcrumb=nothing)
stand_in("weblate.utils.site", get_site_url=nothing)
stand_in("weblate.utils.version", VERSION="", USER_AGENT="", GIT_VERSION="")

import weblate  # noqa: E402 (its parts that are left out stand in their places by now)

weblate.utils = sys.modules["weblate.utils"]
weblate.utils.version = sys.modules["weblate.utils.version"]

from weblate.formats.ttkit import PoFormat  # noqa: E402

path, source, translation = sys.argv[1:]
store = PoFormat(path)
(unit,) = [one for one in store.content_units if one.source == source]
unit.set_target(translation)
store.save()
