"""`python -m bench.lighthouse`: Lighthouse on a page of each kind that people begin at. Needs npx and Chromium."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.serving import served

PAGES = {
    f"{name}, {lang}": f"{lang}/{place}"
    for lang in ("en", "ja")
    for name, place in {
        "home": "", "answer": "licence-desk/hwkc-replacement/free?system=sv9500&swa=active&on=2026-01-15",
        "question in doubt": "ask?q=renewal", "contacts": "contacts", "changes": "licence-desk/changes/",
    }.items()
}  # fmt: skip
VERSION = "12.8.2"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = (
    "--headless --disable-gpu --disable-quic --disable-background-networking --disable-component-update --disable-sync"
)
BY_DESIGN = "is-crawlable"
"""Answers and questions ask search engines not to keep them, which is a fault to Lighthouse: measured without it."""


def scores(address: str, folder: Path) -> dict[str, int]:
    """The score of each category for a page, 0 to 100."""
    file = folder / "report.json"
    sandbox = " --no-sandbox" if os.geteuid() == 0 else ""
    command = [
        "npx", "--yes", f"lighthouse@{VERSION}", address, "--quiet", "--output=json", f"--output-path={file}",
        f"--only-categories={','.join(CATEGORIES)}", f"--skip-audits={BY_DESIGN}", f"--chrome-flags={FLAGS}{sandbox}",
    ]  # fmt: skip
    subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": shutil.which("chromium") or ""})
    categories = json.loads(file.read_text("utf-8"))["categories"]
    return {name: round(100 * categories[name]["score"]) for name in CATEGORIES}


def main() -> int:
    """Prints a table; 1 where a score is not 100, or where there is nothing to measure with."""
    if not shutil.which("npx") or not shutil.which("chromium"):
        print("Lighthouse needs npx (of Node.js) and Chromium: nothing was measured.")
        return 1
    command = Path(sys.executable).with_name("policy-assistant")
    kept = True
    print(f"| page | {' | '.join(CATEGORIES)} |\n| --- | {' | '.join(['---:'] * len(CATEGORIES))} |")
    with tempfile.TemporaryDirectory() as folder, served(command) as site:
        for name, place in PAGES.items():
            found = scores(f"{site}/{place}", Path(folder))
            kept = kept and set(found.values()) == {100}
            print(f"| {name} | {' | '.join(map(str, found.values()))} |", flush=True)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
