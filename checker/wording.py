"""Checks → sentences, in the report's language and the document's number style."""

from __future__ import annotations

from fractions import Fraction

from checker.figure import Figure
from checker.formula.explain import Scale, decimals_of, explain
from checker.formula.expression import Comparison, Number, Role
from checker.formula.outcome import Verdict
from checker.locales import Locale, Style
from checker.quantity import round_half_up
from checker.recognise.around import Around, around
from checker.recognise.reading import Reading
from checker.report import Check, Told
from checker.rules.model import Rule
from checker.units import Base

_MOST_DIGITS = 60
_WHERE = "{where}"


def tell(check: Check, rule: Rule, reading: Reading, language: Locale) -> Told:
    """Its message, working and numbers."""
    return _Telling(check, rule, reading, language).told()


def format_number(value: Fraction, decimals: int, style: Style, trim: bool = True) -> str:
    """`value` with at most so many decimals, in the style of a document: 1.234,5."""
    scaled = round_half_up(value * 10**decimals, Fraction(1)).numerator
    sign = "−" if scaled < 0 else ""
    whole, rest = divmod(abs(scaled), 10**decimals)
    fraction = str(rest).zfill(decimals) if decimals else ""
    fraction = fraction.rstrip("0") if trim else fraction
    text = f"{whole:,}".replace(",", style.group)[:_MOST_DIGITS]
    return f"{sign}{text}{style.decimal}{fraction}" if fraction else f"{sign}{text}"


def exact(value: Fraction) -> str:
    """The contract's way of writing a number: "53.13", or "355/3" where it does not end."""
    denominator = value.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    if denominator != 1:
        return f"{value.numerator}/{value.denominator}"
    if value.denominator == 1:
        return str(value.numerator)
    decimals = 1
    while (value * 10**decimals).denominator != 1:
        decimals += 1
    digits = str(abs((value * 10**decimals).numerator)).zfill(decimals + 1)
    return f"{'-' if value < 0 else ''}{digits[:-decimals]}.{digits[-decimals:]}"


class _Telling:
    def __init__(self, check: Check, rule: Rule, reading: Reading, language: Locale) -> None:
        self.check = check
        self.rule = rule
        self.reading = reading
        self.language = language
        self.stated = self._stated_figure()
        self.constant = self._constant()
        self.scale = Scale(check.claim.roles, self.stated, self._base)

    def told(self) -> Told:
        check, outcome = self.check, self.check.outcome
        title, why = self.rule.source.title, self.rule.source.why
        gap = None if outcome.stated is None or outcome.computed is None else outcome.stated - outcome.computed
        working = "" if outcome.reason == "crash" else explain(check.formula, check.claim.roles, outcome, self.scale, self._number)
        return Told(
            title=title.get(self.language.language, next(iter(title.values()), check.rule)),
            why=" ".join(why.get(self.language.language, next(iter(why.values()), "")).split()),
            message=self._message(gap) + self._misread(),
            working=working,
            stated=self._stated_text(),
            computed=self._computed_text(),
            gap="" if gap is None or not self._compared() else exact(gap / self.scale.base),
            unit="" if self.stated is None else unit_text(self.stated),
        )

    def _stated_figure(self) -> Figure | None:
        """The figure on the left of the comparison: what the report states."""
        formula = self.check.formula
        if isinstance(formula, Comparison) and isinstance(formula.left, Role):
            filling = self.check.claim.roles.get(formula.left.name)
            return filling if isinstance(filling, Figure) else None
        return None

    def _constant(self) -> Fraction | None:
        """The number that the rule itself puts on the left: "100 == sum(parts)"."""
        formula = self.check.formula
        return formula.left.value if isinstance(formula, Comparison) and isinstance(formula.left, Number) else None

    def _compared(self) -> bool:
        """Is a number compared, whether the report or the rule states it?"""
        return self.stated is not None or self.constant is not None

    def _computed_text(self) -> str:
        """The number computed; where none is, the text that the finder gives (a name's likely spelling)."""
        if self.check.outcome.computed is None or not self._compared():
            return self.check.claim.named.get("computed", "")
        return exact(self.check.outcome.computed / self.scale.base)

    def _stated_text(self) -> str:
        if self.constant is not None:
            return self._number(self.constant, 0)
        return self.stated.text if self.stated else self.check.claim.at.text

    def _base(self, unit: str) -> Base:
        try:
            return self.reading.units.base(unit)
        except KeyError:
            return Base(Fraction(1), ((unit, Fraction(1)),))

    def _number(self, value: Fraction, decimals: int) -> str:
        return format_number(value, decimals, self.reading.style)

    def _message(self, gap: Fraction | None) -> str:
        outcome, words = self.check.outcome, self.language.section("messages")
        told = {role: filling.text for role, filling in self.check.claim.roles.items() if not isinstance(filling, tuple)}
        names = {**told, **self.check.claim.named, "stated": self._stated_text()}
        if outcome.verdict == Verdict.UNKNOWN:
            reasons = self.language.section("reasons")
            reason = str(reasons.get(outcome.reason, outcome.reason)).format_map(_Names(names))
            return str(words["unknown"]).format(reason=reason)
        if outcome.verdict == Verdict.HOLDS:
            return str(words["holds"])
        decimals = self.scale.decimals + (0 if self.scale.decimals or self.scale.one else 2)
        if outcome.computed is not None and self._compared():
            step = self.stated.quantity.step if self.stated else Fraction(0)
            near = abs(gap or Fraction(0)) < step * 2
            computed = outcome.computed / self.scale.base
            shown = (decimals_of(self.stated) if self.stated else 0) + (2 if near or (computed.denominator > 1 and not step) else 0)
            names["computed"] = self._number(computed, max(shown, decimals))
            names["gap"] = self._gap((gap or Fraction(0)) / self.scale.base, max(shown, decimals))
        own = self.rule.source.message.get(self.language.language)
        if own and outcome.verdict == Verdict.BROKEN:
            names |= {"where": self._other_place()} if _WHERE in own else {}
            return own.format_map(_Names(names))
        if "computed" not in names:
            return str(words["stated_only"]).format_map(_Names(names))
        return str(words["rounding" if outcome.verdict == Verdict.ROUNDING else "stated"]).format_map(_Names(names))

    def _other_place(self) -> str:
        """Where the figure stands that the stated one is held against: its line; or its table, row and column, or a few words around it."""
        words, other = self.language.section("messages"), self.check.claim.roles.get("other")
        if not isinstance(other, Figure):
            return "…"
        if other.place.line:
            return str(words["line"]).format(line=other.place.line)
        here = around(self.reading, [other]).get(other.place.spot, Around())
        row = str(words["row"]).format(row=here.row) if here.row else ""
        column = str(words["column_named"]).format(column=here.column) if here.column else ""
        return ", ".join(filter(None, (here.table, row, column))) or str(words["quoted"]).format(words=here.words or other.text)

    def _misread(self) -> str:
        """What recognition may have misread."""
        misread, words = self.check.misread, self.language.section("messages")
        if misread is None:
            return ""
        key = "misread" if misread.text else "structure" if misread.structure else "unsure"
        return "; " + str(words[key]).format(text=misread.written.text, other=misread.text)

    def _gap(self, gap: Fraction, decimals: int) -> str:
        text = self._number(gap, decimals)
        return f"+{text}" if gap > 0 else text


class _Names(dict[str, str]):
    """Names of a message; one that is missing is shown as "…", never an error."""

    def __missing__(self, key: str) -> str:
        return "…"


def unit_text(figure: Figure) -> str:
    """The unit of a check's numbers: "1000 VND", "percent", "person"."""
    unit = figure.unit or figure.counted
    return f"{10**figure.power} {unit}".strip() if figure.power else unit
