"""Excel: .xlsx and .xlsm, transitional and Strict, as the sheets show themselves.

**Kept**: every sheet as paragraphs and tables; a number as its format shows it, in the number style of the workbook (`details` say
which), with what is stored behind it: the exact number and the formula; texts, errors, results of formulas; merged cells; hidden
rows, columns and sheets, which a warning names.
**Left out**: comments and notes, macros, charts, pictures, text boxes, headers and footers of the print-out, phonetic runs, what stands
right of column 256.

**Places.** `sheet` and `cell` are those of Excel; `page` is the number of the sheet's tab; `offset` is 1-based and counts the
characters of what the cell shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from checker.containers import Container, ContainerError, is_package
from checker.document import Block, Document, Table
from checker.locales.unreadable import Unreadable, because
from checker.place import cell_address
from checker.readers import MOST_COLUMNS, ReadError, sha256
from checker.readers.xlsx.cells import Book, Sheet
from checker.readers.xlsx.formats import read_formats
from checker.readers.xlsx.numbers import style_of, writes_marks
from checker.readers.xlsx.parts import Package, SheetPart
from checker.readers.xlsx.rows import MOST_CELLS
from checker.readers.xlsx.scan import scan
from checker.readers.xlsx.store import Store
from checker.readers.xlsx.strings import read_strings
from checker.sheets.blocks import blocks

EXTENSIONS = (".xlsx", ".xlsm")
_MOST_NAMED = 6
Reads = Callable[[Container, str], list[str]]


def recognises(data: bytes) -> bool:
    """Is this an Excel workbook?"""
    return is_package(data, "spreadsheetml")


def read(path: str, data: bytes) -> Document:
    """The document in `data`. Raises ReadError where it is damaged, protected, or no workbook."""
    package = Package(data)
    try:
        stores = list(_stores(package))
        strings = _optional(package, "sharedStrings", read_strings)
        codes = _optional(package, "styles", read_formats)
    except ContainerError as error:
        raise ReadError("save_workbook_again") from error
    texts = (text for some in (strings, *(store.texts for _, store in stores)) for text in some)
    book = Book(path, strings, codes, style_of(codes, texts), package.since_1904)
    made: list[Block] = []
    warnings = list(package.warnings)
    for part, store in stores:
        made += blocks(Sheet(book, store, part.name, part.number).cells(), sum(isinstance(block, Table) for block in made))
        warnings += _warnings(part, store)
    _bounded(made)
    if not made:
        warnings.append(Unreadable("empty_workbook"))
    numbers = f"1{book.style.group}234{book.style.decimal}5"
    spelt = None if writes_marks(codes) else book.style
    return Document(path, "xlsx", sha256(data), tuple(made), tuple(warnings), (("numbers", numbers),), spelt=spelt)


def _stores(package: Package) -> Iterator[tuple[SheetPart, Store]]:
    """Each sheet that can be read; where none can, that is what is wrong with the workbook."""
    room, count = MOST_CELLS, 0
    damaged: ContainerError | None = None
    for part in package.sheets():
        try:
            store = scan(package.container, part.part, room)
        except ContainerError as error:
            package.warnings.append(because(error, "sheet_left_out", sheet=part.name))
            damaged = damaged or error
            continue
        room -= len(store.columns)
        count += 1
        yield part, store
    if not count and damaged is not None:
        raise damaged
    if not count:
        raise ReadError("no_sheet")


def _optional(package: Package, kind: str, reader: Reads) -> list[str]:
    part = package.part(kind)
    return reader(package.container, part) if part else []


def _bounded(made: Sequence[Block]) -> None:
    """Tables whose rows are short may be wide: what counts is what they come to."""
    if sum(len(block.rows) * len(block.rows[0]) for block in made if isinstance(block, Table)) > 2 * MOST_CELLS:
        raise ReadError("many_cells", most=MOST_CELLS)


def _warnings(part: SheetPart, store: Store) -> Iterator[Unreadable]:
    """What the reader of the report may not see, or we did not."""
    if part.hidden:
        yield Unreadable("sheet_hidden", sheet=part.name)
    rows = _spans([row for row in store.hidden_rows if store.filled[row]])
    if rows:
        yield Unreadable("sheet_hidden_rows", sheet=part.name, rows=_named([[str(end + 1) for end in span] for span in rows]))
    used = 0
    for bits in store.filled:
        used |= bits
    columns = _spans(sorted({c for first, last in store.hidden_columns for c in range(first, last + 1) if used >> c & 1}))
    if columns:
        letters = [[cell_address(1, end + 1)[:-1] for end in span] for span in columns]
        yield Unreadable("sheet_hidden_columns", sheet=part.name, columns=_named(letters))
    if store.left_out:
        yield Unreadable("cells_left_out", sheet=part.name, count=store.left_out, most=MOST_COLUMNS)
    if store.unvalued:
        yield Unreadable("formulas_without_results", sheet=part.name, count=store.unvalued)


def _spans(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Runs of numbers that follow one another."""
    spans: list[tuple[int, int]] = []
    for number in numbers:
        if spans and spans[-1][1] == number - 1:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    return spans


def _named(spans: Sequence[Sequence[str]]) -> str:
    """The first of them, as "2-5, 9 …"."""
    told = [first if first == last else f"{first}-{last}" for first, last in spans]
    return ", ".join(told[:_MOST_NAMED]) + (" …" if len(told) > _MOST_NAMED else "")
