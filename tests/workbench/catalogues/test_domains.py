"""What translators are given beside the sentences of code and content: names, cues and public holidays."""

from pathlib import Path

import pytest

from assistant.errors import Fault
from assistant.i18n.load import languages
from assistant.i18n.questions import read_cues
from assistant.match.aspect import BESIDE, LONG, MEANS, UNTIL, WHOLE
from assistant.model.policy import Library
from assistant.workbench.catalogues.checks import check_locales
from assistant.workbench.catalogues.domains import holiday_names, templates, term_messages, unused
from assistant.workbench.catalogues.locales import Locales
from tests.i18n.conftest import Project


def test_no_message_stands_twice_in_the_bundled_templates(library: Library, locales: Path, root: Path) -> None:
    for template in templates(library, Locales(locales), root / "assistant"):
        keys = list(map(template.key, template.messages))
        assert len(keys) == len(set(keys)), template.domain


def test_every_language_is_asked_for_what_any_language_names(project: Project) -> None:
    for language, thing in {"en": "dongle", "ja": "carrier"}.items():
        with (project.locales / language / "terms.po").open("a", encoding="utf-8") as file:
            file.write(f'\nmsgctxt "term"\nmsgid "{thing}"\nmsgstr "x"\n')
    terms = [message.source for message in term_messages(Locales(project.locales)) if message.context == "term"]
    assert terms == ["carrier", "dongle"]


def test_every_language_is_asked_for_every_kind_of_cue(project: Project, locales: Path) -> None:
    kinds = {message.context.removeprefix("aspect:") for message in term_messages(Locales(project.locales))}
    used = ({*MEANS} - {WHOLE}) | {UNTIL, LONG} | {kind for one, other, _ in BESIDE for kind in (one, other)}
    assert kinds == used
    for language in languages(locales):
        assert read_cues(locales, language).keys() == kinds


@pytest.mark.parametrize(
    ("country", "name"),
    [
        ("AU", "Melbourne Cup Day"),
        ("AU", "Friday before the AFL Grand Final"),
        ("JP", "Substitute Holiday"),
        ("NZ", "Waitangi Day"),
    ],
)
def test_holidays_of_a_country_and_its_parts_are_named(country: str, name: str) -> None:
    names = holiday_names(country)
    assert name in names
    assert not any(";" in each for each in names)


def test_holidays_of_banks_are_named_where_they_are_kept() -> None:
    assert "Bank Holiday" in set(holiday_names("JP", True)) - set(holiday_names("JP"))


def test_readers_of_all_policies_meet_less_than_1900_sentences(library: Library, locales: Path, root: Path) -> None:
    of = templates(library, Locales(locales), root / "assistant")
    met = {one.domain: len(one.messages) for one in of if one.domain == "ui" or one.domain.startswith("policy-")}
    assert sum(met.values()) < 1900, met


def _unused(project: Project) -> list[Fault]:
    locales = Locales(project.locales)
    return unused(project.library, locales, templates(project.library, locales, project.package))


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("ja/policy-lease.po", "delete it"),
        ("en/policy-travel.po", "delete it"),
        ("templates/policy-lease.pot", "delete it"),
        ("ja/policy-travle.po", "did you mean 'policy-travel.po'?"),
    ],
    ids=["of a policy that is gone", "in the policy's own language", "its template", "misspelt"],
)
def test_a_catalogue_that_nothing_reads_is_named(translated: Project, name: str, mend: str) -> None:
    path = translated.locales / name
    path.write_bytes((translated.locales / "ja" / "policy-travel.po").read_bytes())
    (fault,) = _unused(translated)
    beside = [
        one
        for one in check_locales(translated.library, translated.locales, translated.package)
        if one.file == str(path)
    ]
    assert beside == [], "a folder of other content is checked beside the catalogues of ours"
    assert fault.file == str(path)
    assert fault.line == 1
    assert "nothing is translated with this file" in str(fault.wrong)
    assert mend in str(fault.mend)
    path.unlink()
    assert _unused(translated) == []


@pytest.mark.parametrize(
    ("name", "mend"), [("travl", "did you mean 'travel'?"), ("meals", "write one of these: travel")]
)
def test_a_policy_that_is_left_for_later_is_one_that_there_is(translated: Project, name: str, mend: str) -> None:
    with (translated.locales / "ja" / "language.yaml").open("a", encoding="utf-8") as file:
        file.write(f"without: [travel, {name}]\n")
    (fault,) = _unused(translated)
    assert (Path(fault.file).name, fault.path) == ("language.yaml", "without.2")
    assert (str(fault.wrong), str(fault.mend)) == (f"no policy is called '{name}'", mend)
