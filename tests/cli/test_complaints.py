"""What a terminal says of spoilt content: in its own language, whichever command finds it, and as data."""

import json
import shutil
from pathlib import Path

import pytest

from assistant.settings import Settings
from tests.conftest import ROOT
from tests.spoil.garden import garden
from tests.terminal import call

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


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("arguments", [["check"], ["decide", "garden/loan/free"], ["i18n", "check"]], ids=" ".join)
def test_every_command_says_what_is_wrong_in_the_language_of_the_terminal(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    folder: Path,
    language: str,
    arguments: list[str],
) -> None:
    known = Settings(content=folder / "content", locales=ROOT / "locales")
    assert call(monkeypatch, known, language, *arguments) == 1
    printed = "".join(capsys.readouterr())
    wrong, mend = SAID[language]
    assert f"{MISSPELT}{wrong}\n  {mend}\n" in printed


def test_a_check_as_data_keeps_the_english_beside_what_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    known = Settings(content=folder / "content", locales=ROOT / "locales")
    assert call(monkeypatch, known, "ja", "check", "--json") == 1
    found = {fault["path"]: fault for fault in json.loads(capsys.readouterr().out)}
    assert found["abuot"]["line"] == 3
    assert found["abuot"]["wrong"] == {
        "sentence": "the key '{key}' is not known here",
        "values": {"key": "abuot"},
        "said": SAID["ja"][0],
    }


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Did you mean “swap-out”?"), ("ja", "「swap-out」ではありませんか。")],
)
def test_a_misspelt_policy_is_guessed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], language: str, said: str
) -> None:
    known = Settings(content=ROOT / "content", locales=ROOT / "locales")
    assert call(monkeypatch, known, language, "decide", "swapout/price/free") == 2
    assert said in capsys.readouterr().err


def test_where_the_languages_themselves_are_wrong_english_is_left(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    described = (ROOT / "locales/ja/language.yaml").read_text("utf-8").replace("fallback:", "falback:")
    (folder / "locales/ja").mkdir(parents=True)
    (folder / "locales/ja/language.yaml").write_text(described, "utf-8")
    known = Settings(content=folder / "content", locales=folder / "locales")
    assert call(monkeypatch, known, "ja", "check") == 1
    assert "did you mean 'fallback'?" in capsys.readouterr().err


def test_one_language_that_is_wrong_is_told_of_in_another(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = garden(tmp_path).parent.parent
    for language in ("en", "ja"):
        shutil.copytree(ROOT / "locales" / language, folder / "locales" / language, dirs_exist_ok=True)
    (folder / "locales/fr").mkdir()
    (folder / "locales/fr/language.yaml").write_text("id: fr\nnmae: Français\n", "utf-8")
    known = Settings(content=folder / "content", locales=folder / "locales")
    assert call(monkeypatch, known, "ja", "i18n", "check") == 1
    assert "直し方：「name」ではありませんか" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bogus"], "エラー：'bogus' というコマンドはありません。"),
        (["i18n", "syn"], "エラー：'syn' というコマンドはありません。'sync' ではありませんか。"),
        (["i18n", "sync", "--tpyo", "x"], "エラー：--tpyo というオプションはありません。--typo ではありませんか。"),
        (["i18n", "sync", "--typo"], "エラー：オプション '--typo' には値が必要です。"),
        (["i18n", "add"], "エラー：引数 'LANGUAGE' がありません。"),
        (["ask", "--json=3", "x"], "エラー：オプション '--json' に値は付けられません。"),
        (["edition", "list", "swap-out"], "エラー：引数が多すぎます：swap-out"),
        (["serve", "--port", "abc"], "エラー：'--port' の値が正しくありません。'abc' は整数ではありません。"),
        (
            ["serve", "--port", "99999"],
            "エラー：'--port' の値が正しくありません。99999 は使えません。0以上65535以下の数を指定してください。",
        ),
    ],
    ids=" ".join,
)
def test_a_wrong_call_is_told_of_in_the_language_of_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert call(monkeypatch, Settings(), "ja", *arguments) == 2
    assert capsys.readouterr().err.endswith(f"{said}\n")


def test_help_is_in_the_language_of_the_terminal_as_a_whole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(monkeypatch, Settings(), "ja", "new", "policy", "--help") == 0
    shown = capsys.readouterr().out
    assert [
        part
        for part in ("使い方：", "引数:", "オプション:", "[省略時：first-topic]", "この説明を表示します。")
        if part not in shown
    ] == []
    assert call(monkeypatch, Settings(), "ja", "source", "outline", "-h") == 0
    assert "[必須]" in capsys.readouterr().out
    assert call(monkeypatch, Settings(), "ja", "i18n") == 2
    assert "コマンド:" in capsys.readouterr().err


def test_why_a_file_cannot_be_opened_is_told_of_in_the_language_of_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    paper = tmp_path / "rules.txt"
    assert call(monkeypatch, Settings(), "ja", "source", "outline", str(paper), "--policy", "swap-out") == 2
    assert capsys.readouterr().err == f"{paper}：そのようなファイルもフォルダーもありません。\n"
