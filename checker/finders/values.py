"""Named values of a department's own form: a figure beside certain words, or the cell of a certain table.

    find:
      values:
        target: {near: [chỉ tiêu], unit: person}          # the figure behind (or right before) these words of the text
        allotted: {table: [Đơn vị, Chỉ tiêu], row: tổng cộng, column: Chỉ tiêu}
        spent: {near: {vi: [đã chi], en: [spent]}, unit: VND, take: every}

Each key is a role of the formula (number) and names one value:

- `near`: words of the running text; the value is the first figure behind them in their sentence, else the one right before them.
- `table`, `row`, `column`: the table whose headers bear all the names of `table`; the row whose label begins with `row`, or
  holds it; the column whose header does. Words are compared also without diacritics.
- `unit`: a unit (VND, percent, hectare …) or a kind of thing counted (person, household …), or one of their words ("đồng", "học
  viên"); figures of others are passed over. With units, a formula that adds money and people is refused when the rule is loaded.
- `nonzero: true`: a value that is 0 makes no claim; a formula divides only by such a value.
- `take`: `first` (the default), `last` or `every`: a claim for each figure found. One value of a rule may take every one.

Words are a text, a list of them, or lists by language: {vi: […], en: […]}. A value that is nowhere makes no claim; `checker
trace FILE RULE` says which is missing, and why.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Literal

import msgspec

from checker.claim import Claim
from checker.figure import Figure
from checker.locales import languages
from checker.locales.kinds import kind_of
from checker.recognise.cues import Cues
from checker.recognise.named_values import Wanted, lacking, values
from checker.recognise.reading import Reading

Words = str | list[str] | dict[str, str | list[str]]


class Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where one value stands."""

    near: Words = ""
    table: list[Words] = []
    row: Words = ""
    column: Words = ""
    unit: str = ""
    take: Literal["first", "last", "every"] = "first"
    nonzero: bool = False

    def __post_init__(self) -> None:
        if bool(self.near) == bool(self.column):
            raise ValueError("a value needs either 'near', or 'column' with 'row'")
        if self.near and (self.row or self.table):
            raise ValueError("'row' and 'table' go with 'column', not with 'near'")
        if self.column and not self.row:
            raise ValueError("'column' needs 'row': a value is one cell")


Options = dict[str, Value]


def roles(options: Options) -> Mapping[str, str]:
    return dict.fromkeys(options, "number")


def zero(options: Options) -> Collection[str]:
    return {name for name, value in options.items() if not value.nonzero}


def problem(options: Options) -> str:
    """Two values that each take every figure would make a claim of every pair."""
    every = [name for name, value in options.items() if value.take == "every"]
    return f"only one value may take every figure, not {' and '.join(every)}" if len(every) > 1 else ""


def units(options: Options) -> Mapping[str, str]:
    """The unit or kind of each role that states one."""
    return {name: value.unit for name, value in options.items() if value.unit}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    found = {name: [f for f in values(reading, _wanted(value)) if f.quantity.value or not value.nonzero] for name, value in options.items()}
    if not found or not all(found.values()):
        return
    every = next((name for name, value in options.items() if value.take == "every"), None)
    chosen = {name: figures[-1 if options[name].take == "last" else 0] for name, figures in found.items()}
    for figure in found[every] if every else (next(iter(chosen.values())),):
        yield _claim(chosen | ({every: figure} if every else {}), figure)


def _claim(chosen: Mapping[str, Figure], at: Figure) -> Claim:
    return Claim(roles=chosen, at=at, words=", ".join(chosen))


def trace(reading: Reading, options: Options) -> Iterator[str]:
    """What each value was taken from, or why there is none."""
    for name, value in options.items():
        figures = list(values(reading, _wanted(value)))
        if figures:
            yield f"{name}: {', '.join(figure.text for figure in figures)}"
        else:
            yield from (f"{name} is missing: {line}" for line in lacking(reading, _wanted(value)))


def _wanted(value: Value) -> Wanted:
    return Wanted(_cues(value.near), [_cues(words) for words in value.table], _cues(value.row), _cues(value.column), kind_of(value.unit))


def _cues(words: Words) -> Cues:
    """Words without a language are those of any."""
    if isinstance(words, dict):
        return {language: [some] if isinstance(some, str) else some for language, some in words.items()}
    listed = [words] if isinstance(words, str) else words
    return dict.fromkeys(languages(), listed) if any(listed) else {}
