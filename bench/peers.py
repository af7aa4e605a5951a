"""What others would match questions with, each given the same phrases and asked the same questions."""

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.commands.evaluation import Ask, Found
from assistant.commands.labelled import Phrases
from assistant.match.index import OUT_OF_SCOPE

JAPANESE = "\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u9fff"
RUN = re.compile(rf"[{JAPANESE}]+|[^\W_{JAPANESE}]+")
IS_JAPANESE = re.compile(rf"[{JAPANESE}]")

Scores = Callable[[str], Sequence[float]]
"""How alike a question is to each of some texts."""


def peers(phrases: Phrases) -> Iterator[tuple[str, Callable[[], Ask]]]:
    """The name of each peer, and what builds it from the phrases; their libraries are wanted only then."""
    topics = sorted(phrases)
    owners = [at for at, topic in enumerate(topics) for _ in phrases[topic]]
    texts = [phrase.text for topic in topics for phrase in phrases[topic]]
    makers: dict[str, Callable[[Sequence[str]], Scores]] = {
        "rapidfuzz WRatio": _wratio,
        "rapidfuzz token_set_ratio": _token_set,
        "BM25 (bm25s)": _bm25,
        "character TF-IDF (scikit-learn)": _tfidf,
    }
    for name, make in makers.items():
        yield f"{name}, best phrase", lambda make=make: _ranked(make(texts), topics, owners)
    yield (
        "character TF-IDF (scikit-learn), centroid",
        lambda: _ranked(_centroids(texts, owners), topics, range(len(topics))),
    )


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
    from rapidfuzz import fuzz

    return _likeness(texts, fuzz.WRatio)


def _token_set(texts: Sequence[str]) -> Scores:
    from rapidfuzz import fuzz

    return _likeness(texts, fuzz.token_set_ratio)


def _likeness(texts: Sequence[str], scorer: Callable[[str, str], float]) -> Scores:
    from rapidfuzz import process, utils

    prepared = [utils.default_process(text) for text in texts]

    def scores(text: str) -> list[float]:
        row: list[float] = process.cdist([utils.default_process(text)], prepared, scorer=scorer)[0].tolist()
        return row

    return scores


def _bm25(texts: Sequence[str]) -> Scores:
    import bm25s

    model = bm25s.BM25()
    model.index([words(text) for text in texts], show_progress=False)

    def scores(text: str) -> list[float]:
        known = [word for word in words(text) if word in model.vocab_dict]
        row: list[float] = model.get_scores(known).tolist() if known else [0.0] * len(texts)
        return row

    return scores


def _tfidf(texts: Sequence[str]) -> Scores:
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(analyzer=signs, sublinear_tf=True)
    matrix = vectorizer.fit_transform(texts).T.tocsr()

    def scores(text: str) -> list[float]:
        row: list[float] = (vectorizer.transform([text]) @ matrix).toarray()[0].tolist()
        return row

    return scores


def _centroids(texts: Sequence[str], owners: Sequence[int]) -> Scores:
    from scipy.sparse import csr_matrix
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.preprocessing import normalize

    vectorizer = TfidfVectorizer(analyzer=signs, sublinear_tf=True)
    members = csr_matrix(([1.0] * len(owners), (owners, range(len(owners)))))
    matrix = normalize(members @ vectorizer.fit_transform(texts)).T.tocsr()

    def scores(text: str) -> list[float]:
        row: list[float] = (vectorizer.transform([text]) @ matrix).toarray()[0].tolist()
        return row

    return scores
