"""One fact of each kind."""

from assistant.model.record import Text
from assistant.vocabulary.fact import Fact
from assistant.vocabulary.facts.choice import Choice, Option, Sides, YesNo
from assistant.vocabulary.facts.moment import DayFact, MomentFact
from assistant.vocabulary.facts.number import NumberFact, WholeNumberFact


def words(source: str) -> Text:
    return Text("test", source)


Q, L = words("Which?"), words("It")
DAY = DayFact(type="date", question=Q, label=L)
MOMENT = MomentFact(type="date-time", question=Q, label=L)
KM = NumberFact(type="number", unit=words("km"), question=words("How far?"), label=words("Distance"))
COUNT = NumberFact(type="number", question=words("How many?"), label=words("Count"))
YEARS = WholeNumberFact(type="integer", unit=words("years"), least=1, most=20, question=Q, label=L)
LEVEL = Choice(
    type="choice",
    options={
        "gold": Option(label=words("Gold"), spellings=("ゴールド",)),
        "sv9500": Option(label=words("SV9500"), spellings=("sv 9500",)),
        "plain-gold": Option(label=words("Plain gold"), spellings=("ゴールド",)),
    },
    question=Q,
    label=L,
)
YES_NO = YesNo(type="yes-no", yes=words("In warranty"), spellings=Sides(no=("保証切れ",)), question=Q, label=L)
FACTS: tuple[Fact, ...] = (DAY, MOMENT, KM, COUNT, YEARS, LEVEL, YES_NO)
