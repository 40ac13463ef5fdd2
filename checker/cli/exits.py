"""Exit codes, and why a check ends with one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.results import Results

OK, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130


def exit_of(results: Results, levels: Sequence[str], require_checks: bool, unmarked: int = 0) -> tuple[int, str]:
    """The exit code and why: the last line that the author reads. `levels` say of each report from which severity on it counts;
    `unmarked` is the number of files of which no copy with comments could be made."""
    from checker.report import Severity

    undone = {"read": len(results.problems), "annotated": unmarked}
    if any(undone.values()):
        return FAILED, "exit 2: " + ", ".join(f"{_number(n, 'file')} could not be {what}" for what, n in undone.items() if n)
    if require_checks and any(report.verdict == "unchecked" for report in results.reports):
        return FAILED, "exit 2: a document in which nothing could be checked"
    counted = [(report, Severity(level).rank) for report, level in zip(results.reports, levels, strict=True) if level != "never"]
    found = {s: sum(report.found(s) for report, least in counted if s.rank >= least) for s in Severity}
    if not any(found.values()):
        return OK, ""
    return FOUND, "exit 1: " + ", ".join(_number(n, s.value) for s, n in reversed(found.items()) if n)


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
