"""Scores the checker on reports whose relations were annotated by hand, in process and the same every time.

    python tests/tools/scoring.py [NAME …]     # prints what is measured, and what is missed, of tests/reports

The measures are those of ../shared/score/score.py:

  natural    annotated discrepancies of a report that are found
  alarms     errors and warnings that no annotated discrepancy explains
  covered    annotated figures that take part in a check
  injected   one figure of a true relation is changed in a copy: copies with a finding that points at the relation
  side       other new findings in those copies
"""

from __future__ import annotations

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import msgspec

from checker.figure import Written
from checker.place import Place
from checker.readers import read
from checker.report import Check, DiscrepancyReport, Severity
from checker.rules import Pack, load_packs
from checker.run import check_document

REPORTS = Path(__file__).resolve().parent.parent / "reports"
SEED = 7
COPIES = 40
_ROUNDS = 3
_SLACK = 3
_WIDE = 80
_BY_ROUNDING = ("share", "change")


class Annotated(msgspec.Struct, frozen=True):
    """A figure of a relation: its text stands at this line and column."""

    line: int
    text: str
    column: int

    @property
    def end(self) -> int:
        return self.column + len(self.text)


class Relation(msgspec.Struct, frozen=True):
    """What a careful reader would check. `mutate` are the figures whose change the document alone gives away."""

    kind: str
    holds: bool
    figures: list[Annotated]
    note: str
    severity: str
    mutate: list[int]


class Gold(msgspec.Struct, frozen=True):
    """The annotation of one report."""

    file: str
    relations: list[Relation]


@dataclass(frozen=True)
class Rate:
    """So many of so many."""

    found: int
    of: int

    @property
    def percent(self) -> int:
        """Rounded down; of nothing, all."""
        return 100 * self.found // self.of if self.of else 100

    def __str__(self) -> str:
        return f"{self.found}/{self.of} = {self.percent} %"


@dataclass(frozen=True)
class Standing:
    """What the checker says of a report as it stands."""

    natural: Rate
    covered: Rate
    alarms: list[str]
    missed: list[str]


@dataclass
class Injected:
    """What it says of copies with one figure changed, by the kind of the relation."""

    kinds: dict[str, Rate] = field(default_factory=dict)
    unseen: list[str] = field(default_factory=list)
    side: int = 0

    @property
    def all(self) -> Rate:
        return Rate(sum(rate.found for rate in self.kinds.values()), sum(rate.of for rate in self.kinds.values()))


@dataclass(frozen=True)
class Change:
    """A figure of a relation and the text to put in its place."""

    relation: Relation
    index: int
    text: str

    @property
    def figure(self) -> Annotated:
        return self.relation.figures[self.index]


def names() -> list[str]:
    """The annotated reports: NAME stands for NAME.txt or NAME.md and its NAME.wrong beside it."""
    return sorted(path.name.removesuffix(".wrong.json") for path in REPORTS.glob("*.wrong.json"))


@cache
def gold(name: str) -> Gold:
    return msgspec.json.decode((REPORTS / f"{name}.json").read_bytes(), type=Gold)


@cache
def standing(name: str) -> Standing:
    """Measures a report as it stands."""
    annotation, report = gold(name), _check(name, _text(name))
    explained: set[str] = set()
    missed = []
    wrong = [relation for relation in annotation.relations if not relation.holds]
    for relation in wrong:
        here = [check for check in report.findings if any(_touches(check, figure) for figure in relation.figures)]
        explained.update(check.fingerprint for check in here)
        if not any(check.severity.rank >= Severity(relation.severity).rank for check in here):
            missed.append(f"line {relation.figures[0].line}: {relation.kind}: {relation.note}")
    alarms = [_told(check) for check in report.findings if _grave(check) and check.fingerprint not in explained]
    figures = {(figure.line, figure.column): figure for relation in annotation.relations for figure in relation.figures}
    free = sum(any(_written_at(left, figure) for left in report.coverage.unchecked) for figure in figures.values())
    return Standing(Rate(len(wrong) - len(missed), len(wrong)), Rate(len(figures) - free, len(figures)), alarms, missed)


def injected(name: str, copies: int = COPIES, seed: int = SEED) -> Injected:
    """Measures copies of a report, one figure changed in each: a sample drawn from all such changes."""
    rng = random.Random(f"{seed} {name}")
    text, annotation = _text(name), gold(name)
    known = {(check.rule, check.message) for check in _check(name, text).findings}
    widest = _widest(annotation)
    every = list(changes(annotation, rng))
    found: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    out = Injected()
    for change in rng.sample(every, min(copies, len(every))):
        report = _check(name, changed(text, change))
        fresh = [check for check in report.findings if _grave(check) and (check.rule, check.message) not in known]
        hits = [check for check in fresh if _points(check, change, widest[change.figure.line, change.figure.column])]
        tried[change.relation.kind] += 1
        found[change.relation.kind] += bool(hits)
        out.side += len(fresh) - len(hits)
        if not hits:
            out.unseen.append(f"line {change.figure.line}: {change.relation.kind}: {change.figure.text} -> {change.text}")
    out.kinds = {kind: Rate(found[kind], tried[kind]) for kind in sorted(tried)}
    return out


# ------------------------------------------------------------------------------------------------ checking


@cache
def _packs() -> tuple[Pack, ...]:
    return load_packs()


def _text(name: str) -> str:
    return (REPORTS / gold(name).file).read_text("utf-8")


def _check(name: str, text: str) -> DiscrepancyReport:
    return check_document(read(gold(name).file, text.encode()), _packs(), [rule for pack in _packs() for rule in pack.rules])


def _grave(check: Check) -> bool:
    return check.severity.rank >= Severity.WARNING.rank


def _told(check: Check) -> str:
    return f"line {check.place.line}: {check.code} {check.message}"


# ------------------------------------------------------------------------------------------------ pointing


def _touches(check: Check, figure: Annotated) -> bool:
    return _stands_at(check.place, "x", figure) or any(_written_at(written, figure) for _, written in check.figures)


def _written_at(written: Written, figure: Annotated) -> bool:
    return _stands_at(written.place, written.text, figure)


def _stands_at(place: Place, text: str, figure: Annotated) -> bool:
    start = place.column or 1
    end = place.end_column or start + len(text or "x")
    return place.line == figure.line and start <= figure.end + _SLACK and end >= figure.column - _SLACK and end - start <= _WIDE


def _points(check: Check, change: Change, widest: int) -> bool:
    """Does it point at the changed figure, or at two others of its relation, and not at much else?"""
    changed = msgspec.structs.replace(change.figure, text=change.text)
    if _touches(check, changed):
        return len(check.figures) <= 2 * widest + 4
    others = [figure for index, figure in enumerate(change.relation.figures) if index != change.index]
    touched = sum(_touches(check, figure) for figure in others)
    return len(check.figures) <= 2 * len(change.relation.figures) + 4 and touched >= min(2, max(1, len(others)))


def _widest(annotation: Gold) -> dict[tuple[int, int], int]:
    """For every place, the size of the largest true relation that a change there can break."""
    widest: dict[tuple[int, int], int] = defaultdict(int)
    for relation in annotation.relations:
        for index in relation.mutate if relation.holds else ():
            place = (relation.figures[index].line, relation.figures[index].column)
            widest[place] = max(widest[place], len(relation.figures))
    return widest


# ------------------------------------------------------------------------------------------------ changing


def changes(annotation: Gold, rng: random.Random) -> Iterator[Change]:
    for relation in annotation.relations:
        for index in relation.mutate if relation.holds else ():
            old = relation.figures[index].text
            for new in sorted({_variant(old, rng) for _ in range(_ROUNDS)}):
                if not _harmless(relation, old, new):
                    yield Change(relation, index, new)


def changed(text: str, change: Change) -> str:
    lines = text.split("\n")
    row, figure = lines[change.figure.line - 1], change.figure
    lines[figure.line - 1] = row[: figure.column - 1] + change.text + row[figure.end - 1 :]
    return "\n".join(lines)


def _variant(text: str, rng: random.Random) -> str:
    """Another number in the same style: a wrong digit, or two neighbours swapped; never with a new leading zero."""
    digits = [index for index, letter in enumerate(text) if letter.isdigit()]
    while True:
        letters = list(text)
        if len(digits) > 2 and rng.random() < 0.3:
            at = rng.randrange(len(digits) - 1)
            a, b = digits[at], digits[at + 1]
            letters[a], letters[b] = letters[b], letters[a]
        else:
            index = digits[0 if rng.random() < 0.5 else rng.randrange(len(digits))]
            letters[index] = rng.choice([digit for digit in "0123456789" if digit != letters[index]])
        new = "".join(letters)
        if new != text and (text[digits[0]] == "0" or new[digits[0]] != "0"):
            return new


def _harmless(relation: Relation, old: str, new: str) -> bool:
    """Could rounding explain it? Where rounding plays a part only the first digit counts."""
    first = next((index for index, letter in enumerate(old) if letter.isdigit() and letter != "0"), 0)
    return (relation.kind in _BY_ROUNDING or "rounding" in relation.note) and old[first] == new[first]


# ------------------------------------------------------------------------------------------------ printing


def main(wanted: list[str]) -> None:
    for name in wanted or names():
        right, wrong, copies = standing(name), standing(f"{name}.wrong"), injected(name)
        for label, lines in (("alarm", [*right.alarms, *wrong.alarms]), ("missed", wrong.missed), ("unseen", copies.unseen)):
            for line in lines:
                print(f"# {label} {line}"[:150])
        print("# " + ", ".join(f"{kind} {rate}" for kind, rate in copies.kinds.items()))
        print(f"{name}:\n  alarms: {len(right.alarms)}\n  alarms_in_wrong: {len(wrong.alarms)}\n  side: {copies.side}")
        print(f"  covered: {right.covered.percent}\n  natural: {wrong.natural.percent}\n  injected: {copies.all.percent}")


if __name__ == "__main__":
    main(sys.argv[1:])
