"""Headers and footers: those of the page styles that the document uses, each once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.readers.odt.names import NAME, OFFICE, STYLE, names

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADERS, _FOOTERS = names(STYLE, "header header-left header-first"), names(STYLE, "footer footer-left footer-first")
_MASTER, _NEXT = STYLE + "master-page-name", STYLE + "next-style-name"


def heads(styles: _Element | None, content: _Element) -> Iterator[tuple[str, _Element]]:
    """The part's name ("header", "header2") and the element."""
    pages = styles.find(OFFICE + "master-styles") if styles is not None else None
    if styles is None or pages is None:
        return
    shown: Counter[str] = Counter()
    for page in _used(pages, {e.get(_MASTER) for root in (styles, content) for e in root.iter(STYLE + "style")}):
        for element in page:
            kind = "header" if element.tag in _HEADERS else "footer" if element.tag in _FOOTERS else ""
            if kind and element.get(STYLE + "display") != "false":
                shown[kind] += 1
                yield kind if shown[kind] == 1 else f"{kind}{shown[kind]}", element


def _used(pages: _Element, named: set[str | None]) -> Iterator[_Element]:
    """The first page style, those that a paragraph style asks for, and those that follow one of these."""
    known = {page.get(NAME): page for page in pages if page.tag == STYLE + "master-page"}
    wanted = [name for place, name in enumerate(known) if place == 0 or name in named]
    for name in wanted:
        following = known[name].get(_NEXT)
        if following in known and following not in wanted:
            wanted.append(following)
    return (known[name] for name in known if name in wanted)
