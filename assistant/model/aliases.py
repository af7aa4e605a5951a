"""Former names of what links and cases name by ids, each with what stands in its place today."""

from typing import Annotated

from pydantic import StringConstraints

from assistant.model.record import Id, Name, Record

Place = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-_][a-z0-9]+)*(?:/[a-z]+)?$", max_length=80)]
"""A topic, or one question of it: `merge`, `merge/free`."""


class Renamed(Record):
    """What was renamed or merged in a policy: the former id, and the present one."""

    topics: dict[Place, Place] = {}
    """Topics, `swa-merge: merge`; or one question of a topic, `merge/due: voucher/due`."""
    facts: dict[Name, Name] = {}
    """Facts: `plan: level`."""
    options: dict[Name, dict[Id, Id]] = {}
    """Options, under the present id of their fact: `level: {top: gold}`."""


class Aliases(Renamed):
    """`aliases.yaml`: former ids, so that links and cases that name them go on being answered."""

    policies: dict[Id, Renamed] = {}
    """Former ids of this policy, and policies that were merged into it, each with what else was renamed in it."""
