"""Questions as a form shows them, and what was said so far."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.decide import read
from assistant.i18n.words import Rendered, Words
from assistant.model.policy import Policy
from assistant.present import fault_text, question_view
from assistant.present.views import FaultView, GivenView, QuestionView
from assistant.present.writer import writer_of
from assistant.web.pages.form import ON, WHOLE, Form, Typed, in_parts

SHOWN_AS = {"no-such-option": "option-wanted"}
"""A page shows the options themselves: the sentence need not list their ids."""


@dataclass(frozen=True, slots=True)
class Field:
    """A question as a form shows it: what stands in its parts, what is wrong with it, and which parts to mend."""

    question: QuestionView
    typed: Typed
    fault: FaultView | None = None
    wrong: tuple[str, ...] = ()


def question(policy: Policy, name: str, words: Words) -> QuestionView:
    """The question of a fact, or of the day that is asked about."""
    if name != "on":
        return question_view(policy, name, words)
    asked = Rendered(words.say("Which day are you asking about?"), words.language.id)
    about = Rendered(words.say("Leave the date empty to ask about today."), words.language.id)
    return QuestionView("on", "date", asked, about, words.say("For example, 3 April 2026"), None)


def filled(policy: Policy, name: str, value: str | None, words: Words) -> Field:
    """A question with its present answer."""
    fact = ON if name == "on" else policy.facts[name]
    return Field(question(policy, name, words), in_parts(fact, value) if value else {})


def refused(policy: Policy, form: Form, faults: tuple[FaultView, ...], words: Words) -> list[Field]:
    """The questions whose values are refused, each with what was typed; `faults` are those found in readable values."""
    fields = []
    for name, wrong in form.wrong.items():
        asked = question(policy, name, words)
        text = fault_text(SHOWN_AS.get(wrong.refusal.reason, wrong.refusal.reason), wrong.refusal.details, words)
        label = writer_of(policy, words).label(name).text
        fields.append(Field(asked, wrong.typed, FaultView(name, label, text), wrong.parts))
    for fault in faults:
        if fault.name in form.facts:
            one = filled(policy, fault.name, form.facts[fault.name], words)
            fields.append(Field(one.question, one.typed, fault, tuple(one.typed) or (WHOLE,)))
    return fields


def said(policy: Policy, facts: Mapping[str, str], words: Words) -> tuple[GivenView, ...]:
    """Everything said so far, in words."""
    writer = writer_of(policy, words)
    return tuple(
        GivenView(name, writer.label(name), writer.value(read(policy.facts[name], text), name), text)
        for name, text in facts.items()
    )
