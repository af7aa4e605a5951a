"""
The sentences of a page: in two languages side by side, in a list, and each message on a page of its own, where it can
be rewritten: judged at once, and written as `sync` would write it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, quote, urlsplit

from markupsafe import Markup
from polib import POEntry, POFile
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from assistant.errors import ContentError, Fault
from assistant.i18n.catalogues import catalogue_path, place, read_catalogue, strings
from assistant.i18n.comparison import Spellings
from assistant.i18n.defects import entry_faults, pair_of
from assistant.i18n.faults import fault_record
from assistant.i18n.language import INTERFACE, TRANSLATIONS
from assistant.i18n.load import sound_grammars
from assistant.i18n.words import Words
from assistant.web.frame.origin import NOT_READ, body_of
from assistant.workbench.catalogues.checks import badly_said
from assistant.workbench.catalogues.denials import Denials
from assistant.workbench.catalogues.glossary import read_glossary
from assistant.workbench.catalogues.locales import Locales, catalogue_text, write_changed
from assistant.workbench.catalogues.messages import Kept, message_id
from assistant.workbench.preview.query import ask, html_of, query_of, written_here
from assistant.workbench.preview.stage import Stage
from assistant.workbench.preview.tags import Tags, ids_wanted
from assistant.workbench.preview.traces import Sentence, dress, heard, main_of, set_apart
from assistant.workbench.preview.views import NAMES, MessageView, Shelf, Standing, message_view

ORDER: tuple[Standing, ...] = ("new", "missing", "faulty", "stale", "sound", "source")
"""What wants work first comes first."""


@dataclass(frozen=True, slots=True)
class Side:
    """One language of a page: its main part as it is shown, and its address."""

    lang: str
    html: Markup
    address: str


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a page: how it stands, and its message where it has one."""

    sentence: Sentence
    standing: Standing
    label: str
    view: MessageView | None


class Pairs:
    """Routes over one stage to the sentences of its pages."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage

    def routes(self, start: str) -> list[Route]:
        """Both views, for every page."""
        return [
            Route(f"{start}/beside/{{left}}/{{right}}/{{path:path}}", self.beside),
            Route(f"{start}/{{target}}/sentences/{{path:path}}", self.sentences),
        ]

    async def beside(self, request: Request) -> Response:
        """A page in two languages."""
        names = request.path_params
        sides = [self._known(names["left"]), self._known(names["right"])]
        start = f"/{names['lang']}/preview/beside/{sides[0]}/{sides[1]}/"
        shown = []
        for number, lang in enumerate(sides):
            page = await self._asked(request, lang, start)
            if isinstance(page, RedirectResponse):
                return page
            html = dress(html_of(page), Tags(self.stage, lang, ids_wanted(request)).show).html
            part = set_apart(main_of(html), f"side{number}-", f"/{lang}/", start)
            shown.append(Side(lang, Markup(part), _at(request, f"/{lang}/")))  # noqa: S704 (a page of our own)
        pairs = [
            (one, other, _at(request, f"/{names['lang']}/preview/beside/{one}/{other}/"))
            for one in self.stage.shelves for other in self.stage.shelves if one != other
        ]  # fmt: skip
        return self.stage.site.page(request, "preview/beside.html", section="beside", target=None, sides=shown,
                                    pairs=pairs, now=tuple(sides))  # fmt: skip

    async def sentences(self, request: Request) -> Response:
        """What a page says, sentence by sentence, those first that want work."""
        names = request.path_params
        target, words = self._known(names["target"]), self.stage.site.words[names["lang"]]
        with heard() as bare:
            page = await self._asked(request, target, f"/{names['lang']}/preview/{target}/sentences/")
        if isinstance(page, RedirectResponse):
            return page
        tags = Tags(self.stage, target, False)
        numbers = dict.fromkeys([*dress(html_of(page)).numbers, *bare])
        lines = [self._line(*tags.standing(number), words) for number in numbers]
        lines.sort(key=lambda line: ORDER.index(line.standing))
        counts = [(state, words.say(NAMES[state]), sum(line.standing == state for line in lines)) for state in ORDER]
        return self.stage.site.page(
            request, "preview/sentences.html", section="sentences", target=target, lines=lines, counts=counts,
            address=_at(request, f"/{target}/"),
        )  # fmt: skip

    def _line(self, sentence: Sentence, standing: Standing, kept: Kept | None, words: Words) -> Line:
        view = message_view(kept, self.stage.library, words) if kept else None
        return Line(sentence, standing, words.say(NAMES[standing]), view)

    def _known(self, lang: str) -> str:
        if lang not in self.stage.shelves:
            raise HTTPException(404)
        return lang

    async def _asked(self, request: Request, lang: str, start: str) -> Response:
        """
        The page in this language, or where it leads to, below `start`. Raises `HTTPException` (404) where it is no
        page, which has no other side.
        """
        path = f"/{lang}/{request.path_params['path']}"
        page = await ask(self.stage.pages, request, path, query_of(request).removeprefix("?"))
        if page.status_code in (302, 303):
            return RedirectResponse(start + _rest(page.headers["location"]), 303)
        if not html_of(page):
            raise HTTPException(404)
        return page


def _at(request: Request, start: str) -> str:
    return f"{start}{quote(request.path_params['path'])}{query_of(request)}"


def _rest(location: str) -> str:
    """What follows the language in an address."""
    split = urlsplit(location)
    return split.path.split("/", 2)[-1] + (f"?{split.query}" if split.query else "")


LONGEST = 10**6
"""How many bytes a message may have, with its comment."""
FORM, COMMENT = "form{}", "comment"
"""The fields of the page: each plural form, and what the translator remarks."""


def rewrite(locales: Path, kept: Kept, said: Sequence[str], comment: str) -> list[Fault]:
    """
    Gives a message of a catalogue other texts, one for each of its forms, and another comment.

    Nothing is written where something is wrong with them, which is returned.

    Raises:
        ContentError: the file is not a catalogue.
        KeyError: it has no such message any more.
    """
    path = catalogue_path(locales, kept.language, kept.domain)
    file = read_catalogue(path)
    alike = (one for one in file if message_id(kept.domain, one.msgctxt or "", one.msgid) == kept.id)
    entry = next((one for one in alike if not one.obsolete), None)
    if entry is None:
        raise KeyError(kept.name)
    entry.tcomment = comment
    if entry.msgid_plural:
        entry.msgstr_plural = dict(enumerate(said))
    else:
        entry.msgstr = said[0]
    if entry.fuzzy:
        entry.flags.remove("fuzzy")
    entry.previous_msgctxt = entry.previous_msgid = entry.previous_msgid_plural = None
    shown = any(path.match(kind) for kind in TRANSLATIONS)
    if shown and any(said) and (wrong := _wrong(locales, path, file, entry)):
        return wrong
    write_changed(path, catalogue_text(file, file.metadata, file.header))
    return []


def _wrong(locales: Path, path: Path, file: POFile, entry: POEntry) -> list[Fault]:
    """What a check would name of one message."""
    language, source = path.parent.name, file.metadata.get("X-Source-Language", INTERFACE)
    more = [*badly_said(entry, source, read_glossary(Locales(locales), language))]
    more += Denials(sound_grammars(locales)[0]).defects(entry, source, language) if all(strings(entry)) else ()
    pair = pair_of(file, language, Spellings(locales))
    return [*entry_faults(path, entry, pair), *(Fault(*place(path, entry), *each) for each in more)]


class Editing:
    """Routes over one stage to its messages; `shelf_of` finds the language that a request is about."""

    def __init__(self, stage: Stage, locales: Path, shelf_of: Callable[[Request], Shelf]) -> None:
        self.stage, self.locales, self.shelf_of = stage, locales, shelf_of

    def routes(self, start: str) -> list[Route]:
        """The page of a message, and what it sends."""
        address = f"{start}/{{target}}/message/{{id}}"
        return [Route(address, self.message), Route(address, self.rewritten, methods=["POST"])]

    def message(self, request: Request) -> Response:
        """One message, with the same sentence in the other languages."""
        kept = self._kept(request)
        return self._page(request, kept, kept.said, kept.comment, ())

    async def rewritten(self, request: Request) -> Response:
        """Writes what was sent, and shows it; what is wrong with it stands beside what was typed."""
        kept, form = self._kept(request), await _sent(request)
        said = [_text(form, FORM.format(number)) for number in range(len(kept.said))]
        comment = _text(form, COMMENT)
        try:
            wrong = await run_in_threadpool(rewrite, self.locales, kept, said, comment)
        except ContentError as error:
            wrong = error.faults
        except KeyError:
            raise HTTPException(404) from None
        if not wrong:
            return RedirectResponse(request.url.path, 303)
        return await run_in_threadpool(self._page, request, kept, said, comment, wrong)

    def _kept(self, request: Request) -> Kept:
        kept = self.shelf_of(request).by_id.get(request.path_params["id"])
        if kept is None:
            raise HTTPException(404)
        return kept

    def _page(self, request: Request, kept: Kept, said: Sequence[str], comment: str,
              wrong: Sequence[Fault]) -> Response:  # fmt: skip
        words, library = self.stage.site.words[request.path_params["lang"]], self.stage.library
        others = [message_view(one, library, words) for name, other in self.stage.shelves.items()
                  for one in (other.by_id.get(kept.id),) if one is not None and name != kept.language]  # fmt: skip
        return self.stage.site.page(
            request, "preview/message.html", 422 if wrong else 200, section="message", target=kept.language,
            one=message_view(kept, library, words), others=others, said=said, comment=comment,
            wrong=[fault_record(fault, words) for fault in wrong],
        )  # fmt: skip


async def _sent(request: Request) -> dict[str, str]:
    """What the form of a message sends, with its lines as they are. Raises as `written_here` and `body_of` do."""
    written_here(request)
    return dict(
        parse_qsl((await body_of(request, LONGEST, NOT_READ)).decode("utf-8", "replace"), keep_blank_values=True)
    )


def _text(form: Mapping[str, str], name: str) -> str:
    return form.get(name, "").replace("\r\n", "\n").strip()
