"""Where an answer belongs, and what stands above it."""

from dataclasses import dataclass

from assistant.i18n.fill import Rendered
from assistant.model.rule import Aspect


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Where an answer belongs: its policy and topic, with their titles, and the document that governs."""

    policy: str
    policy_title: Rendered
    topic: str
    topic_title: Rendered
    document: Rendered
    document_date: str
    aspect: Aspect
    question: str
    on: str
    on_text: str
    edition: str
    elsewhen: Rendered | None
    """That it is asked for another day than today; whether today it is the `same`, else what holds `today`."""
    notice: Rendered | None
    """The policy's notice that all has ended, where it has today or on the day asked about."""
    same: bool = False
    today: Rendered | None = None
    moment: str = ""
    """The fact that says for when it is asked, where that is a moment and not the day asked about."""

    @property
    def notices(self) -> list[Rendered]:
        """What stands above everything else."""
        return [one for one in (self.elsewhen, self.today, self.notice) if one]
