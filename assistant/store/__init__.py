"""What people asked in vain and said of answers, kept where the operator wants it. No answer ever depends on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from assistant.errors import Usage, told
from assistant.settings import Settings

# What speaks to a database is an extra, and only where a store is set.
if TYPE_CHECKING:
    from assistant.store.database import Database


def store_of(settings: Settings) -> "Database | None":
    """
    The store of the settings; None where none is set. Raises `Usage` where it is no such place, its limits are no
    numbers, or what is needed for it is not installed.
    """
    if settings.store is None:
        return None
    try:
        from assistant.store.opening import open_store
    except ModuleNotFoundError as error:
        wrong = told("POLICY_ASSISTANT_STORE is set, and {package} is not installed.", package=error.name)
        raise Usage(wrong, told("Install it: {command}", command="pip install 'policy-assistant[store]'")) from None
    return open_store(settings)


@contextmanager
def reached(settings: Settings) -> "Iterator[Database]":
    """The store of the settings. Raises `Usage` where none is set, and where what is done with it cannot be done."""
    database = store_of(settings)
    if database is None:
        raise Usage(told("No store is set."), told("Name one in POLICY_ASSISTANT_STORE."))
    from assistant.store.opening import FAILURES
    from assistant.store.records import why

    try:
        yield database
    except FAILURES as error:
        raise Usage(told("The store cannot be used: {why}", why=why(error))) from error
