"""Nodes → paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from checker.document import Block, Cell, Paragraph, Table
from checker.place import Place
from checker.readers import MOST_COLUMNS
from checker.readers.records.nodes import List, Node, Object, Scalar
from checker.text import Text, join

_DEEPEST_HEADER = 3

Path = tuple[str, ...]


def blocks(root: Node) -> list[Block]:
    """The blocks of a file."""
    return _Blocks().all(root)


class _Blocks:
    def __init__(self) -> None:
        self.made: list[Block] = []
        self.tables = 0

    def all(self, root: Node) -> list[Block]:
        self._value(None, root, 1)
        return self.made

    def _value(self, key: Text | None, node: Node, level: int) -> None:
        """A value that stands under a key, or alone."""
        if isinstance(node, Scalar):
            self._paragraph([key, node.text] if key else [node.text])
        elif isinstance(node, Object):
            self._heading(key, level)
            for name, value in node.items.items():
                self._value(_key(name, node), value, level + 1 if key else level)
        elif all(isinstance(item, Scalar) for item in node.items):
            texts = [item.text for item in node.items if isinstance(item, Scalar)]
            self._paragraph([key, join(texts, "; ")] if key and texts else texts)
        else:
            self._heading(key, level)
            self._list(node, level + 1)

    def _list(self, node: List, level: int) -> None:
        if all(isinstance(item, Object) for item in node.items):
            self._records([item for item in node.items if isinstance(item, Object)], level)
        elif all(isinstance(item, List) and all(isinstance(cell, Scalar) for cell in item.items) for item in node.items):
            rows = [[cell.cell for cell in item.items if isinstance(cell, Scalar)] for item in node.items if isinstance(item, List)]
            self._table(rows, None)
        else:
            for item in node.items:
                self._value(None, item, level)

    def _records(self, records: list[Object], level: int) -> None:
        """The table of the records; what does not fit into a cell follows it."""
        flat = [dict(_flat(record)) for record in records]
        names = dict.fromkeys(path for cells in flat for path, (_, node) in cells.items() if isinstance(node, Scalar))
        paths = list(names)[:MOST_COLUMNS]
        if paths:
            keys = {path: key for cells in reversed(flat) for path, (key, _) in cells.items()}
            rows = [[_cell(cells.get(path), record.place) for path in paths] for cells, record in zip(flat, records, strict=True)]
            headers = _headers(paths, keys)
            self._table([*headers, *rows], len(headers))
        for cells in flat:
            for path, (key, node) in cells.items():
                if path not in names or not isinstance(node, Scalar):
                    self._value(key, node, level)

    def _table(self, rows: list[list[Cell]], headers: int | None) -> None:
        width = min(max((len(row) for row in rows), default=0), MOST_COLUMNS)
        if not width:
            return
        self.tables += 1
        path = str(self.tables)
        made = tuple(_row(row[:width], width, path, number) for number, row in enumerate(rows, 1))
        self.made.append(Table(made, path, headers))

    def _heading(self, key: Text | None, level: int) -> None:
        if key and key.value.strip():
            self.made.append(Paragraph(key.strip(), level=min(level, 9)))

    def _paragraph(self, texts: Iterable[Text]) -> None:
        """ "key: value"; a key without a value says nothing."""
        filled = [text.strip() for text in texts if text.value.strip()]
        text = join(filled, ": ")
        if text.value:
            self.made.append(Paragraph(text))


def _flat(record: Object, above: Path = ()) -> Iterator[tuple[Path, tuple[Text, Node]]]:
    """The values of a record, those of objects inside it under a path of several keys."""
    for name, node in record.items.items():
        path = (*above, name)
        if isinstance(node, Object) and len(path) < _DEEPEST_HEADER:
            yield from _flat(node, path)
        elif isinstance(node, List) and node.items and all(isinstance(item, Scalar) for item in node.items):
            yield path, (_key(name, record), Scalar(join([item.text for item in node.items if isinstance(item, Scalar)], "; ")))
        else:
            yield path, (_key(name, record), node)


def _headers(paths: list[Path], keys: dict[Path, Text]) -> list[list[Cell]]:
    """The keys, in as many rows as objects stand in one another. A key above several columns covers them."""
    rows: list[list[Cell]] = []
    for level in range(max(map(len, paths))):
        row: list[Cell] = []
        for index, path in enumerate(paths):
            inner = len(path) - 1 <= level
            text = keys[path] if inner else Text.at(_words(path[level]), keys[path].place(0))
            again = index > 0 and not inner and paths[index - 1][: level + 1] == path[: level + 1]
            row.append(Cell(text, merged=again or (inner and len(path) - 1 < level)))
        rows.append(row)
    return rows


def _cell(found: tuple[Text, Node] | None, place: Place) -> Cell:
    return found[1].cell if found and isinstance(found[1], Scalar) else Cell(Text.at("", place))


def _row(cells: list[Cell], width: int, path: str, number: int) -> tuple[Cell, ...]:
    filled = [*cells, *[Cell(Text.at("", cells[-1].text.place(0)) if cells else Text.at("", Place()))] * (width - len(cells))]
    return tuple(replace(cell, text=cell.text.within(table=path, row=number, col=col)) for col, cell in enumerate(filled, 1))


def _key(name: str, holder: Object) -> Text:
    return Text.at(_words(name), holder.keys[name])


def _words(name: str) -> str:
    """A name of several words: "so_ho"."""
    return name.replace("_", " ")
