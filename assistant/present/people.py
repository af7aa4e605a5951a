"""Views of people to reach: how, about what, and whether they can be reached now."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from assistant.i18n.fill import Rendered


@dataclass(frozen=True, slots=True)
class DoorView:
    """
    Whether a door is open now, and until or from when, in words and as a moment; None where it never closes. `doubt`
    says that days off that are announced elsewhere may lie there.
    """

    open: bool
    text: Rendered
    until: dt.datetime | None
    doubt: Rendered | None = None


@dataclass(frozen=True, slots=True)
class ContactView:
    """How to reach people; `door` where hours are known and it can be said whether it is open now."""

    name: Rendered
    phone: str | None
    email: str | None
    url: str | None
    hours: Rendered | None
    note: Rendered | None
    door: DoorView | None


@dataclass(frozen=True, slots=True)
class PeopleView:
    """Whom to reach about a policy: none where its document names nobody; `notice` where its services have ended."""

    policy: str
    title: Rendered
    notice: Rendered | None
    contacts: tuple[ContactView, ...]
    unnamed: tuple[Rendered, ...] = ()
    """That the document does not name a way to reach people by which somebody asks for them."""

    @property
    def reached(self) -> bool:
        """Is there a number to ring?"""
        return any(one.phone for one in self.contacts)

    def without(self, told: Mapping[str, Rendered]) -> "PeopleView":
        """The same with what is told of each way to reach people that is asked for, where its contacts lack it."""
        lacking = (kind for kind in told if not any(getattr(one, kind, None) for one in self.contacts))
        return replace(self, unnamed=tuple(told[kind] for kind in lacking if self.contacts))
