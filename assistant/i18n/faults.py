"""What is wrong in the files, in the reader's language."""

from collections.abc import Iterable

from assistant.errors import Fault, Wording
from assistant.i18n.words import Words


def say_fault(fault: Fault, words: Words) -> str:
    """`file:line:column: path: what is wrong`, and on a second line how to mend it."""
    mend = words.say("mend: {mend}", mend=words.told(fault.mend))
    return f"{fault.place}{words.told(fault.wrong)}\n  {mend}"


def say_faults(faults: Iterable[Fault], words: Words) -> str:
    """Every fault, one below the other."""
    return "\n".join(say_fault(fault, words) for fault in faults)


def fault_record(fault: Fault, words: Words) -> dict[str, object]:
    """
    A fault as JSON: the English sentences with their values apart, which stay the same in every language, and what is
    `said` in the reader's.
    """
    return {
        "file": fault.file,
        "line": fault.line,
        "column": fault.column,
        "path": fault.path,
        "wrong": _wording_record(fault.wrong, words),
        "mend": _wording_record(fault.mend, words),
    }


def _wording_record(wording: Wording, words: Words) -> dict[str, object]:
    return {"sentence": wording.sentence, "values": dict(wording.values), "said": words.told(wording)}
