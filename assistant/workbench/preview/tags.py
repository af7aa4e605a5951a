"""What stands beside a sentence of a page: the name of its message, and why it is not translated where it is not."""

from functools import cached_property

from markupsafe import Markup
from starlette.requests import Request

from assistant.i18n import N_
from assistant.memo import Made
from assistant.workbench.catalogues.messages import Kept
from assistant.workbench.preview.stage import Stage
from assistant.workbench.preview.traces import Sentence, Shown
from assistant.workbench.preview.views import NAMES, REASONS, Standing
from assistant.workbench.sources.unreviewed import unreviewed_records

LINK = Markup('<a class="preview-tag {state}" lang="{lang}" href="{href}" title="{reason}">{label}</a>')
BARE = Markup('<span class="preview-tag {state}" lang="{lang}" title="{reason}">{label}</span>')
UNREVIEWED = N_("Not reviewed")
WHY_UNREVIEWED = N_("The document has changed here, and nobody has said yet that this holds.")
IDS = "ids"
"""The parameter that switches the names of messages on and off, and the cookie that remembers it."""


def ids_wanted(request: Request) -> bool:
    """Whether every sentence is to have a tag."""
    return request.cookies.get(IDS) == "on"


class Tags:
    """The tags of pages in one language; with `ids`, every sentence has one."""

    def __init__(self, stage: Stage, lang: str, ids: bool) -> None:
        self.stage, self.lang, self.ids = stage, lang, ids
        self._shown = Made(self._made)

    def standing(self, number: int) -> tuple[Sentence, Standing, Kept | None]:
        """A sentence by its number, how it stands in this language, and its message; a source's in another language."""
        sentence = self.stage.ledger.sentences[number]
        named = (sentence.context, sentence.source, sentence.language)
        state, kept = self.stage.shelves[self.lang].standing(*named)
        if state == "source":
            kept = next((one for shelf in self.stage.shelves.values() if (one := shelf.standing(*named)[1])), None)
        return sentence, state, kept

    def show(self, number: int) -> Shown:
        """How a sentence is shown."""
        return self._shown[number]

    def _made(self, number: int) -> Shown:
        sentence, state, kept = self.standing(number)
        context, whole = sentence.context, state in ("source", "sound")
        open_ = bool({context.rpartition(".")[0], f"{self.lang} {context}"} & self._open)
        if whole and not open_ and not self.ids:
            return Shown()
        words = self.stage.texts.words[self.lang]
        name = context or sentence.source
        told = [*([] if whole else [words.say(NAMES[state])]), *([words.say(UNREVIEWED)] if open_ else [])]
        label = " · ".join([*told, name] if self.ids else told)
        reason = WHY_UNREVIEWED if open_ and whole else REASONS[state]
        mark = "stale" if open_ and whole else state
        tag = (LINK if kept else BARE).format(
            state=mark,
            lang=self.lang,
            label=label,
            href=kept and address(self.lang, kept),
            reason=words.say(reason).text if reason else name,
        )
        return Shown("" if whole and not open_ else f"preview-said {mark}", str(tag))

    @cached_property
    def _open(self) -> frozenset[str]:
        """The records of sentences, and the translations of such, that are unreviewed."""
        return unreviewed_records(self.stage.known, self.stage.library)


def address(lang: str, kept: Kept) -> str:
    """The page of a message in the workshop."""
    return f"/{lang}/preview/{kept.language}/message/{kept.id}"
