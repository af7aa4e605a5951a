"""Reads content folders: `read_library` for all policies, `read_policy` for one."""

from assistant.content.closed_days import read_closed_days
from assistant.content.reader import read_library, read_policy

__all__ = ["read_closed_days", "read_library", "read_policy"]
