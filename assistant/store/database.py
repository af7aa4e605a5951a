"""The store itself: SQLite in a file of its own, or PostgreSQL. The only module that speaks SQL."""

import logging
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Engine,
    Integer,
    MetaData,
    Select,
    String,
    Table,
    Text,
    delete,
    func,
    insert,
    or_,
    select,
    union_all,
)
from sqlalchemy.dialects import postgresql, sqlite

from assistant.errors import AssistantError
from assistant.store.records import Count, Kept, Limits, Opinion, Question, Record

logger = logging.getLogger(__name__)
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE assistant_questions (
             key VARCHAR(36) PRIMARY KEY, day VARCHAR(10) NOT NULL, language VARCHAR(20) NOT NULL,
             outcome VARCHAR(20) NOT NULL, topic VARCHAR(200) NOT NULL, text TEXT NOT NULL, bytes BIGINT NOT NULL)""",
        """CREATE TABLE assistant_opinions (
             key VARCHAR(36) PRIMARY KEY, day VARCHAR(10) NOT NULL, language VARCHAR(20) NOT NULL,
             topic VARCHAR(200) NOT NULL, aspect VARCHAR(20) NOT NULL, edition VARCHAR(64) NOT NULL,
             answered BOOLEAN NOT NULL, text TEXT NOT NULL, bytes BIGINT NOT NULL)""",
        """CREATE TABLE assistant_counts (
             day VARCHAR(10) NOT NULL, topic VARCHAR(200) NOT NULL, aspect VARCHAR(20) NOT NULL,
             number INTEGER NOT NULL, PRIMARY KEY (day, topic, aspect))""",
        "CREATE INDEX assistant_questions_bytes ON assistant_questions (bytes)",
        "CREATE INDEX assistant_opinions_bytes ON assistant_opinions (bytes)",
    ),
)
"""What brings a store from each version to the next; never changed once released, only added to."""
LOCK = 7061
"""The number of the lock under which PostgreSQL is migrated."""
known = MetaData()
versions = Table("assistant_versions", known, Column("version", Integer, primary_key=True))
questions = Table(
    "assistant_questions",
    known,
    Column("key", String, primary_key=True),
    *(Column(name, String) for name in ("day", "language", "outcome", "topic")),
    Column("text", Text),
    Column("bytes", BigInteger),
)
opinions = Table(
    "assistant_opinions",
    known,
    Column("key", String, primary_key=True),
    *(Column(name, String) for name in ("day", "language", "topic", "aspect", "edition")),
    Column("answered", Boolean),
    Column("text", Text),
    Column("bytes", BigInteger),
)
counts = Table(
    "assistant_counts",
    known,
    *(Column(name, String, primary_key=True) for name in ("day", "topic", "aspect")),
    Column("number", Integer),
)


class Unkept(AssistantError):
    """The store can be reached and takes no record: it is full, or of a newer release."""


@dataclass(frozen=True, slots=True)
class Database:
    """
    A store, in a `file` or on a server.

    Every method raises one of `opening.FAILURES` where that cannot be done, within some seconds.
    """

    engine: Engine
    file: Path | None
    limits: Limits

    def write(self, records: Sequence[Record]) -> None:
        """
        Keeps all of these records or none; under a key that is known, an opinion takes the place of the one before,
        also where there is no room for another.

        Once it returns, they last.
        """
        with self._writing() as connection:
            rows, held = connection.execute(HELD).one()
            keys = [record.key for record in records if not isinstance(record, Count)]
            there = set(connection.scalars(select(_KEPT.c.key).where(_KEPT.c.key.in_(keys))))
            for record in records:
                row: dict[str, object] = asdict(record)
                if isinstance(record, Count):
                    more = {"number": counts.c.number + 1}
                    put = self._insert(counts, {**row, "number": 1})
                    connection.execute(put.on_conflict_do_update(counts.primary_key, set_=more))
                    continue
                size = sum(len(str(value).encode()) for value in row.values())
                if record.key not in there:
                    rows, held = rows + 1, held + size
                    if rows > self.limits.rows or held > self.limits.bytes:
                        raise Unkept("the store is full")
                    there.add(record.key)
                said = {name: row[name] for name in ("answered", "text") if name in row and "answered" in row}
                put = self._insert(questions if isinstance(record, Question) else opinions, {**row, "bytes": size})
                connection.execute(
                    put.on_conflict_do_update(opinions.primary_key, set_={**said, "bytes": size})
                    if said
                    else put.on_conflict_do_nothing()
                )

    def _insert(self, table: Table, row: dict[str, object]) -> "postgresql.Insert | sqlite.Insert":
        put = postgresql.insert(table) if self.file is None else sqlite.insert(table)
        return put.values(row)

    def open(self) -> None:
        """Makes the store where there is none, and brings it to this version."""
        with self._writing():
            pass

    def read(self) -> Kept:
        """Everything; nothing in a database without tables of ours. A file that is not there is a failure."""
        with self._reading() as connection:
            _unhurried(connection)
            if not _version(connection):
                return Kept((), (), ())
            return Kept(
                tuple(Question(**row) for row in connection.execute(_rows(questions)).mappings()),
                tuple(Opinion(**row) for row in connection.execute(_rows(opinions)).mappings()),
                tuple((Count(*row[:3]), row[3]) for row in connection.execute(select(*counts.columns))),
            )

    def asked_most(self, since: str, before: str, least: int, most: int) -> tuple[tuple[str, str], ...]:
        """The topics with the aspects that were asked for at least so often within these days, the oftenest first."""
        wanted = select(counts.c.topic, counts.c.aspect).where(counts.c.day >= since, counts.c.day < before)
        often = func.sum(counts.c.number)
        wanted = wanted.group_by(counts.c.topic, counts.c.aspect).having(often >= least)
        wanted = wanted.order_by(often.desc(), counts.c.topic, counts.c.aspect).limit(most)
        with self._reading() as connection:
            return tuple((topic, aspect) for topic, aspect in connection.execute(wanted))

    def purge(self, before: str) -> int:
        """Removes what is older than a day, for good; how many records that were."""
        return self._remove(lambda table: table.c.day < before, questions, opinions, counts)

    def remove(self, keys: Iterable[str], holding: Iterable[str]) -> int:
        """Removes for good the records of these keys, and those whose text holds one of these; how many that were."""
        names, pieces = list(keys), list(holding)

        def chosen(table: Table) -> ColumnElement[bool]:
            return or_(table.c.key.in_(names), *(table.c.text.icontains(one, autoescape=True) for one in pieces))

        return self._remove(chosen, questions, opinions)

    def _remove(self, chosen: Callable[[Table], ColumnElement[bool]], *tables: Table) -> int:
        with self._writing() as connection:
            _unhurried(connection)
            removed = sum(connection.execute(delete(table).where(chosen(table))).rowcount for table in tables)
        if self.file is not None and removed:
            with self.engine.connect().execution_options(plain=True) as connection:
                if connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar_one():
                    logger.warning("what was removed stays in the store's log until whoever reads it has ended")
        return removed

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self.engine.connect().execution_options(plain=True) as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self.file is not None and not self.file.exists():
            # It is made for us alone, never a folder: a disk that is not mounted is not replaced. One that is there is
            # not opened but by SQLite: to close it would let go of every lock on it that this process has.
            os.close(os.open(self.file, os.O_CREAT | os.O_RDWR, 0o600))
        with self.engine.begin() as connection:
            _migrate(connection)
            yield connection


_KEPT = union_all(*(select(table.c.key, table.c.bytes) for table in (questions, opinions))).subquery()
HELD = select(func.count(), func.coalesce(func.sum(_KEPT.c.bytes), 0)).select_from(_KEPT)
"""How many records are held, and how many bytes."""


def _unhurried(connection: Connection) -> None:
    """Reading or removing very much takes as long as it takes: no page waits for it."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")


def _rows(table: Table) -> "Select[tuple[str, ...]]":
    columns = [column for column in table.columns if column.name != "bytes"]
    return select(*columns).order_by(table.c.day, *table.primary_key.columns)


def _version(connection: Connection) -> int:
    """The version of the store; 0 where there is none."""
    if not connection.dialect.has_table(connection, versions.name):
        return 0
    found: int = connection.execute(select(func.coalesce(func.max(versions.c.version), 0))).scalar_one()
    return found


def _migrate(connection: Connection) -> None:
    """Brings the store to this version. Raises `Unkept` where a newer release has been at it."""
    here = _version(connection)
    if here < len(MIGRATIONS) and connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(LOCK)))
        here = _version(connection)
    if here > len(MIGRATIONS):
        raise Unkept("the store is of a newer release")
    if not here:
        versions.create(connection, checkfirst=True)
    for number, statements in enumerate(MIGRATIONS[here:], here + 1):
        for statement in statements:
            connection.exec_driver_sql(statement)
        connection.execute(insert(versions).values(version=number))
