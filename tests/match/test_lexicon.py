"""Known words in a text: longest first, whole words in letters, anywhere in Japanese, one to a stretch."""

import pytest

from assistant.match.lexicon import BEGINNING, Entry, Lexicon, signs_of


def found(lexicon: Lexicon, text: str) -> list[str]:
    return [text[span.start : span.end] for span in lexicon.spans(text)]


def test_the_longest_word_takes_the_stretch() -> None:
    lexicon = Lexicon.of(["lawn", "lawn mower", "mower", "料", "料金"])
    assert found(lexicon, "a lawn mower, a lawn, a mower") == ["lawn mower", "lawn", "mower"]
    assert found(lexicon, "料金の料") == ["料金", "料"]


@pytest.mark.parametrize("text", ["unlawn", "lawns", "lawn2", "2lawn"])
def test_in_letters_a_word_is_whole(text: str) -> None:
    assert found(Lexicon.of(["lawn"]), text) == []


def test_with_any_ending_a_word_only_begins_where_one_begins() -> None:
    assert found(Lexicon.build([Entry.line("expir*")]), "expired, unexpired, expiry") == ["expir", "expir"]


def test_japanese_stands_anywhere_beside_letters_too() -> None:
    assert found(Lexicon.of(["契約", "swa"]), "新規契約swa契約") == ["契約", "swa", "契約"]


@pytest.mark.parametrize(
    ("line", "text", "stretches"),
    [
        ("pay*", "payment, repay, pay", ["pay", "pay"]),
        ("# am", "at 11 am, am, 1 amp", ["11 am"]),
        ("#:#", "at 9:30 or 10:", ["9:30"]),
        ("#時", "a10時、10時", ["10時"]),
        ("right?", "right of way, right?", ["right"]),
        ("right?", "is it right", ["right"]),
        ("可?", "可能、可。", ["可"]),
        ("had it$", "had it since May, has had it, had it", ["had it", "had it"]),
        ("no.#", "no.12 no. 3", ["no.12"]),
        ("と_聞い", "と聞い、と店の人に聞い、と。聞い", ["と聞い", "と店の人に聞い"]),
        ("と_聞い", "とずいぶん前に店の人から聞い", []),
        ("lief ... ab", "sie lief am 3. mai 2025 ab, lief 9 km", ["lief"]),
        ("lief ... ab", "sie lief ab, verlief nie ab; er lief. es ging ab", ["lief"]),
        ("lief ... ab$", "sie lief ab mai und lief im juni ab.", ["lief", "lief"]),
        ("lief ... ab$", "sie lief ab mai, ab juni", []),
        ("lief...ab", "sie lief am 3. mai ab", ["lief"]),
        ("ne ... pas", "elle n'est ne valable pas, ne part", ["ne"]),
    ],
)
def test_a_line_says_where_its_word_may_stand(line: str, text: str, stretches: list[str]) -> None:
    assert found(Lexicon.build([Entry.line(line)]), text) == stretches


@pytest.mark.parametrize(
    ("line", "text", "stretches"),
    [
        (
            "{case|ticket}[ was] {opened|made}[ in]",
            "case opened, ticket was made in, ticket in",
            ["case opened", "ticket was made in"],
        ),
        ("^{no.#|age} [x]", "no.12 x, age , the age", ["no.12 x", "age "]),
        ("{と|って}_{聞い|言わ}", "と聞い、って店で言わ、と。聞い", ["と聞い", "って店で言わ"]),
        ("{or|and} us?", "or us, and us?", ["and us"]),
        ("{lief|läuft} ... {ab|aus}", "sie läuft im mai aus", ["läuft"]),
        ("[x]", "x", ["x"]),
    ],
)
def test_a_line_of_several_words_finds_the_longest_of_them(line: str, text: str, stretches: list[str]) -> None:
    made = Lexicon.build([Entry.line(line)])
    assert found(made, text) == stretches
    assert made.kept[1] == [line]


def test_a_word_of_several_lines_stands_under_the_paths_of_all_of_them() -> None:
    lines = ["{sent|made}\tpast", "made\tuntil\tpast", "- made up", "made$\tnow"]
    lexicon = Lexicon.build(map(Entry.line, lines))
    assert [sorted(paths) for _, paths in lexicon.found("made it, made, made up")] == [["past", "until"], ["now"]]


def test_what_is_refused_takes_its_stretch_and_is_not_found() -> None:
    lexicon = Lexicon.build(map(Entry.line, ["ただ", "- いただ"]))
    assert found(lexicon, "いただく、ただで") == ["ただ"]
    assert not lexicon.starts("いただく", 0)
    assert lexicon.starts("ただで", 0)
    assert not lexicon.starts("", 0)


@pytest.mark.parametrize("line", ["", "*", "-", "?", "#"])
def test_a_line_without_a_word_finds_nothing_but_a_number(line: str) -> None:
    assert found(Lexicon.build([Entry.line(line)]), "* - ? 12 a") == (["12"] if line == "#" else [])


@pytest.mark.parametrize(
    "text", ["is it_free? sv9500", "SWA\u306f3\u5e74, ok", "\0 \u30c9\u30f3\u30b0\u30eb a-b", "d'\u00e9t\u00e9 x", ""]
)
def test_words_may_begin_outside_of_words_in_letters_alone(text: str) -> None:
    places = [at for at in range(len(text)) if BEGINNING.match(text, at)]
    signs = signs_of(text)
    assert sorted({at for every in signs.values() for at in every}) == places
    assert all(text.startswith(known, at) for known, every in signs.items() for at in every)


def test_of_words_by_different_signs_the_longest_stands() -> None:
    lexicon = Lexicon.of(["a", "ab", "ab cd", "ab c"])
    assert [span.word for span in lexicon.spans("ab cd, ab c, ab, a")] == ["ab cd", "ab c", "ab", "a"]
