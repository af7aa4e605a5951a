"""An answer says no in every language, or in none; sentences that rightly go apart are let be."""

from pathlib import Path

import polib
import pytest

from assistant.i18n import defects
from assistant.i18n.load import read_grammars
from assistant.workbench.catalogues.denials import Denials
from tests.conftest import ROOT

LANGUAGES = ROOT / "tests" / "languages"
POINT = "t.summary.sections.a.points.b.text"
HEADLINE, REASON = "t.topics.a.covered.r.answer", "t.topics.a.covered.r.passed.say"
PRICE, DAY = "t.topics.a.free.r.answer", "t.topics.a.due.r.answer"
LOST, ADDED = "the source denies, by “{word}”, and the translation does not", "the translation denies, by “{word}”"


@pytest.fixture(scope="module")
def denials(locales: Path) -> Denials:
    """The words that deny in the languages that ship, and in those that are tried."""
    return Denials({**read_grammars(locales), **read_grammars(LANGUAGES)})


@pytest.mark.parametrize(
    ("context", "language", "source", "said", "wrong"),
    [
        (HEADLINE, "fr", "It cannot be bought.", "Il ne peut pas être acheté.", ""),
        (HEADLINE, "fr", "It cannot be bought.", "Il peut être acheté.", LOST),
        (HEADLINE, "fr", "It can be bought.", "Il ne peut pas être acheté.", ADDED),
        (HEADLINE, "ar", "No refund is paid.", "لا يُرد شيء.", ""),
        (HEADLINE, "ar", "No refund is paid.", "يُرد المبلغ.", LOST),
        (HEADLINE, "nl", "This is not covered.", "Dit is niet gedekt.", ""),
        (HEADLINE, "nl", "This is not covered.", "Dit is gedekt.", LOST),
        (HEADLINE, "ja", "This is not covered.", "対象になりません。", ""),
        (HEADLINE, "ja", "This is not covered.", "対象になります。", LOST),
        (HEADLINE, "ja", "This is covered.", "対象になりません。", ADDED),
        (HEADLINE, "fr", "It cannot be had where it is not covered.", "Il est fourni s’il n’est pas couvert.", LOST),
        (HEADLINE, "nl", "It is not free without cover.", "Het is niet gratis zonder dekking.", ""),
        (HEADLINE, "nl", "It is not free without cover.", "Het is gratis zonder dekking.", LOST),
        (REASON, "ja", "It is neither sold nor valid.", "購入も利用もできません。", ""),
        (REASON, "ja", "It is free without a visit.", "訪問が付いていれば負担していただきます。", LOST),
        (
            REASON,
            "ja",
            "The same wherever possible, and otherwise one alike.",
            "用意できない場合は同程度の機種です。",
            "",
        ),
        (PRICE, "ja", "There is no charge.", "無料です。", ""),
        (PRICE, "ja", "It is free.", "料金はかかりません。", ""),
        (PRICE, "ja", "There is no charge.", "有料です。", LOST),
        (DAY, "ja", "Not before {earliest}.", "早くても{earliest}以降です。", LOST),
        (POINT, "fr", "no later than Friday", "au plus tard vendredi", ""),
        (POINT, "nl", "It can be had without a visit.", "Het kan met een bezoek.", LOST),
        ("", "fr", "Not covered", "Exclu", LOST),
        ("", "fr", "Not covered", "Non couvert", ""),
        ("", "ja", "Your reply is never passed on.", "ご回答は第三者に渡されます。", LOST),
        ("", "ja", "No, it is valid.", "いいえ、有効です。", ""),
        ("", "ja", "No, it is valid.", "はい、有効です。", LOST),
        ("", "ja", "It can be read.", "読めません。", ""),
    ],
)
def test_a_denial_that_is_lost_or_added_is_named(
    denials: Denials, context: str, language: str, source: str, said: str, wrong: str
) -> None:
    entry = polib.POEntry(msgctxt=context, msgid=source, msgstr=said)
    found = [defect.sentence for defect, _ in denials.defects(entry, "en", language)]
    assert [one[: len(wrong)] for one in found] == [wrong] * bool(wrong)


def test_a_translator_accepts_what_is_right_without_a_denial(denials: Denials) -> None:
    entry = polib.POEntry(msgctxt=HEADLINE, msgid="It is not offered.", msgstr="C’est exclu.")
    ((wrong, _),) = denials.defects(entry, "en", "fr")
    assert dict(wrong.values) == {"word": "not"}
    entry.tcomment = "accepted: not"
    assert list(denials.defects(entry, "en", "fr")) == []


def test_each_form_of_a_plural_denies(denials: Denials) -> None:
    forms = {0: "{count} dag telt niet", 1: "{count} dagen tellen"}
    entry = polib.POEntry(msgid="{count} day does not count", msgid_plural="{count} days do not count")
    entry.msgstr_plural = forms
    assert len(list(denials.defects(entry, "en", "nl"))) == 1
    entry.msgstr_plural = {**forms, 1: "{count} dagen tellen niet"}
    assert list(denials.defects(entry, "en", "nl")) == []


@pytest.mark.parametrize("catalogue", ["ui", "policy-desknets-web-meeting"])
@pytest.mark.parametrize("language", ["fr", "ar"])
def test_idiomatic_catalogues_are_let_be(denials: Denials, language: str, catalogue: str) -> None:
    file = polib.pofile(str(LANGUAGES / language / f"{catalogue}.po"))
    source = file.metadata.get("X-Source-Language", "en")
    assert [entry.msgid for entry in file if any(denials.defects(entry, source, language))] == []


@pytest.mark.parametrize(
    ("source", "said", "left"),
    [
        ("There is no refund under monthly payment.", "There is no refund under monthly payment!", True),
        ("There is no refund under monthly payment.", "there is no Refund under monthly payment", True),
        (
            "There is no refund for customers who pay monthly.",
            "There is no refund for customers que pay monthly.",
            True,
        ),
        ("約款に書かれていない条件です。", "約款に書かれていない条件です！", True),
        ("There is no refund under monthly payment.", "Con el pago mensual no hay reembolso.", False),
        ("Read the document clause by clause", "Lire le document clause par clause", False),
        ("Move system(s) from one partner to the other", "「Move system(s) from one partner to the other」", False),
        ("write it: policy-assistant new topic", "`policy-assistant new topic` を書いてください", False),
        ("Removal of Licence", "Removal of Licence", False),
        ("Web Meeting Support Service Agreement", "Web-Meeting-Support-Service-Agreement", False),
    ],
)
def test_a_sentence_that_nobody_translated_is_found_whatever_its_marks(source: str, said: str, left: bool) -> None:
    assert bool([*defects._left(source, said)]) is left
