"""The headers of catalogues and templates."""

from babel.messages.plurals import get_plural

from assistant.i18n.language import Language
from assistant.i18n.message import Template

FORMAT = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}


def plural_forms(language: Language) -> tuple[int, str]:
    """How many plural forms a language has, and the rule that chooses one, as PO headers write it."""
    rule = get_plural(language.locale)
    return rule.num_plurals, f"nplurals={rule.num_plurals}; plural={rule.plural_expr};"


def header(template: Template, language: Language | None, before: dict[str, str]) -> dict[str, str]:
    """The header of a catalogue, or of a template where `language` is None; what translators added is kept."""
    ours = {"Project-Id-Version": "policy-assistant", **FORMAT}
    if template.language:
        ours["X-Source-Language"] = template.language
    if language is not None:
        ours |= {"Language": language.id, "Plural-Forms": plural_forms(language)[1]}
    return {**before, **ours}
