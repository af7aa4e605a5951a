"""What assistive technology is told of each kind of page stays as it is on file."""

from playwright.sync_api import Browser

from tests.browser.snapshots import FOLDER, trees


def test_pages_are_told_as_before(browser: Browser, address: str, lang: str) -> None:
    """Where the change is meant: `python -m tests.browser.snapshots`, and look at what it changed."""
    kept = {path.name: path.read_text("utf-8") for path in FOLDER.glob(f"*.{lang}.yaml")}
    found = trees(browser, address, lang)
    assert found.keys() == kept.keys()
    for name, tree in found.items():
        assert tree == kept[name], f"{name}: python -m tests.browser.snapshots writes it anew"
