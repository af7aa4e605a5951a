"""`each_year`: in a stretch of days that comes every year."""

from assistant.errors import Wording, worded
from assistant.model.season import Season
from assistant.vocabulary.condition import CONDITIONS
from assistant.vocabulary.days import as_day
from assistant.vocabulary.trail import Against, Ask, Condition, Names, Tested
from assistant.vocabulary.wording import DayOfYear, Label, Value


@CONDITIONS.register
class EachYear(Condition):
    """Holds where the day lies in this stretch of any year; both ends belong to it, and it may cross New Year."""

    known_as = ("season", "every_year")
    example = '{event_on: {each_year: {from: "12-29", to: "01-03"}}}'

    recurs = True

    each_year: Season
    """The stretch: {from: "12-29", to: "01-03"}."""

    def compiled(self, name: str, names: Names) -> Ask:
        season = self.each_year

        def tested(value: Value) -> Tested:
            return Tested(name, value, self, None, season.holds(as_day(value)))

        return Ask((names.get(name),), tested)

    def explain(self, name: str, against: Against = None) -> Wording:
        first, last = DayOfYear(self.each_year.from_), DayOfYear(self.each_year.to)
        return worded("{subject} lies between {first} and {last} of a year, both included",
                      subject=Label(name), first=first, last=last)  # fmt: skip
