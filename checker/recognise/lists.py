"""Which lines make up the list that a sentence announces ("cụ thể như sau:")."""

from __future__ import annotations

from checker.recognise.grid import Grid
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading

_MOST_ITEMS = 200
_FARTHEST = 12
_LONGEST_BARE_ITEM = 220


def announces(passage: Passage) -> bool:
    """Does the passage end by announcing what follows?"""
    return passage.text.value.rstrip(" *").endswith(":")


def items_below(reading: Reading, passage: Passage, numbered: bool = False) -> list[Passage]:
    """The items of the list right below a passage, without the items of their own lists; `numbered`: also lines that look like headings.

    The kind of the first item's marker is the list's; deeper markers belong to an item, the passage's own marker or a
    higher one ends the list. Lines without a marker make a list where they are short and begin like items.
    """
    items: list[Passage] = []
    first: str | None = None
    for here in reading.following(passage, _MOST_ITEMS):
        if (
            isinstance(here, Grid)
            or here.note
            or (here.heading and (here.marker is None or here.marker.series != "bullet") and not _item_heading(here, passage, numbered))
        ):
            break
        key = here.marker.depth_key if here.marker else ""
        if first is None:
            if not key and (len(here.text) > _LONGEST_BARE_ITEM or not here.figures):
                break
            first = key
        if key == first:
            if not key and (len(here.text) > _LONGEST_BARE_ITEM or not here.figures):
                break
            items.append(here)
        elif _own(passage) == key or not key:
            break
    return items


def announcing(reading: Reading, passage: Passage) -> Passage | None:
    """Of an item the passage that announces its list; of any other the one right above it."""
    above = reading.preceding_passage(passage)
    while above is not None and passage.marker and above.marker and above.marker.depth_key == passage.marker.depth_key:
        above = reading.preceding_passage(above)
    return above


def goes_on(reading: Reading, last: Passage) -> bool:
    """Does a further item of the same list follow behind something else?"""
    marker = last.marker
    for here in reading.following(last, _FARTHEST):
        if isinstance(here, Grid) or here.marker is None or marker is None or here.marker.depth_key != marker.depth_key:
            continue
        return marker.series == "bullet" or here.marker.number == marker.number + 1
    return False


def items_above(reading: Reading, passage: Passage) -> list[Passage]:
    """The items of the list right above a passage, in order."""
    items: list[Passage] = []
    key: str | None = None
    before = reading.preceding_passage(passage)
    while before is not None and before.marker is not None and not before.heading and len(items) < _MOST_ITEMS:
        key = key or before.marker.depth_key
        if before.marker.depth_key != key or before.marker.depth_key == _own(passage):
            break
        items.append(before)
        before = reading.preceding_passage(before)
    return items[::-1]


def _own(passage: Passage) -> str:
    return passage.marker.depth_key if passage.marker else ""


def _item_heading(here: Passage, passage: Passage, numbered: bool) -> bool:
    """A numbered line of a list looks like a heading; it is an item where the list was announced and it has figures."""
    return (
        here.marker is not None
        and here.marker.series in ("arabic", "letter", "paren", "dotted")
        and (bool(here.figures) or (numbered and not passage.heading))
        and announces(passage)
    )
