"""Names of a register, where a list says that they are such names: countries in a column "Thị trường", behind "các nước:",
or among other countries.

    find:
      names:
        register: countries
        column: {vi: [nước, quốc gia], en: [country]}      # headers of columns that hold such names
        announce: {vi: [các nước, thị trường]}             # words before a list of such names
        joiner: {vi: [và]}

Roles: `name`. A column or a list so named needs one name that the register knows, any other list three items and half of them
known; none has more near misses than known names. A name that the register does not know makes a claim only where it is a
near miss of one it knows: its `key` is empty then, and `nearest` tells what was likely meant. A city, a company, "the others"
make no claim.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, groupby

import msgspec

from checker.claim import Claim
from checker.figure import Name
from checker.place import Place
from checker.recognise.cells import is_empty
from checker.recognise.cues import Cues, cues, loose_cues
from checker.recognise.grid import Grid
from checker.recognise.lists import announces
from checker.recognise.naming import caption
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading
from checker.registers import load
from checker.registers.lists import Given, by_item, clusters, is_list, pick
from checker.registers.mentions import Mention, mentions
from checker.text import Text

_MARKS = r"[;\n]|,(?!\d)"
_REACH = 80
_MOST_REMEMBERED = 4096
_LONGEST_LINE = 120


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    register: str
    column: Cues = {}
    announce: Cues = {}
    joiner: Cues = {}


def roles(options: Options) -> Mapping[str, str]:
    return {"name": "name"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    finder = _Finder(reading, options)
    seen: set[Place] = set()
    for name, section in chain(finder.in_columns(), finder.in_lines(), finder.in_prose()):
        if name.place not in seen:
            seen.add(name.place)
            yield Claim(roles={"name": name}, at=name, section=section, words=name.text, named={"computed": ", ".join(name.nearest)})


Found = Iterator[tuple[Name, str]]
"""Names, each with the caption or heading that it stands under."""


class _Finder:
    def __init__(self, reading: Reading, options: Options) -> None:
        self.reading = reading
        self.register = load(options.register)
        self.name = options.register
        self.nearest = lru_cache(maxsize=_MOST_REMEMBERED)(self.register.nearest)
        self.column = loose_cues(options.column, reading.locale)
        self.announce = cues(options.announce, reading.locale)
        self.separator = re.compile(f"{_MARKS}|{cues(options.joiner, reading.locale).pattern}")

    def in_columns(self) -> Found:
        """Names in the cells of a column, and in the headers of its figures."""
        for grid in self.reading.grids:
            for column in grid.columns:
                if column.kind in ("label", "text"):
                    cells = [row.cells[column.index] for row in grid.rows]
                    texts = [(cell.text, 0) for cell in cells if not cell.merged and not is_empty(cell.text)]
                    yield from self._first_of_each(texts, self.column.search(column.header) is not None, caption(grid))
            headers = [(column.headers[-1], 0) for column in grid.numbers if column.headers]
            yield from self._first_of_each(headers, False, caption(grid))

    def in_lines(self) -> Found:
        """Names that the lines of a list begin with."""
        for kind, run in groupby(self.reading.flow, _kind_of_line):
            lines = [here for here in run if isinstance(here, Passage)]
            if kind and len(lines) > 1:
                above = self.reading.preceding_passage(lines[0])
                announced = above is not None and announces(above) and self.announce.search(above.folded[-_REACH:]) is not None
                yield from self._first_of_each([(line.text, line.begin) for line in lines], announced, lines[0].section.title)

    def in_prose(self) -> Found:
        """Names between commas, in a sentence or in a bracket."""
        for passage in self.reading.passages:
            found = list(mentions(passage.text.value, passage.folded, self.register, passage.begin, len(passage.text)))
            if any(mention.key for mention in found):
                stretches: dict[tuple[int, int], list[Mention]] = defaultdict(list)
                for mention in found:
                    stretches[_stretch(passage, mention.start)].append(mention)
                for stretch, inside in stretches.items():
                    yield from self._in_stretch(passage, *stretch, inside)

    def _in_stretch(self, passage: Passage, start: int, end: int, found: Sequence[Mention]) -> Found:
        marks = [start + match.start() for match in self.separator.finditer(passage.clauses.clear(start, end))]
        items = by_item(found, marks)
        reach = _REACH if passage.folded[max(0, start - 1) : start] == "(" else 0
        for first, last in clusters(items):
            given = [pick(passage.text.value, items.get(number, ()), self.nearest) for number in range(first - 1, last + 2)]
            before = marks[first - 2] if first > 1 else max(0, start - reach)
            named = self.announce.search(passage.folded, before, items[first][0].start) is not None
            if is_list(given, last - first + 1 + (given[0] is not None) + (given[-1] is not None), named):
                yield from (self._name(passage.text, item, passage.section.title) for item in given if item)

    def _first_of_each(self, texts: Sequence[tuple[Text, int]], named: bool, section: str) -> Found:
        found = [list(mentions(text.value, text.folded, self.register, begin, begin + _REACH)) for text, begin in texts]
        if any(mention.key for item in found for mention in item):
            given = [pick(text.value, item, self.nearest) for (text, _), item in zip(texts, found, strict=True)]
            if is_list(given, len(texts), named):
                yield from (self._name(text, item, section) for (text, _), item in zip(texts, given, strict=True) if item)

    def _name(self, text: Text, item: Given, section: str) -> tuple[Name, str]:
        start, end, key, nearest = item
        place = text.place(start, end)
        return Name(text=text.value[start:end], place=place, start=start, end=end, register=self.name, key=key, nearest=nearest), section


def _stretch(passage: Passage, position: int) -> tuple[int, int]:
    """The bracket, else the sentence, around a position."""
    bracket = passage.clauses.bracket_at(position)
    return (bracket.start + 1, bracket.end - 1) if bracket else passage.clauses.sentence(position)


def _kind_of_line(here: Passage | Grid) -> str:
    """Lines of one kind that follow one another make a list; "" for what is no line of a list."""
    if isinstance(here, Grid) or here.note:
        return ""
    return here.marker.depth_key if here.marker else "bare" if len(here.text) <= _LONGEST_LINE else ""
