"""The small policy of the vocabulary, whose desk is given rules of the tests' own."""

from tests.vocabulary.conftest import policy

__all__ = ["policy"]
