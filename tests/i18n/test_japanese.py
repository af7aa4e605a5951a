"""Japanese is written in one way everywhere: in the content that is Japanese, and in every translation into it."""

import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

from assistant.model.policy import Library
from assistant.workbench.catalogues.texts import texts

TOLD = re.compile(r"「[^」]*」|“[^”]*”|\{[^}]*\}")
"""What is quoted is written as its author writes it; a gap is filled with what follows these rules itself."""
PLACES = re.compile(r"\.place$|\.document\.title$|\.name$|\.title$")
"""Where a document's own headings and names stand, in its own spelling."""
SIGN = "\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff"
RULES = {
    "one spelling: お問い合わせ": (r"(?<!お)問い合わせ(?!る|ま|記録)|問合せ|問合わせ|問いあわせ", "お問合せください"),
    "one spelling: ください": (r"下さい|頂[きくけい]|(?<!一)致しま|出来[るなま]", "ご確認下さい"),
    "long vowels are written": (r"サーバ(?!ー)|ユーザ(?!ー)|プロジェクタ(?!ー)", "サーバを変更"),
    "hours are 9:00": (r"(?:午前|午後)[0-9]|(?<![0-9])[0-9]{1,2}時(?!間|点|差|刻|期|代)", "午前9:00に"),
    "and not 09:00": (r"(?<![0-9\"])0[0-9]:[0-9]{2}", "09:00に"),
    "a range of hours has its own sign": (r"[0-9]:[0-9]{2}(?:から|-|–|~|〜)[0-9]{1,2}:", "9:00から12:00まで"),
    "no brackets inside brackets": (r"（[^（）]*（", "今日（29日（日））"),
    "no full stop behind the brackets of a question": (r"(?:か|？)（[^（）]*）。", "いつですか（日本時間）。"),
    "no blank inside a sentence": (rf"[{SIGN}、。] [{SIGN}]", "ご確認く ださい"),
    "doubt is 場合があります": (r"かもしれません|ことがあるかも", "異なるかもしれません"),
    "nobody refuses curtly": (r"お答えしません|持ち合わせて", "金額はお答えしません"),
    "what a person entered is 入力内容": (r"ご回答", "ご回答の内容"),
    "a ticket is 問い合わせ記録": (r"チケット用", "チケット用"),
    "a doubt in the document is 解釈": (r"読み方|読める箇所", "2通りに読める箇所"),
    "items are counted as people count them": (r"箇条書き[0-9]|下位項目", "箇条書き2、下位項目1"),
}
"""What nobody writes, each with an example."""
ALWAYS = frozenset({"no brackets inside brackets", "items are counted as people count them"})
"""What holds for a document's headings and names too."""
POLITE = re.compile(
    r"(?:^はい|^いいえ|です|ます|ません|でした|ました|ください|でしょうか|でしたか|ましたか|ましょう|ですか|ますか|ませんか|[一-龥ァ-ヶー]|こと|場合|とおり|ため|[0-9A-Za-z%:.）」}])。"
)
ENDS = re.compile(r"[^。]+。")


def japanese(library: Library, locales: Path) -> Iterator[tuple[str, str]]:
    """Every Japanese sentence with its path, or with what it translates."""
    for policy in library.policies.values():
        if policy.about.language == "ja":
            yield from ((text.context, text.source) for text in texts(policy))
    for path in sorted((locales / "ja").glob("*.po")):
        if path.name == "ui.po" or path.name.startswith("policy-"):
            for entry in polib.pofile(path.read_text("utf-8")):
                if not entry.obsolete:
                    name = entry.msgctxt or f"{path.stem}: {entry.msgid}"
                    yield from ((name, said) for said in (entry.msgstr, *entry.msgstr_plural.values()) if said)


@pytest.fixture(scope="module")
def sentences(library: Library, locales: Path) -> list[tuple[str, str]]:
    """All of them, without what they quote."""
    return [(name, TOLD.sub("「」", said)) for name, said in japanese(library, locales)]


@pytest.mark.parametrize("rule", RULES)
def test_every_sentence_keeps_the_rule(sentences: list[tuple[str, str]], rule: str) -> None:
    held = re.compile(RULES[rule][0])
    assert [one for one in sentences if held.search(one[1]) and (rule in ALWAYS or not PLACES.search(one[0]))] == []


@pytest.mark.parametrize("rule", RULES)
def test_what_breaks_a_rule_would_be_seen(rule: str) -> None:
    held, broken = RULES[rule]
    assert re.search(held, broken)


def test_every_sentence_is_polite(sentences: list[tuple[str, str]]) -> None:
    found = [(name, end) for name, said in sentences for end in ENDS.findall(said) if not POLITE.search(end)]
    assert found == []


def test_questions_and_headings_end_in_one_way(sentences: list[tuple[str, str]]) -> None:
    asked = [(name, said) for name, said in sentences if name.endswith(".question")]
    assert [one for one in asked if not re.search(r"？(?:（[^（）]+）)?$", one[1])] == []
    heads = [(name, said) for name, said in sentences if re.search(r"\.(?:title|label|name|short)$", name)]
    assert [one for one in heads if one[1].endswith(("。", "？", "："))] == []
