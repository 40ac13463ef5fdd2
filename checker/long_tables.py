"""Rules × long tables → checks, a stretch of rows after the other: memory does not grow with the table.

What holds is counted and let go; what does not is kept, as far as an author can read it. Whether a series of claims is one (half of the
rows must hold) is told from a sample of the table. Words in cells are read once for each text, and only so many: `left_out` says
what was not looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from checker import finders
from checker.claim import Claim, Held
from checker.coverage import Marks
from checker.finders import Gathering
from checker.formula.outcome import Verdict
from checker.formula.stated import written_in
from checker.judge import Decided, best_of, check_of, crashed, decided, lost_series, severity_of, unrefuted
from checker.locales.unreadable import Unreadable
from checker.place import Place
from checker.recognise.budget import MOST_WORDS, Budget
from checker.recognise.grid import LongTable
from checker.recognise.grid.long import Stretch
from checker.recognise.reading import Part, Reading
from checker.report import Check
from checker.rules.model import Rule

MOST_FINDINGS = 1_000
"""So many findings of a rule in one table are kept; the others are counted."""


@dataclass
class Judged:
    """`checks` are kept, `counted` not; `left_out` says what was not looked at, or not kept."""

    checks: list[Check] = field(default_factory=list)
    counted: Counter[Verdict] = field(default_factory=Counter)
    marks: list[Marks] = field(default_factory=list)
    left_out: list[Unreadable] = field(default_factory=list)


def judge_long(reading: Reading, rules: Sequence[Rule]) -> Judged:
    """The checks of the long tables of a document."""
    judged = Judged()
    for table in reading.long_tables:
        _Table(reading, table, rules, judged).judge()
    return judged


class _Table:
    """One long table."""

    def __init__(self, reading: Reading, table: LongTable, rules: Sequence[Rule], judged: Judged) -> None:
        self.reading = reading
        self.table = table
        self.judged = judged
        self.marks = Marks(table)
        self.budget = Budget()
        self.rules = [rule for rule in rules if finders.long(finders.get(rule.finder)) == "rows"]
        self.gathering = list(self._gathering(rules))
        self.lost: dict[str, frozenset[str]] = {}
        self.kept: Counter[tuple[str, bool]] = Counter()
        self.dropped = 0
        self.told: set[tuple[object, ...]] = set()

    def judge(self) -> None:
        self.judged.marks.append(self.marks)
        for stretch in self.table.stretches():
            self._stretch(stretch)
        for rule, gathering in self.gathering:
            try:
                self._keep(rule, decided(rule, gathering.claims(), self.reading))
            except Exception as error:
                self._crash(rule, error)
        self._tell()

    def _gathering(self, rules: Sequence[Rule]) -> Iterator[tuple[Rule, Gathering]]:
        for rule in rules:
            gathering = finders.gather(finders.get(rule.finder), self.reading, self.table, rule.options)
            if gathering is not None:
                yield rule, gathering

    def _stretch(self, stretch: Stretch) -> None:
        part = Part(self.reading, (stretch.grid,), self.budget)
        self.marks.found(stretch.grid, stretch.first)
        self.marks.words += sum(figure.certain for cell in part.cells for figure in cell.figures)
        for rule in tuple(self.rules):
            try:
                self._keep(rule, decided(rule, self._claims(rule, part, stretch), self.reading))
            except Exception as error:
                self._crash(rule, error)
        for rule, gathering in tuple(self.gathering):
            try:
                gathering.add(stretch)
            except Exception as error:
                self._crash(rule, error)
        stretch.grid.known.clear()  # what is known of the rows speaks of them: without this they would stay until rubbish is collected

    def _claims(self, rule: Rule, part: Part, stretch: Stretch) -> Iterator[Claim]:
        """Those of the stretch's own rows that belong to no series that was misread."""
        for claim in finders.in_stretch(finders.get(rule.finder), part, rule.options):
            if isinstance(claim, Held):
                if stretch.owns(claim.place):
                    self.judged.counted[Verdict.HOLDS] += 1
                    self.marks.hold(claim)
            elif stretch.owns(claim.at.place):
                if not claim.series:
                    yield claim
                elif claim.series not in self._lost_series(rule):
                    yield msgspec.structs.replace(claim, series="")

    def _lost_series(self, rule: Rule) -> frozenset[str]:
        """The series of a rule's claims that the sample of the table tells to be none."""
        if rule.id not in self.lost:
            proof = Part(self.reading, (self.table.proof,), Budget(most=0))
            self.lost[rule.id] = lost_series(decided(rule, finders.get(rule.finder).find(proof, rule.options), self.reading))
        return self.lost[rule.id]

    def _keep(self, rule: Rule, found: list[Decided]) -> None:
        for one in unrefuted(best_of(rule, found, self.reading)):
            written = written_in(one.claim.roles)
            if one.outcome.verdict == Verdict.HOLDS and not written and self._is_told(rule, one.claim.at.place):
                continue
            for _, each in written:
                self.marks.take(each)
            _, finding = severity_of(rule, one)
            if self.kept[rule.id, finding] < (MOST_FINDINGS if finding else 1):
                self.kept[rule.id, finding] += 1
                self.judged.checks.append(check_of(rule, one))
            else:
                self.judged.counted[one.outcome.verdict] += 1
                self.dropped += finding

    def _is_told(self, rule: Rule, place: Place) -> bool:
        """That a whole column has none of something is told once, not for each stretch."""
        key = (rule.id, place.table, place.col)
        known = key in self.told
        self.told.add(key)
        return known

    def _crash(self, rule: Rule, error: Exception) -> None:
        self.rules = [other for other in self.rules if other is not rule]
        self.gathering = [(other, gathering) for other, gathering in self.gathering if other is not rule]
        self.judged.checks.append(crashed(rule, self.reading, error))

    def _tell(self) -> None:
        """What was bounded."""
        name = self._name()
        rows = len(self.table.table.rows)
        self.judged.left_out.append(Unreadable("long_table", table=name, rows=rows))
        if self.budget.left_out:
            self.judged.left_out.append(Unreadable("long_table_words", table=name, count=self.budget.left_out, most=MOST_WORDS))
        if any(gathering.gave_up for _, gathering in self.gathering):
            self.judged.left_out.append(Unreadable("long_table_totals", table=name))
        if self.dropped:
            self.judged.left_out.append(Unreadable("long_table_findings", table=name, count=self.dropped, most=MOST_FINDINGS))

    def _name(self) -> str:
        place = self.table.table.rows[0][0].text.place(0)
        if place.sheet and place.cell:
            return f"{place.sheet}!{place.cell}"
        return place.table or self.table.table.path
