"""PDF files → pages of words and ruled lines.

A PDF file is read by pdfium in a process of its own, with little memory and little time for each page: what makes pdfium crash, hang or swell ends
that process and not the checker. It is also why several threads may read PDF files at once, for pdfium itself can do one thing at a time.

child      that process: the file in at one end, pages out at the other
here       the pages of a file
opening    bytes → an open document; what cannot be opened; pages turned upright
letters    characters → pieces, each what one run has between blanks
words      pieces → words
drawn      paths → ruled lines, and whether there are pictures
bookmarks  the headings that the file lists
shown      a page as a picture, for optical recognition; made by `painter`, in a process of its own too
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec
from threading import Timer

from checker.pages.pdf.messages import Message, receive
from checker.pages.pdf.opening import PdfError
from checker.pages.shape import Page

__all__ = ["PdfError", "pages"]

_SECONDS = 4.0
_CHILD = "checker.pages.pdf.child"


def pages(data: bytes) -> Iterator[Page]:
    """The pages of a PDF file, one after the other. Raises PdfError."""
    if find_spec("pypdfium2") is None:
        raise PdfError("pdf_extra")
    path = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-m", _CHILD]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=path) as child:
        try:
            _give(child, data)
            number = 1
            while (page := _next(child, number).page) is not None:
                yield page
                number += 1
        finally:
            child.kill()


def _give(child: subprocess.Popen[bytes], data: bytes) -> None:
    assert child.stdin is not None
    with suppress(BrokenPipeError), child.stdin:
        child.stdin.write(data)


def _next(child: subprocess.Popen[bytes], number: int) -> Message:
    """The next message of a child, which has so many seconds for it. Raises PdfError where it says that something is wrong, or nothing."""
    assert child.stdout is not None
    watch = Timer(_SECONDS, child.kill)
    watch.start()
    try:
        message = receive(child.stdout)
    finally:
        watch.cancel()
    if message is None:
        raise PdfError("pdf_heavy", page=number)
    if message.problem:
        raise PdfError(message.problem, **message.values)
    return message
