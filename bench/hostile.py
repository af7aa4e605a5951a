"""Bad input: what the worst of many hostile questions costs the matcher."""

import statistics
import time
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial

from assistant.loading import load_library, now
from assistant.matching import load_matcher
from assistant.settings import settings
from bench.figure import Figure

ROUNDS = 5
MOST_MS = 50
HOSTILE = {
    "nothing": "",
    "a megabyte of words": "dongle " * 150_000,
    "one word without end": "licence" * 150_000,
    "strange words": " ".join(f"strang{at:04x}" for at in range(9_999)),
    "almost known words": "voucer liscense regstration cancelation projecter instalation replacment " * 999,
    "combining marks": "e" + "\u0301" * 99_999,
    "ligatures that unfold": "\ufdfa" * 99_999,
    "half-width kana": "ﾎﾟﾋﾟﾊﾞｶﾞ" * 9_999,
    "control signs": "\0\x1b[31m\x08\x7f" * 9_999,
    "right to left": "\u202e\u2066gold\u2069 " * 9_999,
    "lone surrogates": "\ud800" * 9_999,
    "emoji": "👨\u200d👩\u200d👧\u200d👦🇯🇵" * 9_999,
    "every kanji": "".join(map(chr, range(0x4E00, 0x9FFF))),
    "hiragana without end": "さぽーとのきかんはいつまでですか" * 9_999,
    "other scripts": "Поддержка كم السعر 지원 기간 ฟรีไหม δωρεάν " * 9_999,
    "negations": "not no never without isn't don't SWA " * 9_999,
    "negations in Japanese": "SWAが有効ではないわけではなくもない" * 9_999,
    "conditions": "if we had SWA or not, whether or not with or without SWA " * 9_999,
    "days": "1/2/2026 3.4.26 2026-05-06 5th of May 令和8年4月3日 " * 9_999,
    "days told from today": "tomorrow at 2pm, next Friday, 3 days ago, 来月1日, 先週の金曜日の15時半 " * 9_999,
    "numbers": "1,234,567.89 km 60 km 2.5 metres up three years " * 9_999,
    "digits": "9" * 99_999,
    "points and blanks": ". , ; : - _ / ' \" ( ) " * 9_999,
    "options": "SV9500 SV9300 sv 95 00 SV-9500/SV9300 gold silver bronze " * 9_999,
    "markup": "<script>alert(1)</script>{{7*7}}${x}' OR 1=1 --" * 9_999,
    "nested brackets": "(" * 5_000 + ")" * 5_000,
}
"""Kinds of bad input."""


def figures() -> Iterator[Figure]:
    """The kind that takes most, beside Python bringing the same text to one form, whole as it is."""
    known = settings()
    matcher = load_matcher(known, load_library(known))
    asked = now()
    costs = {kind: _cpu(partial(matcher.understand, text, asked)) for kind, text in HOSTILE.items()}
    worst = max(costs, key=lambda kind: costs[kind])
    text = HOSTILE[worst]
    peer = _cpu(lambda: unicodedata.normalize("NFKC", text).casefold())
    yield Figure(
        f"a question, the worst of {len(HOSTILE)} kinds of bad input ({worst}), CPU", "ms", costs[worst] * 1e3, MOST_MS,
        "unicodedata.normalize and casefold over all of it", peer * 1e3,
    )  # fmt: skip


def _cpu(call: Callable[[], object]) -> float:
    """Median seconds of the processor's time."""
    found = []
    for _ in range(ROUNDS):
        start = time.process_time_ns()
        call()
        found.append((time.process_time_ns() - start) / 1e9)
    return statistics.median(found)
