"""What is said of a thing is not written without the words that make the thing another one."""

from pathlib import Path

import pytest

from assistant.i18n.load import languages
from assistant.workbench.catalogues.asked import phrase_faults
from assistant.workbench.catalogues.locales import Locales
from tests.conftest import ROOT

FRAME = "words:travel.facts.visa.frame"
HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'


@pytest.mark.parametrize(
    ("written", "faulty"),
    [
        ({"things": "Visum", "others": ""}, ["others"]),
        ({"says.yes": "gilt", "others": ""}, ["others"]),
        ({"2.things": "Visum", "1.others": ""}, ["1.others"]),
        ({"things": "Visum", "others": "fremd"}, []),
        ({"things": "", "says.yes": "", "others": ""}, []),
        ({"things": "Visum", "says.yes": "", "beside": ""}, []),
    ],
)
def test_words_that_make_a_thing_another_one_are_missed_once_the_thing_is_written(
    tmp_path: Path, written: dict[str, str], faulty: list[str]
) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "language.yaml").write_text((ROOT / "locales/en/language.yaml").read_text("utf-8"), "utf-8")
    entries = [f'\nmsgctxt "{FRAME}.{name}"\nmsgid "Visa"\nmsgstr "{said}"\n' for name, said in written.items()]
    (tmp_path / "en" / "questions.po").write_text(HEAD + "".join(entries), "utf-8")
    found = list(phrase_faults(Locales(tmp_path, None, languages(tmp_path))))
    assert [one.path.removeprefix(f"{FRAME}.") for one in found] == faulty
