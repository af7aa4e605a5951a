"""Where the store is, and how much it keeps, as the settings have it."""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from assistant.errors import Usage, told
from assistant.settings import Settings
from assistant.store.database import Database, Unkept
from assistant.store.records import Limits

FAILURES = (SQLAlchemyError, OSError, Unkept)
"""What the methods of a store raise where it cannot be reached, is locked, full, read-only or of a newer release."""
WAITS = 2
"""Seconds that a lock, a connection and a statement are waited for."""


def limits_of(settings: Settings) -> Limits:
    """How much is kept. Raises `Usage` where what is set is no number from 1 on."""
    given = {name: getattr(settings, f"store_{name}") for name in Limits._fields}
    for name, value in given.items():
        if value is not None and not (value.isascii() and value.isdigit() and len(value) < 13 and int(value)):
            variable = f"POLICY_ASSISTANT_STORE_{name.upper()}"
            raise Usage(told("{variable}: {given} is no whole number from 1 on.", variable=variable, given=value))
    return Limits(**{name: int(value) for name, value in given.items() if value is not None})


def open_store(settings: Settings) -> Database:
    """
    The store of the settings, at a path, or at an address of SQLite or PostgreSQL. Raises `Usage` where it is none of
    these, or the limits are no numbers.
    """
    place, limits = settings.store or "", limits_of(settings)
    if "://" not in place:
        return in_file(Path(place), limits)
    try:
        url = make_url(place)
    except (ArgumentError, ValueError):
        url = make_url("none://")
    if url.drivername == "sqlite" and url.database:
        return in_file(Path(url.database), limits)
    if url.drivername in ("postgresql", "postgres", "postgresql+psycopg"):
        return Database(_on_server(url.set(drivername="postgresql+psycopg").render_as_string(False)), None, limits)
    raise Usage(
        told("POLICY_ASSISTANT_STORE is neither a path nor an address that begins with postgresql://."),
        told("Write it as {example}.", example="/var/lib/policy-assistant/store.db"),
    )


def in_file(file: Path, limits: Limits) -> Database:
    """
    The store in a file.

    A new connection for each transaction: a file that was taken away or put back is never written to behind its name.
    Whoever writes takes the lock first, so that two never wait for each other.
    """

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", WAITS, isolation_level=None, uri=True)
        try:
            for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
                connection.execute(f"PRAGMA {pragma}")
        except sqlite3.Error:
            connection.close()  # else it lasts, with its locks, as long as the error does
            raise
        return connection

    def begin(connection: Connection) -> None:
        if not connection.get_execution_options().get("plain"):
            connection.exec_driver_sql("BEGIN IMMEDIATE")

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool, hide_parameters=True)
    event.listen(engine, "begin", begin)
    return Database(engine, file, limits)


def _on_server(url: str) -> Engine:
    names = ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout")
    waits = {
        "connect_timeout": WAITS,
        "tcp_user_timeout": 1000 * WAITS,
        "options": " ".join(f"-c {name}={WAITS}s" for name in names),
    }
    return create_engine(url, poolclass=NullPool, hide_parameters=True, connect_args=waits)
