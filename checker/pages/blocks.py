"""Pages → the blocks of a document, in reading order.

The one way in for every extractor: `blocks(pages, path)`. Each page becomes a sheet by itself; then what runs through the margins is taken
away, notes are set apart, columns are read one after the other, and paragraphs and tables go on over page breaks.

**Places.** `page`, and `line`: the row of words on that page, counted from the top over all columns and cells (`checker.pages.rows`); `column`
counts the code points of that row. In tables `table`, `row` and `col`. `part` is body, footnote, header or footer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checker.document import Block, Footnote, Paragraph
from checker.pages.columns import Stream, streams
from checker.pages.flow import flow
from checker.pages.footnotes import Note, footed
from checker.pages.furniture import cleared
from checker.pages.lines import Line
from checker.pages.paragraphs import Measure, measure, measure_of_column, paragraphs
from checker.pages.shape import Page
from checker.pages.sheets import Row, Sheet, sheet, squeezed
from checker.pages.tables import Sketch, continued, table
from checker.place import Place

Item = Stream | Sketch


def blocks(pages: Iterable[Page], path: str) -> list[Block]:
    """The blocks of some pages: the body's, then notes, running heads and feet."""
    free = cleared([sheet(page, path) for page in pages])
    body = _Body(path)
    for page in free.sheets:
        body.add(page)
    return [*body.blocks(), *body.notes(), *_margins(free.heads, "header"), *_margins(free.feet, "footer")]


class _Body:
    """Gathers what the pages hold, one after the other."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._items: list[Item] = []
        self._marks: dict[int, dict[str, str]] = {}
        self._notes: list[Note] = []
        self._measures: dict[int, Measure] = {}
        self._levels: dict[int, Mapping[str, int]] = {}
        self._like: Measure | None = None

    def add(self, page: Sheet) -> None:
        """The next page."""
        self._levels[page.number] = page.levels
        apart = footed(page, bool(self._notes) and page.number - 1 in self._marks)
        for note in apart.notes:
            self._add_note(note, page.number)
        made = list(_items(apart.sheet))
        wide = [line for item in made if isinstance(item, Stream) and item.wide for line in item.lines]
        if wide:
            self._like = self._measures[page.number] = measure(wide, self._like)
        for item in made:
            self._add_item(item)

    def _add_note(self, note: Note, page: int) -> None:
        if not note.mark:
            if self._notes:
                self._notes[-1] = self._notes[-1]._replace(lines=(*self._notes[-1].lines, *note.lines))
            return
        known = {other.mark for other in self._notes}
        mark = note.mark if note.mark not in known else f"{note.mark}/{page}"
        self._marks.setdefault(page, {})[note.mark] = mark
        self._notes.append(note._replace(mark=mark))

    def _add_item(self, item: Item) -> None:
        last = self._items[-1] if self._items else None
        if isinstance(item, Sketch) and isinstance(last, Sketch) and item.page == last.page + 1:
            whole = continued(last, item)
            if whole is not None:
                self._items[-1] = whole
                return
        self._items.append(item)

    def blocks(self) -> list[Block]:
        made: list[Block] = []
        waiting: list[tuple[Line, Measure]] = []
        tables = 0
        for item in self._items:
            if isinstance(item, Stream) and item.wide:
                waiting += [(line, self._measures[line.page]) for line in item.lines]
                continue
            made += self._paragraphs(waiting)
            waiting = []
            if isinstance(item, Sketch):
                tables += 1
                place = Place(file=self.path, page=item.page, part="body", table=str(tables))
                made.append(table(item, str(tables), place, self._known(item.page)))
            else:
                within = measure_of_column(item.lines)
                made += self._paragraphs([(line, within) for line in item.lines])
        return made + self._paragraphs(waiting)

    def notes(self) -> list[Block]:
        return [Footnote(note.mark, flow(note.lines)[0].within(part="footnote").strip()) for note in self._notes]

    def _paragraphs(self, lines: Sequence[tuple[Line, Measure]]) -> list[Block]:
        made: list[Block] = []
        page = 0
        for group in paragraphs(lines):
            text, notes = flow(group, self._known(group[0].page, group[-1].page))
            page_break = 0 < page < group[0].page
            page = group[-1].page
            level = self._levels[group[0].page].get(squeezed(text.value))
            made.append(Paragraph(text, level, bold=all(line.bold for line in group), notes=notes, page_break=page_break))
        return made

    def _known(self, *pages: int) -> Mapping[str, str]:
        """The marks of the notes of some pages, by the sign that refers to them."""
        return {sign: mark for page in reversed(pages) for sign, mark in self._marks.get(page, {}).items()}


def _items(page: Sheet) -> Iterable[Item]:
    """The tables and streams of a page in reading order."""
    rows: list[Row] = []
    for item in page.items:
        if isinstance(item, Sketch):
            yield from streams(rows)
            rows = []
            yield item
        else:
            rows.append(item)
    yield from streams(rows)


def _margins(lines: Sequence[Line], part: str) -> list[Block]:
    """What runs through the margins, each line a paragraph of its own."""
    return [Paragraph(flow([line])[0].within(part=part), bold=line.bold, part=part) for line in lines]
