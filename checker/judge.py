"""Rules × reading → checks.

Every claim of every rule is decided. Of rival readings of the same words the first that holds is kept. What a finder was
not sure of becomes no check unless it holds, or one slip of a digit explains it, or a likely one is off by little. A rule that
crashes becomes an unknown check of its own; the others go on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from checker import finders
from checker.claim import Claim
from checker.doubt import Doubt
from checker.figure import Phrase
from checker.formula.decide import decide
from checker.formula.outcome import BOUND, Outcome, Verdict
from checker.formula.stated import figures_in
from checker.place import Place, Spot
from checker.recognise.reading import Reading
from checker.repeats import told_once
from checker.report import Check, Severity
from checker.rules.model import SHIPPED, Rule
from checker.slips import one_slip_explains

_NEAR = 10
_CONFIRMED = (Verdict.HOLDS, Verdict.ROUNDING)


@dataclass(frozen=True)
class Decided:
    """A claim with its outcome."""

    claim: Claim
    outcome: Outcome


def judge(reading: Reading, rules: Iterable[Rule]) -> tuple[Check, ...]:
    """The checks of a document without its long tables, in the order of the places that they point at."""
    rules = tuple(rules)
    return in_order([check for rule in rules for check in _apply(rule, reading)], rules)


def in_order(checks: Iterable[Check], rules: Iterable[Rule]) -> tuple[Check, ...]:
    """The checks of a document as its author reads it, without those that repeat another."""
    shipped = {rule.id for rule in rules if rule.pack in SHIPPED}
    return told_once(sorted(checks, key=lambda check: check.place.order), shipped)


@dataclass(frozen=True)
class Traced:
    """A claim with its outcome. `why_not` says why it became no check: "series", "rival", "doubt" or "refuted"; "" where it did."""

    claim: Claim
    outcome: Outcome
    why_not: str


def trace(reading: Reading, rule: Rule) -> tuple[Traced, ...]:
    """Every claim that a rule's finder made, rivals and doubtful ones among them. Raises what a finder raises."""
    found = _found(rule, reading)
    supported = _supported(found)
    best = best_of(rule, supported, reading)
    topics = {d.claim.topic for d in best}
    in_series, taken, kept = ({id(d) for d in some} for some in (supported, best, unrefuted(best)))

    def why_not(d: Decided) -> str:
        if id(d) in kept:
            return ""
        if id(d) in taken:
            return "refuted"
        if id(d) not in in_series:
            return "series"
        return "rival" if d.claim.topic in topics else "doubt"

    return tuple(Traced(d.claim, d.outcome, why_not(d)) for d in found)


def _apply(rule: Rule, reading: Reading) -> list[Check]:
    try:
        return [check_of(rule, d) for d in unrefuted(best_of(rule, _supported(_found(rule, reading)), reading))]
    except Exception as error:  # a rule that crashes must not take the others, or the other documents, with it
        return [crashed(rule, reading, error)]


def _found(rule: Rule, reading: Reading) -> list[Decided]:
    """What a rule claims of a document; of its long tables only what their ends tell."""
    finder = finders.get(rule.finder)
    return decided(rule, finder.find(reading.without_long if finders.long(finder) else reading, rule.options), reading)


def decided(rule: Rule, claims: Iterable[Claim], reading: Reading) -> list[Decided]:
    """Each claim with its outcome."""
    return [Decided(claim, _decide(rule, claim, reading)) for claim in claims]


def _decide(rule: Rule, claim: Claim, reading: Reading) -> Outcome:
    return decide(rule.must, claim.roles, reading.units, tuple(rule.source.rounded))


def _rivals(decided: list[Decided]) -> Iterable[list[Decided]]:
    """Claims that are readings of the same words."""
    rivals: dict[str, list[Decided]] = defaultdict(list)
    for number, d in enumerate(decided):
        rivals[d.claim.topic or f"#{number}"].append(d)
    return rivals.values()


def best_of(rule: Rule, supported: list[Decided], reading: Reading) -> list[Decided]:
    """Of all readings of the same words the one that is taken, if any."""
    best = (_best_reading(rule, rivals, reading) for rivals in _rivals(supported))
    return [d for d in best if d is not None]


def _best_reading(rule: Rule, rivals: list[Decided], reading: Reading) -> Decided | None:
    """The first that holds, or holds by rounding; else the first that counts although it does not; else none."""
    for verdict in _CONFIRMED:
        for d in rivals:
            if d.outcome.verdict == verdict:
                return d
    slipped = (d for d in rivals if len(rivals) > 1 or d.claim.doubt != Doubt.SURE if _slipped(rule, d, reading))
    bounded = (d for d in rivals if d.claim.doubt != Doubt.MUTE and d.outcome.reason == BOUND)
    return next(slipped, None) or next((d for d in rivals if d.claim.doubt == Doubt.SURE), None) or next(bounded, None)


def _slipped(rule: Rule, decided: Decided, reading: Reading) -> bool:
    """Is a claim broken by one slip of the hand, or a likely one by little?"""
    claim, outcome = decided.claim, decided.outcome
    if claim.doubt == Doubt.MUTE or outcome.verdict != Verdict.BROKEN:
        return False
    if _has_wrong_sign(outcome) or (claim.doubt == Doubt.LIKELY and _is_near(outcome)):
        return True
    return one_slip_explains(rule.must, claim.roles, reading.units, claim.doubt == Doubt.FAINT, tuple(rule.source.rounded))


def unrefuted(decided: list[Decided]) -> list[Decided]:
    """Without the doubtful ones that are broken but whose figures all take part in one that holds: there they were read rightly."""
    weak = [d for d in decided if d.claim.doubt != Doubt.SURE and d.outcome.verdict == Verdict.BROKEN]
    if not weak:
        return decided
    holding: dict[Spot, list[frozenset[Spot]]] = defaultdict(list)
    for d in decided:
        if d.outcome.verdict in _CONFIRMED:
            spots = _spots(d.claim)
            for spot in spots:
                holding[spot].append(spots)
    refuted = {id(d) for d in weak if any(_spots(d.claim) <= spots for spots in holding[d.claim.at.place.spot])}
    return [d for d in decided if id(d) not in refuted]


def _spots(claim: Claim) -> frozenset[Spot]:
    return frozenset(figure.place.spot for figure in figures_in(claim.roles))


def _has_wrong_sign(outcome: Outcome) -> bool:
    """ "tăng" for "giảm": right but for its sign."""
    return bool(outcome.stated) and outcome.computed is not None and outcome.stated == -outcome.computed


def _is_near(outcome: Outcome) -> bool:
    """Is what is stated off by a tenth at most, whatever its sign?"""
    if outcome.stated is None or outcome.computed is None:
        return False
    gap = min(abs(outcome.stated - outcome.computed), abs(outcome.stated + outcome.computed))
    return gap * _NEAR <= max(abs(outcome.stated), abs(outcome.computed))


def _supported(decided: list[Decided]) -> list[Decided]:
    lost = lost_series(decided)
    return [d for d in decided if d.claim.series not in lost]


def lost_series(decided: list[Decided]) -> frozenset[str]:
    """Every series of which too few claims hold: there the structure was misread."""
    series: dict[str, list[Decided]] = defaultdict(list)
    for d in decided:
        if d.claim.series:
            series[d.claim.series].append(d)
    return frozenset(
        name
        for name, members in series.items()
        if sum(m.outcome.verdict in _CONFIRMED for m in members) < max(m.claim.support for m in members) * len(members)
    )


def check_of(rule: Rule, decided: Decided) -> Check:
    claim, outcome = decided.claim, decided.outcome
    severity, finding = severity_of(rule, decided)
    return Check(
        rule=rule.id,
        code=rule.code,
        severity=severity,
        claim=claim,
        formula=rule.must,
        outcome=outcome,
        finding=finding,
    )


def severity_of(rule: Rule, decided: Decided) -> tuple[Severity, bool]:
    """How bad it is, and whether the author should look at it."""
    claim, outcome, severity = decided.claim, decided.outcome, rule.severity
    if claim.tentative:
        severity = Severity.WARNING if severity == Severity.ERROR else Severity.NOTE
    if outcome.verdict == Verdict.BROKEN:
        return severity, True
    if outcome.verdict != Verdict.ROUNDING or rule.source.rounding == "accept":
        return severity, False
    if rule.source.rounding == "refuse":
        return severity, True
    return (Severity.WARNING if outcome.strained and severity != Severity.NOTE else Severity.NOTE), True


def crashed(rule: Rule, reading: Reading, error: Exception) -> Check:
    at = Phrase(text="", place=Place(file=reading.document.path))
    return Check(
        rule=rule.id,
        code=rule.code,
        severity=rule.severity,
        claim=Claim(roles={}, at=at, named={"error": f"{type(error).__name__}: {error}"}),
        formula=rule.must,
        outcome=Outcome(Verdict.UNKNOWN, reason="crash"),
        finding=False,
    )
