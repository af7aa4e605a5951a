"""
A catalogue of any size and questions about it, from a seed: invented words with the statistics of real ones.

Words are used as in natural text, the n-th commonest about 1/n as often as the commonest (Zipf 1935). The vocabulary
grows with the topics, two words for each; a topic has six key words, three of them common, which many topics share. A
phrase joins one to three of them to everyday words. Half of the phrases look like English, half like Japanese, in words
and script; nobody could read them. Nothing hangs on the order of hashes.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from assistant.match.ranking import Phrase
from assistant.workbench.evaluation.questions import Labelled, Phrases, mistyped


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


ONSETS = _listed("b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sc sh sl sp st str t th tr v w y")
VOWELS = _listed("a a a e e e e i i i o o o u u ai ea ee ie oa oo ou")
CODAS = ("", "", "", *_listed("b ck d f g l ll m mp n n nd ng nt p r r rd rt s s ss st t t th x"))
KATAKANA = "アイウエオカキクケコサシスセソタチツテトナニノハヒフマミムメモラリルレロンガグゴジデドバブベボパプポー"
KANJI = [chr(code) for code in range(0x4E00, 0x4E00 + 1_600)]
KANJI_SUMS = tuple(accumulate(1 / (rank + 20) for rank in range(len(KANJI))))
PARTICLES = _listed("は が を に で の と も から まで より へ って には では とは")
ENDINGS = _listed(
    "ですか ますか したい できますか はいつ はいくら 教えて ほしい になりますか が必要 ないとき の方法 について"
)
KEYS, EVERYDAY = 6, 300


@dataclass(frozen=True, slots=True)
class Synthetic:
    """Phrases by topic; questions, every other one with a typing error, a tenth of them about no topic."""

    phrases: Phrases
    questions: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """Words, the commonest first, with the running sums of how often each is used."""

    words: tuple[str, ...]
    sums: tuple[float, ...]

    @classmethod
    def of(cls, count: int, make: Callable[[], str]) -> "_Vocabulary":
        found: dict[str, None] = {}
        while len(found) < count:
            found[make()] = None
        return cls(tuple(found), tuple(accumulate(1 / rank for rank in range(1, count + 1))))

    def some(self, chance: random.Random, count: int) -> list[str]:
        """So many words, common ones more often."""
        return chance.choices(self.words, cum_weights=self.sums, k=count)

    def keys(self, chance: random.Random) -> list[str]:
        """The key words of one topic: half of them any word, half of them common ones."""
        return chance.sample(self.words, KEYS // 2) + self.some(chance, KEYS - KEYS // 2)


def synthetic(topics: int, phrases: int, questions: int, seed: int = 0) -> Synthetic:
    """A catalogue of so many topics with so many phrases each, and so many questions of the same making."""
    chance = random.Random(seed)  # noqa: S311 (invented words, no secrets)
    everyday = _Vocabulary.of(EVERYDAY, lambda: _latin(chance, 1))
    latin = _Vocabulary.of(2 * topics + KEYS, lambda: _latin(chance, chance.choice((1, 2, 2, 3))))
    japanese = _Vocabulary.of(2 * topics + KEYS, lambda: _compound(chance))

    def said(keys: tuple[list[str], list[str]], in_japanese: int) -> Phrase:
        if in_japanese:
            return Phrase(_spoken_japanese(chance, keys[1]), "ja")
        return Phrase(_spoken(chance, keys[0], everyday), "en")

    known = [(latin.keys(chance), japanese.keys(chance)) for _ in range(topics)]
    catalogue = {f"topic-{at:05}": [said(keys, one % 2) for one in range(phrases)] for at, keys in enumerate(known)}
    asked = []
    for at in range(questions):
        number = None if at % 10 == 9 else chance.randrange(topics)
        strange = ([_latin(chance, 3) for _ in range(KEYS)], [_compound(chance) for _ in range(KEYS)])
        phrase = said(strange if number is None else known[number], at // 2 % 2)
        topic = None if number is None else f"topic-{number:05}"
        asked.append(Labelled(mistyped(phrase.text, at % 2, seed), phrase.language, topic))
    return Synthetic(catalogue, tuple(asked))


def _spoken(chance: random.Random, keys: Sequence[str], everyday: _Vocabulary) -> str:
    said = chance.sample(keys, chance.choice((1, 2, 2, 3))) + everyday.some(chance, chance.randint(2, 7))
    chance.shuffle(said)
    return " ".join(said)


def _spoken_japanese(chance: random.Random, keys: Sequence[str]) -> str:
    said = chance.sample(keys, chance.choice((1, 2, 2, 3)))
    return "".join(word + chance.choice(PARTICLES) for word in said) + chance.choice(ENDINGS)


def _latin(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choice(ONSETS) + chance.choice(VOWELS) + chance.choice(CODAS) for _ in range(syllables))


def _compound(chance: random.Random) -> str:
    """Two or three kanji, or a word of katakana."""
    if chance.random() < 0.3:
        return "".join(chance.choices(KATAKANA, k=chance.randint(3, 6)))
    return "".join(chance.choices(KANJI, cum_weights=KANJI_SUMS, k=chance.choice((2, 2, 2, 3))))
