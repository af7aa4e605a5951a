"""Pages inside other pages: who may frame them, in which colours, and the code to put there."""

import re

from assistant.errors import Usage, Wording, told
from assistant.settings import Settings

ORIGIN = re.compile(r"https?://(?:\*\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?")


def origins_of(known: Settings) -> tuple[str, ...]:
    """The sites that may frame our pages. Raises `Usage` with each that is none."""
    found = tuple((known.frames or "").split())
    wrong: list[Wording] = [
        told("POLICY_ASSISTANT_FRAMES: {given} is no origin of a web site.", given=one)
        for one in found if not ORIGIN.fullmatch(one)
    ]  # fmt: skip
    if wrong:
        raise Usage(*wrong, told("Write it as {example}.", example="https://shop.example https://*.desk.example"))
    return found
