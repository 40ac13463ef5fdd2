"""How far a long run has come: on a terminal, in one line that goes away; nothing where the output is piped."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from typing import TextIO

from checker.cli.sources import Given

_PATIENCE = 1.0
_BETWEEN = 0.1
_CLEAR = "\r\033[K"
_LONGEST = 50


def progress(reports: Sequence[Given], language: str, stream: TextIO | None = None) -> Iterator[Given]:
    """The reports, one after the other; once they have taken a second, how many are done and how long the rest may take."""
    stream = stream or sys.stderr
    if len(reports) < 2 or not stream.isatty():
        yield from reports
        return
    begin = shown = time.monotonic()
    written = False
    try:
        for done, report in enumerate(reports):
            now = time.monotonic()
            if now - begin > _PATIENCE and now - shown > _BETWEEN:
                stream.write(_CLEAR + _line(done, len(reports), now - begin, report, language))
                stream.flush()
                shown, written = now, True
            yield report
    finally:
        if written:
            stream.write(_CLEAR)
            stream.flush()


def _line(done: int, total: int, seconds: float, report: Given, language: str) -> str:
    from checker.locales import load

    words = load(language).section("messages")
    name = report.files[0] if report.files else ""
    name = name if len(name) <= _LONGEST else "…" + name[1 - _LONGEST :]
    left = round(seconds / done * (total - done)) if done else 0
    return str(words["progress"]).format(done=done, total=total, left=f"{left // 60}:{left % 60:02}", name=name)
