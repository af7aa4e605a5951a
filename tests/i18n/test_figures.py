"""Figures are the same whatever script they are written in, and a wrong one is found."""

import pytest

from assistant.i18n.figures import missing_figures

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
    ("open until 17:30", "17:00まで", ["5:30"]),
    ("after 11:00", "正午以降", ["11:00"]),
    ("the SV9500", "SV9300", ["sv9500"]),
    ("EU900087", "900087", ["eu900087"]),
    ("2.7 m", "2.5 m", ["2.7"]),
    ("10営業日以内", "within working days", ["10"]),
    ("三十一日", "on the 30th", ["31"]),
    ("令和8年", "in 2027", ["2026/8"]),
    ("3月31日", "on the 31st", ["3"]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "translation"), SAME + BACK)
def test_the_same_figures_in_another_script_are_the_same(source: str, translation: str) -> None:
    assert missing_figures(source, translation) == []


@pytest.mark.parametrize(("source", "translation", "missing"), WRONG)
def test_a_figure_that_is_lost_or_changed_is_named(source: str, translation: str, missing: list[str]) -> None:
    assert missing_figures(source, translation) == missing
