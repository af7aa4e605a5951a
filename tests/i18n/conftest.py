"""A small policy, a small package and the catalogues of two languages, all in a temporary folder."""

from pathlib import Path

import polib
import pytest

from assistant.content import read_library
from assistant.i18n.load import load_words
from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.model.record import Text
from assistant.workbench.catalogues.sync import sync

FILES = {
    "content/travel/policy.yaml": """
        id: travel
        title: Business travel
        short: Travel
        issuer: The company
        language: en
        time_zone: Australia/Adelaide
        document: {title: Travel policy}
        calendars:
          office:
            label: working days
            weekdays: [mon, tue, wed, thu, fri]
            holidays: {country: AU, part: SA}
            cites: [days]
        topics: [approval]
    """,
    "content/travel/source.yaml": """
        clauses:
          - {id: ask, place: Section 1, gist: Approval comes first., lines: [1, 1], fingerprint: 0123456789abcdef}
          - {id: days, place: Section 2, gist: What a working day is., lines: [2, 2], fingerprint: 0123456789abcdef}
    """,
    "content/travel/summary.yaml": """
        lede: Ask before you travel.
        sections:
          - id: approval
            title: Approval
            points:
              - {id: ask-first, text: Ask your manager at least 10 working days before you travel., cites: [ask]}
    """,
    "content/travel/facts.yaml": """
        trip_date: {type: date, question: When do you travel?, label: Travel date}
    """,
    "content/travel/rules.yaml": """
        notes:
          urgent: {text: In an emergency you may ask afterwards., cites: [ask]}
    """,
    "content/travel/topics/approval.yaml": """
        id: approval
        title: Approval of a trip
        about: Who must agree, and when.
        derived:
          ask-by:
            label: Last day to ask
            start: trip_date
            steps: [{add_working_days: -10, calendar: office}]
            cites: [ask, days]
        due:
          - id: in-time
            verdict: dated
            answer: Ask by {ask_by} at the latest.
            say: Your manager needs 10 working days.
            dates: {ask_by: ask-by}
            notes: [urgent]
            cites: [ask]
    """,
    "shop/pages.py": """
        GREETING = N_("Good day.")


        def page(words, left, late):
            # NOTE: on the button that sends the form
            words.say("Send")
            words.say("Too late." if late else "In time.")
            words.named("state", "Open")
            return words.plural("{count} question left", "{count} questions left", left)
    """,
    "shop/pages.html": """
        {# NOTE: heading of the first page #}
        <h1>{{ say("What do you want to know?") }}</h1>
        <p>{{ words.say("Send") }} {{ _("Now or {later}", later=later) }}</p>
    """,
    "locales/en/language.yaml": """
        id: en
        name: English
        locale: en_GB
        direction: ltr
        day: EEE d MMM y
        time: HH:mm
        moment: "{day}, {time}"
        asked: "Questions about: {topic}"
        offered: yes
    """,
    "locales/ja/language.yaml": """
        id: ja
        name: 日本語
        locale: ja
        fallback: [en]
        direction: ltr
        day: y年M月d日（E）
        time: HH:mm
        moment: "{day}{time}"
        asked: 「{topic}」について聞かれること
        offered: yes
    """,
}

SAID = {
    "Business travel": "出張",
    "Ask your manager at least 10 working days before you travel.": "出張の10営業日前までに所属長へ申請してください。",
    "Your manager needs 10 working days.": "所属長は10営業日を必要とします。",
    "Ask by {ask_by} at the latest.": "{ask_by}までに申請してください。",
    "Section {number}": "第{number}条",
    "Now or {later}": "今か{later}",
    "{count} question left": "あと{count}問",
    "Eight Hours Day": "8時間労働の日",
    "National Day of Mourning for Queen Elizabeth II": "女王エリザベス追悼の日",
}
PHRASES = {
    "en": {"questions:travel/approval": "who agrees to my trip", "out-of-scope": "what is for lunch"},
    "ja": {"questions:travel/approval": "出張の承認", "out-of-scope": "昼食は何ですか"},
}

LEDE = Text("travel.summary.lede", "Ask before you travel.")
ANSWER = Text("travel.topics.approval.due.in-time.answer", "Ask by {ask_by} at the latest.")
RULE = Text("travel.topics.approval.due.in-time.say", "Your manager needs 10 working days.")
"""Sentences of the small policy."""


def _outdented(text: str) -> str:
    lines = text.strip("\n").splitlines()
    indent = len(lines[0]) - len(lines[0].lstrip())
    return "\n".join(line[indent:] for line in lines).rstrip() + "\n"


class Project:
    """A folder with content, code and locales."""

    def __init__(self, folder: Path) -> None:
        self.content, self.package, self.locales = folder / "content", folder / "shop", folder / "locales"
        for name, text in FILES.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(_outdented(text), "utf-8")

    @property
    def library(self) -> Library:
        """The policies as they stand now."""
        return read_library(self.content)

    def sync(self) -> list[Path]:
        """What a sync changes."""
        return sync(self.library, self.locales, self.package)

    def edit(self, name: str, old: str, new: str) -> None:
        """Replaces a text that stands in a file, once."""
        path = self.content.parent / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), "utf-8")

    def add_language(self, language: str, like: str, fallback: str) -> None:
        """A new language: a folder and its description, nothing else."""
        text = (self.locales / like / "language.yaml").read_text("utf-8").replace(f"id: {like}", f"id: {language}")
        lines = [line for line in text.splitlines() if not line.startswith("fallback:")]
        (self.locales / language).mkdir()
        described = "\n".join([*lines, f"fallback: [{fallback}]", ""])
        (self.locales / language / "language.yaml").write_text(described, "utf-8")

    def translate(self, name: str, said: dict[str, str]) -> None:
        """Fills in translations by source text."""
        path = self.locales / name
        file = polib.pofile(path.read_text("utf-8"), wrapwidth=0)
        for entry in file:
            if entry.msgid in said and entry.msgid_plural:
                entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, said[entry.msgid])
            elif entry.msgid in said:
                entry.msgstr = said[entry.msgid]
        path.write_text(f"{file}", "utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The small project, in step."""
    project = Project(tmp_path)
    project.sync()
    return project


@pytest.fixture
def translated(project: Project) -> Project:
    """The small project with everything translated."""
    with (project.locales / "ja" / "glossary.po").open("a", encoding="utf-8") as file:
        file.write('\nmsgctxt "en"\nmsgid "manager"\nmsgstr "所属長 | 上司"\n')
    project.sync()
    for language in PHRASES:
        path = project.locales / language / "terms.po"
        words = {entry.msgid: f"word {number}" for number, entry in enumerate(polib.pofile(path.read_text("utf-8")))}
        project.translate(f"{language}/terms.po", words)
    for name in ("ui", "policy-travel"):
        path = project.locales / "ja" / f"{name}.po"
        said = {entry.msgid: SAID.get(entry.msgid, "訳文です。") for entry in polib.pofile(path.read_text("utf-8"))}
        project.translate(f"ja/{name}.po", said)
    for language, topics in PHRASES.items():
        path = project.locales / language / "questions.po"
        catalogue = polib.pofile(path.read_text("utf-8"), wrapwidth=0)
        for entry in catalogue:
            entry.msgstr = "\n".join(f"{topics[entry.msgctxt or '']} {letter}" for letter in "abcdefgh")
        path.write_text(f"{catalogue}", "utf-8")
    project.sync()
    return project


def words_with(project: Project, **said: str) -> Words:
    """Japanese words where the sentences named are translated so."""
    sources = {"lede": LEDE, "answer": ANSWER, "rule": RULE}
    project.translate("ja/policy-travel.po", {sources[name].source: text for name, text in said.items()})
    return load_words(project.locales, "ja", strict=True)
