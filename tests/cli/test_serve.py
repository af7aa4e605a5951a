"""`serve`: where it listens, and whom it answers."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from assistant.cli.serve import serve_pages, serve_preview
from assistant.errors import ContentError
from assistant.settings import Settings
from tests.terminal import run


@pytest.fixture
def known(content: Path, locales: Path) -> Settings:
    return Settings(content=content, locales=locales)


def test_the_pages_are_served_under_the_address_that_people_reach_them_by(
    known: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[object] = []
    monkeypatch.setattr("uvicorn.run", lambda app, **how: started.extend([app, how["host"], how["port"]]))
    run(known, "serve", "--port", "8123")
    app, *place = started
    assert place == ["127.0.0.1", 8123]
    page = TestClient(app).get("/en/")  # type: ignore[arg-type]  # (it was kept as an object)
    assert page.status_code == 200
    assert "http://127.0.0.1:8123/" in page.text
    assert "preview-bar" not in page.text


def test_nobody_is_served_where_the_content_is_wrong(tmp_path: Path, locales: Path) -> None:
    with pytest.raises(ContentError):
        serve_pages(Settings(content=tmp_path, locales=locales), "127.0.0.1", 8000)


def test_the_command_listens_on_this_machine_alone(known: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[object] = []
    monkeypatch.setattr("uvicorn.run", lambda app, **how: started.extend([app, how["host"]]))
    run(known, "serve", "--preview")
    app, host = started
    assert host == "127.0.0.1"
    asked = TestClient(app, base_url="http://127.0.0.1:8000").get("/en/")  # type: ignore[arg-type]  # (it was kept as an object)
    assert "preview-bar" in asked.text


def test_a_preview_for_everybody_answers_to_every_name(known: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[object] = []
    monkeypatch.setattr("uvicorn.run", lambda app, **how: started.append(app))
    serve_preview(known, "0.0.0.0", 8000)  # noqa: S104 (nothing listens)
    asked = TestClient(started[0], base_url="http://elsewhere.example").get("/en/")  # type: ignore[arg-type]  # (as above)
    assert asked.status_code == 200
