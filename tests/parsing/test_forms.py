"""Forms become patterns; what cannot be read as a form is named with its place."""

import pytest
from pydantic import ValidationError

from assistant.parsing.forms import GAPS, form_of
from assistant.parsing.written import Clocks, Days

ANY = dict.fromkeys(GAPS, "[a-z0-9]+")


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("{day} of {month}", "on 3 of may.", "3 of may"),
        ("[the ]{day}[,|;] {month}", "on the 3; may", "the 3; may"),
        ("[the ]{day}[,|;] {month}", "the 3 may", "the 3 may"),
        ("{at|on} {day}", "at 3, on 4", "at 3"),
        ("{{day}|{nth}} of", "3 of", "3 of"),
        ("<at |on >{day}", "at 3", "3"),
        ("<at |on >{day}", "or 3", None),
        ("<!at |on >{day} x", "at 3 x", None),
        ("<!at |on >{day} x", "flat 3 x", "3 x"),
        ("<at |on >{day}", "flat 3", None),
        ("<at |on >{day}", "so, at 3", "3"),
        ("{day} x< y| z>", "3 x z", "3 x"),
        ("{day} x<! y| z>", "3 x z", None),
        ("{day} x<$| y>", "3 x", "3 x"),
        ("{day} x", "a-3 x", None),
        ("{day} x", "3 xy", None),
        ("{day}.", "3.", "3."),
    ],
)
def test_a_form_is_found(form: str, text: str, found: str | None) -> None:
    one = form_of(form, ANY | {"day": "[0-9]"}).pattern.search(text)
    assert (one and one[0]) == found


def test_a_form_knows_what_a_text_must_hold_for_it() -> None:
    form = form_of("[the ]{day} of {{month}|{month_number}}[ {year}]", ANY)
    assert form.gaps == {"day", "month", "month_number", "year"}
    assert form.needs == {"day"}
    assert (form.letters, form.refused) == ((" of ",), False)
    assert form_of("- {day}", ANY).refused


@pytest.mark.parametrize(
    "form", ["{hour}", "{hour}<! to >", "[at ]{hour}", "{day}[.]", "<!at >{count}", "[am ]{weekday_short}"]
)
def test_a_form_that_takes_any_number_is_refused(form: str) -> None:
    with pytest.raises(ValidationError, match="takes any number"):
        Days(forms=(form,))


@pytest.mark.parametrize(
    "form", ["<at >{hour}", "{hour}< sharp>", "{hour}h", "{hour}{minute}x", "{month}", "- {day}", "{weekday}"]
)
def test_a_form_that_says_what_its_number_is_is_none_of_them(form: str) -> None:
    assert Days(forms=(form,)).forms == (form,)


def test_in_a_field_of_its_own_a_number_needs_nothing_beside_it() -> None:
    assert Days(alone=("{day}",)).alone == ("{day}",)


@pytest.mark.parametrize("form", ["{x}", "[a", "a]", "{day", "a<b", "{day} {day}", "{a}", "a|b", "<a>b>"])
def test_what_is_no_form_is_refused(form: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        form_of(form, ANY)
    with pytest.raises(ValidationError):
        Days(forms=(form,))


@pytest.mark.parametrize(
    ("form", "mend"),
    [
        ("{huor}:{minute}", "did you mean 'hour'?"),
        ("{moon}:{minute}", "docs/translate.md has all gaps"),
        ("{hour}{h {part}| in {part}}", "let each gap stand once"),
        ("{hour} [in {part}", "close every bracket"),
    ],
)
def test_what_cannot_be_read_is_mended_by_its_kind(form: str, mend: str) -> None:
    with pytest.raises(ValidationError) as error:
        Clocks(forms=(form,))
    assert mend in str(error.value.errors()[0]["ctx"]["mend"])


@pytest.mark.parametrize("form", ["{day} of {minute}x", "at {minutes}", "in the {part}"])
def test_a_time_of_day_holds_an_hour_or_a_name(form: str) -> None:
    with pytest.raises(ValidationError, match="holds no time of day"):
        Clocks(forms=(form,))
    with pytest.raises(ValidationError, match="holds no time of day"):
        Clocks(running=(form,))


def test_a_form_of_a_day_holds_no_gap_of_a_time() -> None:
    with pytest.raises(ValidationError) as error:
        Days(forms=("on {named}",))
    assert "did you mean 'named_day'?" in str(error.value.errors()[0]["ctx"]["mend"])


def test_a_form_of_a_time_may_hold_the_one_or_the_other() -> None:
    forms = ("at {{hour}|{named}}", "- 24/7")
    assert Clocks(forms=forms).forms == forms
