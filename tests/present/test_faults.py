"""There is a sentence for every reason for which a value can be refused, and its details fill it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.decide import FactFault, Invalid
from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.present.faults import CHOSEN, FAULTS, fault_text, fault_views
from assistant.present.share.writing import as_text
from assistant.present.writer import Writer
from assistant.web.api.answers import FAULTS as WEB_FAULTS
from tests.present.conftest import LANGUAGES


def raised(package: Path) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Every reason that the code names: its file, the reason, and the names of its details."""
    for path in sorted(package.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
                place = {"Refusal": 0, "FactFault": 1}.get(call.func.id)
                if place is not None and len(call.args) > place:
                    for reason in _texts(call.args[place]):
                        yield path.relative_to(package).as_posix(), reason, frozenset(_details(call))


def _texts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from (*_texts(node.body), *_texts(node.orelse))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def _details(call: ast.Call) -> Iterator[str]:
    yield from (keyword.arg for keyword in call.keywords if keyword.arg)
    for given in call.args:
        if isinstance(given, ast.Dict):
            yield from (key.value for key in given.keys if isinstance(key, ast.Constant) and isinstance(key.value, str))


def test_every_reason_has_a_sentence_and_every_sentence_a_reason(root: Path) -> None:
    reasons = {reason for _, reason, _ in raised(root / "assistant")}
    assert len(reasons) > 20
    assert reasons | {*CHOSEN.values()} == {*FAULTS, *WEB_FAULTS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_filled_by_its_details(root: Path, words: dict[str, Words], language: str) -> None:
    for file, reason, details in raised(root / "assistant"):
        if reason in FAULTS:
            text = fault_text(FactFault("x", reason, dict.fromkeys(details, "x")), words[language])
            assert text.endswith((".", "?", "x") if language == "en" else ("。", "x")), (file, reason)


def test_a_fault_names_what_people_know_by_name(library: Library, words: dict[str, Words]) -> None:
    faults = tuple(FactFault(name, "day-outside", {}) for name in ("term_end", "on", "date", "topic"))
    views = fault_views(Writer(library.policies["swap-out"], words["ja"]), Invalid(faults))
    assert [view.name for view in views] == ["term_end", "on", "date", "topic"]
    assert [view.label for view in views] == ["契約満了日", "基準日", "", ""]
    lines = as_text(views, words["ja"]).splitlines()
    assert lines[1].startswith("- 契約満了日：")
    assert lines[3] == f"- {views[2].text}"
