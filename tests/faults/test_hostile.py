"""The short form of the million that `python -m tests.faults.hostile` sends."""

import asyncio

import pytest

from assistant.model.policy import Library
from tests.conftest import ROOT
from tests.faults.drawing import Asked, Drawing
from tests.faults.hostile import Answer, assail, wrong
from tests.faults.kinds import KINDS, SHAPES
from tests.site import application


def test_bad_input_of_every_kind_is_refused_or_answered_as_it_stands(library: Library) -> None:
    given, faults = asyncio.run(assail(application(library, ROOT / "locales"), Drawing(library, 0), 4000))
    assert faults == []
    assert given.keys() >= {*KINDS, *SHAPES}


PAGE, PROGRAM = {"content-type": "text/html; charset=utf-8"}, {"content-type": "application/json"}
GIVEN = Asked(["numbers"], b"/api/v1/answers/a/b/free", b"n=5.0", sent=[("n", "5.0")])


@pytest.mark.parametrize(
    ("asked", "found", "said"),
    [
        (Asked([], b"/"), Answer(500, PAGE, b""), "status 500"),
        (Asked([], b"/"), Answer(503, {**PAGE, "retry-after": "1"}, b""), "status 503"),
        (Asked([], b"/", b"edition=a"), Answer(503, {**PAGE, "retry-after": "1"}, b""), ""),
        (Asked([], b"/"), Answer(200, {**PAGE, "x-qz7": "1"}, b""), "a header of theirs"),
        (Asked([], b"/"), Answer(303, {"location": "//qz7.example/"}, b""), "leads to //qz7.example/"),
        (Asked([], b"/"), Answer(303, {"location": "/\\qz7.example/"}, b""), "leads to /\\qz7.example/"),
        (Asked([], b"/"), Answer(303, {"location": "/en/"}, b""), ""),
        (Asked([], b"/"), Answer(422, PAGE, b"<p><qz7>"), "markup of theirs"),
        (Asked([], b"/"), Answer(422, PAGE, b"<p>&lt;qz7>"), ""),
        (Asked([], b"/"), Answer(200, PAGE, b"<p>1787569"), "a template that was worked out"),
        (GIVEN, Answer(200, PROGRAM, b'{"status": "answered", "given": {"n": "5"}}'), "n='5.0' taken for '5'"),
        (GIVEN, Answer(200, PROGRAM, b'{"status": "answered", "given": {"n": "5.0"}}'), ""),
        (GIVEN, Answer(422, PROGRAM, b"{}"), ""),
    ],
)
def test_what_is_wrong_would_be_seen(asked: Asked, found: Answer, said: str) -> None:
    assert wrong(asked, found) == said
