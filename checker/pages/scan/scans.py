"""Pages that are pictures → pages with words, several at a time; and what is known of how they were recognised.

A page that takes too long is left out, and after some such pages all others are: a file of noise must not take hours.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

from checker.locales.unreadable import Unreadable
from checker.pages.pdf.opening import PdfError
from checker.pages.scan import tesseract
from checker.pages.scan.tesseract import ScanError
from checker.pages.shape import Page

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from checker.pages.scan.picture import Picture
    from checker.pages.scan.recognition import ScanRecognition

SECONDS = 60.0
"""No step of a page takes longer."""
_MOST_AT_ONCE = 4
_MOST_SLOW = 3
_MOST_NAMED = 10


class Scans:
    """Recognises the pages of one document. `show` gives the picture of a page by its number. `missing` says, once a page needed it,
    why nothing can be recognised here."""

    def __init__(self, show: Callable[[int], Picture]) -> None:
        self._show = show
        self.missing: ScanError | None = None
        self._pages: dict[int, Page] = {}
        self._turns: dict[int, int] = {}
        self.left_out: list[int] = []

    def read(self, pages: Iterable[Page]) -> Iterator[Page]:
        """The same pages; those that need it, recognised if that can be done here, and if there is something."""
        most = min(_MOST_AT_ONCE, os.cpu_count() or 1)
        waiting: deque[tuple[Page, Future[Page] | None]] = deque()
        with ExitStack() as stack:
            pool: ThreadPoolExecutor | None = None
            for page in pages:
                if page.needs_ocr and pool is None and self.missing is None:
                    pool = self._pool(most, stack)
                waiting.append((page, pool.submit(self._recognised, page) if page.needs_ocr and pool else None))
                while len(waiting) > 2 * most:
                    yield _done(*waiting.popleft())
            while waiting:
                yield _done(*waiting.popleft())

    def _pool(self, most: int, stack: ExitStack) -> ThreadPoolExecutor | None:
        from concurrent.futures import ThreadPoolExecutor

        try:
            require()
        except ScanError as error:
            self.missing = error
            return None
        return stack.enter_context(ThreadPoolExecutor(most))

    def recognition(self) -> ScanRecognition | None:
        """What is known of the words that were recognised; None where none were."""
        if not self._pages:
            return None
        from checker.pages.scan.recognition import ScanRecognition

        return ScanRecognition(self._show, self._pages, self._turns)

    def warnings(self) -> tuple[Unreadable, ...]:
        """What is to be said of pages that were not recognised."""
        numbers = sorted(self.left_out)
        named = ", ".join(map(str, numbers[:_MOST_NAMED])) + (", …" if len(numbers) > _MOST_NAMED else "")
        return (*([self.missing] if self.missing else []), *([Unreadable("scan_slow", pages=named)] if numbers else []))

    def _recognised(self, page: Page) -> Page:
        if len(self.left_out) >= _MOST_SLOW:
            self.left_out.append(page.number)
            return page
        from checker.pages.scan.page import recognised

        try:
            found = recognised(self._show(page.number), page.number, SECONDS)
        except (tesseract.TooSlow, PdfError):
            self.left_out.append(page.number)
            return page
        if not found.page.words:
            return page
        self._pages[page.number] = found.page
        self._turns[page.number] = found.turn
        return found.page._replace(headings=page.headings)


def require() -> None:
    """Raises ScanError where the libraries, the program or its Vietnamese are not installed."""
    try:
        import cv2  # noqa: F401
    except ImportError as error:
        raise ScanError("scan_extra") from error
    tesseract.require()


def _done(page: Page, future: Future[Page] | None) -> Page:
    return page if future is None else future.result()
