"""What changed in the editions of a policy as an Atom feed (RFC 4287)."""

import datetime as dt
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring
from zoneinfo import ZoneInfo

from assistant.i18n.words import Words
from assistant.present.policy.changed import ChangedRecord, EditionChanges
from assistant.present.writer import Writer

ATOM, XML = "http://www.w3.org/2005/Atom", "http://www.w3.org/XML/1998/namespace"
LATEST = 20
"""So many editions stand in a feed."""


def as_feed(writer: Writer, found: Sequence[EditionChanges], public_url: str, path: str) -> bytes:
    """The feed at this path beside the page of changes, an entry for each edition; as XML in UTF-8."""
    register_namespace("", ATOM)
    words, about = writer.words, writer.policy.about
    feed = Element(f"{{{ATOM}}}feed", {f"{{{XML}}}lang": words.language.id})
    page = public_url + path.removesuffix(".atom") + "/"
    _add(feed, "id", public_url + path)
    _add(feed, "title", words.say("{label}: {value}", label=writer.text(about.title), value=words.say("What changed")))
    _add(feed, "updated", _moment(writer, max((one.since for one in found), default="2000-01-01")))
    SubElement(feed, f"{{{ATOM}}}link", rel="self", type="application/atom+xml", href=public_url + path)
    SubElement(feed, f"{{{ATOM}}}link", rel="alternate", type="text/html", href=page)
    _add(SubElement(feed, f"{{{ATOM}}}author"), "name", writer.text(about.issuer))
    for one in found[:LATEST]:
        entry = SubElement(feed, f"{{{ATOM}}}entry")
        _add(entry, "id", f"{page}#{one.edition}")
        _add(entry, "title", words.say("Since {day}", day=one.day))
        _add(entry, "updated", _moment(writer, one.since))
        SubElement(entry, f"{{{ATOM}}}link", rel="alternate", type="text/html", href=f"{page}#{one.edition}")
        _add(entry, "content", "\n".join(told(one, words, public_url))).set("type", "text")
    return bytes(tostring(feed, "utf-8", xml_declaration=True))


def _add(parent: Element, name: str, text: str) -> Element:
    made = SubElement(parent, f"{{{ATOM}}}{name}")
    made.text = str(text)
    return made


def _moment(writer: Writer, day: str) -> str:
    """The beginning of a day where the policy's clock stands."""
    zone = ZoneInfo(writer.policy.about.time_zone)
    return dt.datetime.combine(dt.date.fromisoformat(day), dt.time(), zone).isoformat()


def told(one: EditionChanges, words: Words, public_url: str) -> Iterator[str]:
    """What changed in an edition, a paragraph for each change."""
    if one.before is None:
        yield words.say("Changes after this day are listed here.")
    for change in one.changes:
        yield from _change(change, words, public_url)
    yield from (words.say("New: {name}", name=name) for name in one.came)
    yield from (words.say("Removed: {name}", name=name) for name in one.went)
    if one.before and not (one.changes or one.came or one.went):
        yield words.say("No answer has changed. Some sentences are worded differently.")


def _change(change: ChangedRecord, words: Words, public_url: str) -> Iterator[str]:
    yield words.say("{label}: {value}", label=change.title, value=change.question)
    yield from (words.say("{label}: {value}", label=label, value=value) for label, value in change.where)
    yield change.answer.now
    if change.answer.then != change.answer.now:
        yield words.say("Before: {then}", then=change.answer.then)
    for one in change.more:
        yield words.say("{label}: {value}", label=one.label, value=one.now or words.say("not stated"))
        yield words.say("Before: {then}", then=one.then or words.say("not stated"))
    yield public_url + change.link_now
    yield ""
