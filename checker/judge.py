"""Rules × reading → checks.

Every claim of every rule is decided. Of rival readings of the same words the first that holds is kept. What a finder was
not sure of becomes no check unless it holds, or one slip of a digit explains it. A rule that crashes becomes an unknown
check of its own; the others go on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker import finders
from checker.claim import Claim, Doubt
from checker.figure import Phrase
from checker.fingerprint import fingerprints
from checker.formula.decide import Outcome, Verdict, decide
from checker.place import Place
from checker.recognise.reading import Reading
from checker.report import Check, Severity
from checker.rules.model import Rule
from checker.slips import one_slip_explains

_CONFIRMED = (Verdict.HOLDS, Verdict.ROUNDING)


@dataclass(frozen=True)
class _Decided:
    claim: Claim
    outcome: Outcome


def judge(reading: Reading, rules: Iterable[Rule]) -> tuple[Check, ...]:
    """The checks of a document, in the order of the places that they point at."""
    checks = [check for rule in rules for check in _apply(rule, reading)]
    checks.sort(key=lambda check: (check.place.line or 0, check.place.paragraph or 0, check.place.column or check.place.offset or 0))
    return fingerprints(tuple(_once(checks)))


def trace(reading: Reading, rule: Rule) -> list[tuple[Claim, Outcome]]:
    """Every claim that a rule's finder made, rivals and doubts among them, with its outcome."""
    return [(claim, _decide(rule, claim, reading)) for claim in finders.get(rule.finder).find(reading, rule.options)]


def _apply(rule: Rule, reading: Reading) -> list[Check]:
    try:
        claims = list(finders.get(rule.finder).find(reading, rule.options))
        decided = [_Decided(claim, _decide(rule, claim, reading)) for claim in claims]
        settled = list(_supported(_best_readings(decided)))
        return [check for d in settled if (check := _check(rule, d, reading)) is not None]
    except Exception as error:  # a rule that crashes must not take the others, or the other documents, with it
        return [_crashed(rule, reading, error)]


def _decide(rule: Rule, claim: Claim, reading: Reading) -> Outcome:
    return decide(rule.must, claim.roles, reading.units, tuple(rule.source.rounded))


def _best_readings(decided: list[_Decided]) -> Iterator[_Decided]:
    """One of each set of rivals."""
    rivals: dict[str, list[_Decided]] = defaultdict(list)
    for number, d in enumerate(decided):
        rivals[d.claim.topic or f"#{number}"].append(d)
    for group in rivals.values():
        holding = [d for d in group if d.outcome.verdict == Verdict.HOLDS]
        rounding = [d for d in group if d.outcome.verdict == Verdict.ROUNDING]
        loud = [d for d in group if d.claim.doubt != Doubt.MUTE]
        yield (holding or rounding or loud or group)[0]


def _supported(decided: Iterable[_Decided]) -> Iterator[_Decided]:
    """Drops every series of which too few claims hold."""
    series: dict[str, list[_Decided]] = defaultdict(list)
    kept = list(decided)
    for d in kept:
        if d.claim.series:
            series[d.claim.series].append(d)
    lost = {
        name
        for name, members in series.items()
        if sum(m.outcome.verdict in _CONFIRMED for m in members) < max(m.claim.support for m in members) * len(members)
    }
    return (d for d in kept if d.claim.series not in lost)


def _check(rule: Rule, decided: _Decided, reading: Reading) -> Check | None:
    claim, outcome = decided.claim, decided.outcome
    if outcome.verdict not in _CONFIRMED and claim.doubt == Doubt.MUTE:
        return None
    if outcome.verdict == Verdict.BROKEN and claim.doubt == Doubt.SLIP and not one_slip_explains(rule.must, claim.roles, reading.units):
        return None
    severity, finding = _severity(rule, claim, outcome)
    return Check(
        rule=rule.id,
        code=rule.code,
        title=rule.source.title.get(reading.locale.language, rule.id),
        severity=severity,
        claim=claim,
        formula=rule.must,
        outcome=outcome,
        finding=finding,
    )


def _severity(rule: Rule, claim: Claim, outcome: Outcome) -> tuple[Severity, bool]:
    """How bad it is, and whether the author should look at it."""
    severity = rule.severity
    if claim.tentative:
        severity = Severity.WARNING if severity == Severity.ERROR else Severity.NOTE
    if outcome.verdict == Verdict.BROKEN:
        return severity, True
    if outcome.verdict != Verdict.ROUNDING or rule.source.rounding == "accept":
        return severity, False
    if rule.source.rounding == "refuse":
        return severity, True
    return (Severity.WARNING if outcome.strained and severity != Severity.NOTE else Severity.NOTE), True


def _once(checks: list[Check]) -> Iterator[Check]:
    """Where two rules say the same thing twice, the author reads it once: the graver, then the earlier, stays."""
    kept: dict[frozenset[tuple[int | None, ...]], Check] = {}
    for check in checks:
        key = frozenset(_spot(written.place) for _, written in check.figures)
        before = kept.get(key)
        if not check.finding or check.verdict != Verdict.BROKEN or len(key) < 2:
            continue
        if before is None or check.severity.rank > before.severity.rank:
            kept[key] = check
    said = set(map(id, kept.values()))
    for check in checks:
        key = frozenset(_spot(written.place) for _, written in check.figures)
        if key not in kept or id(check) in said or not check.finding or check.verdict != Verdict.BROKEN:
            yield check


def _spot(place: Place) -> tuple[int | None, ...]:
    return (place.line, place.column, place.paragraph, place.offset)


def _crashed(rule: Rule, reading: Reading, error: Exception) -> Check:
    at = Phrase(text="", place=Place(file=reading.document.path))
    return Check(
        rule=rule.id,
        code=rule.code,
        title=rule.source.title.get(reading.locale.language, rule.id),
        severity=rule.severity,
        claim=Claim(roles={}, at=at, named={"error": f"{type(error).__name__}: {error}"}),
        formula=rule.must,
        outcome=Outcome(Verdict.UNKNOWN, reason="crash"),
        finding=False,
    )


