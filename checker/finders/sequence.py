"""The numbering column of a table: 1, 2, 3 … without gaps or repeats.

    find:
      sequence: {}

Roles: `this`, `previous` (ordinals). Rows are compared with the row before them in the same sequence: numbers under another
parent, or that begin anew with 1, are another sequence. Letters may follow the Latin or the Vietnamese alphabet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from checker.claim import Claim
from checker.figure import Ordinal
from checker.recognise.grid import Grid, Row
from checker.recognise.markers import Marker
from checker.recognise.naming import caption
from checker.recognise.reading import Reading

_LATIN = "abcdefghijklmnopqrstuvwxyz"

LONG = "rows"


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


def roles(options: Options) -> Mapping[str, str]:
    return {"this": "ordinal", "previous": "ordinal"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    for grid in reading.grids:
        yield from _claims(grid)


def _claims(grid: Grid) -> Iterator[Claim]:
    numbering = grid.of_kind("numbering")
    if numbering is None:
        return
    open_: dict[str, Ordinal] = {}
    letters = [row.marker.text for row in grid.rows if row.numbered and row.marker is not None and row.marker.series == "letter"]
    for row in grid.rows:
        marker = row.marker
        if not row.numbered or marker is None or marker.series == "bullet":
            continue
        key = marker.depth_key
        this = _ordinal(row, marker, numbering.index, "đ" in letters)
        previous = open_.get(key)
        _close(open_, key)
        open_[key] = this
        if previous is not None and this.number != 1:
            yield _claim(grid, row, this, previous)


def _close(open_: dict[str, Ordinal], key: str) -> None:
    """What was opened after this sequence is over."""
    known = list(open_)
    if key in known:
        for later in known[known.index(key) + 1 :]:
            del open_[later]


def _ordinal(row: Row, marker: Marker, column: int, vietnamese: bool) -> Ordinal:
    text = row.cells[column].text.strip()
    number = marker.number
    if marker.series in ("letter", "upper") and not vietnamese and marker.text.lower() in _LATIN:
        number = _LATIN.index(marker.text.lower()) + 1
    return Ordinal(text=text.value, place=text.place(0, len(text)), series=marker.series, number=number, path=marker.path)


def _claim(grid: Grid, row: Row, this: Ordinal, previous: Ordinal) -> Claim:
    return Claim(
        roles={"this": this, "previous": previous},
        at=this,
        section=caption(grid),
        topic=f"sequence {grid.table.path} {row.index}",
        named={"row": row.label.value, "this": this.text, "previous": previous.text, **_computed(previous)},
    )


def _computed(previous: Ordinal) -> Mapping[str, str]:
    """The number that should follow, of 1, 2, 3 …"""
    return {"computed": str(previous.number + 1)} if previous.series == "arabic" else {}
