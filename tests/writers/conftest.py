"""Results to be written: see `samples.py`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from checker.report import Told
from checker.results import Problem, Results

sys.path.insert(0, str(Path(__file__).parent))
from samples import SAMPLES, sample


@pytest.fixture(scope="session", params=SAMPLES)
def results(request: pytest.FixtureRequest) -> Results:
    """The results on each sample."""
    return sample(request.param)


@pytest.fixture(scope="session")
def vietnamese() -> Results:
    return sample("vi")


@pytest.fixture(scope="session")
def said() -> Callable[..., Results]:
    """The Vietnamese results, with one finding that says a text."""

    def say(text: str, path: str = "vi.md") -> Results:
        (report,) = sample("vi").reports
        told = Told("Dòng tổng", text, text, text, text)
        (check,) = (replace(check, teller=lambda _: told) for check in report.checks if check.code == "T101" and check.finding)
        return Results((replace(report, path=path, checks=(check,)),), (Problem(path, text),))

    return say
