"""Findings that tell the author the same thing: only one of them is told.

Two findings repeat one another where they put the same figures at odds, or where both point at the same place and either read
the same there, or the figures of one are among those of the other: "nghị quyết số 16/2021 … năm 2020" contradicts itself, and the
same resolution as it is cited elsewhere. The graver is told; of two alike the one by a formula that the document states itself, then
the one with fewer figures, which says more exactly what is wrong. Such a formula is no figure of its own, but those that it speaks
of are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from checker.figure import Written
from checker.formula.outcome import Verdict
from checker.formula.stated import Stated
from checker.place import Spot
from checker.report import Check

Figures = frozenset[tuple[Spot, str]]


def told_once(checks: Sequence[Check], shipped: Collection[str]) -> tuple[Check, ...]:
    """The checks, without the broken ones of rules that ship which repeat another: a rule of one's own says what its author wants told."""
    broken = [(number, check) for number, check in enumerate(checks) if check.finding and check.verdict == Verdict.BROKEN]
    told: set[Figures] = set()
    here: dict[Spot, list[Figures]] = defaultdict(list)
    repeats: set[int] = set()
    for number, check in sorted(broken, key=lambda item: (item[1].rule in shipped, *_rank(item[1]))):
        figures, spot = _figures(check), check.place.spot
        if (len(figures) > 1 and figures in told) or any(_says_the_same(figures, other) for other in here[spot]):
            repeats |= {number} if check.rule in shipped else set()
        else:
            told.add(figures)
            here[spot].append(figures)
    return tuple(check for number, check in enumerate(checks) if number not in repeats)


def _rank(check: Check) -> tuple[int, bool, int]:
    """The finding to tell comes first; of two alike, the earlier."""
    by_stated_formula = any(isinstance(written, Stated) for _, written in check.figures)
    return -check.severity.rank, not by_stated_formula, len(_figures(check))


def _says_the_same(these: Figures, those: Figures) -> bool:
    """Are the figures of one among the other's, which has more, or do they read like them?"""
    return bool(these and those) and (these < those or those < these or (len(these) > 1 and _words(these) == _words(those)))


def _words(figures: Figures) -> list[str]:
    return sorted(text for _, text in figures)


def _figures(check: Check) -> Figures:
    return frozenset(_figure(written) for _, written in check.figures if not isinstance(written, Stated))


def _figure(written: Written) -> tuple[Spot, str]:
    """A citation and its date may begin at the same place: what is written tells them apart."""
    return written.place.spot, written.text
