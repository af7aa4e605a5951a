"""The review list of a new edition: what changed, and what rests on it, as text, as Markdown and as JSON."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass

from assistant.i18n import N_
from assistant.i18n.words import Words
from assistant.present.share.writing import plain
from assistant.workbench.sources.comparison import Change, Comparison, Difference, Piece, shortened
from assistant.workbench.sources.dependants import Resting, Translated, lines_of

CHANGES: dict[Change, str] = {
    "changed": N_("Changed"),
    "gone": N_("Gone"),
    "new": N_("New"),
    "moved": N_("Moved"),
    "renumbered": N_("Numbered anew"),
}
TO_DO: dict[Change, str] = {
    "changed": N_("Read the change, then correct what rests on it."),
    "gone": N_("Nothing may rest on it any more: correct or remove what does."),
    "new": N_("Say what it says, and cite it, or say in left_out why nothing does."),
    "moved": N_("Its words are the same. See that its place is right, and that it still means the same there."),
    "renumbered": N_("Its words are the same. Correct its place."),
}


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A difference with all that must be looked at: nothing where the clause is new, or only numbered anew."""

    difference: Difference
    resting: tuple[Resting, ...]
    translations: tuple[Translated, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """A comparison of one policy's document, difference by difference."""

    policy: str
    comparison: Comparison
    reviewed: tuple[Reviewed, ...]


def as_json(review: Review) -> str:
    """For programs; the changed words as pairs of `same`, `old` or `new` and the text."""
    whole = {
        "policy": review.policy,
        "same": review.comparison.same,
        "unknown": review.comparison.unknown,
        "differences": [
            {
                **asdict(one.difference),
                "resting": [_without(each, "clauses") for each in one.resting],
                "translations": [_without(each, "text") for each in one.translations],
            }
            for one in review.reviewed
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _without(one: Resting | Translated, field: str) -> Mapping[str, object]:
    return {name: value for name, value in asdict(one).items() if name != field}


def as_text(review: Review, words: Words) -> str:
    """For a terminal: words that are gone in [-brackets-], new ones in {+braces+}."""
    marks = {"same": "{}", "old": "[-{}-]", "new": "{{+{}+}}"}
    lines = [*_summary(review, words)]
    for one in _said(review):
        lines += ["", _title(one.difference, words)]
        if one.difference.pieces:
            lines.append(f"  {_inline(one.difference, marks, str)}")
        lines.append(f"  {words.say(TO_DO[one.difference.change])}")
        lines += [f"  {place}: {shown}" for place, shown in lines_of(one.resting, words, said=True)]
        lines += [f"  {each.file}:{each.line}: {each.context}" for each in one.translations]
    if renumbered := _renumbered(review):
        change, what = words.say(CHANGES["renumbered"]), words.say(TO_DO["renumbered"])
        lines += ["", words.say("{change}: {what}", change=change, what=what)]
        lines += [f"  {_named(one, words)}" for one in renumbered]
    return "\n".join(lines) + "\n"


def as_markdown(review: Review, words: Words) -> str:
    """For a ticket: a list to tick off, the changed words struck out and bold."""
    marks = {"same": "{}", "old": "~~{}~~", "new": "**{}**"}
    lines = [f"# {plain(words.say('Review of {policy}', policy=review.policy))}", ""]
    lines += [f"- {plain(line)}" for line in _summary(review, words)]
    for one in _said(review):
        lines += ["", f"## {plain(_title(one.difference, words))}", ""]
        if one.difference.pieces:
            lines += [f"> {_inline(one.difference, marks, plain)}", ""]
        lines += [plain(words.say(TO_DO[one.difference.change])), ""]
        lines += [f"- [ ] `{place}` {plain(shown)}" for place, shown in lines_of(one.resting, words, said=True)]
        lines += [f"- [ ] `{each.file}:{each.line}` `{each.context}`" for each in one.translations]
    if renumbered := _renumbered(review):
        lines += ["", f"## {plain(words.say(CHANGES['renumbered']))}", "", plain(words.say(TO_DO["renumbered"])), ""]
        lines += [f"- [ ] {plain(_named(one, words))}" for one in renumbered]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).rstrip("\n") + "\n"


def _summary(review: Review, words: Words) -> Iterator[str]:
    found = [one.difference.change for one in review.reviewed]
    yield words.plural("{count} clause is as it was.", "{count} clauses are as they were.", review.comparison.same)
    for change, name in CHANGES.items():
        if change in found:
            yield words.say("{change}: {what}", change=words.say(name), what=found.count(change))
    if review.comparison.unknown:
        yield words.say(
            "The earlier document does not hold these clauses as the outline knows them: {clauses}",
            clauses=", ".join(review.comparison.unknown),
        )


def _said(review: Review) -> Iterator[Reviewed]:
    return (one for one in review.reviewed if one.difference.change != "renumbered")


def _renumbered(review: Review) -> list[Difference]:
    return [one.difference for one in review.reviewed if one.difference.change == "renumbered"]


def _title(one: Difference, words: Words) -> str:
    return words.say("{change}: {what}", change=words.say(CHANGES[one.change]), what=_named(one, words))


def _named(one: Difference, words: Words) -> str:
    places = " → ".join(dict.fromkeys(filter(None, (one.was, one.now))))
    return words.say("{clause} ({place})", clause=one.clause, place=places)


def _inline(one: Difference, marks: Mapping[str, str], escape: Callable[[str], str]) -> str:
    return "".join(_marked(piece, marks, escape) for piece in shortened(one.pieces))


def _marked(piece: Piece, marks: Mapping[str, str], escape: Callable[[str], str]) -> str:
    """A piece between its marks, its outer blanks outside of them; one line, its cells parted by bars."""
    kind, text = piece
    text = text.replace("\t", " | ").replace("\n", " / ")
    bare = text.strip()
    if not bare:
        return text
    before, _, after = text.partition(bare)
    return before + marks[kind].format(escape(bare)) + after
