"""What there is to translate: a template for each domain, and which language keeps a catalogue of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path

import holidays

from assistant.content.syntax import read_tree
from assistant.errors import Fault, told
from assistant.i18n import N_
from assistant.i18n.catalogues import INTERFACE_DOMAIN, WORKBENCH_DOMAIN
from assistant.i18n.language import INTERFACE, Language
from assistant.i18n.questions import ASPECT, OUT_OF_SCOPE, PREFIX, QUESTIONS, TERM, TERMS, WORDS
from assistant.i18n.words import Key
from assistant.model.policy import Library, Policy
from assistant.model.record import FIRST_DAY, LAST_DAY
from assistant.model.wordlists import wordlists
from assistant.suggest import guess, near
from assistant.vocabulary.calendars import OBSERVED
from assistant.workbench.catalogues import notes
from assistant.workbench.catalogues.extraction import interface_messages
from assistant.workbench.catalogues.glossary import GLOSSARY, glossary_messages
from assistant.workbench.catalogues.locales import Locales
from assistant.workbench.catalogues.template import EVERYWHERE, Message, Template, once
from assistant.workbench.catalogues.texts import messages

YEARS = range(FIRST_DAY.year, LAST_DAY.year + 1)
PHRASES_HINT = N_("Write what people really type, one phrase a line, at least eight. Do not translate.")
REFUSED_HINT = N_("Write what people may type by mistake, one phrase a line, at least eight. Do not translate.")
TERM_HINT = N_(
    "What people call this in your language, one name or spelling a line: the usual one first, then others, and kana."
)
LIST_HINTS = {
    "cues": N_("Words, or beginnings of words (purchas finds purchased), beside which its answer stands in a question"),
    "spellings": N_("What people write who mean this answer"),
    "things": N_("What people call the thing: the answer is meant where a clause has one of these and one of “says”"),
    "says": N_("What is said of that thing by whoever means the answer that the context names; * is any ending"),
    "others": N_("Words beside that thing that make it another one"),
    "beside": N_("Words of which one stands in the clause of that thing too, where its name says too little alone"),
}
ONE_A_LINE = N_("Write the words of your language, one a line, or leave it empty.")
SHOWN = 12
"""So many words of a list are shown to those who write those of another language."""
ASPECT_HINTS = (
    N_("What people type in your language, one a line. Whole words count. # is any number."),
    N_(
        "A * at the end is any ending, a ? at the end is the end of the question, "
        "a ^ in front the beginning of a clause."
    ),
    N_("A line that begins with - is no cue though one stands in it: - free to"),
)
ASPECT_CUES = {
    "due": "Words that ask when something is",
    "free": "Words that ask what something costs",
    "time": "Words that name a time or a period, and count less than those about money",
    "covered": "Words that ask whether something is possible, needed, included or covered",
    "there": "Words that ask whether anybody is there",
    "clock": "Times of day, and days",
    "question": "What a question ends with that asks whether something is so",
    "until": "“Until when”",
    "how-long": "“How long”",
    "for-nothing": "“At no cost”: with “until when” beside it, the question is whether it is free",
}
"""The kinds of cues that tell which of the three questions is asked, and what stands under each."""


def templates(library: Library, locales: Locales, package: Path) -> tuple[Template, ...]:
    """
    Every domain: the interface, each policy, what people ask and how they name things, and the glossary. Raises
    `ContentError` where what the code says cannot be collected, or a list that the languages keep is no catalogue.
    """
    interface = once([*interface_messages(package), *_holidays(library)])
    return (
        *_interface(interface),
        *(Template(f"policy-{each.id}", each.about.language, messages(each)) for each in library.policies.values()),
        Template(QUESTIONS, EVERYWHERE, _questions(library, locales)),
        Template(TERMS, EVERYWHERE, term_messages(locales), by_context=False),
        Template(GLOSSARY, EVERYWHERE, glossary_messages(locales), by_context=False),
    )


def _interface(messages: tuple[Message, ...]) -> Iterator[Template]:
    """What readers are told, and what those are told who work on content."""
    keys = [frozenset((one.context, one.source) for one in messages if one.work == work) for work in (True, False)]
    kinds = ((INTERFACE_DOMAIN, WORKBENCH_DOMAIN, False), (WORKBENCH_DOMAIN, INTERFACE_DOMAIN, True))
    for (domain, beside, work), elsewhere in zip(kinds, keys, strict=True):
        own = tuple(one for one in messages if one.work == work)
        yield Template(domain, INTERFACE, own, by_context=False, beside=beside, elsewhere=elsewhere)


def _holidays(library: Library) -> Iterator[Message]:
    """A message with the context `holiday COUNTRY` for each name that a calendar of the library can meet."""
    calendars = [one for policy in library.policies.values() for one in policy.about.calendars.values()]
    kept = [calendar.holidays for calendar in calendars if calendar.holidays]
    with_banks = {one.country for one in kept if one.banks}
    for country in sorted({one.country for one in kept}):
        for name in holiday_names(country, country in with_banks):
            yield Message(name, f"holiday {country}", notes=(f"{told(notes.HOLIDAY, country=country)}",))


@cache
def holiday_names(country: str, banks: bool = False) -> tuple[str, ...]:
    """
    Every English name of a public holiday, or one of the `banks` too, of the country or of a part of it, in
    alphabetical order.
    """
    kind = type(holidays.country_holidays(country))
    english = min((name for name in kind.supported_languages if name.startswith("en")), default=None)
    kinds = {holidays.PUBLIC, holidays.BANK} & {*kind.supported_categories} if banks else {holidays.PUBLIC}
    names = {
        name.removesuffix(OBSERVED)
        for part in (None, *kind.subdivisions)
        for together in holidays.country_holidays(country, part, YEARS, language=english, categories=kinds).values()
        for name in together.split("; ")
    }
    return tuple(sorted(names))


def _questions(library: Library, locales: Locales) -> tuple[Message, ...]:
    """A message for each topic, headed in its policy's own language, and one for questions that no topic answers."""
    return (
        *(
            Message(
                _heading(policy.about.language, locales).replace("{topic}", topic.title.source),
                PREFIX + name,
                notes=(PHRASES_HINT, f"Page: /{name}/"),
                files=(f"content/{policy.id}/topics/{topic.id}.yaml",),
            )
            for name, (policy, topic) in library.topics.items()
        ),
        Message("Questions that no topic answers, and that must be refused", OUT_OF_SCOPE, notes=(REFUSED_HINT,)),
        *(message for policy in library.policies.values() for message in _words(policy)),
    )


def _words(policy: Policy) -> Iterator[Message]:
    """A message for each list of words in a policy's facts, which other languages may make longer."""
    for one in wordlists(policy):
        hints = (LIST_HINTS[one.field], ONE_A_LINE, f"{told(notes.IN_CONTENT, words=_first(one.words))}")
        files = (f"content/{policy.id}/facts.yaml",)
        yield Message(one.about, WORDS + one.context, notes=hints, files=files, home=policy.about.language)


def _heading(language: str, locales: Locales) -> str:
    """A policy in a language that is not there is reported elsewhere, and must not stop the rest."""
    return locales.known[language].asked if language in locales.known else "{topic}"


def term_messages(locales: Locales) -> tuple[Message, ...]:
    """The kinds of cues, and every thing that the catalogue of any language names, once, in order."""
    entries = [entry for language in locales.known for entry in locales.entries(language, TERMS)]
    things = {entry.msgid for entry in entries if entry.msgctxt == TERM}
    return (
        *(Message(about, ASPECT + kind, notes=ASPECT_HINTS) for kind, about in ASPECT_CUES.items()),
        *(Message(thing, TERM, notes=(TERM_HINT,)) for thing in sorted(things)),
    )


def catalogues(of: tuple[Template, ...], locales: Locales) -> Iterator[tuple[Template, Language]]:
    """
    Which domain needs a catalogue in which language: a source needs none.

    A language comes after those that it falls back to, because its translators are shown what they say.
    """
    known = locales.known
    for template in of:
        for language in sorted(known.values(), key=lambda each: (len(each.fallback), each.id)):
            pivots = [known[each] for each in language.fallback if each != template.language]
            own = tuple(message for message in template.messages if message.home != language.id)
            if template.domain == QUESTIONS:
                others = [each for each in of if each.by_context and each.language not in {EVERYWHERE, language.id}]
                yield _headed(replace(template, messages=own), others, pivots, locales), language
            elif language.id != template.language:
                yield _with_pivots(replace(template, messages=own), pivots, locales), language


def _with_pivots(template: Template, pivots: list[Language], locales: Locales) -> Template:
    """The template with what other languages have as notes: their sound translations, and their names of things."""
    for pivot in pivots if template.language or template.domain == TERMS else ():
        template = _noted(template, pivot, _said(locales, pivot, template.domain))
    return template


def _headed(template: Template, policies: list[Template], pivots: list[Language], locales: Locales) -> Template:
    """What people ask; beside what is headed in the language of these policies, how others head it."""
    for policy, pivot in product(policies, pivots):
        said = {source: text for (_, source), text in _said(locales, pivot, policy.domain).items()}
        asked = _heading(policy.language, locales)
        said |= {asked.replace("{topic}", one): pivot.asked.replace("{topic}", text) for one, text in said.items()}
        name = policy.domain.removeprefix("policy-")
        begins = (f"{PREFIX}{name}/", f"{WORDS}{name}.")
        own = ((one.context, one.source) for one in template.messages if one.context.startswith(begins))
        template = _noted(template, pivot, {key: said[key[1]] for key in own if key[1] in said})
    return template


def _noted(template: Template, pivot: Language, said: Mapping[Key, str]) -> Template:
    """The template with what another language says of its messages as notes: of a list the first lines."""
    found = ((message, said.get((message.context, message.source), "")) for message in template.messages)
    noted = ((message, _first(text.splitlines())) for message, text in found)
    shown = tuple(message.noted(f"{pivot.name}: {text}") if text else message for message, text in noted)
    return replace(template, messages=shown)


def _first(words: Sequence[str]) -> str:
    return ", ".join(words[:SHOWN]) + (", …" if len(words) > SHOWN else "")


def _said(locales: Locales, language: Language, domain: str) -> dict[Key, str]:
    entries = locales.file(language.id, domain)
    return {(entry.msgctxt or "", entry.msgid): entry.msgstr for entry in entries if entry.translated()}


def unused(library: Library, locales: Locales, of: tuple[Template, ...]) -> list[Fault]:
    """
    Files of a locales folder that nothing reads, such as those of a policy that is gone: whoever translates them works
    in vain; and policies that a language leaves for later and that are none. `of` are the templates that there are.
    """
    folder = locales.folder
    used = {locales.path(language.id, template.domain) for template, language in catalogues(of, locales)}
    used |= {locales.template_path(template.domain) for template in of}
    found = [*_strange_policies(library, locales)]
    for path in sorted({*folder.glob("*/*.po"), *folder.glob("*/*.pot")} - used):
        names = {one.name for one in used if one.suffix == path.suffix} - {path.name}
        wrong = told("nothing is translated with this file: no policy is called so, or it is written in this language")
        mend = told("delete it; if the policy was renamed, rename it too, and run `policy-assistant i18n sync`")
        found.append(Fault(str(path), 1, 1, "", wrong, guess(path.name, names) or mend))
    return found


def _strange_policies(library: Library, locales: Locales) -> Iterator[Fault]:
    for language in locales.known.values():
        path = locales.folder / language.id / "language.yaml"
        for at, name in enumerate(language.without):
            if name not in library.policies:
                node = read_tree(path, str(path)).find(("without", at))
                mend = near(name, library.policies, told("write the name of its folder"))
                wrong = told("no policy is called '{name}'", name=name)
                yield Fault(str(path), node.line, node.column, f"without.{at + 1}", wrong, mend)
