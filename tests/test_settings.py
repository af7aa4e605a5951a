"""Settings come from the environment, and what is compiled goes where it may be written."""

from pathlib import Path

import pytest

from assistant import settings as module
from assistant.settings import CHECKOUT, Settings, settings


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
