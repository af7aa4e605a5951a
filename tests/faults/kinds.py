"""Bad input by its classes: what people and programs send by accident or on purpose, drawn at random."""

import random
from collections.abc import Callable, Mapping

CANARY, SUM = "qz7", "1787569"
"""What stands in everything that may come back as markup, and what comes of `1337*1337` where it is worked out."""
DIGITS = ("0123456789", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "〇一二三四五六七八九", "⁰¹²³⁴⁵⁶⁷⁸⁹")
DAYS = (
    "{y:04}-{m:02}-{d:02}", "{y}{m:02}{d:02}", "{y}-W{m:02}-{d}", "{y}/{m}/{d}", "{d}.{m}.{y}", "0",
    " {y:04}-{m:02}-{d:02}", "{y:04}-{m:02}-{d:02}T{d:02}:{m:02}:00Z", "{y:04}-{m:02}-{d:02}T02:30",
    "令和{m}年{m}月{d}日", "R{d}.{m}.{d}",
    "平成31年5月{d}日",
)  # fmt: skip


def _day(chosen: random.Random) -> str:
    year = chosen.choice((0, 1, 1899, 1970, 2024, 2026, 2200, 9999, 10000))
    month, day = map(chosen.randrange, (14, 33))
    return _digits(chosen, chosen.choice(DAYS).format(y=year, m=month, d=day))


def _digits(chosen: random.Random, text: str) -> str:
    return text.translate(dict(zip(map(ord, DIGITS[0]), chosen.choice(DIGITS[:1] * 3 + DIGITS), strict=True)))


def _number(chosen: random.Random) -> str:
    known = ("NaN", "inf", "-Infinity", "1e400", "-0", "-5", "1_000", " 5", "5.0", "+5", "0x10", "1,5", "٫5", "1e-9")
    if chosen.random() < 0.5:
        return chosen.choice(known)
    return _digits(chosen, f"{chosen.uniform(-9, 1e9):.{chosen.randrange(6)}f}")


def _pick(*texts: str) -> Callable[[random.Random], str]:
    return lambda chosen: chosen.choice(texts) * chosen.choice((1, 1, 1, 2, 60))


def _signs(*ranges: tuple[int, int]) -> Callable[[random.Random], str]:
    def drawn(chosen: random.Random) -> str:
        return "".join(chr(chosen.randint(*chosen.choice(ranges))) for _ in range(chosen.choice((1, 3, 20, 600))))

    return drawn


KINDS: Mapping[str, Callable[[random.Random], str]] = {
    "controls": _signs((0, 31), (127, 159), (97, 122)),
    "too long": lambda chosen: chosen.choice("aあ ") * chosen.choice((501, 4000, 100_000)),
    "what grows or combines": _pick("\ufdfa", "e\u0301\u0316", "\U0001d160", "ﾎﾟ", "a\u0300\u0315" * 40),
    "directions and what is not seen": _signs(
        (0x200B, 0x200F), (0x202A, 0x202E), (0x2066, 0x2069), (0xE0001, 0xE007F)),
    "marks above marks": lambda chosen: "z" + _signs((0x300, 0x36F))(chosen),
    "days": _day,
    "times that a clock skips": _pick(
        "2026-10-04T02:30", "2026-04-05T02:30", "2026-03-08T02:30", "2026-10-04T24:00"),
    "numbers": _number,
    "yes and no": _pick(
        "t", "y", "on", "1", "TRUE", "Yes", "no ", "ＹＥＳ", "はい", "null", "None", "undefined", ""),
    "SQL": _pick("' OR 1=1 --", "'; DROP TABLE assistant_questions; --", "1 UNION SELECT 1", "\\'\"`"),
    "markup": _pick(
        f"<{CANARY}>", f"\"><{CANARY} onload=x>", f"'><script>{CANARY}</script>", f"<!--{CANARY}-->", "&lt;b&gt;"),
    "templates": _pick(
        "{{1337*1337}}", "${1337*1337}", "{%if 1%}x", "{0.__class__}", "%(name)s", "#{1337*1337}"),
    "links": _pick(
        f"javascript:{CANARY}", f"[x](javascript:{CANARY})", f"https://{CANARY}.example/", f"//{CANARY}.example"),
    "lines": _pick(
        f"a\r\nX-{CANARY}: 1", f"a\n{{\"{CANARY}\":1}}", "a\u2028b", "a\x1b[31m", "\x85"),
    "patterns": _pick(
        "ヶ月" * 150, "1.1." * 120, "3 days " * 70, "((((" * 100, "9" * 500, "一二三" * 160, "a@" * 250),
    "formulas": _pick("=1+1", "+1", "-1", "@x", "\t=1", "＝1", " =1"),
    "any signs": _signs((32, 0xD7FF), (0xE000, 0x10FFFF)),
}  # fmt: skip
"""What draws a text of each kind."""
SHAPES: Mapping[str, tuple[bytes, ...]] = {
    "ill encoded": (b"%", b"%2", b"%zz", b"%FF", b"%C0%AF", b"%ED%A0%80", b"\xff", b"%00", b"%0d%0a"),
    "twice": (b"on=1&on=2", b"q=a&q=b", b"swa=active&%73wa=none",
                b"unknown=a&unknown=a", b"logged_at=1&logged_at.day=2"),
    "unknown names": (b"colour=red", b"On=1", b"fact=1", b"__class__=1", b"constructor=1", b"=", b"&&", b"a"),
    "too many": (b"&".join(b"a%d=1" % n for n in range(61)), b"q=" + b"a" * 8200, b"a=" * 900),
    "elsewhere": (b"next=//qz7.example", b"next=/%5cqz7.example", b"next=https:qz7.example",
                     b"lang=//qz7.example"),
}  # fmt: skip
PATHS = (
    b"/..%2f..%2fetc/passwd", b"/static/..%2f..%2fapp.py", b"//qz7.example/", b"/%5cqz7.example/", b"/en/%00", b"/EN/",
    b"/en//", b"/static/%2e%2e/app.py", b"/.git/config", b"/\xff\xfe", b"/en/swap-out/../..", b"*",
    b"/en/%3cqz7%3e/", b"/xx/swap-out/",
)  # fmt: skip
HEADERS = (
    (b"host", b"qz7.example"), (b"x-forwarded-host", b"qz7.example"), (b"x-forwarded-proto", b"javascript"),
    (b"x-forwarded-for", b"<qz7>"), (b"accept-language", b"<qz7>;q=9, ja;q=x"),
    (b"accept-encoding", b"zz;q=1, gzip;q=a"), (b"if-none-match", b'"qz7'), (b"origin", b"https://qz7.example"),
    (b"sec-fetch-site", b"cross-site"),
    (b"range", b"bytes=0-1,9-"), (b"cookie", b"qz7=1"),
)  # fmt: skip
METHODS = ("HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "PATCH", "QZ7", "POST")
