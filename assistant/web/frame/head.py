"""What search engines and chats are told of a page: its own address, its counterparts, its language, the sitemap."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from babel.core import get_global
from markupsafe import escape

from assistant.i18n.language import Language
from assistant.model.policy import Library

DEFAULT_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Head:
    """
    `canonical` is the page's one address where it may be found by searching; `counterparts` its addresses by
    `hreflang`; `locale` and `others` are languages as OpenGraph writes them.
    """

    canonical: str | None
    counterparts: Mapping[str, str]
    locale: str
    others: tuple[str, ...]


def head(
    public_url: str, lang: str, languages: Mapping[str, Language], switches: Mapping[str, str], status: int
) -> Head:
    """The head of a page; `switches` are its addresses by language. Only an address that ends with `/` may be found."""
    path = switches[lang].partition("?")[0]
    locales = {one: territorial(language.locale) for one, language in languages.items()}
    others = tuple(locale for one, locale in locales.items() if one != lang)
    if status != 200:
        return Head(None, {}, locales[lang], others)
    if not path.endswith("/"):
        alternates = {one: f"{public_url}{address}" for one, address in switches.items()}
        return Head(None, alternates, locales[lang], others)
    rest = path.removeprefix(f"/{lang}")
    return Head(f"{public_url}{path}", counterparts(public_url, languages, rest), locales[lang], others)


def counterparts(public_url: str, languages: Iterable[str], rest: str) -> dict[str, str]:
    """A page's address in every language, and where a reader of any other is best sent, by `hreflang`."""
    fallback = f"{public_url}/" if rest == "/" else f"{public_url}/{DEFAULT_LANGUAGE}{rest}"
    return {lang: f"{public_url}/{lang}{rest}" for lang in languages} | {"x-default": fallback}


def territorial(locale: str) -> str:
    """A locale with its territory, the likely one where it names none (CLDR): `ja` is `ja_JP`."""
    language, _, territory = locale.partition("_")
    likely: str = get_global("likely_subtags").get(language, "")
    territory = territory or likely.rpartition("_")[2]
    return f"{language}_{territory}" if territory else language


def sitemap(public_url: str, languages: Iterable[str], library: Library) -> str:
    """The pages that may be found, each with its counterparts in the other languages."""
    entries = "".join(_entry(public_url, languages, lang, rest) for rest in _rests(library) for lang in languages)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        f"{entries}</urlset>\n"
    )


def _rests(library: Library) -> Iterator[str]:
    """The addresses, without their language."""
    yield "/"
    for policy in library.policies.values():
        yield from (f"/{policy.id}/", f"/{policy.id}/clauses/", f"/{policy.id}/changes/")
        yield from (f"/{policy.id}/{topic}/" for topic in policy.topics)


def _entry(public_url: str, languages: Iterable[str], lang: str, rest: str) -> str:
    links = "".join(
        f'  <xhtml:link rel="alternate" hreflang="{other}" href="{escape(address)}"/>\n'
        for other, address in counterparts(public_url, languages, rest).items()
    )
    return f"<url>\n  <loc>{public_url}/{lang}{rest}</loc>\n{links}</url>\n"
