"""The feed of what changed is Atom as RFC 4287 wants it."""

import datetime as dt
from xml.etree.ElementTree import Element, fromstring

import pytest

from assistant.i18n.words import Words
from assistant.model.edition import Changed, Changes, Line, Part, Said
from assistant.model.policy import Library
from assistant.present.policy.changed import EditionChanges, changes_records
from assistant.present.share.feed import as_feed, told
from assistant.present.writer import Writer
from assistant.web.frame.query import address

ATOM = "{http://www.w3.org/2005/Atom}"
PUBLIC = "https://help.example"


def said(then: str, now: str) -> Said:
    return Said(
        topic="Merge & co", question="Is it free?", where=(("System", "BX"),), lines=(Line("Answer", then, now),)
    )


TOLD = (
    Changes(
        edition="bbbbbbbbbbbb-2", before="aaaaaaaaaaaa-1", since=dt.date(2026, 4, 1),
        changes=(
            Changed(topic="merge-licences", aspect="free", facts={"system": "bx-series"}, on=dt.date(2026, 4, 1),
                    cases=3, said={"en": said("Yes <once>.", "No."), "ja": said("はい。", "いいえ。")}),
        ),
        came=(Part(kind="topic", name="a", said={"en": "A topic", "ja": "トピック"}),),
        went=(Part(kind="topic", name="b", said={"en": "Another"}),),
    ),
    Changes(edition="aaaaaaaaaaaa-1", since=dt.date(2026, 1, 1)),
)  # fmt: skip


def found(library: Library, words: Words) -> tuple[Writer, tuple[EditionChanges, ...]]:
    writer = Writer(library.policies["licence-desk"], words)
    return writer, changes_records(writer, TOLD, address)


def one(parent: Element, name: str) -> Element:
    (element,) = parent.findall(ATOM + name)
    return element


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_it_has_all_that_atom_wants(library: Library, words: dict[str, Words], lang: str) -> None:
    path = f"/{lang}/licence-desk/changes.atom"
    feed = fromstring(as_feed(*found(library, words[lang]), PUBLIC, path))  # noqa: S314 (our own)
    assert feed.tag == f"{ATOM}feed"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == lang
    assert {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")} == {
        "self": PUBLIC + path, "alternate": f"{PUBLIC}/{lang}/licence-desk/changes/",
    }  # fmt: skip
    assert one(one(feed, "author"), "name").text
    entries = feed.findall(f"{ATOM}entry")
    ids = [one(entry, "id").text for entry in (feed, *entries)]
    assert (len(entries), len(set(ids))) == (2, 3)
    for element in (feed, *entries):
        assert one(element, "title").text
        assert dt.datetime.fromisoformat(one(element, "updated").text or "").tzinfo
    assert one(feed, "updated").text == one(entries[0], "updated").text == "2026-04-01T00:00:00+01:00"


def test_a_change_is_told_in_the_language_of_the_feed(library: Library, words: dict[str, Words]) -> None:
    texts = {}
    for lang in ("en", "ja"):
        feed = fromstring(as_feed(*found(library, words[lang]), PUBLIC, "/x/changes.atom"))  # noqa: S314 (our own)
        texts[lang] = one(feed.findall(f"{ATOM}entry")[0], "content").text or ""
    assert "No.\nBefore: Yes <once>." in texts["en"]
    assert "いいえ。" in texts["ja"]
    assert "Another" in texts["ja"]
    link = "/licence-desk/merge-licences/free?system=bx-series&on=2026-04-01&edition=bbbbbbbbbbbb-2"
    assert f"{PUBLIC}/en{link}" in texts["en"]
    assert f"{PUBLIC}/ja{link}" in texts["ja"]


def test_a_policy_of_which_nothing_is_told_has_a_feed_too(library: Library, words: dict[str, Words]) -> None:
    writer = Writer(library.policies["swap-out"], words["en"])
    feed = fromstring(as_feed(writer, (), PUBLIC, "/en/swap-out/changes.atom"))  # noqa: S314 (our own)
    assert (one(feed, "updated").text or "")[:10] == "2000-01-01"
    assert feed.findall(f"{ATOM}entry") == []


MORE = [
    ((Line("Answer", "A fee.", "A fee."), Line("Last day", "31 March", "30 June")),
     ["A fee.", "Last day: 30 June", "Before: 31 March"], ["Before: A fee."]),
    ((Line("Answer", "Yes.", "No."), Line("Note", "Say why.", "")),
     ["No.", "Before: Yes.", "Note: not stated", "Before: Say why."], []),
    ((Line("Answer", "Yes.", "Yes."), Line("Clause", "", "Section 2")),
     ["Yes.", "Clause: Section 2", "Before: not stated"], ["Before: Yes."]),
]  # fmt: skip
"""What is told of a change, what the feed says of it, and what it must not say: that something was as it is."""


@pytest.mark.parametrize(("lines", "says", "never"), MORE)
def test_a_change_says_all_that_is_another_and_nothing_that_is_the_same(
    library: Library, words: dict[str, Words], lines: tuple[Line, ...], says: list[str], never: list[str]
) -> None:
    writer = Writer(library.policies["licence-desk"], words["en"])
    change = TOLD[0].changes[0].model_copy(update={"said": {"en": said("", "").model_copy(update={"lines": lines})}})
    (record,) = changes_records(writer, [TOLD[0].model_copy(update={"changes": (change,)})], address)
    found = [str(line) for line in told(record, words["en"], PUBLIC)]
    start = found.index(says[0])
    assert found[start : start + len(says)] == says
    assert not {*never} & {*found}
