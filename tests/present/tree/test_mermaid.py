"""The rules of a question as a Mermaid flowchart."""

import re
from collections.abc import Iterator

import pytest

from assistant.i18n.words import Words
from assistant.model.policy import Library
from assistant.model.rule import Item, Rule
from assistant.present.sentences import QUESTIONS
from assistant.present.tree.branches import draw
from assistant.present.writer import Writer
from tests.present.conftest import LANGUAGES
from tests.reference.test_reference import QUESTIONS as ALL

BOX = re.compile(r'  (n\d+)(?:\[|\(\[|\{)"([^"]*)"(?:\]|\]\)|\})')
ARROW = re.compile(r"  (n\d+) -->(?:\|([^|]+)\|)? (n\d+)")


def rules(items: tuple[Item, ...]) -> Iterator[Rule]:
    """Every rule of a list, those in groups included."""
    for item in items:
        if isinstance(item, Rule):
            yield item
        else:
            yield from rules(getattr(item, "then", ()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chart_holds_every_rule_and_leads_to_each(library: Library, words: dict[str, Words], language: str) -> None:
    for policy_id, topic, aspect in ALL:
        policy = library.policies[policy_id]
        asked = next(each for each in QUESTIONS if each == aspect)
        first, *lines = draw(Writer(policy, words[language]), topic, asked).splitlines()
        assert first == "flowchart TD"
        boxes = {found[1]: found[2] for line in lines if (found := BOX.fullmatch(line))}
        arrows = [found.groups() for line in lines if (found := ARROW.fullmatch(line))]
        assert len(boxes) + len(arrows) == len(lines), (topic, aspect)
        answers = [line for line in lines if "([" in line]
        not_yet = policy.about.in_force_from is not None
        assert len(answers) == len([*rules(policy.topics[topic].rules(asked))]) + not_yet
        assert {name for name in boxes if name != "n1"} == {to for _, _, to in arrows}, (topic, aspect)
        assert not [text for text in boxes.values() if not text or "{" in text]


def test_every_condition_has_two_ways_out_but_the_last(library: Library, words: dict[str, Words]) -> None:
    chart = draw(Writer(library.policies["licence-desk"], words["en"]), "hwkc-replacement", "free")
    conditions = re.findall(r'  (n\d+)\{"', chart)
    for name in conditions:
        ways = re.findall(rf"  {name} -->\|(Yes|No)\| ", chart)
        assert set(ways) in ({"Yes", "No"}, {"Yes"}), name


def test_marks_that_mean_something_to_mermaid_are_escaped(library: Library, words: dict[str, Words]) -> None:
    policy = library.policies["licence-desk"]
    topic = policy.topics["voucher"]
    title = type(topic.title)(topic.title.context, 'Do "I" need <it> & when?')
    loud = policy.model_copy(update={"topics": {**policy.topics, "voucher": topic.model_copy(update={"title": title})}})
    assert "Do #quot;I#quot; need #lt;it#gt; #amp; when?: " in draw(Writer(loud, words["en"]), "voucher", "free")


def test_a_number_is_drawn_with_its_unit(library: Library, words: dict[str, Words]) -> None:
    policy = library.policies["swap-out"]
    assert "Mounting height: above 2.7 m" in draw(Writer(policy, words["en"]), "included-work", "covered")
    assert "取り付けの高さが2.7mを超える" in draw(Writer(policy, words["ja"]), "included-work", "covered")


def test_a_fixed_day_is_drawn_as_a_day_and_any_other_by_its_name(library: Library, words: dict[str, Words]) -> None:
    chart = draw(Writer(library.policies["licence-desk"], words["en"]), "merge-licences", "free")
    assert "The day asked about is after Tue 31 Mar 2026" in chart
    assert "Last day of this service is before “The day asked about”" in chart
    japanese = draw(Writer(library.policies["licence-desk"], words["ja"]), "merge-licences", "free")
    assert "このサービスの最終日が「基準日」より前" in japanese
