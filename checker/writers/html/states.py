"""What a mark of the document says of its figure, and which checks light up with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from checker.formula.outcome import Verdict
from checker.place import Spot
from checker.report import Check, DiscrepancyReport, Severity
from checker.view.shape import MOST_FINDINGS, Table, View, Words

_MOST_CHECKS = 40
_LOOKS = ("error", "warning", "note", "involved", "accepted", "right", "undecided")


@dataclass
class State:
    """`look` is the gravest thing that a check says of the figure: a severity where a finding points at it, "involved" where it only
    plays a role in one, "accepted", "right", "undecided", or "unchecked". `findings` are the numbers of those that point at it, then of
    those in which it plays a role; `checks` the numbers of all its checks, with "t" behind one that points at it."""

    look: str = "unchecked"
    findings: list[int] = field(default_factory=list)
    checks: list[str] = field(default_factory=list)

    def seen(self, look: str) -> None:
        if look in _LOOKS and (self.look == "unchecked" or _LOOKS.index(look) < _LOOKS.index(self.look)):
            self.look = look


def states(report: DiscrepancyReport) -> Mapping[Spot, State]:
    """The state of every mark of the document's view."""
    shown = {mark.spot: State() for words in texts(report.view) for mark in words.marks}
    pointing: dict[Spot, list[int]] = defaultdict(list)
    finding = 0
    for number, check in enumerate(report.checks):
        finding += check.finding
        at = check.place.spot
        for spot in dict.fromkeys((at, *(written.place.spot for _, written in check.figures))):
            state = shown.get(spot)
            if state is None:
                continue
            state.seen(_look(check, spot == at))
            if len(state.checks) < _MOST_CHECKS or check.finding:
                state.checks.append(f"{number}t" if spot == at else str(number))
            if check.finding and finding <= MOST_FINDINGS:
                (pointing[spot] if spot == at else state.findings).append(finding)
    for spot, numbers in pointing.items():
        shown[spot].findings[:0] = numbers
    return shown


def texts(view: View) -> Iterator[Words]:
    """Every text of a view."""
    for block in view:
        if isinstance(block, Table):
            yield from (cell.words for row in block.rows for cell in row.cells)
        else:
            yield block.words


def _look(check: Check, pointed: bool) -> str:
    if check.finding and check.accepted is not None:
        return "accepted"
    if check.finding:
        return Severity(check.severity).value if pointed else "involved"
    return {Verdict.HOLDS: "right", Verdict.ROUNDING: "right", Verdict.UNKNOWN: "undecided"}.get(check.verdict, "unchecked")
