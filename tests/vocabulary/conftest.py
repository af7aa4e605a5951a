"""The small policy in which words of the tests' own are tried, and the words of each language."""

from tests.content.conftest import folder
from tests.present.conftest import words

__all__ = ["folder", "words"]
