"""A term of the source must be rendered as the glossary allows."""

import pytest

from assistant.workbench.catalogues.glossary import Term, unrendered

TERMS = (
    Term("service fee", "en", ("サービス料金",)),
    Term("dongle", "en", ("ドングル", "ハードウェアキー")),
    Term("Gold", "en", ("Gold",)),
    Term("fee", "en", ("費用",)),
    Term("サポート期間", "ja", ("support period",)),
    Term("期間", "ja", ("term",)),
)


@pytest.mark.parametrize(
    ("language", "source", "translation", "missing"),
    [
        ("en", "Replace a dongle.", "ドングルを交換します。", []),
        ("en", "Two dongles.", "ハードウェアキー2本。", []),
        ("en", "Replace a dongle.", "キーを交換します。", ["dongle"]),
        ("en", "Dongle first", "キーが先", ["dongle"]),
        ("en", "A service fee applies.", "サービス料金がかかります。", []),
        ("en", "A fee and a service fee.", "サービス料金がかかります。", ["fee"]),
        ("en", "Level Gold", "Ｇｏｌｄレベル", []),
        ("en", "a gold medal", "金メダル", []),
        ("en", "Section Dongles", "「Dongles」の節", []),
        ("en", "Section Dongles", "Dongles の節", ["dongle"]),
        ("en", "feed the cat", "猫に餌をやる", []),
        ("ja", "サポート期間の延長", "Extending the support period", []),
        ("ja", "期間の延長", "Extension", ["期間"]),
        ("ja", "dongle", "a key", []),
    ],
)
def test_terms(language: str, source: str, translation: str, missing: list[str]) -> None:
    assert [term.name for term in unrendered(TERMS, language, source, translation)] == missing
