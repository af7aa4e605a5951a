"""In which ways a path may end without an answer, and what to say of each."""

from assistant.errors import Wording, told

BROKEN: dict[str, tuple[Wording, Wording]] = {
    "no-rule": (
        told("no rule answers: {path} (paths like it: {count})"),
        told("end the list with a rule that always holds, or cover this case"),
    ),
    "no-band": (
        told("a number lies in no band: {path} (paths like it: {count})"),
        told("end the bands with one whose edge is none"),
    ),
    "wrong-kind": (
        told("a value does not fit: {path} (paths like it: {count})"),
        told("test for the table's marks before the value is used"),
    ),
    "divided-by-zero": (
        told("an amount is divided by zero: {path} (paths like it: {count})"),
        told("answer before, where the number is zero"),
    ),
    "currencies-mixed": (
        told("two currencies are mixed: {path} (paths like it: {count})"),
        told("work with amounts of one currency"),
    ),
    "no-whole-money": (
        told("an amount of money is a fraction of its smallest unit: {path} (paths like it: {count})"),
        told("end its steps with round"),
    ),
    "outside-hours": (
        told("a moment lies outside the hours whose end is asked for: {path} (paths like it: {count})"),
        told("test with inside before the end is worked out"),
    ),
    "no-working-days": (
        told("a number of working days is 0: {path} (paths like it: {count})"),
        told("answer before, or use to_working_day"),
    ),
    "no-whole-count": (
        told("a number that is not whole is counted with: {path} (paths like it: {count})"),
        told("count with a whole number"),
    ),
}
"""What to say of each way in which a path ends without an answer."""
OURS = frozenset({"no-rule", "no-band", "wrong-kind"})
"""Those that the engine ends in; the others are reasons for which it answers nothing, that a rule must rule out."""
AUTHORS = BROKEN.keys() - OURS
