"""A line of a word processor is read as it is shown; what is not shown, or shown otherwise, is said with its place."""

from pathlib import Path

import pytest

from assistant.workbench.sources import remarks as said
from tests.workbench.sources.office_parts import field, p, r, read, ruby
from tests.workbench.sources.papers import W

UP, DOWN, STRIKE = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>', "<w:strike/>"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        # Readings beside signs.
        (ruby("受付", "うけつけ") + r("は9時です。"), "受付は9時です。"),
        (r("14日前の") + ruby("正午", "しょうご"), "14日前の正午"),
        (ruby("予", "よ") + ruby("約", "やく"), "予約"),
        (f'<w:ins>{ruby("返", "かえ")}</w:ins>' + r("す"), "返す"),
        # Values of fields.
        (f'<w:fldSimple w:instr="DOCPROPERTY Days">{r("30")}</w:fldSimple>' + r(" days"), "30 days"),
        (field("REF days", r("30")) + r(" days"), "30 days"),
        (field('IF "a" = ' + "</w:instrText></w:r>" + field("REF x", r("hidden")) + "<w:r><w:instrText>", r("shown")),
         "shown"),
        (f'<w:hyperlink><w:fldSimple w:instr="REF x">{r("link")}</w:fldSimple></w:hyperlink>', "link"),
        # What is wrapped.
        (f'<w:bdo w:val="rtl">{r("30 days")}</w:bdo>', "30 days"),
        (f'<w:dir w:val="rtl"><w:bdo w:val="ltr">{r("30")}</w:bdo></w:dir>' + r(" days"), "30 days"),
        (r("\u0642\u0628\u0644 14 ", "<w:rtl/>") + r("\u064a\u0648\u0645\u064b\u0627", "<w:rtl/>"),
         "\u0642\u0628\u0644 14 \u064a\u0648\u0645\u064b\u0627"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('30 days')}</w:sdtContent></w:sdt>", "30 days"),
        (f"<w:smartTag><w:customXml>{r('30')}</w:customXml></w:smartTag>" + r(" days"), "30 days"),
        # What stands raised or lowered.
        (r("30") + r("1", UP) + r(" days"), "30^1 days"),
        (r("10 m") + r("2", UP), "10 m^2"),
        (r("1") + r("st", UP) + r(" day"), "1st day"),
        (r("CO") + r("2", DOWN) + r(" 10") + r("2", DOWN), "CO2 10_2"),
        # Struck, hidden, broken.
        (r("until ") + r("31", STRIKE) + r("30 June"), "until 30 June"),
        (r("a") + r("b", '<w:dstrike/>') + r("c", '<w:vanish/>') + r("d", '<w:strike w:val="0"/>'), "ad"),
        (f"<w:hyperlink>{r('14', STRIKE)}{r('30')}</w:hyperlink>" + r(" days"), "30 days"),
        (f"<w:ins>{r('14', STRIKE)}{r('30')}</w:ins>" + r(" days"), "30 days"),
        (r("a") + "<w:r><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t></w:r>", "a b-c"),
        (f"<w:del><w:r><w:delText>30</w:delText></w:r></w:del><w:ins>{r('20')}</w:ins>" + r(" days"), "20 days"),
        (f"<w:moveFrom>{r('here ')}</w:moveFrom>{r('kept')}<w:moveTo>{r(' there')}</w:moveTo>", "kept there"),
        # Formulas.
        ("<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>",
         "(a+b)/2"),
        ("<m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>",
         "x^2"),
        ("<m:oMathPara><m:oMath><m:rad><m:deg/><m:e><m:r><m:t>9</m:t></m:r></m:e></m:rad></m:oMath></m:oMathPara>",
         "√9"),
        ("<m:oMath><m:sSub><m:e><m:r><m:t>t</m:t></m:r></m:e><m:sub><m:r><m:t>0</m:t></m:r></m:sub></m:sSub>"
         "<m:r><m:t>+30</m:t></m:r></m:oMath>" + r(" days"), "t_0+30 days"),
        (r("at ") + "<m:oMath><m:d><m:e><m:r><m:t>30-1</m:t></m:r></m:e></m:d></m:oMath>" + r(" days"),
         "at (30-1) days"),
        # Another way to hold it stands beside the one that is shown.
        (f"<mc:AlternateContent><mc:Choice>{r('30')}</mc:Choice><mc:Fallback>{r('30')}</mc:Fallback></mc:AlternateContent>",
         "30"),
    ],
)  # fmt: skip
def test_a_line_says_what_is_shown(inside: str, text: str, tmp_path: Path) -> None:
    assert [block.text for block in read(tmp_path, p(inside)).blocks] == [text]


@pytest.mark.parametrize(
    ("inside", "sentence", "text"),
    [
        (ruby("受付", "うけつけ"), said.READINGS, "うけつけ"),
        (r("until 30 ") + r("Ju", STRIKE) + r("ne", STRIKE), said.STRUCK, "June"),
        (r("secret", "<w:vanish/>"), said.HIDDEN, "secret"),
        (f"<w:ins>{r('20')}</w:ins>", said.INSERTED, "20"),
        ("<w:del><w:r><w:delText>30</w:delText></w:r></w:del>", said.DELETED, "30"),
        (f"<w:moveFrom>{r('here')}</w:moveFrom>", said.DELETED, "here"),
        ("<m:oMath><m:r><m:t>a</m:t></m:r></m:oMath>", said.FORMULAS, "a"),
        ('<w:r><w:drawing><wp:docPr descr="A map"/></w:drawing></w:r>', said.PICTURES, "A map"),
        ("<w:r><w:object/></w:r>", said.PICTURES, ""),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', said.SIGNS, "Wingdings"),
        ('<w:fldSimple w:instr="REF days"/>', said.FIELDS, "REF days"),
        (field("PAGEREF x", ""), said.FIELDS, "PAGEREF x"),
        ('<w:commentReference w:id="1"/>', said.COMMENTS, "Sure?"),
    ],
)
def test_what_is_not_read_as_it_stands_is_said(inside: str, sentence: str, text: str, tmp_path: Path) -> None:
    comments = f'<w:comments {W}><w:comment w:id="1">{p(r("Sure?"))}</w:comment></w:comments>'
    found = read(tmp_path, p(r("First.")) + p(inside), comments=comments).remarks
    assert [(one.sentence, one.place, one.text) for one in found] == [(sentence, 2, text)]


def test_fields_that_show_nothing_are_no_loss(tmp_path: Path) -> None:
    assert read(tmp_path, p(r("Term") + field("XE Term", ""))).remarks == ()
