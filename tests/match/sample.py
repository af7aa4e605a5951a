"""A small policy about a library of tools, in the shape that the content has, and what people ask about it."""

from assistant.content.link import link
from assistant.match.ranking import OUT_OF_SCOPE, Phrase
from assistant.model.policy import About, Library, Policy
from assistant.model.record import Text
from assistant.model.rule import Rule, Shared, SharedList, Use
from assistant.model.source import Document, Outline
from assistant.model.summary import Summary
from assistant.model.topic import Topic
from assistant.vocabulary.conditions.inclusion import OneOf
from assistant.vocabulary.conditions.order import After
from assistant.vocabulary.derived.day import DerivedDay
from assistant.vocabulary.fact import Fact, Frame
from assistant.vocabulary.facts.choice import Choice, Option, YesNo
from assistant.vocabulary.facts.moment import DayFact, MomentFact
from assistant.vocabulary.facts.number import NumberFact, WholeNumberFact


def words(source: str, context: str = "tool-hire") -> Text:
    return Text(context, source)


def option(label: str, *spellings: str) -> Option:
    return Option(label=words(label), spellings=spellings)


def choice(label: str, options: dict[str, Option]) -> Choice:
    return Choice(type="choice", question=words("Which?"), label=words(label), options=options)


FACTS: dict[str, Fact] = {
    "tool": choice(
        "Tool",
        {
            "dr950": option("DR950", "DR 950", "ドリル950"),
            "dr9500": option("DR9500", "DR 9500"),
            "lawn-mower": option("Lawn mower", "芝刈り機"),
            "gold": option("Gold", "ゴールド"),
            "wa": option("Wall anchor", "WA"),
        },
    ),
    "sla": Choice(
        type="choice", question=words("Which?"), label=words("SLA"), frame=Frame(
            things=("SLA",), there="active", missing="none"
        ), options={"active": option("Active SLA"), "none": option("No active SLA", "SLAなし")},
    ),
    "request": choice("Request", {"repair": option("Repair", "mend"), "loan": option("Loan", "貸し出し")}),
    "insured": YesNo(
        type="yes-no", question=words("Insured?"), label=words("Insured"), yes=words("Yes, it is insured"),
        no=words("No, not insured"),
    ),
    "purchase_date": DayFact(
        type="date", question=words("When?"), label=words("Bought on"), cues=("bought", "purchase", "買", "購入"),
    ),
    "loan_end": DayFact(
        type="date", question=words("When?"), label=words("Last day"), cues=("ends", "until", "loan", "まで"),
    ),
    "logged_at": MomentFact(type="date-time", question=words("When?"), label=words("Logged")),
    "distance_km": NumberFact(type="number", question=words("How far?"), label=words("Distance"), unit=words("km")),
    "years": WholeNumberFact(
        type="integer", question=words("How long?"), label=words("Years"), unit=words("years"), least=1, most=20
    ),
}  # fmt: skip


def rule(name: str, verdict: str, asks: tuple[str, ...]) -> Rule:
    return Rule.model_validate(
        {"id": name, "verdict": verdict, "say": "So it is.", "asks": asks, "cites": ("a.b",)}, strict=False
    )


TOPICS = {
    "repair": Topic(
        id="repair", title=words("Repair"), about=words("Mending."),
        free=(Use(use="known", when={"sla": OneOf(one_of=("active",))}), rule("pay", "payable", ("insured",))),
        due=(rule("soon", "dated", ("logged_at", "distance_km", "purchase_date")),),
        covered=(rule("yes", "covered", ()),),
    ),
    "loan": Topic(
        id="loan", title=words("Loan"), about=words("Lending."),
        due=(rule("until", "dated", ("purchase_date", "loan_end", "years")),),
        covered=(rule("yes", "covered", ("request", "tool")),),
    ),
    "rules": Topic(id="rules", title=words("House rules"), about=words("Rules.")),
    "closing": Topic(
        id="closing", title=words("Closing"), about=words("The end."),
        covered=(rule("yes", "covered", ("request",)).model_copy(update={"when": {"last": After(after="loan_end")}}),),
        derived={"last": DerivedDay(start="loan_end", label=words("Last"), cites=("a.b",))},
    ),
}  # fmt: skip
SHARED = Shared(lists={"known": SharedList(rules=(rule("free", "free", ("tool",)),))})
POLICY = Policy(
    about=About(
        id="tool-hire", title=words("Tool hire"), short=words("Tools"), issuer=words("The shed"), language="en",
        time_zone="Asia/Tokyo", document=Document(title=words("Terms")), topics=tuple(TOPICS),
    ),
    outline=Outline(clauses=()),
    summary=Summary(lede=words("Tools."), sections=()),
    facts=FACTS,
    shared=SHARED,
    tables={},
    topics={name: link(topic, SHARED) for name, topic in TOPICS.items()},
    edition="1",
)  # fmt: skip
LIBRARY = Library(policies={"tool-hire": POLICY})


def phrases(language: str, *texts: str) -> tuple[Phrase, ...]:
    return tuple(Phrase(text, language) for text in texts)


PHRASES = {
    "tool-hire/repair": (
        *phrases("en", "repair a broken drill", "mend the mower", "my tool is damaged", "how long does a repair take"),
        *phrases("ja", "壊れた工具の修理", "ドリルを直してほしい", "修理の料金", "修理はいつ終わりますか"),
    ),
    "tool-hire/loan": (
        *phrases("en", "borrow a drill", "lend me a mower", "how long can I keep the tool", "extend my loan"),
        *phrases("ja", "工具を借りたい", "貸出期間の延長", "いつ返却すればいいですか", "芝刈り機の貸し出し"),
    ),
    "tool-hire/rules": (
        *phrases("en", "house rules of the shed", "who may enter", "members' code of conduct"),
        *phrases("ja", "利用規則", "会員の決まり", "立ち入りの条件"),
    ),
    "tool-hire/closing": (
        *phrases("en", "closing time of the shed", "closing sale", "when is the shed closing for good"),
        *phrases("ja", "閉店の時刻", "閉店セール"),
    ),
    OUT_OF_SCOPE: (
        *phrases("en", "weather tomorrow", "buy a new drill", "price of a mower in the shop", "forgotten password"),
        *phrases("ja", "明日の天気", "新品のドリルの値段", "パスワードを忘れた", "こんにちは"),
    ),
}
