"""The numbers of headings, items and annexes: I, II, III …, 1, 2, 3 …, a, b, c … without gaps or repeats.

    find:
      outline_numbers: {}

Roles: `this`, `previous` (ordinals). A number is compared with the one before it in the same sequence: those of one kind under one
heading, in one file and on one sheet. Numbers that begin anew with 1 are another sequence. Where one number stands between two that
follow each other but for it, it alone is doubted. A gap whose number begins any line in between, however it is written, is no gap.
Letters follow the Latin or the Vietnamese alphabet. Automatic numbers and lists in cells are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

import msgspec

from checker.claim import Claim
from checker.figure import Ordinal
from checker.recognise.markers import Marker, roman, to_roman
from checker.recognise.passages import Passage, Section
from checker.recognise.reading import Reading

_SERIES = ("annex", "part", "chapter", "section", "article", "upper", "roman", "arabic", "paren", "dotted", "letter")
_ACROSS = ("annex", "article")  # counted through the whole document
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_BEGINS = re.compile(r"\W{0,8}(\d{1,2}(?:\.\d{1,2}){0,3}(?!\d)|[IVX]{1,5}\b)")

Key = tuple[int, str, str, str]


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


def roles(options: Options) -> Mapping[str, str]:
    return {"this": "ordinal", "previous": "ordinal"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    passages = [passage for passage in reading.paragraphs if passage.part == "body"]
    for sequence in _sequences(passages):
        yield from _claims(sequence, passages)
    for position, passage in enumerate(passages):
        yield from _under_heading(position, passage, passages)


def _sequences(passages: Sequence[Passage]) -> list[list[tuple[int, Passage, Marker]]]:
    """Runs of numbered passages of one kind under one heading, with their positions."""
    open_: dict[Key, list[tuple[int, Passage, Marker]]] = {}
    found = []
    for position, passage in enumerate(passages):
        marker = _annex(passage) or passage.marker
        if marker is None or marker.series not in _SERIES or _automatic(marker):
            continue
        across = marker.series in _ACROSS
        place = passage.text.place(0)
        key = (0 if across else id(_above(passage)), "" if across else f"{place.volume} {place.sheet}", marker.series, marker.path)
        if marker.number == 1 or key not in open_:
            open_[key] = []
            found.append(open_[key])
        open_[key].append((position, passage, marker))
    return found


def _annex(passage: Passage) -> Marker | None:
    """The number of an annex's heading; none where only a sheet or a file is called so."""
    section, place = passage.section, passage.text.place(0)
    if not (place.line or place.paragraph or place.cell):
        return None
    if not section.annex or section.heading is None or section.heading.order != passage.order or passage.marker is not None:
        return None
    name = section.annex
    start = passage.folded.find(name)
    number = int(name) if name.isdecimal() else roman(name.upper())
    return Marker("annex", "", number, passage.text.value[start : start + len(name)], len(passage.text)) if number and start >= 0 else None


def _automatic(marker: Marker) -> bool:
    """Does the program that wrote the file count? It does not miscount."""
    return not marker.end


def _above(passage: Passage) -> Section | None:
    """The section in which a heading or an item is counted."""
    return passage.section.parent if passage.heading else passage.section


def _claims(sequence: Sequence[tuple[int, Passage, Marker]], passages: Sequence[Passage]) -> Iterator[Claim]:
    numbers = _numbers([marker for _, _, marker in sequence])
    for index in range(1, len(sequence)):
        (start, before, old), (end, passage, marker) = sequence[index - 1 : index + 1]
        restored = index > 1 and numbers[index] == numbers[index - 2] + 2 and numbers[index - 1] != numbers[index - 2] + 1
        missing = _written(marker.path, range(numbers[index - 1] + 1, numbers[index]))
        if restored or (missing and any(_begin(other) in missing for other in passages[start + 1 : end])):
            continue
        this, previous = _ordinal(passage, marker, numbers[index]), _ordinal(before, old, numbers[index - 1])
        yield _claim(passage, this, previous)


def _under_heading(position: int, passage: Passage, passages: Sequence[Passage]) -> Iterator[Claim]:
    """A number under a heading: "2.1" stands under "2", not under "3"."""
    marker, above = passage.marker, _above(passage)
    heading = above.heading if above is not None else None
    if marker is None or heading is None or heading.marker is None or marker.series != "dotted" or _automatic(marker):
        return
    depth = marker.path.count(".") - 1
    own = heading.marker
    if own.series not in ("arabic", "dotted") or own.path.count(".") != depth or _automatic(own):
        return
    number = marker.path.removesuffix(".")
    elsewhere = number != f"{own.path}{own.number}"
    back = (passages[index] for index in range(position - 1, -1, -1))
    if not (elsewhere and any(_begin(other) == number for other in takewhile(lambda other: other.order > heading.order, back))):
        yield _claim(passage, _ordinal(passage, marker, 1), _ordinal(heading, own, own.number))


def _claim(passage: Passage, this: Ordinal, previous: Ordinal) -> Claim:
    return Claim(
        roles={"this": this, "previous": previous},
        at=this,
        section=passage.section.title,
        topic=f"outline {passage.order}",
        named={"this": this.text, "previous": previous.text},
    )


def _written(path: str, numbers: range) -> set[str]:
    """The ways to write the numbers at the beginning of a line."""
    return {f"{path}{number}" for number in numbers} | {to_roman(number) for number in numbers}


def _begin(passage: Passage) -> str:
    match = _BEGINS.match(passage.text.value)
    return match[1].lstrip("0") if match else ""


def _numbers(markers: Sequence[Marker]) -> list[int]:
    """The positions in the sequence. A letter follows another where it does in one of the alphabets: authors mix them (d, e, g)."""
    numbers = [markers[0].number]
    for before, marker in pairwise(markers):
        latin = _LATIN.find(before.text.lower()), _LATIN.find(marker.text.lower())
        lettered = marker.series in ("letter", "upper") and min(latin) >= 0 and latin[1] == latin[0] + 1
        numbers.append(numbers[-1] + (1 if lettered else marker.number - before.number))
    return numbers


def _ordinal(passage: Passage, marker: Marker, number: int) -> Ordinal:
    start = max(0, passage.text.value.find(marker.text))
    text = passage.text.cut(start, start + len(marker.text))
    return Ordinal(text=text.value, place=text.place(0, len(text)), series=marker.series, number=number, path=marker.path)
