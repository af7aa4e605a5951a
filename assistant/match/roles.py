"""The part that a day plays, by the words beside it and by the name of its fact: bought, invoiced, ended and so on."""

import re

ROLES = {
    "purchase": re.compile(r"\bbought|\bbougth|\bpurchas|\bbuy|購入|買"),
    "addon": re.compile(r"\badd(?:ed|itional|-on)|\bextra\b|\bmore\b|追加|増設"),
    "invoice": re.compile(r"\binvoic|\bbill|請求"),
    "order": re.compile(r"\border|注文|発注"),
    "cancel": re.compile(r"\bcancel|\bterminat|pulled the plug|\bstopped|解約|打ち切|取り消|キャンセル"),
    "activated": re.compile(r"\bactivat|有効化|有効に|アクティベー"),
    "start": re.compile(r"\b(?:start|beg[aiu]n|commenc|runs? from|running since)|開始|始ま|始め"),
    "end": re.compile(
        r"\b(?:ends?\b|ended|ending|expir|until|till\b|runs? out|runs? until|runs? to)|満了|まで|終了|切れ|末日|最終日"
    ),
    "logged": re.compile(r"\b(?:log|report|call|rang|phoned)|受付|連絡|通報|電話"),
    "accepted": re.compile(r"\b(?:accept|applied|appli|submitt)|受理|申請"),
}
IN_NAMES = {
    "purchase": "purchase", "addon": "addon", "invoice": "invoice", "order": "order", "cancel": "cancel",
    "activated": "activated", "start": "start", "end": "end", "until": "end", "logged": "logged",
    "accepted": "accepted",
}  # fmt: skip
WINDOW = 24
CLAUSE = re.compile(r"[,;.?!。、？！]|\b(?:and|but|when|what|how)\b")


def roles_of(fact: str) -> frozenset[str]:
    """The parts that a fact's id names."""
    return frozenset(IN_NAMES[word] for word in fact.split("_") if word in IN_NAMES)


def roles_beside(text: str, start: int, end: int) -> frozenset[str]:
    """The parts that the words of the same clause name, near the stretch from `start` to `end`."""
    before = CLAUSE.split(text[max(0, start - WINDOW) : start])[-1]
    behind = CLAUSE.split(text[end : end + WINDOW // 2])[0]
    return frozenset(role for role, words in ROLES.items() if words.search(before) or words.search(behind))
