"""The page that says what was understood of a question, and offers what it may mean."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from starlette.requests import Request
from starlette.responses import Response

from assistant.decide.neighbours import neighbours
from assistant.i18n.fill import Rendered
from assistant.match.understanding import Found, Meant, Offered, Understanding
from assistant.model.rule import Aspect
from assistant.present.answer.standing import announced_for
from assistant.present.people import PeopleView
from assistant.present.policy.contacts import hours_asked
from assistant.present.policy.pages import AspectView, TopicView, topic_list
from assistant.present.policy.start import by_policy, most_asked, shelves
from assistant.present.policy.terms import TermView, terms
from assistant.present.sentences import UNSAID
from assistant.present.writer import Writer
from assistant.web.frame.guard import PRIVATE
from assistant.web.frame.query import address
from assistant.web.frame.site import Site, given
from assistant.web.pages.form import WITH, filled, read_form
from assistant.web.pages.meant import ONE_OF, by_then, marked, mended, offered_fields
from assistant.web.pages.place import COMPARE, TAKE
from assistant.web.pages.policies import asked_address

SHOWN = 3
"""How many topics a page offers: more would be a list to search, not a choice."""
REACHED = 2
"""So many ways to reach a policy's people: a telephone may not be for all that is asked."""
LIKELY = 60
"""The match of a vague question with a smaller score, of 100, may be chance: what is asked most stands before it."""
BESIDE = 0.5
"""Of a match whose score is a smaller share of the best one's, less is said."""
Link = tuple[Aspect, str, str, str]
CHOOSE, AGAIN = "choose", "again"
"""The parameter by which somebody who was not understood asks for the choice, and its value for a mere way back."""


def choice_page(site: Site, request: Request, typed: str, understood: Understanding) -> Response:
    """
    What was understood, and what else it may be; or that no topic answers it.

    Somebody who was not understood has no topic put first; where none was found, what is asked most and every topic.
    Whoever comes back finds again what they chose and entered since.
    """
    lang, sent = site.language(request), given(request)
    writers, choose = site.writers[lang], sent.get(CHOOSE, AGAIN) != AGAIN
    best, found = next(iter(understood.matches), None), list(_cards(site, lang, typed, understood, sent))
    known = _known(site, lang, understood, best, sent) if best else {}
    fields = tuple(offered_fields(writers[best.policy], typed, understood, known)) if best else ()
    chosen, day_open = {one.question.fact for one in fields if one.question.options}, understood.day_open
    return site.page(
        request,
        "ask.html",
        headers=PRIVATE,
        typed=typed,
        question=marked(typed, best.words if best else (), understood.marked),
        mended=mended(best.words if best else ()),
        noticed=understood.left_over(typed),
        sure=understood.confident and not choose,
        said=by_then(writers[best.policy], {one: known[one] for one in known if one not in chosen}) if best else (),
        open=fields,
        chosen=chosen,
        frequent=_frequent(site, lang, understood),
        chance=understood.ranking.bare or not (best and best.plain),
        shelves=shelves(writers.values(), site.now()) if choose or not found else (),
        people=_people(site, lang, typed, understood),
        wanted=bool(understood.contacts),
        word=_word(site, lang, understood.word),
        remarks=_remarks(writers, understood, known),
        day=filled(writers[best.policy], "on", None) if best and day_open and "on" not in {*known, *chosen} else None,
        found=found,
    )


def _cards(
    site: Site, lang: str, typed: str, understood: Understanding, sent: Mapping[str, str]
) -> Iterator[tuple[TopicView, list[Link], list[tuple[str, Rendered]], list[Aspect | None], Mapping[str, str]]]:
    """Each topic that may be meant, its questions, those side by side, what is asked of it, and what is known."""
    writers = site.writers[lang]
    topics = {f"{one.policy}/{one.id}": one for one in topic_list(writers.values(), understood.day or site.latest())}
    for name, every in _by_topic(understood, topics):
        topic, asked, facts = (
            topics[name],
            [one.aspect for one in every],
            _known(site, lang, understood, every[0], sent),
        )
        order = _in_order(writers[topic.policy], topic, asked, facts, understood)
        beside = [*_beside(writers[topic.policy], typed, order, facts, understood.offered)]
        yield topic, _links(lang, typed, order, facts), beside, asked, facts


def _remarks(
    writers: Mapping[str, Writer], understood: Understanding, known: Mapping[str, str]
) -> dict[str, list[Rendered]]:
    """
    By topic, what is said of questions that it does not answer, with what the document says of it; the hours of doors
    of which it tells whether they are open; and what the terms leave to announcements of the day that is asked about:
    any on which an answer counts, where the day cannot be told.
    """
    on, first = understood.day, next((one.policy for one in understood.matches), "")
    told = next((text[:10] for name, text in known.items() if name == "on" or text[10:11] == "T"), "")
    day, remarks = dt.date.fromisoformat(told) if told else None, dict[str, list[Rendered]]()
    meant = understood.matches[: 1 if understood.outcome == "sure" else SHOWN] if day or understood.day_open else ()
    for one in understood.matches:
        writer = writers[one.policy]
        announced = announced_for(writer, one.topic, one.aspect, day) if one in meant else ()
        unsaid = [writer.words.say(UNSAID[each]) for each in one.unanswered]
        near = one.score >= understood.matches[0].score * BESIDE
        points = writer.points(writer.policy.topics[one.topic].points if unsaid and near else ())
        asked = one.aspect if near or understood.day_open else None
        own, own_day = (known, None) if one.policy == first else ({}, on)
        hours = hours_asked(writer, one.topic, asked, own) if asked else ()
        of_day = (
            [writer.words.say("{label}: {value}", label=writer.label("on"), value=writer.day(own_day))]
            if own_day
            else []
        )
        remarks[f"{one.policy}/{one.topic}"] = [
            *unsaid,
            *(each.text for each in (*points, *announced)),
            *hours,
            *of_day,
        ]
    return remarks


def _by_topic(understood: Understanding, topics: Mapping[str, TopicView]) -> list[tuple[str, list[Found]]]:
    """
    The matches of each topic, best first. What has ended comes last where the best has not, or may be chance; beside a
    best one that is there still it must come near it.
    """
    asked: dict[str, list[Found]] = {}
    for one in understood.matches:
        asked.setdefault(f"{one.policy}/{one.topic}", []).append(one)
    first, *_ = asked or [""]
    if not first:
        return []
    chance = not understood.confident and understood.matches[0].score < LIKELY
    least = 0.0 if topics[first].notice else understood.matches[0].score * BESIDE
    near = (one for one in asked.items() if not topics[one[0]].notice or one[1][0].score >= least)
    last = chance or not topics[first].notice
    return sorted(islice(near, SHOWN), key=lambda one: last and topics[one[0]].notice is not None)


def _frequent(site: Site, lang: str, understood: Understanding) -> Mapping[Rendered, Sequence[tuple[str, Rendered]]]:
    """
    What is asked most, by policy, each with its address and the day that is asked about: where nothing was found,
    nothing that comes near, or where nothing is named.
    """
    best, ranking, day = next(iter(understood.matches), None), understood.ranking, understood.day
    if best and not ranking.bare and (understood.confident or not ranking.vague or best.score >= LIKELY):
        return {}
    found = most_asked(site.writers[lang].values(), site.now(), site.operation.asked, day)
    groups = by_policy(found, best.aspect if best and best.plain else None)
    return {name: [(asked_address(lang, one, day), one.question) for one in ones] for name, ones in groups.items()}


def _people(site: Site, lang: str, typed: str, understood: Understanding) -> tuple[PeopleView, ...]:
    """
    The first contacts of each policy that may be meant; everybody, the nearest first, where people are wanted. Where
    they are, or nothing else was found, it is said which ways to reach them a document does not name.
    """
    meant = understood.matches[: 1 if understood.confident else None]
    asked = {one.fact: typed[one.start : one.end] for one in understood.means if understood.contacts or not meant}
    say = site.words[lang].say
    told = {kind: say("The document names no contact of this kind: {words}.", words=asked[kind]) for kind in asked}
    everybody, policies = [one.without(told) for one in site.people(lang)], {one.policy for one in meant}
    near = [replace(one, contacts=one.contacts[:REACHED]) for one in everybody if one.policy in policies]
    if near and not understood.contacts:
        return tuple(near)
    nearest = understood.nearest.partition("/")[0] if meant else ""  # where nothing is meant, whoever can be rung
    return tuple(sorted(everybody, key=lambda one: one.policy != nearest if nearest else not one.reached))


def _word(site: Site, lang: str, meant: Meant | None) -> TermView | None:
    """The word that is all that was typed, explained."""
    known = terms(site.writers[lang][meant.policy]) if meant else ()
    return next((one for one in known if meant and one.id == meant.term), None)


def parameters(understood: Understanding, best: Found | None, found: Found) -> Mapping[str, str]:
    """What a link takes from the question: facts only for a topic of the policy of the best one."""
    own = best is not None and found.policy == best.policy
    on = {"on": understood.on.value} if understood.on else {}
    return {**(understood.facts if own else {}), **on}


def _known(
    site: Site, lang: str, understood: Understanding, found: Found, sent: Mapping[str, str]
) -> Mapping[str, str]:
    """The same with what was entered since then, which counts more: whoever comes back to the choice has lost none."""
    entered = read_form(site.speech, site.writers[lang][found.policy].policy, sent)
    stated = parameters(understood, understood.matches[0], found)
    kept = {name: value for name, value in stated.items() if name not in entered.unknown}
    return {**kept, **dict(replace(entered, edition=None).pairs())}


def _in_order(
    writer: Writer,
    topic: TopicView,
    asked: Sequence[Aspect | None],
    facts: Mapping[str, str],
    understood: Understanding,
) -> dict[str, AspectView]:
    """Each question of the topic by its path, first those asked, then those that most of what is told is for."""
    told = {*facts, *(one.fact for one in understood.offered)}

    def later(one: AspectView) -> tuple[bool, int]:
        return one.aspect not in asked, -len(neighbours(writer.policy, topic.id, one.aspect).mentioned & told)

    return {f"{topic.policy}/{topic.id}/{one.aspect}": one for one in sorted(topic.aspects, key=later)}


def _links(lang: str, typed: str, order: Mapping[str, AspectView], facts: Mapping[str, str]) -> list[Link]:
    """
    Each question of a topic, with what takes it and its address.

    The address is that of the question: so Back leads to it again from what it was taken for.
    """
    return [
        (one.aspect, one.question, take, address(f"/{lang}/ask", [("q", typed), (TAKE, take), *facts.items()]))
        for take, one in order.items()
    ]


def _beside(
    writer: Writer, typed: str, order: Mapping[str, AspectView], facts: Mapping[str, str], offered: Sequence[Offered]
) -> Iterator[tuple[str, Rendered]]:
    """
    Whoever names two values of a choice may want both answers: each question that the choice bears on, for the first
    value beside each other one, with its address.
    """
    policy, say, lang = writer.policy, writer.words.say, writer.language.id
    for fact, values in ((one.fact, one.values) for one in offered if one.why in ONE_OF and one.fact in policy.facts):
        for name, one in order.items():
            topic = name.split("/")[1]
            if not policy.facts[fact].choices() or fact not in neighbours(policy, topic, one.aspect).mentioned:
                continue
            for other in values[1:]:
                pairs = {**facts, fact: values[0], f"{WITH}{fact}": other}
                first, second = writer.name(values[0], fact), writer.name(other, fact)
                both = say("{one} and {other} side by side", one=first, other=second)
                link = address(f"/{lang}/ask", [("q", typed), (TAKE, f"{name}/{COMPARE}"), *pairs.items()])
                yield link, say("{label}: {value}", label=both, value=one.question)
