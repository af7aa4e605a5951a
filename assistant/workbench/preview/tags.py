"""What stands beside a sentence of a page: the name of its message, and why it is not translated where it is not."""

from markupsafe import Markup
from starlette.requests import Request

from assistant.workbench.catalogues.messages import Kept
from assistant.workbench.preview.dressing import Shown
from assistant.workbench.preview.stage import Stage
from assistant.workbench.preview.traces import Sentence
from assistant.workbench.preview.views import NAMES, REASONS, Standing

LINK = Markup('<a class="preview-tag {state}" lang="{lang}" href="{href}" title="{reason}">{label}</a>')
BARE = Markup('<span class="preview-tag {state}" lang="{lang}" title="{reason}">{label}</span>')
IDS = "ids"
"""The parameter that switches the names of messages on and off, and the cookie that remembers it."""


def ids_wanted(request: Request) -> bool:
    """Whether every sentence is to have a tag."""
    return request.cookies.get(IDS) == "on"


class Tags:
    """The tags of pages in one language; with `ids`, every sentence has one."""

    def __init__(self, stage: Stage, lang: str, ids: bool) -> None:
        self.stage, self.lang, self.ids = stage, lang, ids
        self._shown: dict[int, Shown] = {}

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
        if number not in self._shown:
            self._shown[number] = self._made(number)
        return self._shown[number]

    def _made(self, number: int) -> Shown:
        sentence, state, kept = self.standing(number)
        whole = state in ("source", "sound")
        if whole and not self.ids:
            return Shown()
        words = self.stage.texts.words[self.lang]
        name = sentence.context or sentence.source
        told = [] if whole else [words.say(NAMES[state])]
        label = " · ".join([*told, name] if self.ids else told)
        tag = (LINK if kept else BARE).format(
            state=state, lang=self.lang, label=label, href=kept and address(self.lang, kept),
            reason=words.say(REASONS[state]) if REASONS[state] else name,
        )  # fmt: skip
        return Shown("" if whole else f"preview-said {state}", str(tag))


def address(lang: str, kept: Kept) -> str:
    """The page of a message in the workshop."""
    return f"/{lang}/preview/{kept.language}/message/{kept.id}"
