"""Progress is for a person at a terminal, and for a run that takes long."""

from __future__ import annotations

import io
import time

import pytest

from checker.cli.progress import progress
from checker.cli.sources import Given

REPORTS = [Given((f"{number}.md",)) for number in range(4)]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    return now


def walk(stream: io.StringIO, clock: list[float], each: float) -> list[Given]:
    seen = []
    for report in progress(REPORTS, "en", stream):
        seen.append(report)
        clock[0] += each
    return seen


def test_a_long_run_says_how_many_are_done_and_how_long_the_rest_takes(clock: list[float]) -> None:
    stream = Terminal()
    assert walk(stream, clock, 40.0) == REPORTS
    lines = stream.getvalue().split("\r\033[K")
    assert lines[1:-1] == [
        "1/4 files · about 2:00 left · 1.md", "2/4 files · about 1:20 left · 2.md", "3/4 files · about 0:40 left · 3.md"
    ]  # fmt: skip
    assert lines[-1] == "", "the line is taken away at the end"


@pytest.mark.parametrize(("stream", "each"), [(io.StringIO(), 40.0), (Terminal(), 0.2)])
def test_nothing_is_said_where_nobody_waits(clock: list[float], stream: io.StringIO, each: float) -> None:
    assert walk(stream, clock, each) == REPORTS
    assert stream.getvalue() == ""


def test_the_line_goes_when_the_run_is_broken_off(clock: list[float]) -> None:
    stream = Terminal()
    steps = progress(REPORTS, "en", stream)
    next(steps)
    clock[0] += 40
    next(steps)
    steps.close()
    assert stream.getvalue().endswith("\r\033[K")
