"""
Collects the sentences of the interface from Python and from Jinja templates.

Marked are `say("…")`, `told("…")`, `N_("…")`, `_("…")`, `plural("{count} day", "{count} days", count)`,
`named("context", "…")`, and `worded("…")` or `worded("{count} day", "{count} days")`, as functions or as methods of
anything. A comment that begins with `NOTE:`, on the line of the call or on the line above it, goes to the translator;
so does where people see it, which the table `shown.json` beside it tells.
"""

import ast
import io
import json
import re
import tokenize
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes

from assistant.errors import ContentError, Fault, told
from assistant.workbench.catalogues.notes import SHOWN
from assistant.workbench.catalogues.template import Message

ONE = {"say", "told", "worded", "N_", "_", "gettext"}
PLURAL = {"plural", "worded", "ngettext"}
"""A call that stands in both says one sentence, or with a second text the singular and the plural of one."""
NAMED = {"named", "pgettext"}
SAYING = ONE | PLURAL | NAMED
SAYS = re.compile(rf"\b(?:{'|'.join(sorted(SAYING))})\s*\(")
WORK = re.compile(r"/(?:cli|i18n|mcp|programs|web/(?:api|embed)|workbench)/|/(?:loading|programs)\.py")
"""In the name of a file that speaks to those who write content, run commands, write programs or run a site."""
COMPLAINS = "told"
"""Says in any file what is wrong in what they wrote: a word explains itself to readers and complains to authors."""
NOTE = re.compile(r"^[#\s]*NOTE:\s*(.*?)\s*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Call:
    """A call that may say something: its function, and for each argument the texts that it can be."""

    function: str
    arguments: tuple[tuple[str, ...], ...]
    line: int
    column: int = 1
    composed: bool = False
    """The first argument is put together in code (an f-string), so that nobody can translate it."""


def interface_messages(package: Path) -> tuple[Message, ...]:
    """
    Every marked sentence below the folder of a package, by file and line. Raises `ContentError` with sentences that are
    put together in code, and files with any that cannot be parsed.
    """
    found: list[Message] = []
    faults: list[Fault] = []
    for path in sorted([*package.rglob("*.py"), *package.rglob("*.html")]):
        name = (Path(package.name) / path.relative_to(package)).as_posix()
        read = _from_python if path.suffix == ".py" else _from_template
        text = path.read_text("utf-8")
        if not SAYS.search(text):
            continue
        try:
            calls, notes = read(text, name)
        except ContentError as error:
            faults += error.faults
            continue
        shown = _shown(path)
        for call in calls:
            if call.composed and call.function in ONE | PLURAL:
                faults.append(_composed(name, call))
            found += (replace(one, notes=(*shown, *one.notes)) for one in _messages(call, name, notes))
        found += (Message(note, files=(name,), work=True) for note in notes.values())
    if faults:
        raise ContentError(faults)
    for table in sorted(package.rglob("shown.json")):
        name = (Path(package.name) / table.relative_to(package)).as_posix()
        found += (Message(seen, files=(name,), work=True) for seen in json.loads(table.read_text("utf-8")).values())
    return tuple(found)


def _shown(path: Path) -> tuple[str, ...]:
    """The note that says where people see what stands in a file; none where no table beside it does; `*` is any."""
    table = path.with_name("shown.json")
    files = json.loads(table.read_text("utf-8")) if table.exists() else {}
    seen = files.get(path.name) or files.get("*")
    return (f"{told(SHOWN, where=seen)}",) if seen else ()


def _composed(name: str, call: Call) -> Fault:
    wrong = told(
        "{function}() gets a sentence that is put together in code: nobody can translate it", function=call.function
    )
    mend = told("write the whole sentence, with names in braces for what changes")
    return Fault(name, call.line, call.column, "", wrong, mend)


def _messages(call: Call, file: str, notes: dict[int, str]) -> list[Message]:
    note = notes.get(call.line) or notes.get(call.line - 1) or ""
    found: list[Message] = []
    match call:
        case Call(function, ((one,), (many,), *_)) if function in PLURAL:
            found = [Message(one, plural=many)]
        case Call(function, (texts, *_)) if function in ONE:
            found = [Message(text) for text in texts]
        case Call(function, ((context,), texts, *_)) if function in NAMED:
            found = [Message(text, context) for text in texts]
    work = call.function == COMPLAINS or bool(WORK.search(file))
    return [replace(message, notes=(note,) if note else (), files=(file,), work=work) for message in found]


@cache
def _from_python(text: str, file: str) -> tuple[list[Call], dict[int, str]]:
    try:
        tree = ast.parse(text, file)
    except SyntaxError as error:
        wrong, mend = told("this is not Python: {why}", why=error.msg), told("mend the code")
        raise ContentError([Fault(file, error.lineno or 1, error.offset or 1, "", wrong, mend)]) from None
    every = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    calls = [_python_call(node) for node in every if _called(node) in SAYING]  # of the many calls few say anything
    notes: dict[int, str] = {}
    # Finding comments takes twice as long as all the rest, and few files have such a one.
    for token in tokenize.generate_tokens(io.StringIO(text).readline) if "NOTE:" in text else ():
        if token.type == tokenize.COMMENT and (note := NOTE.match(token.string)):
            notes[token.start[0]] = note[1]
    return sorted(calls, key=lambda call: (call.line, call.column)), notes


def _called(node: ast.Call) -> str:
    return getattr(node.func, "id", "") or getattr(node.func, "attr", "")


def _python_call(node: ast.Call) -> Call:
    composed = bool(node.args) and isinstance(node.args[0], ast.JoinedStr | ast.BinOp)
    return Call(_called(node), tuple(map(_python_texts, node.args)), node.lineno, node.col_offset + 1, composed)


def _python_texts(node: ast.expr) -> tuple[str, ...]:
    match node:
        case ast.Constant(value=str(text)):
            return (text,)
        case ast.IfExp(body=one, orelse=other) | ast.BoolOp(values=[one, other]):
            return _python_texts(one) + _python_texts(other)
        case ast.Call(func=ast.Attribute(attr="get"), args=[_, default]):
            return _python_texts(default)
    return ()


@cache
def _from_template(text: str, file: str) -> tuple[list[Call], dict[int, str]]:
    environment = Environment(extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"])  # noqa: S701 (nothing is rendered)
    try:
        tree = environment.parse(text)
    except TemplateSyntaxError as error:
        wrong, mend = told("this is no template: {why}", why=error.message), told("mend the template")
        raise ContentError([Fault(file, error.lineno, 1, "", wrong, mend)]) from None
    calls = [_template_call(node) for node in tree.find_all(nodes.Call)]
    tokens = environment.lex(text) if "NOTE:" in text else ()
    notes = {line: note[1] for line, kind, value in tokens if kind == "comment" and (note := NOTE.match(value))}
    return sorted(calls, key=lambda call: call.line), notes


def _template_call(node: nodes.Call) -> Call:
    name = getattr(node.node, "name", "") or getattr(node.node, "attr", "")
    composed = bool(node.args) and isinstance(node.args[0], nodes.Concat | nodes.Add)
    return Call(name, tuple(map(_template_texts, node.args)), node.lineno, composed=composed)


def _template_texts(node: nodes.Expr) -> tuple[str, ...]:
    if isinstance(node, nodes.CondExpr):
        return _template_texts(node.expr1) + (_template_texts(node.expr2) if node.expr2 else ())
    return (node.value,) if isinstance(node, nodes.Const) and isinstance(node.value, str) else ()
