"""What search engines and chats are told of a page: its own address, its counterparts, its language."""

from collections.abc import Mapping
from dataclasses import dataclass

from babel.core import get_global

from assistant.i18n.language import Language

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
        alternates = {one: f"{public_url}{address}" for one, address in switches.items() if not address.endswith("/")}
        return Head(None, alternates, locales[lang], others)
    rest = path.removeprefix(f"/{lang}")
    return Head(f"{public_url}{path}", counterparts(public_url, languages, rest), locales[lang], others)


def counterparts(public_url: str, languages: Mapping[str, Language], rest: str) -> dict[str, str]:
    """A page's address in every language that shows it, and where a reader of any other is best sent, by `hreflang`."""
    fallback = f"{public_url}/" if rest == "/" else f"{public_url}/{DEFAULT_LANGUAGE}{rest}"
    policy = rest.split("/")[1]
    own = [lang for lang, language in languages.items() if language.shows(policy, languages) == lang]
    return {lang: f"{public_url}/{lang}{rest}" for lang in own} | {"x-default": fallback}


def territorial(locale: str) -> str:
    """A locale with its territory, the likely one where it names none (CLDR): `ja` is `ja_JP`."""
    language, _, territory = locale.partition("_")
    likely: str = get_global("likely_subtags").get(language, "")
    territory = territory or likely.rpartition("_")[2]
    return f"{language}_{territory}" if territory else language
