"""Conditions on which of several options are chosen: what they share."""

from abc import abstractmethod

from assistant.vocabulary.trail import Ask, Condition, Names, Tested
from assistant.vocabulary.wording import Value


class Inclusion(Condition):
    """Asks which options are among those that are chosen."""

    of_ids = True
    fits = frozenset({"several"})

    @abstractmethod
    def holds(self, chosen: frozenset[str]) -> bool:
        """Whether it holds where these are chosen."""

    def compiled(self, name: str, names: Names) -> Ask:
        """The condition as a function of the options that are chosen. Raises `TypeError` for anything else."""

        def tested(value: Value) -> Tested:
            if not isinstance(value, tuple):
                raise TypeError(f"not several options: {value!r}")
            return Tested(name, value, self, None, self.holds(frozenset(map(str, value))))

        return Ask((names.get(name),), tested)
