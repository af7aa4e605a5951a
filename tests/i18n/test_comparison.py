"""A figure that a translation adds, or puts in another place, is found."""

from pathlib import Path

import pytest

from assistant.i18n.comparison import Spellings, added, exchanged, missing
from tests.conftest import ROOT
from tests.i18n.test_figure_reader import found

MORE = [
    ("At any time.", "20日以内なら、いつでも。", ["20"]),
    ("Gold has 10 visits.", "ゴールドは10回、ブロンズは5回です。", ["5"]),
    ("30 days before.", "30日前、または12か月以内。", ["12"]),
    ("From 9:00 on.", "9:00から17:30まで。", ["17:30"]),
    ("Until 31 March.", "2027年3月31日まで。", ["2027"]),
    ("The SV9500 is covered.", "SV9500とSV9100が対象です。", ["sv9100"]),
    ("The term is one year.", "契約期間は1年です。", []),
    ("Once a day.", "1日1回です。", []),
    ("Around the clock.", "24時間対応です。", []),
]  # fmt: skip
EXCHANGED = [
    ("Bronze has 10 hours, Gold has 20 hours.", "ブロンズは20時間、ゴールドは10時間です。", ["10 ↔ 20"]),
    ("Bronze has 10 hours, Gold has 20 hours.", "ブロンズは10時間、ゴールドは20時間です。", []),
    ("From JPY 100 to JPY 300.", "300円から100円まで。", ["100 ↔ 300"]),
    ("30 days, within 12 months", "12日、30か月以内", ["30", "12"]),
    ("within 12 months, 30 days", "30日、12か月以内", []),
    ("pay JPY 500 within 3 days", "500日以内に3円を支払う", ["3 ↔ 500"]),
    ("The 2 of them have 24 hours.", "24人には2時間あります。", ["24 ↔ 2"]),
    ("5 systems in 2 weeks", "2台を5週間で", ["2 ↔ 5"]),
    ("5 systems in 2 weeks", "2週間で5台", []),
    ("after 31 December 2099 or before 1 January 2000", "2000年1月1日より前、または2099年12月31日より後", []),
    ("on 31/12/2026", "2026/12/31に", []),
    ("from 9:00 to 17:30", "17:30から9:00まで", ["9:00 ↔ 17:30"]),
    ("the SV9100, then the SV9500", "SV9500、次にSV9100", ["sv9100 ↔ sv9500"]),
    ("within 16 business hours, in the country 48", "48営業時間以内、地方では16営業時間", ["16 ↔ 48"]),
    ("Bronze has 3, 4 or 5 days, Gold 1, 2 or 3.", "ブロンズは3、4、5日、ゴールドは1、2、3日です。", []),
    ("Bronze has 3, 4 or 5 days, Gold 1, 2 or 3.", "ブロンズは1、2、3日、ゴールドは3、4、5日です。", ["3 ↔ 1"]),
    ("bulletin 056 of 14 November", "11月14日付の公報056", []),
    ("activated on 3 April, begins on 1 May", "4月3日に有効化し、5月1日に開始", []),
    ("activated on 3 April, begins on 1 May", "5月1日に開始、4月3日に有効化", []),
    ("activated on 3 April, begins on 1 May", "5月3日に有効化し、4月1日に開始", ["3 april ↔ 5月3日"]),
]  # fmt: skip
IN_LANGUAGES = [
    ("fr", "Gold: 16 hours in town, 48 in the country.", "Or : 16 heures en ville, 48 en région.", []),
    ("fr", "Gold: 16 hours in town, 48 in the country.", "Or : 48 heures en ville, 16 en région.", ["16 ↔ 48"]),
    ("fr", "16 business hours (2 days), elsewhere 72", "16 heures ouvrées (2 jours), ailleurs 72", []),
    ("fr", "16 business hours (2 days), elsewhere 72", "72 heures ouvrées (2 jours), ailleurs 16", ["16 ↔ 72"]),
    ("fr", "3 calls within 12 business hours", "en 12 heures ouvrées, 3 appels", []),
    ("ar", "Bronze 5 working days, Silver 4, Gold 3", "البرونزي 5 أيام عمل، والفضي 4، والذهبي 3", []),
    ("ar", "Bronze 5 working days, Silver 4, Gold 3", "البرونزي 3 أيام عمل، والفضي 4، والذهبي 5", ["5 ↔ 3"]),
    ("nl", "up to 50 km 16 hours, beyond it 48", "tot 50 km 16 uur, daarbuiten 48", []),
    ("nl", "up to 50 km 16 hours, beyond it 48", "tot 50 km 48 uur, daarbuiten 16", ["16 ↔ 48"]),
    ("nl", "16 hours within 50 km", "binnen 50 km 16 uur", []),
    ("nl", "from April 3, 2025 to May 1", "van 3 april 2025 tot 1 mei", []),
    ("nl", "from April 3, 2025 to May 1", "van 3 mei 2025 tot 1 april", ["april 3, 2025 ↔ 3 mei 2025"]),
]


@pytest.fixture(scope="module")
def spellings(locales: Path) -> Spellings:
    """The figures of any language, with the grammars that ship."""
    return Spellings(locales)


@pytest.mark.parametrize(("source", "said", "more"), MORE)
def test_a_figure_that_the_source_has_not_is_named(
    spellings: Spellings, source: str, said: str, more: list[str]
) -> None:
    assert found(added, spellings, source, said) == more


@pytest.mark.parametrize(("source", "said", "moved"), EXCHANGED)
def test_figures_that_change_places_are_named(spellings: Spellings, source: str, said: str, moved: list[str]) -> None:
    assert sorted(found(exchanged, spellings, source, said)) == sorted(moved)


@pytest.mark.parametrize(("language", "source", "said", "moved"), IN_LANGUAGES)
def test_figures_keep_their_order_though_only_one_of_them_has_the_unit(
    language: str, source: str, said: str, moved: list[str]
) -> None:
    assert found(exchanged, Spellings(ROOT / "tests" / "languages"), source, said, ("en", language)) == moved


@pytest.mark.parametrize(
    ("source", "said", "lost"),
    [
        ("from 08:00 to 17:00", "od ósmej do siedemnastej", []),
        ("until 9 am", "do dziewiątej rano", []),
        ("until 14:30", "do wpół do trzeciej", []),
        ("on two days from 9 am", "od dziewiątej w dwóch dniach", []),
        ("from 08:00 to 17:00", "od ósmej do osiemnastej", ["17:00"]),
        ("until 14:30", "do trzeciej", ["14:30"]),
        ("until 9 am", "do ósmej rano", ["9 am"]),
    ],
)
def test_hours_in_words_of_their_own_are_times(tmp_path: Path, source: str, said: str, lost: list[str]) -> None:
    (tmp_path / "pl").mkdir()
    (tmp_path / "pl" / "grammar.yaml").write_text(
        "numbers: {counted: {2: [dwóch]}}\n"
        "clocks:\n  shares: {-30: [wpół do]}\n"
        "  hour_words: {3: [trzeciej], 8: [ósmej], 9: [dziewiątej], 17: [siedemnastej], 18: [osiemnastej]}\n",
        "utf-8",
    )
    assert found(missing, Spellings(tmp_path), source, said, ("en", "pl")) == lost
