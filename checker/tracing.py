"""Why a rule did or did not match: what its finder looked at and missed, the claims that it made, each with its figures and verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from checker import finders
from checker.figure import Figure, Written
from checker.formula.explain import Scale, explain
from checker.formula.stated import Filling, Stated
from checker.judge import Traced
from checker.judge import trace as traced
from checker.place import Place
from checker.quantity import Interval
from checker.recognise.cues import NOTHING, cues
from checker.recognise.reading import Reading
from checker.rules import Rule
from checker.rules.applies import applies
from checker.units import Base
from checker.wording import exact, format_number

_MOST, _MOST_WORDS = 200, 4
_WHY_NOT = {
    "series": "no check: too few of the rows like this one hold, so the columns were probably misread",
    "rival": "no check: another reading of the same words was taken",
    "doubt": "no check: it is doubtful ({doubt}), and no slip of a digit explains it",
    "refuted": "no check: its figures all take part in a claim that holds",
}


def trace(reading: Reading, rule: Rule) -> Iterator[str]:
    """The lines of a trace."""
    yield f"{rule.code} {rule.id}: {rule.source.must}"
    yield f"finder '{rule.finder}' of {rule.file}, line {rule.line}"
    if not applies(rule.applies_to, reading):
        yield f"its pack '{rule.pack}' is not for this document ('applies_to'): title “{reading.identity.title}”, kind “{reading.identity.kind}”"
    yield from (f"  {line}" for line in _looked(reading, rule))
    claims = traced(reading, rule)
    checks = sum(not one.why_not for one in claims)
    yield f"claims: {len(claims)}, of them checks: {checks}"
    for one in claims[:_MOST]:
        yield from _claim(one, rule, reading)
    if len(claims) > _MOST:
        yield f"… and {len(claims) - _MOST} more"


def _looked(reading: Reading, rule: Rule) -> Iterator[str]:
    """What the finder looked at, as it says itself; else how much there was to look at."""
    finder = finders.get(rule.finder)
    told = getattr(finder, "trace", None)
    if told is not None:
        yield from told(reading, rule.options)
        return
    passages = sum(bool(passage.figures) for passage in reading.passages)
    yield f"{len(reading.grids)} tables, {passages} passages with figures"
    for name, words in msgspec.to_builtins(rule.options).items():
        if isinstance(words, dict) and all(isinstance(word, str) for word in words.get(reading.locale.language, ())):
            yield f"{name}: {_found(reading, cues(words, reading.locale))}"


def _found(reading: Reading, pattern: re.Pattern[str]) -> str:
    """Where the words of an option stand."""
    if pattern.pattern == NOTHING:
        return f"no words for the document's language ({reading.locale.language})"
    hits = [(match[0], passage.text.place(match.start())) for passage in reading.passages for match in pattern.finditer(passage.folded)]
    shown = ", ".join(f"'{word}' {_where(place)}" for word, place in hits[:_MOST_WORDS])
    more = f" and {len(hits) - _MOST_WORDS} more" if len(hits) > _MOST_WORDS else ""
    return f"{shown}{more}" if hits else "none of its words is in the document"


def _claim(one: Traced, rule: Rule, reading: Reading) -> Iterator[str]:
    claim, outcome = one.claim, one.outcome
    yield f"- {_where(claim.at.place)}: {outcome.verdict.value}" + (f" ({outcome.reason})" if outcome.reason else "")
    if one.why_not:
        yield f"    {_WHY_NOT[one.why_not].format(doubt=claim.doubt.value)}"
    for role, filling in claim.roles.items():
        yield f"    {role} = {_shown(filling)}"
    scale = Scale(claim.roles, None, lambda unit: _base(reading, unit))
    yield f"    {explain(rule.must, claim.roles, outcome, scale, lambda value, decimals: format_number(value, decimals, reading.style))}"


def _base(reading: Reading, unit: str) -> Base:
    try:
        return reading.units.base(unit)
    except KeyError:
        return reading.units.base("")


def _shown(filling: Filling) -> str:
    if isinstance(filling, tuple):
        return "; ".join(_written(item) for item in filling) or "nothing"
    return _written(filling)


def _written(written: Written) -> str:
    """A figure with the values that it may mean and what it is of; anything else as it is written."""
    if isinstance(written, Stated):
        return f"{written.text} ({', '.join(f'{name} = {_written(figure)}' for name, figure in written.operands.items())})"
    if not isinstance(written, Figure):
        return f"“{written.text}” ({_where(written.place)})"
    return " ".join(filter(None, (written.text, _interval(written), written.unit or written.counted, f"({_where(written.place)})")))


def _interval(figure: Figure) -> str:
    meant: Interval = figure.quantity.bounded
    low, high = ("…" if end is None else exact(end) for end in (meant.low, meant.high))
    return f"[{low}]" if low == high else f"[{low}; {high}]"


def _where(place: Place) -> str:
    """With the file where it is not the report's first."""
    line = f"line {place.line}" if place.line else f"paragraph {place.paragraph}" if place.paragraph else "somewhere"
    table = [f"table {place.table}"] if place.table and not place.sheet else []
    cell = "!".join(filter(None, (place.sheet, place.cell)))
    return ", ".join([*([place.file] if place.volume and place.file else []), *table, cell or line])
