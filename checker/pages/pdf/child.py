"""The process that reads one PDF file: the file comes in by standard input, its pages go out by standard output.

    python -m checker.pages.pdf.child < file.pdf

It may have so much memory and no more: where pdfium asks for more than that, this process ends.
"""

from __future__ import annotations

import sys

from checker.pages.pdf.here import pages
from checker.pages.pdf.messages import Message, send
from checker.pages.pdf.opening import PdfError

MOST_MEMORY = 320 * 1024 * 1024


def main() -> None:
    bound(MOST_MEMORY)
    out = sys.stdout.buffer
    try:
        for page in pages(sys.stdin.buffer.read()):
            send(Message(page), out)
        send(Message(), out)
    except PdfError as error:
        send(Message(problem=error.key, values=error.values), out)


def bound(memory: int) -> None:
    """Bounds the memory of this process, where the system has such a thing; the time is for the other process to watch."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
