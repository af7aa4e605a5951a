"""Figures are the same whatever script they are written in, and a wrong one is found."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from assistant.i18n.comparison import Spellings, added, exchanged, missing
from assistant.i18n.figure import Figure

SAME = [
    ("at least 10 working days", "少なくとも10営業日"),
    ("at least 10 working days", "少なくとも１０営業日"),
    ("ten working days", "十営業日"),
    ("within ten working days", "10営業日以内"),
    ("10,000 yen", "1万円"),
    ("ten thousand yen", "10,000円"),
    ("Article 12, paragraph 3", "第12条第3項"),
    ("Article 12, paragraph 3", "第十二条第三項"),
    ("until 31 March 2026", "2026年3月31日まで"),
    ("until 31 March 2026", "令和8年3月31日まで"),
    ("on 1 May 2025", "2025年5月1日に"),
    ("from May 1, 2025", "2025年5月1日から"),
    ("Mon 3 Feb 2025", "2025年2月3日（月）"),
    ("the 31st of March", "3月31日"),
    ("open until 5:30 pm", "17:30まで"),
    ("open until 5.30 pm", "午後5時30分まで"),
    ("open until 17:30", "17時30分まで"),
    ("from 9 am to 12 noon", "9時から12時まで"),
    ("after 17:00:30", "17:00を過ぎて"),
    ("available 24 hours a day", "24時間受付"),
    ("licences EU900087 and EU900088", "EU900087とEU900088のライセンス"),
    ("the SV9500 and the 3C", "SV9500と3C"),
    ("SV9100 CP20", "ＳＶ９１００のＣＰ２０"),
    ("bulletin 2024-056", "営業情報2024-056"),
    ("over 50 km", "50kmを超える"),
    ("50km and more", "50 km以上"),
    ("up to 2.70 m", "2.7mまで"),
    ("a 10% uplift", "10％の割増"),
    ("twenty-five units", "25台"),
    ("one hundred and five days", "105日"),
    ("the two of them", "2つとも"),
    ("two copies", "2部"),
    ("both copies", "両方"),
    ("one of these systems", "いずれかのシステム"),
    ("You may ask us.", "お尋ねください。"),
    ("a day", "1日"),
    ("call +61 3 9264 1234", "+61 3 9264 1234へお電話ください"),
    ("leave {days} days", "{days}日あけて"),
]  # fmt: skip
BACK = [
    ("10営業日以内", "within ten working days"),
    ("１万円", "10,000 yen"),
    ("二十五日", "on the 25th"),
    ("二〇二六年三月三十一日", "31 March 2026"),
    ("2026年3月31日", "March 31, 2026"),
    ("令和8年3月31日", "31 March 2026"),
    ("令和元年5月1日", "1 May 2019"),
    ("9:00から12:00まで、13:00から17:30まで", "from 9 am to noon and from 1 pm to 5:30 pm"),
    ("17時を過ぎて", "after 5 pm"),
    ("翌月1日", "on the first of the following month"),
    ("翌々月1日から1年間", "for one year from the first day of the month after next"),
    ("1回だけ", "once only"),
    ("二通りの読み方", "two ways of reading it"),
    ("第2条(3)", "section 2 (3)"),
    ("電話は045-000-1234", "telephone 045-000-1234"),
    ("24時間対応", "around the clock, 24 hours"),
    ("十分な時間", "enough time"),
    ("一部の機能", "some functions"),
    ("一切の責任", "any responsibility"),
    ("両方", "both"),
    ("3か月前まで", "up to three months before"),
    ("1営業日", "one working day"),
    ("5千円", "5,000 yen"),
    ("V6.5以降", "V6.5 or later"),
]  # fmt: skip
WRONG = [
    ("at least 10 working days", "20営業日", ["10"]),
    ("at least 10 working days", "数営業日", ["10"]),
    ("ten working days", "十二営業日", ["10"]),
    ("until 31 March 2026", "2026年5月31日まで", ["3"]),
    ("until 31 March 2026", "2025年3月31日まで", ["2026"]),
    ("10,000 yen", "10万円", ["10000"]),
    ("open until 17:30", "17:00まで", ["17:30"]),
    ("open until 5:30 pm", "17:00まで", ["5:30 pm"]),
    ("after 11:00", "正午以降", ["11:00"]),
    ("the SV9500", "SV9300", ["sv9500"]),
    ("EU900087", "900087", ["eu900087"]),
    ("2.7 m", "2.5 m", ["2.7"]),
    ("10営業日以内", "within working days", ["10"]),
    ("三十一日", "on the 30th", ["31"]),
    ("令和8年", "in 2027", ["8"]),
    ("3月31日", "on the 31st", ["3"]),
]  # fmt: skip


OTHERS = [
    ("fr", "until 31 March 2026", "jusqu'au 31 mars 2026"),
    ("fr", "open from 13:30", "ouvert dès 13 h 30"),
    ("fr", "open from 13:30", "ouvert dès 13h30"),
    ("fr", "after 1 pm", "après 13 h"),
    ("fr", "24 hours a day", "24 h sur 24"),
    ("fr", "thirty days", "trente jours"),
    ("fr", "30 days", "trente jours"),
    ("fr", "the two units", "les deux appareils"),
    ("fr", "1,200 units", "1 200 appareils"),
    ("fr", "1,200 units", "1\u202f200 appareils"),
    ("fr", "99.9% of all days", "99,9 % des jours"),
    ("fr", "section 3.1", "l'article 3.1"),
    ("fr", "before noon", "avant midi"),
    ("fr", "the first of April", "le 1er avril"),
    ("de", "Eight Hours Day", "Achtstundentag"),
    ("de", "a term of two years", "ein Zweijahresvertrag"),
    ("de", "a period of 3 months", "eine Dreimonatsfrist"),
    ("nl", "every three months", "driemaandelijks"),
    ("de", "25 December", "25. Dezember"),
    ("de", "from 9 am", "ab 9 Uhr"),
    ("de", "until 13:30", "bis 13.30 Uhr"),
    ("de", "until 13:30", "bis 13:30 Uhr"),
    ("de", "1,200 units", "1.200 Geräte"),
    ("de", "thirty days", "dreißig Tage"),
    ("de", "31 December 2026", "31.12.2026"),
    ("de", "section 3.1", "Abschnitt 3.1"),
    ("de", "2 million", "2 Millionen"),
    ("pl", "25 December 2026", "25 grudnia 2026"),
    ("pl", "99.9%", "99,9%"),
    ("pl", "1,200 units", "1 200 sztuk"),
    ("ar", "30 days", "٣٠ يومًا"),
    ("ar", "2 days", "يومان"),
    ("ar", "99.9% of all days", "٩٩٫٩٪ من الأيام"),
    ("ar", "1,200 units", "١٬٢٠٠ وحدة"),
    ("ar", "until 31 March 2026", "حتى ٣١ مارس ٢٠٢٦"),
    ("ar", "at 13:30", "الساعة ١٣:٣٠"),
    ("fa", "30 days", "۳۰ روز"),
    ("hi", "30 days", "३० दिन"),
    ("fr", "after 8 am", "après 8 heures"),
    ("it", "at 1:30 pm", "alle ore 13.30"),
    ("fi", "until 13:30", "klo 13.30 asti"),
    ("da", "from 9:05 to 17:00", "fra kl. 9.05 til 17.00"),
    ("id", "at 13:30", "pukul 13.30"),
    ("hu", "until 31 March 2026", "2026. március 31-ig"),
    ("hu", "from 31 March 2026 to 5 April 2027", "2026. március 31-től 2027. április 5-ig"),
    ("lt", "31 March 2026", "2026 m. kovo 31 d."),
    ("zh", "31 December 2026", "2026年12月31日"),
    ("ko", "31 March 2026, 5:30 pm", "2026년 3월 31일 오후 5시 30분"),
    ("cs", "31 March 2026", "31. března 2026"),
    ("sk", "1,200 units", "1 200 kusov"),
    ("ca", "thirty days", "trenta dies"),
]  # fmt: skip
CHANGED = [
    ("fr", "until 31 March 2026", "jusqu'au 31 mai 2026", ["3"]),
    ("fr", "1,200 units", "12 00 appareils", ["1200"]),
    ("fr", "thirty days", "treize jours", ["30"]),
    ("fr", "open from 13:30", "ouvert dès 13 h", ["13:30"]),
    ("de", "a term of two years", "ein Dreijahresvertrag", ["2"]),
    ("de", "within 2 years", "achtbar", ["2"]),
    ("de", "1,200 units", "1,200 Geräte", ["1200"]),
    ("de", "from 9 am", "ab 8 Uhr", ["9 am"]),
    ("pl", "25 December", "25 listopada", ["12"]),
    ("ar", "30 days", "٢٠ يومًا", ["30"]),
    ("it", "at 1:30 pm", "alle ore 13.20", ["1:30 pm"]),
    ("fr", "after 8 am", "après 9 heures", ["8 am"]),
    ("ko", "31 March", "5월 31일", ["3"]),
    ("cs", "31 March 2026", "31. května 2026", ["3"]),
]  # fmt: skip


@pytest.fixture(scope="module")
def spellings(locales: Path) -> Spellings:
    """The figures of any language, with the grammars that ship."""
    return Spellings(locales)


def found(
    judge: Callable[[Sequence[Figure], Sequence[Figure]], list[str]],
    spellings: Spellings, source: str, said: str, languages: tuple[str, str] | None = None,
) -> list[str]:  # fmt: skip
    """What a judge says of a translation, from English to Japanese or back where no languages are given."""
    ours, theirs = languages or (("en", "ja") if source.isascii() else ("ja", "en"))
    return judge(spellings.of(ours).read(source), spellings.of(theirs).read(said))


@pytest.mark.parametrize(("source", "translation"), SAME + BACK)
def test_the_same_figures_in_another_script_are_the_same(spellings: Spellings, source: str, translation: str) -> None:
    assert found(missing, spellings, source, translation) == []


@pytest.mark.parametrize(("source", "translation", "lost"), WRONG)
def test_a_figure_that_is_lost_or_changed_is_named(
    spellings: Spellings, source: str, translation: str, lost: list[str]
) -> None:
    assert found(missing, spellings, source, translation) == lost


ONE = [
    ("de", "ein, eine, einen", "even 1 second late", "auch nur eine Sekunde zu spät", []),
    ("de", "ein, eine, einen", "for 1 year", "für ein Jahr", []),
    ("de", "ein, eine, einen", "1 working day or 1 hour", "einen Tag oder eine Stunde", []),
    ("de", "ein, eine, einen", "on 1 system", "auf einer Anlage", ["1"]),
    ("de", "ein, eine, einen", "2 days", "einen Tag", ["2"]),
    ("it", "un, uno, una", "within 1 month", "entro un mese", []),
    ("es", "un, una", "1 week later", "una semana después", []),
    ("fr", "un, une", "1 minute", "une minute", []),
]
"""A language, its words for one, and figures of the source that a translation has not."""


@pytest.mark.parametrize(("language", "one", "source", "said", "lost"), ONE)
def test_a_word_for_one_before_a_unit_is_a_figure(
    language: str, one: str, source: str, said: str, lost: list[str], locales: Path, tmp_path: Path
) -> None:
    shutil.copytree(locales / "en", tmp_path / "en")
    (tmp_path / language).mkdir()
    (tmp_path / language / "grammar.yaml").write_text(f"numbers: {{one: [{one}]}}\n", "utf-8")
    assert found(missing, Spellings(tmp_path), source, said, ("en", language)) == lost


def test_a_language_has_its_figures_whatever_was_looked_at_before(root: Path) -> None:
    """In a process of its own: Babel keeps what it has loaded."""
    command = """
from pathlib import Path
from babel import Locale
Locale.parse("root").months["format"]["abbreviated"]
from assistant.i18n.spelling import spelling
print("\\uc6d4" in spelling(Path("locales"), "ko")["numbers.units.month"])
"""
    run = subprocess.run([sys.executable, "-c", command], cwd=root, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "True"


@pytest.mark.parametrize(("language", "english", "said"), OTHERS)
def test_a_language_that_nobody_has_written_a_grammar_for_has_its_own_figures(
    spellings: Spellings, language: str, english: str, said: str
) -> None:
    for judge in (missing, added, exchanged):
        assert found(judge, spellings, english, said, ("en", language)) == []
    assert found(missing, spellings, said, english, (language, "en")) == []


@pytest.mark.parametrize(("language", "english", "said", "lost"), CHANGED)
def test_a_figure_that_another_language_changes_is_named(
    spellings: Spellings, language: str, english: str, said: str, lost: list[str]
) -> None:
    assert found(missing, spellings, english, said, ("en", language)) == lost
