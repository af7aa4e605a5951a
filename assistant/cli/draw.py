"""`draw`: a topic's rules as a picture."""

import click

from assistant.cli.terminal import COMMANDS, LANG, Command, Terminal
from assistant.decide.cases import Case, by_present_ids
from assistant.errors import UnknownPage, Usage, told
from assistant.i18n import N_
from assistant.loading import load_policy
from assistant.present.answer.ask import find
from assistant.present.tree.branches import draw as drawn
from assistant.present.writer import Writer


@click.command("draw", cls=Command, help=COMMANDS["draw"])
@click.argument("topic", help=N_("policy/topic"))
@click.argument("aspect", required=False, help=N_("free, due or covered; all of them if left out."))
@LANG
def draw(terminal: Terminal, topic: str, aspect: str | None, lang: str | None) -> None:
    """Prints the flowcharts of a topic's questions, or of one of them."""
    words = terminal.speaking(lang)
    policy_id, slash, topic_id = topic.partition("/")
    if not slash:
        raise Usage(told("Write policy/topic, such as licence-desk/hwkc-replacement."))
    library = load_policy(terminal.known, policy_id)
    now = by_present_ids(library, Case(policy_id, topic_id, aspect or "", {}, None))
    policy, topic_id = library.policies[now.policy], now.topic
    if topic_id not in policy.topics:
        raise UnknownPage("topic", topic_id, tuple(policy.topics))
    aspects = (find(library, *now[:3])[1],) if now.aspect else policy.topics[topic_id].aspects
    click.echo("\n".join(drawn(Writer(policy, words), topic_id, one) for one in aspects), nl=False)
