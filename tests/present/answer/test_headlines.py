"""A headline says what it knows: amounts on another day too, and what is not known."""

import datetime as dt
import re
from itertools import chain
from pathlib import Path

import pytest

from assistant.decide import Answer
from assistant.decide.unknown import ask_with
from assistant.errors import GAP
from assistant.i18n.load import read_grammars
from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.present.answer.page import answer_view
from assistant.present.sentences import BEFORE, HEADLINES, IN_A_WORD
from assistant.present.writer import Writer
from assistant.workbench.catalogues.texts import texts
from tests.conftest import words_of
from tests.present.answer.test_standing import shown
from tests.present.conftest import Asked
from tests.present.showing import noon

WAITING = {"level": "silver", "work": "uninstallation", "mounted_height_m": "3"}
REFUND = {"cancelled_by": "nec", "payment_plan": "annual", "cancel_date": "2026-05-01", "term_end": "2026-12-31"}


@pytest.mark.parametrize(("lang", "amount"), [("en", r"[mM]onths.*: 7\."), ("ja", "は7です。|7か月分")])
@pytest.mark.parametrize("on", ["2026-05-05", "2026-11-29", "2027-05-05"])
def test_an_amount_stands_in_the_headline_for_another_day_too(
    library: Library, words: dict[str, Words], on: str, lang: str, amount: str
) -> None:
    case, now = ("swap-out", "refund", "covered", REFUND), "2026-11-29T12:00+10:30"
    view = shown(library, words[lang], case, on, now)
    assert re.search(amount, view.headline)
    assert view.place.same == (on != "2026-11-29")
    told = view.reasons[0].say
    assert not told.startswith(words[lang].say("The reason then: {reason}", reason="")), "it holds today as well"


@pytest.mark.parametrize(
    ("case", "own"),
    [
        (("swap-out", "refund", "covered", {"cancelled_by": "customer"}), "only where NEC cancels"),
        (("swap-out", "included-work", "covered", WAITING), "once you have provided access equipment"),
        (("licence-desk", "hwkc-replacement", "free", {"system": "sv9500", "swa": "none"}), "carries a service fee"),
    ],
)
@pytest.mark.parametrize("on", ["2026-01-14", "2026-01-15", "2026-01-16"])
def test_what_a_headline_says_on_its_day_it_says_on_another_unless_it_was_good_news(
    library: Library, words: dict[str, Words], case: tuple[str, str, str, dict[str, str]], own: str, on: str
) -> None:
    view = shown(library, words["en"], case, on, "2026-01-15T12:00+10:30")
    assert (own in view.headline) == (view.tone != "yes" or on >= "2026-01-15")
    days = {"2026-01-14": ("On Wed 14 Jan 2026",), "2026-01-16": ("By today’s terms, on Fri",)}
    assert view.headline.startswith(days.get(on, ("",)))


def test_every_date_and_number_of_a_verdict_stands_in_its_headline_on_another_day(
    asked: list[Asked], words: dict[str, Words]
) -> None:
    for one in asked:
        if isinstance(one.outcome, Answer) and not one.outcome.announced:
            for now in (dt.date(2001, 1, 1), dt.date(2090, 1, 1)):
                view = answer_view(Writer(one.policy, words["en"]), one.outcome, noon(now))
                if view.standing.kind in ("before", "ahead") and view.verdict not in ("ended", "dated"):
                    kept = [*(each.text for each in view.dates), *(each.text for each in view.values)]
                    assert [text for text in kept if text not in view.headline] == [], one


def test_what_is_not_known_stands_in_the_headlines_own_words(asked: list[Asked], words: dict[str, Words]) -> None:
    found = set()
    for one in asked:
        if isinstance(one.outcome, Answer):
            for now in (noon(one.case.on), noon(dt.date(2090, 1, 1))):
                view = answer_view(Writer(one.policy, words["en"]), one.outcome, now)
                doubts = {caveat.doubt for caveat in view.caveats if caveat.doubt}
                found |= doubts
                told = {doubt for doubt in doubts if doubt in view.headline or "may " in view.headline}
                assert told == doubts, one
                assert doubts or " may change this." not in view.headline, one
    assert found


@pytest.mark.parametrize(("accepted", "unsure"), [("2026-12-22T10:00", False), ("2026-12-29T18:00", True)])
def test_a_date_that_announced_days_may_move_says_so_itself(
    library: Library, words: dict[str, Words], accepted: str, unsure: bool
) -> None:
    case = ("desknets-web-meeting", "key-reissue", "due", {"accepted_at": accepted})
    for now in ("2026-12-29T18:00+09:00", "2027-03-01T12:00+09:00"):
        view = shown(library, words["en"], case, now[:10], now)
        assert ("Days off that are announced elsewhere may change this." in view.headline) == unsure


def test_good_news_that_has_run_out_by_today_is_told_as_over(library: Library, words: dict[str, Words]) -> None:
    facts = {"period_end": "2025-12-12", "addon_date": "2025-10-10"}
    case = ("desknets-web-meeting", "additional-licences", "covered", facts)
    for now, over in (("2025-12-12T12:00+09:00", False), ("2025-12-13T12:00+09:00", True)):
        view = shown(library, words["ja"], case, now[:10], now)
        assert (view.standing.kind == "passed") == over
        assert view.headline.endswith("サポートの対象です。") != over
        assert (view.standing.text == "期限から1日経過しています") == over


@pytest.mark.parametrize(("level", "without"), [("gold", "Bronze"), ("silver", "Bronze"), ("bronze", "Silver or Gold")])
@pytest.mark.parametrize(
    ("topic", "aspect", "facts"),
    [
        ("onsite-visit", "due", {"distance_km": "10", "state": "sa", "logged_at": "2026-01-15T10:00"}),
        ("onsite-visit", "free", {}),
        ("included-work", "covered", {"work": "collection"}),
    ],
)
def test_a_customer_reads_no_step_for_another_level(
    library: Library, words: dict[str, Words], topic: str, aspect: str, facts: dict[str, str], level: str, without: str
) -> None:
    case = ("swap-out", topic, aspect, {"level": level, **facts})
    view = shown(library, words["en"], case, "2026-01-15", "2026-01-15T12:00+10:30")
    assert view.next_steps
    steps = [step.text for part in view.next_steps.parts for step in part.steps]
    assert len(steps) == 4 - ("logged_at" in facts), "whoever has rung is not told to ring"
    assert not [one for one in steps if one.startswith(f"With {without}")]


def headlines(library: Library, words: Words) -> list[str]:
    """Every sentence that can head an answer in a language, the interface's own and the words of badges among them."""
    own = (*chain(*HEADLINES.values()), *BEFORE.values(), *IN_A_WORD.values())
    said = [words.say(one, **dict.fromkeys(GAP.findall(one), "x")) for one in own]
    for policy in library.policies.values():
        heads = (one for one in texts(policy) if one.context.endswith(".answer"))
        said += [Writer(policy, words).text(one, **dict.fromkeys(one.gaps, "x")) for one in heads]
    return [one.text for one in said]


def bare(answer: str, locales: Path, language: str) -> bool:
    """Whether a sentence begins with a yes or a no that stands for itself, in the words of the language's grammar."""
    answers = read_grammars(locales)[language].answers
    either = "|".join(map(re.escape, (*answers.yes, *answers.no)))
    return bool(re.match(rf"\W*(?:{either})\s*(?![\w\s])", answer, re.IGNORECASE))


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_headline_says_the_fact_and_no_bare_yes_or_no(library: Library, locales: Path, language: str) -> None:
    """Under “is it excluded?”, “do I have to pay?” or “is it too late?” it would stand the wrong way round."""
    said = headlines(library, words_of(locales, language))
    assert len(said) > 150
    assert [one for one in said if bare(one, locales, language)] == []


@pytest.mark.parametrize(
    ("language", "answer", "refused"),
    [
        ("en", "Yes, Gold includes it.", True),
        ("en", "No. NEC may offer it at an additional cost.", True),
        ("en", "Yes", True),
        ("en", "yep – until x", True),
        ("en", "No date is promised for this.", False),
        ("en", "Nothing is paid back.", False),
        ("en", "Not included; only Gold includes this work.", False),
        ("ja", "はい、xまで対象です。", True),
        ("ja", "いいえ。追加料金で対応できる場合があります。", True),
        ("ja", "いいえ", True),
        ("ja", "無料です。", False),
        ("ja", "はいった保険の対象です。", False),
        ("ja", "有料で対応できる場合があります。", False),
    ],
)
def test_a_bare_yes_or_no_is_told_from_a_word_that_begins_like_one(
    locales: Path, language: str, answer: str, refused: bool
) -> None:
    assert bare(answer, locales, language) is refused


STARTED = {"term_start": "2026-01-01", "payment_plan": "annual"}
DAY_BEFORE = {"en": "On {day} the answer was: ", "ja": "{day}時点の回答："}


@pytest.mark.parametrize(
    ("topic", "aspect", "facts", "on", "en", "ja"),
    [
        ("end-agreement", "covered", STARTED, "2026-11-01", "can be ended on Tue 1 Dec 2026", "（火）に解約できます"),
        ("end-agreement", "covered", {"term_start": "2025-01-01", "payment_plan": "annual"}, "2026-06-01",
         "can end the agreement on Wed 1 Jul 2026", "（水）に解約できます"),
        ("registration", "covered", {"cover_purchase_date": "2026-10-01"}, "2026-10-03",
         "You can register", "登録できます"),
        ("replacement-model", "covered", {}, "2025-05-05", "You receive the same model", "同じ機種か、"),
        ("eligibility", "covered", {"in_price_book": "yes", "in_warranty": "yes"}, "2025-05-05",
         "You can buy Swap-Out", "購入できます"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_what_answers_a_question_of_a_topics_own_answers_it_of_an_earlier_day_too(
    library: Library, words: dict[str, Words], topic: str, aspect: str, facts: dict[str, str], on: str, en: str,
    ja: str, lang: str,
) -> None:  # fmt: skip
    """Nobody who asks whether an agreement can be ended is told that this was covered."""
    view = shown(library, words[lang], ("swap-out", topic, aspect, facts), on, "2026-12-01T12:00+10:30")
    assert view.headline.startswith(DAY_BEFORE[lang].format(day=view.place.on_text))
    assert {"en": en, "ja": ja}[lang] in view.headline
    assert not re.search(r"was covered|対象でした", view.headline)


@pytest.mark.parametrize(
    ("lang", "then"),
    [("en", "the agreement could end on Sun 1 Nov 2026 at"), ("ja", "終了するのは、早くて2026年11月1日（日）でした")],
)
def test_when_an_agreement_could_be_ended_is_told_once_it_could(
    library: Library, words: dict[str, Words], lang: str, then: str
) -> None:
    case = ("swap-out", "end-agreement", "due", STARTED)
    assert then in shown(library, words[lang], case, "2026-06-01", "2026-12-01T12:00+10:30").headline


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_reason_puts_nothing_into_brackets_that_is_not_known(
    library: Library, words: dict[str, Words], lang: str
) -> None:
    policy, asked = library.policies["swap-out"], ("swap-out", "onsite-visit", "due")
    facts, on = {"level": "gold", "distance_km": "60", "logged_at": "2025-12-23T16:00"}, dt.date(2026, 1, 15)
    told = ask_with(policy, "onsite-visit", "due", facts, ("state",), on).outcome
    assert isinstance(told, Answer)
    view = answer_view(Writer(policy, words[lang]), told, noon(on))
    assert re.search(r"(at the site|祝日を除いて.*)[.。]", view.reasons[0].say)
    assert not re.search("[(（]|not known", view.reasons[0].say.replace("（GPO）", "").replace("（水）", ""))
    known = shown(library, words[lang], (*asked, {**facts, "state": "vic"}), str(on), "2026-01-15T12:00+10:30")
    assert {"en": "at the site (Victoria)", "ja": "設置場所（ビクトリア州）の"}[lang] in known.reasons[0].say


BOUGHT = {"unit_purchase_date": "2026-01-10", "years": "1"}


@pytest.mark.parametrize(
    ("case", "now", "left"),
    [
        (("swap-out", "contract-period", "due", {**BOUGHT, "invoice_date": "2026-11-20"}), "2026-12-01", False),
        (("swap-out", "contract-period", "due", {**BOUGHT, "invoice_date": "2026-01-10"}), "2026-12-01", False),
        (("desknets-web-meeting", "support-period", "due", {"purchase_date": "2026-03-03", "order_date": "2026-03-03"}),
         "2026-12-01", False),
        (("swap-out", "contract-period", "due", {**BOUGHT, "invoice_date": "2026-01-10"}), "2027-01-01", True),
        (("swap-out", "renewal-notice", "due", {"term_end": "2027-06-30"}), "2026-12-01", True),
        (("swap-out", "end-agreement", "due", {"term_start": "2026-06-01"}), "2026-12-01", True),
    ],
)  # fmt: skip
def test_days_are_left_of_a_period_that_has_begun_only_near_its_end(
    library: Library, words: dict[str, Words], case: tuple[str, str, str, dict[str, str]], now: str, left: bool
) -> None:
    """Its end is no deadline, and cover that was bought later may end before its term does."""
    view = shown(library, words["en"], case, now, f"{now}T12:00+09:00")
    assert ("left" in view.standing.text) == left
