"""Requests with bad input in them, over the policies that there are."""

import json
import random
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote

from assistant.model.policy import Library
from assistant.web.frame.query import write_query
from tests.faults.kinds import CANARY, HEADERS, KINDS, METHODS, PATHS, SHAPES

ALIKE = 100
"""Cases of one request."""
FORMS = ("", "", "", ".day", ".month", ".year", ".time", ".about")
"""The parts of a field, the whole of it most often."""
ASKING = ("/en/ask", "/ja/ask", "/en/suggest", "/ja/suggest", "/api/v1/match", "/en/", "/ja/nothing")


class Asked(NamedTuple):
    """A request with bad input in it: of which kinds, and how many; each value that was sent for a fact, by its id."""

    kinds: Sequence[str]
    path: bytes
    query: bytes = b""
    body: bytes = b""
    method: str = "GET"
    headers: tuple[tuple[bytes, bytes], ...] = ()
    sent: Sequence[tuple[str, str]] = ()


class Drawing:
    """Draws requests over the policies that there are."""

    def __init__(self, library: Library, seed: int) -> None:
        self.chosen = random.Random(seed)  # noqa: S311 (what is asked need not be secret)
        self.policies = list(library.policies.values())

    def drawn(self) -> Asked:
        """The next one."""
        return self.chosen.choices((self.fact, self.form, self.question, self.cases, self.shape), (5, 4, 3, 2, 3))[0]()

    def text(self) -> tuple[str, str]:
        """A kind, and a text of it."""
        kind = self.chosen.choice(list(KINDS))
        return kind, KINDS[kind](self.chosen)

    def place(self) -> tuple[str, dict[str, str], str]:
        """The question of a worked example, its facts, and the name of one that the policy asks for."""
        policy = self.chosen.choice(self.policies)
        example = self.chosen.choice(policy.examples)
        name = self.chosen.choice(list(example.facts) or list(policy.facts))
        return f"{policy.id}/{example.topic}/{example.aspect}", dict(example.facts), name

    def fact(self) -> Asked:
        """A program gives a fact, a day, a language or an edition."""
        place, facts, name = self.place()
        kind, text = self.text()
        name = self.chosen.choice((name,) * 6 + ("on", "lang", "unknown", "edition", text))
        return self._got([kind], f"/api/v1/answers/{place}", {**facts, name: text}, [(name, text)] * (name in facts))

    def form(self) -> Asked:
        """The same on a page, also by the parts of its fields."""
        place, facts, name = self.place()
        kind, text = self.text()
        part = self.chosen.choice(FORMS)
        given = {
            **facts,
            self.chosen.choice((name + part,) * 4 + ("on", "unknown", "change", "edition", "asked")): text,
        }
        return self._got([kind], f"/{self.chosen.choice(('en', 'ja'))}/{place}", given)

    def question(self) -> Asked:
        """Somebody asks in words of their own."""
        kind, text = self.text()
        path = self.chosen.choice(ASKING)
        return self._got([kind], path, {"q": self.chosen.choice(("", "is a dongle free ", "無料ですか")) + text})

    def cases(self) -> Asked:
        """A program sends many cases at once."""
        kinds, cases, sent = [], [], []
        for _ in range(ALIKE):
            place, facts, name = self.place()
            (kind, text), (policy, topic, aspect) = self.text(), place.split("/")
            case: dict[str, object] = {
                "policy": policy,
                "topic": topic,
                "aspect": aspect,
                "facts": {**facts, name: text},
            }
            where = self.chosen.choice(("fact",) * 6 + ("id", "on", "lang", "unknown", "policy", text[:60]))
            if where != "fact":
                case |= {"facts": facts, where: [text] if where == "unknown" else text}
            if self.chosen.random() < 0.1:
                case[self.chosen.choice(list(case))] = self.chosen.choice((None, 1.5, True, [], {}, [[text]], "\ud800"))
            kinds.append(kind)
            cases.append(case)
            sent.append((name, text) if case["facts"] == {**facts, name: text} else ("", ""))
        return Asked(kinds, b"/api/v1/answers", body=json.dumps(cases).encode(), method="POST",
                     headers=((b"content-type", b"application/json"),), sent=sent)  # fmt: skip

    def shape(self) -> Asked:
        """What is wrong is the request itself."""
        place, facts, _ = self.place()
        where = self.chosen.choice(
            (f"/en/{place}", f"/api/v1/answers/{place}", "/ja/ask", "/api/v1/match", "/ja/", "/en/feedback")
        )
        kind, query = self.chosen.choice(list(SHAPES)), write_query(facts.items()).encode()
        match self.chosen.randrange(4):
            case 0:
                return Asked(["paths"], self.chosen.choice(PATHS), query)
            case 1:
                _, text = self.text()
                sent = self.chosen.choice(HEADERS)
                headers = sent, (b"x-" + CANARY.encode(), quote(text)[:99].encode())
                return Asked(["headers"], where.encode(), query, headers=headers)
            case 2:
                method, sent = self.chosen.choice(METHODS), self.chosen.choice(HEADERS)
                return Asked(["methods"], where.encode(), query, b"answered=yes", method, (sent,))
        return Asked([kind], where.encode(), b"&".join(filter(None, (query, self.chosen.choice(SHAPES[kind])))))

    def _got(
        self, kinds: list[str], path: str, given: Mapping[str, str], sent: Sequence[tuple[str, str]] = ()
    ) -> Asked:
        pairs = list(given.items())
        if self.chosen.random() < 0.3:
            self.chosen.shuffle(pairs)
        query = "&".join(f"{quote(name, safe='')}={quote(text, safe='')}" for name, text in pairs)
        return Asked(kinds, path.encode(), query.encode(), sent=sent)
