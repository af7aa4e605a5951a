"""The interface's own sentences about verdicts: questions, headlines, short words, tones. Policies bring their own."""

from collections.abc import Collection, Mapping

from assistant.errors import GAP
from assistant.i18n import N_
from assistant.model.rule import Aspect, Verdict
from assistant.present.views import Tone

QUESTIONS: Mapping[Aspect, str] = {
    "free": N_("Is it free?"),
    "due": N_("When?"),
    "covered": N_("Am I covered?"),
}
UNSAID: Mapping[Aspect, str] = {
    "free": N_("This topic does not say what it costs."),
    "due": N_("This topic does not say when."),
    "covered": N_("This topic does not say whether it is covered."),
}
"""Of a question that a topic does not answer, in no words that the person may not have used."""
UNCLEAR = N_("We are not sure how “{words}” is meant.")

SHORT: Mapping[Verdict, str] = {
    "free": N_("Free of charge"),
    "included": N_("Included"),
    "payable": N_("Not free of charge"),
    "not-offered": N_("Not offered"),
    "ended": N_("Ended"),
    "not-in-force": N_("Not yet in force"),
    "dated": N_("There is a date"),
    "open": N_("Open"),
    "closed": N_("Closed"),
    "no-commitment": N_("No date is promised"),
    "covered": N_("Covered"),
    "conditional": N_("Covered on a condition"),
    "not-covered": N_("Not covered"),
}

IN_A_WORD: Mapping[Verdict, str] = {
    **SHORT,
    "covered": N_("Provided for"),
    "not-covered": N_("Not provided for"),
}
"""The same under a headline, which says what it is: a refund, a licence, a visit. A bare yes or no asks “to what?”."""

TONES: Mapping[Verdict, Tone] = {
    "free": "yes",
    "included": "yes",
    "payable": "no",
    "not-offered": "no",
    "ended": "no",
    "not-in-force": "no",
    "dated": "plain",
    "open": "yes",
    "closed": "no",
    "no-commitment": "plain",
    "covered": "yes",
    "conditional": "maybe",
    "not-covered": "no",
}

NOT_YET = N_("The terms are not yet in force on {on}.")
ENDED = N_("This ended on {ended_on}."), N_("This has ended.")
HEADLINES: Mapping[tuple[Aspect, Verdict], tuple[str, ...]] = {
    ("free", "free"): (N_("Free of charge until {until}."), N_("Free of charge.")),
    ("free", "included"): (N_("Included in the service."),),
    ("free", "payable"): (N_("This is not free of charge."),),
    ("free", "not-offered"): (N_("This is not offered."),),
    ("free", "ended"): ENDED,
    ("free", "not-in-force"): (NOT_YET,),
    ("due", "dated"): (N_("We need to know more to answer this."),),
    ("due", "open"): (N_("It is open then."),),
    ("due", "closed"): (N_("It is closed then."),),
    ("due", "no-commitment"): (N_("No date is promised for this."),),
    ("due", "not-offered"): (N_("There is no date: this is not offered."),),
    ("due", "ended"): (
        N_("There is no date: this ended on {ended_on}."),
        N_("There is no date: this is no longer available."),
    ),
    ("due", "not-in-force"): (NOT_YET,),
    ("covered", "covered"): (N_("This is covered until {until}."), N_("This is covered.")),
    ("covered", "conditional"): (N_("This is covered on a condition."),),
    ("covered", "not-covered"): (N_("This is not covered."),),
    ("covered", "ended"): ENDED,
    ("covered", "not-in-force"): (NOT_YET,),
}
"""The sentences of each verdict, those first that say more: of several, the first counts whose gaps can be filled."""


BEFORE: Mapping[str, str] = {
    "free": N_("On {on} this was free of charge."),
    "included": N_("On {on} this was included in the service."),
    "covered": N_("On {on} this was covered."),
    "open": N_("It was open on {moment}."),
    "closed": N_("It was closed on {moment}."),
}
"""What is said of a day that is over, where the sentence of today would read as a promise."""
ON_THE_MOMENT = N_("On {moment} the answer is: {sentence}")
"""Of hours at a moment to come, the sentence of now stands behind it."""
OWN_WORDS: Mapping[str, str] = {
    "before": N_("On {on} the answer was: {sentence}"),
    "ahead": N_("By today’s terms, on {on}: {sentence}"),
}
"""Elsewhere the sentence of today stands behind the day."""
MORE = N_("{headline} {label}: {value}.")
"""One of these with a date or a number of the answer, which they do not name."""
HERE = N_("{headline} Here that is {value}.")
"""A reason with the days that its rule looks up."""
HAS_PASSED = N_("{label}: {value}. This has passed.")
REASON_THEN = N_("The reason then: {reason}")
"""Why, where the headline speaks of a day that is over, or of a date that has passed."""
MAY_BE_CLOSED = N_("By its usual hours it is open on {moment}, but it may be closed that day.")
MAY_HAVE_BEEN_CLOSED = N_("By its usual hours it was open on {moment}, but it may have been closed that day.")
HOURS = N_("Usual hours on {day}: {times}.")
"""Of a day whose time was not told."""
MAY_MOVE = N_("Days off that are announced elsewhere may change this.")
OPENS_LATER = N_("Days off that are announced elsewhere may put off this opening.")
"""Of what is closed: a day off more leaves it so, and moves its next opening alone."""
STILL_OPEN = N_("This holds only if you are covered.")
ANSWERED_NO = N_("This holds only if you are covered. By what you entered: {value}.")
"""Beside a day or a yes that holds only where something is covered."""
EXPECTED = N_("{label}: {value}. The document counts from the first to the last day of a month. Please check the date.")
"""Of a day that was entered and is another one."""
NOT_HELD = N_("A document that is not held here may change this.")
READ_OTHERWISE = N_("The document can also be read another way.")


def headline(aspect: Aspect, verdict: Verdict, dates: Collection[str]) -> str:
    """The English sentence that answers, with gaps for `on` and for those of these dates that it names."""
    known = {*dates, "on"}
    return next(one for one in HEADLINES[aspect, verdict] if known.issuperset(GAP.findall(one)))


SAME_TODAY = N_("This was asked for {day}. Today’s answer is the same.")
AS_OF_TODAY = N_("This was asked for {day}. This is today’s answer.")
"""Of what read otherwise on that day: its date was still to come, or has passed since."""
SETTLED: Mapping[bool, str] = {
    False: N_("What you have not entered would not change the answer."),
    True: N_("What you have not entered would not change the answer, but the notes and next steps may differ."),
}
"""Said where something is not known: whether it may change what stands around the result."""
