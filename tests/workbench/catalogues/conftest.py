"""The small project whose catalogues are tried here."""

from tests.i18n.conftest import project, translated

__all__ = ["project", "translated"]
