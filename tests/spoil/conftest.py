"""The small project with catalogues, to be spoilt here too."""

from tests.i18n.conftest import project, translated

__all__ = ["project", "translated"]
