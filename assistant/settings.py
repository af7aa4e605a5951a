"""Settings from the environment (`POLICY_ASSISTANT_…`). Read at the edge only."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from assistant.errors import Usage, told

PACKAGE = Path(__file__).parent
CHECKOUT = PACKAGE.parent if (PACKAGE.parent / "pyproject.toml").exists() else None
"""The folder that we are worked on in; None where we are installed from a wheel."""
PREFIX = "POLICY_ASSISTANT_"


def shipped(name: str) -> Path:
    """A folder that ships with us: beside the package in a checkout, inside it when installed from a wheel."""
    return CHECKOUT / name if CHECKOUT else PACKAGE / "bundled" / name


@dataclass(frozen=True, slots=True)
class Settings:
    """
    What whoever runs the assistant may set.

    `content` and `locales` are folders. `closed_days` is a YAML file that maps a policy's id to a list of days on
    which the company itself is closed (`desknets-web-meeting: [2026-08-13, 2026-08-14]`). `public_url` is where the
    pages are reached from outside, for links that leave them; without it, where the server listens. `library` is the
    folder in which what is read from all of these is kept, so that it is read once. `security_contact` is where a fault
    of the service is reported, an address of `mailto:` or `https:`; `contact` is how people reach whoever runs it: an
    address for mail, a web address or a telephone number. `store` is where questions in vain are kept, a path or an
    address of `postgresql:`; for so many days, so many records and bytes, as they were written. `documents` is a folder
    with the documents' own words, a file `POLICY.json` for each (`source quote` writes it). `mcp` is `on` where the
    tools of assistants are served too. `approval` is `required` where only editions are served that somebody approved;
    `signers` is a file of those who may, as OpenSSH lists allowed signers: then approvals must be signed. `frames` are
    the origins of sites that may frame our pages, `api_origins` of those whose scripts may ask the API (`*`: all), with
    spaces between.
    """

    content: Path = field(default_factory=lambda: shipped("content"))
    locales: Path = field(default_factory=lambda: shipped("locales"))
    closed_days: Path | None = None
    public_url: str | None = None
    library: Path = field(default_factory=lambda: _cache(os.environ))
    security_contact: str | None = None
    contact: str | None = None
    store: str | None = None
    store_days: str | None = None
    store_rows: str | None = None
    store_bytes: str | None = None
    documents: Path | None = None
    mcp: str | None = None
    approval: str | None = None
    signers: Path | None = None
    frames: str | None = None
    api_origins: str | None = None


SITES = {
    "frames": re.compile(r"https?://(?:\*\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?"),
    "api_origins": re.compile(r"https?://[a-z0-9.-]+(?::[0-9]{1,5})?"),
}
"""Origins of web sites, by the settings that name some."""


def sites(known: Settings, name: Literal["frames", "api_origins"]) -> tuple[str, ...]:
    """The sites that a setting names; `*` is any whose scripts may ask. Raises `Usage` with each that is none."""
    given = tuple((getattr(known, name) or "").split())
    wrong = [one for one in given if not SITES[name].fullmatch(one)]
    if wrong and (name == "frames" or given != ("*",)):
        variable = PREFIX + name.upper()
        raise Usage(
            *(told("{variable}: {given} is no origin of a web site.", variable=variable, given=one) for one in wrong),
            told("Write it as {example}.", example="https://shop.example https://desk.example"),
        )
    return given


PATHS = ("content", "locales", "closed_days", "library", "documents", "signers")


LINE = re.compile(rf"\s*(?:export\s+)?({PREFIX}\w*)\s*(?:=\s*(?:'([^']*)'|\"([^\"]*)\"|([^'\"#]*?))\s*(?:#.*)?)?")
"""A setting in a file: its name, and its value in quotation marks or without any."""


def written(path: Path = Path(".env")) -> dict[str, str]:
    """
    The settings in a file, if there is one: `NAME=value` a line. What is not ours there is somebody else's. Raises
    `Usage` where a line of ours cannot be read, or names no setting; all such lines are named.
    """
    if not path.is_file():
        return {}
    found, wrong = dict[str, str](), list[str]()
    for number, line in enumerate(path.read_text("utf-8-sig").splitlines(), 1):
        if not line.lstrip().removeprefix("export").lstrip().startswith(PREFIX):
            continue
        read = LINE.fullmatch(line)
        if read and "=" in line and read[1].removeprefix(PREFIX).lower() in Settings.__slots__:
            found[read[1]] = read[2] or read[3] or read[4] or ""
        else:
            wrong.append(f"{path}:{number}: {line.strip().split('=')[0]}")
    if wrong:
        raise Usage(
            told("These lines are no settings: {lines}", lines="; ".join(wrong)),
            told("Write them as {example}; the settings are listed in docs/run-it.md.", example=f"{PREFIX}NAME=value"),
        )
    return found


def settings(environment: Mapping[str, str] | None = None) -> Settings:
    """
    What is set in the environment, else in a file `.env` where the command is called. What is empty sets nothing.

    Raises `Usage` where the file is wrong.
    """
    environment = {**written(), **os.environ} if environment is None else environment
    known = {name: environment.get(PREFIX + name.upper()) for name in Settings.__slots__}
    given = {name: value for name, value in known.items() if value}
    paths = {name: Path(value) for name, value in given.items() if name in PATHS}
    texts = {name: value for name, value in given.items() if name not in PATHS}
    return Settings(**paths, **texts)  # type: ignore[arg-type]  # (which of them is which is not known to the type)


def _cache(environment: Mapping[str, str]) -> Path:
    """In a checkout that can be written its own folder for what is made, else the user's folder for such things."""
    if said := environment.get(f"{PREFIX}LIBRARY"):
        return Path(said)
    if CHECKOUT and os.access(CHECKOUT, os.W_OK):
        return CHECKOUT / "build" / "library"
    if given := environment.get("XDG_CACHE_HOME") or environment.get("LOCALAPPDATA"):
        return Path(given) / "policy-assistant"
    try:
        return Path.home() / ".cache" / "policy-assistant"
    except RuntimeError:  # a user without a home
        return PACKAGE / "bundled" / "made"
