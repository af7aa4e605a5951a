"""Addresses that lead on: those with former ids, and those of a policy in a language that leaves it out."""

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import BaseRoute, Match
from starlette.types import Receive, Scope, Send

from assistant.decide.aliases import fact_now, owner, place_now, renamings
from assistant.i18n.language import Language
from assistant.model.policy import Library, Renamed
from assistant.web.frame.query import BadRequest, address, read_query

API = ("api", "v1", "policies")
"""Where programs ask for a policy as a whole; their questions are answered by former ids as they are."""
NAMING = ("asked", "change", "present")
"""Parameters whose value is the id of a fact."""
BEFORE = "with."
"""What stands before the facts of a second answer."""
WAS = "was"
"""The parameter that holds what a link said, where it names an edition, which knows the former ids alone."""
Pairs = list[tuple[str, str]]


class RenamedPages(BaseRoute):
    """Leads on from each address of a page that holds a former id. `library` has some aliases."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether an address is one of these."""
        found = self._now(scope) if scope["type"] == "http" and scope["method"] in ("GET", "HEAD") else None
        return (Match.FULL, {"path_params": {"now": found}}) if found else (Match.NONE, {})

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """For good: a search engine takes the present address in its place."""
        to = Request(scope).path_params["now"]
        await RedirectResponse(to, 308, {"Cache-Control": "no-cache"})(scope, receive, send)

    def _now(self, scope: Scope) -> str | None:
        """The present address; None where this one is, or where it cannot be read."""
        start, names = _parts(scope["path"])
        policy = owner(self.library, names[0]) if names else None
        if policy is None or policy.aliases is None:
            return None
        renamed = tuple(renamings(policy, names[0]))
        now = [policy.id, *_named(renamed, names[1:])]
        try:
            given = read_query(scope.get("raw_path", b""), scope["query_string"])
        except BadRequest:
            return None
        pairs = list(_query(renamed, given))
        if now == names and pairs == [*given.items()]:
            return None
        if names[2:] and given.get("edition") and WAS not in given:
            facts = [(name, value) for name, value in given.items() if name not in ("edition", "on")]
            pairs.append((WAS, address("/".join(names[1:3]), facts)))
        return address("/".join(["", *start, *now]), pairs)


class UntranslatedPages(BaseRoute):
    """Leads on from each page of a policy that its language leaves out: half of it would stand in another one."""

    def __init__(self, languages: Mapping[str, Language]) -> None:
        self.languages = languages

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether an address is one of these."""
        lang, policy = (*scope["path"].split("/"), "", "")[1:3]
        language = self.languages.get(lang)
        shown = language.shows(policy, self.languages) if language and scope["type"] == "http" else lang
        return (Match.NONE, {}) if shown == lang else (Match.FULL, {"path_params": {"shown": shown}})

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """For now: somebody may translate it."""
        path = f"/{scope['path_params']['shown']}/{quote(scope['path'].split('/', 2)[2])}"
        query = scope["query_string"].decode("latin-1")
        to = f"{path}?{query}" if query else path
        await RedirectResponse(to, 302, {"Cache-Control": "no-cache"})(scope, receive, send)


def renamed_pages(library: Library) -> list[BaseRoute]:
    """The route of these addresses, where anything was renamed."""
    return [RenamedPages(library)] if any(one.aliases for one in library.policies.values()) else []


def _parts(path: str) -> tuple[Sequence[str], list[str]]:
    """What stands before the id of a policy in an address, and everything from there on."""
    parts = path.split("/")[1:]
    many = len(API) if tuple(parts[: len(API)]) == API else 1
    return parts[:many], parts[many:]


def _named(renamed: Sequence[Renamed], names: Sequence[str]) -> Iterator[str]:
    """The parts of an address behind its policy. A file's ending stays behind the aspect."""
    if names:
        aspect, dot, ending = (names[1] if names[1:] else "").partition(".")
        topic, now = place_now(renamed, names[0], aspect)
        yield from (topic, *((f"{now}{dot}{ending}",) if names[1:] else ()), *names[2:])


def _query(renamed: Sequence[Renamed], given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """
    The parameters by present ids. Where two facts were merged and say two things, both stay: the form asks then.
    """
    taken = dict(given)
    for name, value in given.items():
        before = BEFORE if name.startswith(BEFORE) else ""
        fact, dot, part = name.removeprefix(before).partition(".")
        now, text = fact_now(renamed, fact, value)
        if name in NAMING or name == "unknown":
            listed = dict.fromkeys(fact_now(renamed, one, "")[0] for one in value.split(","))
            now, text = name, ",".join(listed)
        key = f"{before}{now}{dot}{part}"
        if key != name and taken.get(key, text) != text:
            key, text = name, value
        if key == name or key not in taken:
            taken[key] = text
            yield key, text


def former(was: str | None) -> tuple[str, str, dict[str, str]] | None:
    """The topic, the aspect and the parameters that `was` holds; None where it holds none."""
    path, _, query = (was or "").partition("?")
    topic, slash, aspect = path.partition("/")
    try:
        return (topic, aspect.partition(".")[0], read_query(b"", query.encode())) if slash else None
    except BadRequest:
        return None
