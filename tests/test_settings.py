"""Settings come from the environment, and what is compiled goes where it may be written."""

from pathlib import Path

import pytest

from assistant import settings as module
from assistant.errors import Usage
from assistant.settings import CHECKOUT, Settings, settings, written


def test_each_setting_is_named_in_the_environment() -> None:
    known = settings({
        "POLICY_ASSISTANT_CONTENT": "a", "POLICY_ASSISTANT_LOCALES": "b", "POLICY_ASSISTANT_CLOSED_DAYS": "c.yaml",
        "POLICY_ASSISTANT_PUBLIC_URL": "https://example.com", "POLICY_ASSISTANT_LIBRARY": "d",
        "POLICY_ASSISTANT_SECURITY_CONTACT": "mailto:a@example.com", "PATH": "/bin",
        "POLICY_ASSISTANT_STORE": "e.db", "POLICY_ASSISTANT_STORE_DAYS": "9",
    })  # fmt: skip
    assert known == Settings(
        Path("a"),
        Path("b"),
        Path("c.yaml"),
        "https://example.com",
        Path("d"),
        "mailto:a@example.com",
        store="e.db",
        store_days="9",
    )


def test_what_is_not_set_or_empty_is_as_it_ships(root: Path) -> None:
    known = settings({"POLICY_ASSISTANT_CONTENT": "", "POLICY_ASSISTANT_PUBLIC_URL": ""})
    assert (known.content, known.locales) == (root / "content", root / "locales")
    assert (known.closed_days, known.public_url) == (None, None)


@pytest.mark.parametrize(
    ("environment", "place"),
    [
        ({"XDG_CACHE_HOME": "/var/cache/me"}, Path("/var/cache/me/policy-assistant")),
        ({"LOCALAPPDATA": "C:/Users/me/Local"}, Path("C:/Users/me/Local/policy-assistant")),
        ({}, Path.home() / ".cache" / "policy-assistant"),
        ({"POLICY_ASSISTANT_LIBRARY": "/srv/library", "XDG_CACHE_HOME": "/var/cache/me"}, Path("/srv/library")),
    ],
)
def test_what_is_installed_keeps_its_library_among_the_users_caches(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], place: Path
) -> None:
    monkeypatch.setattr(module, "CHECKOUT", None)
    assert module._cache(environment) == place


def test_a_checkout_keeps_its_library_among_what_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    assert CHECKOUT is not None
    assert module._cache({}) == CHECKOUT / "build" / "library"
    monkeypatch.setattr("os.access", lambda path, mode: False)
    assert module._cache({"XDG_CACHE_HOME": "/var/cache/me"}) == Path("/var/cache/me/policy-assistant")


def test_a_user_without_a_home_keeps_it_beside_what_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    def lost() -> Path:
        raise RuntimeError

    monkeypatch.setattr(module, "CHECKOUT", None)
    monkeypatch.setattr(Path, "home", lost)
    assert module._cache({}).is_relative_to(module.PACKAGE)


FILE = """# ours
POLICY_ASSISTANT_PUBLIC_URL=https://help.example  # seen from outside
export POLICY_ASSISTANT_CONTACT='mail us # soon'
POLICY_ASSISTANT_STORE = "a b.db"
POLICY_ASSISTANT_MCP=
DATABASE_URL=${whatever} of 'others
"""


def test_a_file_says_what_the_environment_does_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text(FILE, "utf-8-sig")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("POLICY_ASSISTANT_STORE", "mine.db")
    known = settings()
    assert (known.public_url, known.contact, known.store) == ("https://help.example", "mail us # soon", "mine.db")
    assert known.mcp is None


@pytest.mark.parametrize(
    "line",
    [
        "POLICY_ASSISTANT_STROE=a",
        "POLICY_ASSISTANT_STORE",
        "POLICY_ASSISTANT_STORE='a",
        "POLICY_ASSISTANT_NOW=2026-12-01",
    ],
)
def test_every_line_that_is_no_setting_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / ".env"
    path.write_text(f"{line}\nPOLICY_ASSISTANT_MCP=on\n{line}\n", "utf-8")
    with pytest.raises(Usage) as caught:
        written(path)
    assert f"{path}:1" in str(caught.value)
    assert f"{path}:3" in str(caught.value)


def test_no_file_says_nothing(tmp_path: Path) -> None:
    assert written(tmp_path / ".env") == {}
