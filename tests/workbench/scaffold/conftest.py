"""The small policy whose files are held against the schemas."""

from tests.content.conftest import folder

__all__ = ["folder"]
