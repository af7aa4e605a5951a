"""Puts the compiled library and the manual page into the wheel, so that what is installed reads no sources."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class LibraryHook(BuildHookInterface[Any]):
    """Makes the library of the content and locales that the wheel carries."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """
        A checkout that is installed in place makes its own. Where what we import is not installed, as where pip builds
        apart from everything, the wheel goes without, and whoever installs it waits a few seconds the first time.
        """
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, self.root)
        try:
            from assistant.cli.manual import manual
            from assistant.matching import make_library
            from assistant.settings import Settings
        except ImportError as error:
            self.app.display_warning(f"The wheel carries no compiled library: {error}")
            return
        self._made = TemporaryDirectory()
        known = Settings(root / "content", root / "locales", library=Path(self._made.name))
        build_data["force_include"][str(make_library(known))] = "assistant/bundled/library"
        page = Path(self._made.name, "policy-assistant.1")
        page.write_text(manual(), "utf-8")
        build_data["shared_data"][str(page)] = "share/man/man1/policy-assistant.1"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """What was made stands in the wheel."""
        if hasattr(self, "_made"):
            self._made.cleanup()
