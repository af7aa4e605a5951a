"""
What others would match questions with, each given the same phrases and asked the same questions.

The libraries that nothing else needs are imported only when a peer is built.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from rapidfuzz import fuzz, process, utils

from assistant.match.ranking import OUT_OF_SCOPE
from assistant.workbench.evaluation.measurement import Ask, Found
from assistant.workbench.evaluation.questions import Phrases

JAPANESE = "\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u9fff"
RUN = re.compile(rf"[{JAPANESE}]+|[^\W_{JAPANESE}]+")
IS_JAPANESE = re.compile(rf"[{JAPANESE}]")

Scores = Callable[[str], Sequence[float]]
"""How alike a question is to each of some texts."""
Build = Callable[[Phrases], Ask]


def _ranked(scores: Scores, topics: Sequence[str], owners: Sequence[int]) -> Ask:
    """
    A topic scores as its best text does; ties by id.

    The confidence is the best score, less that of the phrases out of scope where there are any.
    """

    def ask(text: str) -> Found:
        best = [0.0] * len(topics)
        for owner, score in zip(owners, scores(text), strict=True):
            best[owner] = max(best[owner], score)
        by_topic = dict(zip(topics, best, strict=True))
        stranger = by_topic.pop(OUT_OF_SCOPE, 0.0)
        ranked = sorted(by_topic, key=lambda topic: (-by_topic[topic], topic))
        return ranked[:3], by_topic[ranked[0]] - stranger

    return ask


def words(text: str) -> list[str]:
    """Words in small letters; of Japanese, which has no blanks, the pairs of signs."""
    found = RUN.findall(text.casefold())
    return [word for run in found for word in (_stretches(run, 2, 2) or [run] if IS_JAPANESE.match(run) else [run])]


def signs(text: str) -> list[str]:
    """Stretches of two to five letters within words and their edges; of Japanese, of one to three signs."""
    found = RUN.findall(text.casefold())
    return [
        part
        for run in found
        for part in (_stretches(run, 1, 3) if IS_JAPANESE.match(run) else _stretches(f" {run} ", 2, 5))
    ]


def _stretches(run: str, least: int, most: int) -> list[str]:
    return [run[at : at + size] for size in range(least, most + 1) for at in range(len(run) - size + 1)]


def _wratio(texts: Sequence[str]) -> Scores:
    prepared = [utils.default_process(text) for text in texts]
    return lambda text: [
        score for _, score, _ in process.extract_iter(utils.default_process(text), prepared, scorer=fuzz.WRatio)
    ]


def _token_set(texts: Sequence[str]) -> Scores:
    prepared = [utils.default_process(text) for text in texts]
    return lambda text: [
        score
        for _, score, _ in process.extract_iter(utils.default_process(text), prepared, scorer=fuzz.token_set_ratio)
    ]


def _bm25(texts: Sequence[str]) -> Scores:
    import bm25s

    model = bm25s.BM25()
    model.index([words(text) for text in texts], show_progress=False)

    def scores(text: str) -> Sequence[float]:
        known = [word for word in words(text) if word in model.vocab_dict]
        return _row(model.get_scores(known)) if known else [0.0] * len(texts)

    return scores


def _tfidf(texts: Sequence[str]) -> Scores:
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(analyzer=signs, sublinear_tf=True)
    matrix = vectorizer.fit_transform(texts).T.tocsr()

    return lambda text: _row((vectorizer.transform([text]) @ matrix).toarray()[0])


def _centroid_tfidf(phrases: Phrases) -> Ask:
    from scipy.sparse import csr_matrix
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.preprocessing import normalize

    topics, owners, texts = _laid_out(phrases)
    vectorizer = TfidfVectorizer(analyzer=signs, sublinear_tf=True)
    members = csr_matrix(([1.0] * len(owners), (owners, range(len(owners)))))
    matrix = normalize(members @ vectorizer.fit_transform(texts)).T.tocsr()

    return _ranked(lambda text: _row((vectorizer.transform([text]) @ matrix).toarray()[0]), topics, range(len(topics)))


class _Array(Protocol):
    """A row of numbers of numpy, which need not be installed where types are checked."""

    def tolist(self) -> list[float]: ...


def _row(array: _Array) -> list[float]:
    return array.tolist()


def _best_phrase(make: Callable[[Sequence[str]], Scores]) -> Build:
    def build(phrases: Phrases) -> Ask:
        topics, owners, texts = _laid_out(phrases)
        return _ranked(make(texts), topics, owners)

    return build


def _laid_out(phrases: Phrases) -> tuple[list[str], list[int], list[str]]:
    """The topics; and for each phrase, the number of its topic and its text."""
    topics = sorted(phrases)
    owners = [at for at, topic in enumerate(topics) for _ in phrases[topic]]
    return topics, owners, [phrase.text for topic in topics for phrase in phrases[topic]]


PEERS: Mapping[str, Build] = {
    "rapidfuzz WRatio, best phrase": _best_phrase(_wratio),
    "rapidfuzz token_set_ratio, best phrase": _best_phrase(_token_set),
    "BM25 (bm25s), best phrase": _best_phrase(_bm25),
    "character TF-IDF (scikit-learn), best phrase": _best_phrase(_tfidf),
    "character TF-IDF (scikit-learn), centroid": _centroid_tfidf,
}
