"""What a terminal says of spoilt content: in its own language, whichever command finds it, and as data."""

import json
from pathlib import Path

import pytest

from assistant import cli
from assistant.settings import Settings
from tests.conftest import ROOT
from tests.spoil.garden import garden

MISSPELT = "content/garden/topics/loan.yaml:3:1: abuot: "
SAID = {
    "en": ("the key 'abuot' is not known here", "mend: did you mean 'about'?"),
    "ja": ("ここでは「abuot」というキーは使えません", "直し方：「about」ではありませんか"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A garden with a misspelt key."""
    path = garden(tmp_path) / "topics/loan.yaml"
    path.write_text(path.read_text("utf-8").replace("about:", "abuot:"), "utf-8")
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, known: Settings, language: str, *arguments: str) -> int:
    """Calls the installed command as a terminal of this language does; its exit status."""
    monkeypatch.setattr(cli, "settings", lambda: known)
    monkeypatch.setattr("sys.argv", ["policy-assistant", *arguments])
    monkeypatch.setenv("LC_ALL", f"{language}.UTF-8")
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return int(ended.value.code or 0)


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("arguments", [["check"], ["decide", "garden/loan/free"], ["i18n", "check"]], ids=" ".join)
def test_every_command_says_what_is_wrong_in_the_language_of_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path, language: str,
    arguments: list[str],
) -> None:  # fmt: skip
    known = Settings(content=folder / "content", locales=ROOT / "locales")
    assert run(monkeypatch, known, language, *arguments) == 1
    printed = "".join(capsys.readouterr())
    wrong, mend = SAID[language]
    assert f"{MISSPELT}{wrong}\n  {mend}\n" in printed


def test_a_check_as_data_keeps_the_english_beside_what_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    known = Settings(content=folder / "content", locales=ROOT / "locales")
    assert run(monkeypatch, known, "ja", "check", "--json") == 1
    found = {fault["path"]: fault for fault in json.loads(capsys.readouterr().out)}
    assert found["abuot"]["line"] == 3
    assert found["abuot"]["wrong"] == {
        "sentence": "the key '{key}' is not known here", "values": {"key": "abuot"}, "said": SAID["ja"][0],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Did you mean “swap-out”?"), ("ja", "「swap-out」ではありませんか。")],
)
def test_a_misspelt_policy_is_guessed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], language: str, said: str
) -> None:
    known = Settings(content=ROOT / "content", locales=ROOT / "locales")
    assert run(monkeypatch, known, language, "decide", "swapout/price/free") == 2
    assert said in capsys.readouterr().err


def test_where_the_languages_themselves_are_wrong_english_is_left(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    described = (ROOT / "locales/ja/language.yaml").read_text("utf-8").replace("fallback:", "falback:")
    (folder / "locales/ja").mkdir(parents=True)
    (folder / "locales/ja/language.yaml").write_text(described, "utf-8")
    known = Settings(content=folder / "content", locales=folder / "locales")
    assert run(monkeypatch, known, "ja", "check") == 1
    assert "did you mean 'fallback'?" in capsys.readouterr().err
