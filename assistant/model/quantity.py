"""Exact numbers, amounts of money, and lengths of time: a third stays a third until a step rounds it."""

from decimal import Decimal, localcontext
from fractions import Fraction
from math import gcd
from typing import NamedTuple

FIGURES = 28
"""To how many figures a number is written that has no end."""


class Quantity(Decimal):
    """
    A number that knows what it is exactly, and its currency where it is an amount of money.

    As a decimal number it is as it is written: money with the decimals of its currency, other numbers without idle
    zeros.
    """

    exact: Fraction
    currency: str | None
    __slots__ = ("currency", "exact")

    def __new__(cls, exact: Fraction | int | Decimal, currency: str | None = None) -> "Quantity":
        whole = Fraction(exact)
        made = super().__new__(cls, _written(whole, decimals(currency) if currency else None))
        made.exact, made.currency = whole, currency
        return made

    def __copy__(self) -> "Quantity":
        return self

    def __deepcopy__(self, memo: object) -> "Quantity":
        return self

    @property
    def payable(self) -> bool:
        """Whether it is a number of its currency's smallest units."""
        return self.currency is None or (self.exact * 10 ** decimals(self.currency)).denominator == 1

    @property
    def nearly(self) -> Decimal:
        """An amount that nothing has rounded yet, with four decimals more than its currency has, without idle zeros."""
        places = 4 + (decimals(self.currency) if self.currency else 0)
        return Decimal(_written(Fraction(_written(self.exact, places)), None))


OTHER_DECIMALS = {
    **dict.fromkeys(("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND"), 0),
    **dict.fromkeys(("VUV", "XAF", "XOF", "XPF"), 0),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
    **dict.fromkeys(("CLF", "UYW"), 4),
}
"""The currencies that have another number of decimals than two, as in ISO 4217."""


def decimals(currency: str) -> int:
    """How many decimals a currency has: 0 for JPY, 2 for USD."""
    return OTHER_DECIMALS.get(currency, 2)


def _written(exact: Fraction, places: int | None) -> str:
    with localcontext() as context:
        context.prec = FIGURES
        number = Decimal(exact.numerator) / exact.denominator
        if places is not None:
            context.prec = FIGURES + places
            return format(number.quantize(Decimal(1).scaleb(-places)), "f")
        text = format(number, "f")
        return text.rstrip("0").rstrip(".") if "." in text else text


def common(one: Fraction, other: Fraction) -> Fraction:
    """The largest number of which both are whole multiples; with 0 the other itself."""
    return Fraction(
        gcd(one.numerator * other.denominator, other.numerator * one.denominator), one.denominator * other.denominator
    )


def exactly(value: object) -> Fraction:
    """The exact number that a value is. Raises `TypeError`."""
    if isinstance(value, Quantity):
        return value.exact
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise TypeError(f"not a number: {value!r}")
    return Fraction(value)


def currency_of(value: object) -> str | None:
    """The currency of an amount of money; None for any other value."""
    return value.currency if isinstance(value, Quantity) else None


class Duration(NamedTuple):
    """A length of time as a table gives it: so many hours `h`, minutes `min`, days `d` or working days `wd`."""

    number: Decimal
    unit: str

    def __str__(self) -> str:
        """As it is written in a table: `4h`."""
        return f"{self.number}{self.unit}"
