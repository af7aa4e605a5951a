"""What each tool does: arguments in, the API's records out, with the same as text for whoever reads no records."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from assistant.decide import Answer, FactFault
from assistant.decide.cases import MOST_FACTS, Case, read_case, strangers, text_in
from assistant.errors import TooNew, UnknownPage, Unready
from assistant.match.understanding import Understands
from assistant.mcp.catalogue import tools
from assistant.mcp.replies import (
    ChangeRecord,
    ChangesRecord,
    ClausesRecord,
    NextRecord,
    QuotedRecord,
    TopicWhole,
    compared,
    reasons,
    short,
    told,
    understood,
)
from assistant.present.answer.changes import ChangeView, changes
from assistant.present.policy.pages import topic_view
from assistant.present.question import question_view
from assistant.present.share.document import topic_document
from assistant.present.share.writing import written
from assistant.present.views import AnswerView
from assistant.present.writer import Writer
from assistant.web.api.answers import Asked, answer, answer_record, answer_then, asked, error_records, matches_record
from assistant.web.api.records import AnswerRecord, ApiRecord, ErrorRecord, FactRecord, TopicRecord
from assistant.web.frame.head import DEFAULT_LANGUAGE
from assistant.web.frame.problems import COMING, TITLES, Unprocessable
from assistant.web.frame.query import address
from assistant.web.frame.site import Site
from assistant.web.pages.box import LONGEST_QUESTION
from assistant.web.pages.form import EDITION, in_order
from assistant.web.pages.place import lasting
from assistant.web.pages.policies import CLAUSES

Arguments = Mapping[str, object]


class Said(NamedTuple):
    """What a tool says, as text and as a record; no record, or one that is `invalid`, where nothing is answered."""

    text: str
    record: ApiRecord | None = None

    @property
    def wrong(self) -> bool:
        """Whether nothing is answered."""
        return self.record is None or getattr(self.record, "status", "") == "invalid"


class Calls:
    """The tools over one site. They may be called from several threads."""

    def __init__(self, site: Site, matcher: Understands) -> None:
        self.site, self.matcher = site, matcher
        self.tools = tools(site.library.policies, site.languages)

    def call(self, name: str, arguments: Arguments) -> Said:
        """Calls the tool of this name, which there is; every fault in its arguments is told at once."""
        tool, lang = self.tools[name], arguments.get("lang", DEFAULT_LANGUAGE)
        strange = islice(strangers(arguments, tuple(tool.takes)), MOST_FACTS)
        faults = [fault._replace(reason="no-such-parameter") for fault in strange]
        if not isinstance(lang, str) or lang not in self.site.languages:
            faults.append(FactFault("lang", "no-such-language", {"given": str(lang)}, tuple(self.site.languages)))
            lang = DEFAULT_LANGUAGE
        words = self.site.words[lang]
        known = {name: value for name, value in arguments.items() if name in tool.takes and name != "lang"}
        errors = error_records(faults, words)
        try:
            said: Said = getattr(self, name)(known, lang)
        except Unprocessable as wrong:
            errors += map(ErrorRecord.model_validate, wrong.errors)
        except (TooNew, Unready) as error:
            return Said(words.say(COMING if isinstance(error, TooNew) else TITLES[503]))
        else:
            if not errors:
                return said
        lines = (words.say("{label}: {value}", label=one.name, value=one.text) for one in errors)
        text = "\n".join([words.say("Please check what you entered"), *(f"- {line}" for line in lines)])
        return Said(text, AnswerRecord(status="invalid", lang=lang, errors=errors))

    def find_topic(self, given: Arguments, lang: str) -> Said:
        """What a question is about."""
        faults = list[FactFault]()
        question = text_in(given, "question", faults)[:LONGEST_QUESTION]
        if not faults and not question.strip():
            faults.append(FactFault("question", "question-wanted", {}))
        self._check(faults, lang)
        found = self.matcher.understand(question, self.site.now())
        record = matches_record(self.site.writers[lang], question, found)
        return Said("\n".join(understood(record, self.site.words[lang])), record)

    def read_topic(self, given: Arguments, lang: str) -> Said:
        """What the page of a topic says."""
        faults = list[FactFault]()
        policy, topic = text_in(given, "policy", faults), text_in(given, "topic", faults)
        writer = self._writer(policy, lang, faults)
        if writer and not faults and topic not in writer.policy.topics:
            faults.append(FactFault("topic", "no-such-topic", {"given": topic}, tuple(writer.policy.topics)))
        self._check(faults, lang)
        writer = self.site.writers[lang][policy]
        view = topic_view(writer, topic, self.site.today(writer.policy))
        page = f"{self.site.public_url}/{lang}/{policy}/{topic}/"
        text = written(topic_document(view, writer.words, page))
        record = TopicWhole(
            **dict(TopicRecord.model_validate(view)),
            edition=self.site.lasting(writer.policy),
            lang=lang,
            text=text,
            permalink=page,
        )
        return Said(text, record)

    def next_question(self, given: Arguments, lang: str) -> Said:
        """The question that is asked next."""
        record = _bare(answer(self.site, self._case(given, lang), lang))
        left = record.open.ask if record.open else record.fact
        writer = self.site.writers[lang][record.policy or ""]
        question = FactRecord.model_validate(question_view(writer, left)) if left else None
        return Said(told(record), NextRecord(**dict(record), question=question))

    def decide(self, given: Arguments, lang: str) -> Said:
        """One question of a topic, decided."""
        record = _bare(answer(self.site, self._case(given, lang), lang))
        return Said(told(record), record)

    def explain(self, given: Arguments, lang: str) -> Said:
        """An answer with the rules that were asked, and how it was counted."""
        found, record = self._asked(self._case(given, lang), lang)
        why = [*reasons(found.view, self.site.words[lang]), ""] if isinstance(found.view, AnswerView) else ()
        return Said("\n".join([*why, told(record)]), record)

    def what_would_change(self, given: Arguments, lang: str) -> Said:
        """The nearest other answers."""
        found, record = self._asked(self._case(given, lang), lang)
        case, outcome, writer = found.case, found.told.outcome, found.writer
        others = list[ChangeRecord]()
        if isinstance(outcome, Answer) and writer and not outcome.open:
            others += (
                self._change(writer, found.case, record.on or "", one) for one in changes(writer, outcome, case.facts)
            )
        lines = [line for one in others for line in (f"- {one.change}: {one.becomes}", f"  {one.permalink}")]
        return Said(
            "\n".join([short(record), *lines]) if others else told(record),
            ChangesRecord(**dict(_bare(record)), changes=others),
        )

    def read_clauses(self, given: Arguments, lang: str) -> Said:
        """Clauses of a document."""
        faults, wanted = list[FactFault](), given.get("clauses")
        policy = text_in(given, "policy", faults)
        writer = self._writer(policy, lang, faults)
        names = [one for one in wanted if isinstance(one, str)] if isinstance(wanted, list) else []
        if not isinstance(wanted, list) or not 0 < len(wanted) == len(names):
            faults.append(FactFault("clauses", "list-wanted", {}))
        if len(names) > MOST_FACTS:
            faults.append(FactFault("clauses", "too-many-clauses", {"most": str(MOST_FACTS)}))
        known = tuple(writer.clauses) if writer else ()
        strange = (one for one in dict.fromkeys(names[:MOST_FACTS]) if writer and one not in known)
        faults += (FactFault("clauses", "no-such-clause", {"given": one}, known) for one in strange)
        self._check(faults, lang)
        writer = self.site.writers[lang][policy]
        read = [self._clause(writer, name) for name in dict.fromkeys(names)]
        title = writer.text(writer.policy.about.document.title)
        text = "\n\n".join("\n".join(filter(None, (one.place, one.gist, one.quote, one.permalink))) for one in read)
        return Said(
            text,
            ClausesRecord(
                policy=policy, lang=lang, document=title, clauses=read, edition=self.site.lasting(writer.policy)
            ),
        )

    def compare_editions(self, given: Arguments, lang: str) -> Said:
        """The answer of today beside that of an earlier edition."""
        faults = list[FactFault]()
        name = text_in(given, "edition", faults)
        if not faults and not EDITION.fullmatch(name):
            faults.append(FactFault("edition", "edition-wanted", {}))
        case = self._case({one: value for one, value in given.items() if one != "edition"}, lang, faults)
        try:
            record = _bare(answer_then(self.site, case, lang, name))
        except UnknownPage:  # the engine says so beside all else that is wrong
            record = _bare(answer(self.site, case, lang))
        if record.then is None:
            return Said(told(record), record)
        return Said(compared(record, record.then, self.site.words[lang]), record)

    def _writer(self, policy: str, lang: str, faults: list[FactFault]) -> Writer | None:
        """Who writes of a policy; where there is no such policy, a fault is added."""
        writer = self.site.writers[lang].get(policy)
        if writer is None and not faults:
            faults.append(FactFault("policy", "no-such-policy", {"given": policy}, tuple(self.site.library.policies)))
        return writer

    def _check(self, faults: list[FactFault], lang: str) -> None:
        if faults:
            raise Unprocessable(error_records(faults, self.site.words[lang]))

    def _case(self, given: Arguments, lang: str, wrong: Sequence[FactFault] = ()) -> Case:
        """The case of a call. Raises `Unprocessable`."""
        case, faults = read_case(given)
        self._check([*wrong, *faults], lang)
        return case

    def _asked(self, case: Case, lang: str) -> tuple[Asked, AnswerRecord]:
        """What comes of a case. Raises `Unprocessable`."""
        found = asked(self.site, case, lang)
        return found, _sound(answer_record(self.site, lang, found))

    def _change(self, writer: Writer, case: Case, day: str, one: ChangeView) -> ChangeRecord:
        """Another answer with its own link."""
        facts = in_order(writer.policy, {**case.facts, **one.facts})
        path = "/".join((self.site.public_url, writer.language.id, case.policy, case.topic, case.aspect))
        pairs = lasting(facts, (), one.on or day, self.site.lasting(writer.policy))
        return ChangeRecord(
            change=one.label, becomes=one.becomes, facts=dict(facts), on=one.on or day, permalink=address(path, pairs)
        )

    def _clause(self, writer: Writer, name: str) -> QuotedRecord:
        one = writer.clause(name)
        link = f"{self.site.public_url}/{writer.language.id}/{writer.policy.id}/{CLAUSES}/#{name}"
        return QuotedRecord(id=name, place=one.place, gist=one.gist, quote=one.quote, permalink=link)


def _sound(record: AnswerRecord) -> AnswerRecord:
    """A record of a case that is not invalid. Raises `Unprocessable`."""
    if record.errors is not None:
        raise Unprocessable(record.errors)
    return record


def _bare(record: AnswerRecord) -> AnswerRecord:
    """A sound record without how it was found, which is long, and asked for by itself. Raises `Unprocessable`."""
    return _sound(record).model_copy(update={"trace": None, "counting": None})
