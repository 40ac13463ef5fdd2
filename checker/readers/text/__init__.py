"""Plain text and Markdown, as they are typed and as they come out of converters."""

from __future__ import annotations

from checker.document import Block, Document, Footnote
from checker.readers import ReadError, decode, sha256
from checker.readers.text.lines import Line, split
from checker.readers.text.markup import plain
from checker.readers.text.paragraphs import goes_on, paragraph, wrap_width
from checker.readers.text.spaced import mark_rows
from checker.readers.text.tables import cells, table

EXTENSIONS = (".txt", ".md", ".markdown", ".text")
_BETWEEN = ("blank", "page", "note", "rule")
_ROWS = ("tabs", "pipes", "separator")
_FARTHEST = 12


def read(path: str, data: bytes) -> Document:
    """The document in `data`. Raises ReadError where it is empty or no text."""
    text, encoding = decode(data)
    if not text.strip():
        raise ReadError("empty")
    details = () if encoding == "utf-8" else (("encoding", encoding),)
    return Document(
        path=path, format="text", sha256=sha256(data), blocks=tuple(_Blocks(mark_rows(split(text, path))).all()), details=details
    )


class _Blocks:
    """Walks over the lines once and makes blocks of them."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.width = wrap_width(lines)
        self.tables = 0
        self.notes: list[Footnote] = []

    def all(self) -> list[Block]:
        blocks: list[Block] = []
        index = 0
        while index < len(self.lines):
            line = self.lines[index]
            if line.kind == "head" or (line.kind in _ROWS and self._begins_table(index)):
                taken = self._table_lines(index)
                self.tables += 1
                blocks.append(table([self.lines[i] for i in taken], str(self.tables)))
                index = taken[-1] + 1
            elif line.kind == "note":
                self._add_note(index)
                index += 1
            elif line.kind in ("text", "tabs", "pipes"):
                taken = self._paragraph_lines(index)
                made = paragraph([self.lines[i] for i in taken])
                blocks += [made] if made.text.value else []
                index = self._after(taken)
            else:
                index += 1
        return [*blocks, *self.notes]

    def _after(self, taken: list[int]) -> int:
        """The first line behind a paragraph; footnotes that stood inside it are read now."""
        for index in range(taken[0], taken[-1]):
            if self.lines[index].kind == "note":
                self._add_note(index)
        return taken[-1] + 1

    def _add_note(self, index: int) -> None:
        mark, start = self.lines[index].note_mark
        text, _ = plain(self.lines[index].text(start).strip())
        self.notes.append(Footnote(mark, text))

    def _paragraph_lines(self, index: int) -> list[int]:
        taken = [index]
        while (following := self._next(taken[-1] + 1, ("text",))) is not None:
            gap = following > taken[-1] + 1
            if not goes_on(self.lines[taken[-1]], self.lines[following], gap, self.width):
                break
            taken.append(following)
        return taken

    def _next(self, index: int, kinds: tuple[str, ...]) -> int | None:
        """The next line of one of the kinds, with nothing but gaps before it."""
        for i in range(index, min(index + _FARTHEST, len(self.lines))):
            if self.lines[i].kind in kinds:
                return i
            if self.lines[i].kind not in _BETWEEN:
                return None
        return None

    def _begins_table(self, index: int) -> bool:
        """Rows come in twos: a lone line with a tab is a line with a tab."""
        line = self.lines[index]
        following = self._next(index + 1, _ROWS)
        if line.kind == "pipes":
            return following is not None or line.raw.strip().startswith("|")
        filled = [cell for cell in cells(line) if cell.value]
        return line.kind == "tabs" and (len(filled) > 1) and (following is not None or len(filled) > 2)

    def _table_lines(self, index: int) -> list[int]:
        if self.lines[index].kind == "head":
            return self._spaced_lines(index)
        taken = [index]
        kinds = ("pipes", "separator") if self.lines[index].kind == "pipes" else ("tabs",)
        width = len(cells(self.lines[index]))
        while True:
            following = self._next(taken[-1] + 1, kinds)
            if following is None:
                rest = self._rest_of_row(taken[-1], kinds, width)
                if rest is None:
                    return taken
                taken.append(rest)
                continue
            found = len(cells(self.lines[following]))
            if following > taken[-1] + 1 and self.lines[following].kind != "separator" and not self._same_table(found, width, following):
                return taken
            self._read_notes_between(taken[-1], following)
            width = width if self.lines[following].kind == "separator" else max(width, found)
            taken.append(following)

    def _spaced_lines(self, index: int) -> list[int]:
        """Those right below the head."""
        end = index + 1
        while end < len(self.lines) and self.lines[end].kind == "spaces":
            end += 1
        return list(range(index, end))

    def _same_table(self, found: int, width: int, following: int) -> bool:
        """Behind a gap: as wide as the table, and not a new one with a header of its own."""
        after = self.lines[following + 1].kind if following + 1 < len(self.lines) else ""
        return found == width and not (self.lines[following].kind == "pipes" and after == "separator")

    def _rest_of_row(self, last: int, kinds: tuple[str, ...], width: int) -> int | None:
        """A line without a tab right after an unfinished row, with the row's other cells in the line after it."""
        text = last + 1
        if kinds != ("tabs",) or text + 1 >= len(self.lines) or self.lines[text].kind != "text":
            return None
        row, following = cells(self.lines[last]), self.lines[text + 1]
        if following.kind != "tabs" or len(row) >= width:
            return None
        return text if len(row) + len(cells(following)) - 1 == width else None

    def _read_notes_between(self, last: int, following: int) -> None:
        for i in range(last + 1, following):
            if self.lines[i].kind == "note":
                self._add_note(i)
