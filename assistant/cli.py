"""The command line: `policy-assistant …`. Exit status 0 fine, 1 content or answer wrong, 2 called wrongly."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from typer.models import OptionInfo

from assistant import __version__
from assistant.commands import answers, batches, content, editions
from assistant.errors import ContentError, UnknownPage
from assistant.i18n.load import Words, load_words
from assistant.loading import terminal_words
from assistant.settings import Settings, settings

WRONG, MISUSED = 1, 2


def make_app(known: Settings, words: Words) -> typer.Typer:
    """The commands, with help in the language of `words`."""
    app = typer.Typer(
        help=words.say("Exact answers from policy documents: is it free, when is it due, am I covered?"),
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    _answering(app, known, words)
    _batches(app, known, words)
    _measuring(app, words)
    _content(app, known, words)
    _catalogues(app, known, words)
    _editions(app, known, words)
    return app


def _spoken(known: Settings, words: Words, language: str | None) -> Words:
    return load_words(known.locales, language) if language else words


def _as_data(words: Words) -> OptionInfo:
    option: OptionInfo = typer.Option("--json", help=words.say("Print JSON, for programs."))
    return option


def _answering(app: typer.Typer, known: Settings, words: Words) -> None:
    as_data = _as_data(words)
    language = typer.Option("--lang", help=words.say("Language of the answer, such as en or ja."))

    @app.command(help=words.say("Answer a question asked in your own words."))
    def ask(
        question: Annotated[str, typer.Argument(help=words.say("The question, in quotes."))],
        why: Annotated[bool, typer.Option("--why", help=words.say("Print also why it was understood so."))] = False,
        lang: Annotated[str | None, language] = None,
        as_json: Annotated[bool, as_data] = False,
    ) -> None:
        typer.echo(answers.asked(known, _spoken(known, words, lang), question, as_json, why), nl=False)

    @app.command(help=words.say("Decide one question of a topic from facts."))
    def decide(
        place: Annotated[
            str, typer.Argument(help=words.say("policy/topic/aspect; the aspect is free, due or covered."))
        ],
        facts: Annotated[list[str] | None, typer.Argument(help=words.say("Facts, as name=value."))] = None,
        on: Annotated[
            str | None, typer.Option(help=words.say("The day asked about, YYYY-MM-DD; today if left out."))
        ] = None,
        lang: Annotated[str | None, language] = None,
        as_json: Annotated[bool, as_data] = False,
    ) -> None:
        spoken = _spoken(known, words, lang)
        given = answers.facts_of(facts or [], spoken)
        text, status = answers.decided(known, spoken, answers.place_of(place, spoken), given, on, as_json)
        typer.echo(text, nl=False)
        raise typer.Exit(status)

    @app.command(help=words.say("Print a topic's rules as a Mermaid flowchart."))
    def draw(
        topic: Annotated[str, typer.Argument(help=words.say("policy/topic"))],
        aspect: Annotated[
            str | None, typer.Argument(help=words.say("free, due or covered; all of them if left out."))
        ] = None,
        lang: Annotated[str | None, language] = None,
    ) -> None:
        typer.echo(answers.drawn(known, _spoken(known, words, lang), topic, aspect), nl=False)


def _batches(app: typer.Typer, known: Settings, words: Words) -> None:
    source = typer.Argument(help=words.say("File to read, JSONL or CSV; - for standard input."))
    target = typer.Argument(help=words.say("File to write, JSONL or CSV; - for standard output."))

    @app.command(help=words.say("Decide many cases: one case a line, answered in order."))
    def batch(source: Annotated[Path, source], target: Annotated[Path, target]) -> None:
        batches.batch(known, words, source, target)

    @app.command("match-batch", help=words.say("Match many questions to topics: one question a line, in order."))
    def match_batch(source: Annotated[Path, source], target: Annotated[Path, target]) -> None:
        batches.match_batch(known, words, source, target)


def _measuring(app: typer.Typer, words: Words) -> None:
    as_data = _as_data(words)

    @app.command("match-eval", help=words.say("Measure how well phrases match labelled questions."))
    def match_eval(
        phrases: Annotated[Path, typer.Argument(help=words.say("Phrases, JSONL: topic, lang, phrase."))],
        questions: Annotated[
            Path, typer.Argument(help=words.say("Questions, JSONL: q, lang, topic; topic null where none answers."))
        ],
        typos: Annotated[int, typer.Option(help=words.say("Typing errors to add to each question."), min=0)] = 0,
        seed: Annotated[int, typer.Option(help=words.say("Another seed gives other typing errors."))] = 0,
        as_json: Annotated[bool, as_data] = False,
    ) -> None:
        # It needs a library for arrays, which no other command should wait for.
        from assistant.commands import evaluation

        typer.echo(evaluation.evaluated(words, phrases, questions, typos, seed, as_json), nl=False)


def _content(app: typer.Typer, known: Settings, words: Words) -> None:
    as_data = _as_data(words)

    @app.command(help=words.say("Check all content and translations; print every fault with its file and line."))
    def check(as_json: Annotated[bool, as_data] = False) -> None:
        raise typer.Exit(WRONG if content.check(known, words, typer.echo, as_json) else 0)

    @app.command(help=words.say("Serve the web form and the JSON API."))
    def serve(
        host: Annotated[str, typer.Option(help=words.say("Address to listen on."))] = "127.0.0.1",
        port: Annotated[int, typer.Option(help=words.say("Port to listen on."), min=1, max=65535)] = 8000,
    ) -> None:
        content.serve(known, host, port)


def _catalogues(app: typer.Typer, known: Settings, words: Words) -> None:
    as_data = _as_data(words)
    group = typer.Typer(help=words.say("Work on translations."), no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(group, name="i18n")

    @group.command(help=words.say("Bring all catalogues in step with the content and the code."))
    def sync() -> None:
        for path in content.sync(known):
            typer.echo(path)

    @group.command("check", help=words.say("Check all translations; print every fault with its file and line."))
    def check_catalogues() -> None:
        raise typer.Exit(WRONG if content.check_catalogues(known, words, typer.echo) else 0)

    @group.command(help=words.say("Show how much of each catalogue is translated."))
    def stats(
        as_json: Annotated[bool, as_data] = False,
    ) -> None:
        typer.echo(content.stats(known, as_json), nl=False)


def _editions(app: typer.Typer, known: Settings, words: Words) -> None:
    as_data = _as_data(words)
    group = typer.Typer(help=words.say("Keep editions of the content."), no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(group, name="edition")

    @group.command(help=words.say("Keep the present edition, so that links made from it can show their answer later."))
    def freeze(
        policy: Annotated[str | None, typer.Argument(help=words.say("The policy; all of them if left out."))] = None,
    ) -> None:
        typer.echo(editions.freeze(known, words, policy), nl=False)

    @group.command("list", help=words.say("List the editions of each policy."))
    def list_editions(as_json: Annotated[bool, as_data] = False) -> None:
        typer.echo(editions.listed(known, words, as_json), nl=False)


def _guarded(run: Callable[[], None], words: Words) -> int:
    """Runs a command; what goes wrong on purpose becomes a sentence and an exit status."""
    try:
        run()
    except ContentError as error:
        typer.echo(str(error), err=True)
        return WRONG
    except UnknownPage as error:
        typer.echo(answers.complaint(error, words), err=True)
        return MISUSED
    except answers.Usage as error:
        typer.echo(str(error), err=True)
        return MISUSED
    except OSError as error:
        typer.echo(words.say("{file}: {why}", file=error.filename or "", why=error.strerror or str(error)), err=True)
        return MISUSED
    return 0


def main() -> None:
    """The entry point of the installed command."""
    if sys.argv[1:] == ["--version"]:
        typer.echo(__version__)
        return
    known = settings()
    try:
        words = terminal_words(known)
    except ContentError as error:
        typer.echo(str(error), err=True)
        sys.exit(WRONG)
    sys.exit(_guarded(make_app(known, words), words))


if __name__ == "__main__":
    main()
