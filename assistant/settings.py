"""Settings from the environment (`POLICY_ASSISTANT_…`). Read at the edge only."""

from functools import cache
from importlib.resources import files
from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict

PACKAGE = Path(str(files("assistant")))


def shipped(name: str) -> Path:
    """A folder that ships with us: beside the package in a checkout, inside it when installed from a wheel."""
    checkout = PACKAGE.parent / name
    return checkout if (PACKAGE.parent / "pyproject.toml").exists() else PACKAGE / "bundled" / name


class Settings(BaseSettings):
    """
    What whoever runs the assistant may set.

    `content` and `locales` are folders. `closed_days` is a YAML file that maps a policy's id to a list of days on
    which the company itself is closed (`desknets-web-meeting: [2026-08-13, 2026-08-14]`). `public_url` is where the
    pages are reached from outside, for links that leave them; without it, where the server listens.
    """

    model_config = SettingsConfigDict(env_prefix="POLICY_ASSISTANT_", extra="ignore", frozen=True)

    content: Path = shipped("content")
    locales: Path = shipped("locales")
    closed_days: Path | None = None
    public_url: str | None = None


@cache
def settings() -> Settings:
    """The settings of this process, read once."""
    return Settings()
