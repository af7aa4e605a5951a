"""Plural forms that a tool wrote by another rule, in the places where they are right by the language's own."""

from collections.abc import Callable, Iterable

from polib import POEntry

from assistant.i18n.words import plural_rule

COUNTS = (*range(201), 1000, 1_000_000)
"""Counts in which every form of every rule of CLDR occurs."""
Rule = Callable[[int], int]


def in_forms(entries: Iterable[POEntry], written: str, wanted: str) -> None:
    """
    Brings the plurals of a catalogue from the rule that its header names to the wanted one, both as `Plural-Forms`.

    A form that stands for the same counts stays; so does the last one, for all that is not said otherwise. The others
    are left empty, to be written.
    """
    if not written or written.replace(" ", "") == wanted.replace(" ", ""):
        return
    before, now = _counts(plural_rule(written)), _counts(plural_rule(wanted))
    for entry in entries:
        said = entry.msgstr_plural
        if said and max(said) < max(before):
            continue  # a tool that writes fewer forms than its header names has not written them by its rule
        entry.msgstr_plural = {
            form: next((said.get(old, "") for old, same in before.items() if same == counts), "")
            or (said.get(max(before), "") if form == max(now) else "")
            for form, counts in now.items()
        } if said else {}  # fmt: skip


def _counts(rule: Rule) -> dict[int, tuple[int, ...]]:
    """The counts of each form."""
    found: dict[int, list[int]] = {}
    for count in COUNTS:
        found.setdefault(rule(count), []).append(count)
    return {form: tuple(counts) for form, counts in sorted(found.items())}
