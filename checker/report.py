"""The output contract: checks, findings, suspects, and the report of one document.

A `Check` keeps everything that decided it (claim, formula, outcome), so that blame can reason about it later; writers
show the fields that DESIGN's JSON contract names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from checker.claim import Claim
from checker.document import File
from checker.figure import Figure, Written
from checker.formula.expression import Expression
from checker.formula.outcome import Outcome, Verdict
from checker.formula.stated import written_in
from checker.place import Place, Spot
from checker.recognise.around import Around

if TYPE_CHECKING:
    from checker.view.shape import View


class Severity(StrEnum):
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        return list(Severity).index(self)


@dataclass(frozen=True)
class Told:
    """What a check says: `title` and `why` of its rule, `message` and `working` in the report's language, numbers as exact strings."""

    title: str = ""
    why: str = ""
    message: str = ""
    working: str = ""
    stated: str = ""
    computed: str = ""
    gap: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Misread:
    """What optical recognition may have misread, and what it may be instead; "" where nothing in particular would explain it. `structure`: rows
    or items, rather than what is written in them."""

    written: Written
    text: str = ""
    structure: bool = False


@dataclass(frozen=True)
class Accepted:
    """Why a finding stands as it is: the reason, who gave it and on which day (ISO 8601)."""

    reason: str
    by: str
    on: str


@dataclass(frozen=True)
class Stale:
    """An accepted finding that is found no more: its fingerprint, and the file that lists it."""

    fingerprint: str
    accepted: Accepted
    file: str


@dataclass(frozen=True)
class Check:
    """One rule applied to one claim. It is put into words when somebody asks: most checks hold, and nobody reads them."""

    rule: str
    code: str
    severity: Severity
    claim: Claim
    formula: Expression
    outcome: Outcome
    finding: bool
    fingerprint: str = ""
    teller: Callable[[Check], Told] | None = field(default=None, repr=False, compare=False)
    accepted: Accepted | None = None
    misread: Misread | None = None

    @cached_property
    def told(self) -> Told:
        return self.teller(self) if self.teller is not None else Told(title=self.rule)

    def __getstate__(self) -> dict[str, object]:
        """For another process: the words instead of what makes them."""
        return {**self.__dict__, "told": self.told, "teller": None}

    @property
    def title(self) -> str:
        return self.told.title

    @property
    def message(self) -> str:
        return self.told.message

    @property
    def working(self) -> str:
        return self.told.working

    @property
    def stated(self) -> str:
        return self.told.stated

    @property
    def computed(self) -> str:
        return self.told.computed

    @property
    def gap(self) -> str:
        return self.told.gap

    @property
    def unit(self) -> str:
        return self.told.unit

    @property
    def verdict(self) -> Verdict:
        return self.outcome.verdict

    @property
    def place(self) -> Place:
        return self.claim.at.place

    @cached_property
    def figures(self) -> tuple[tuple[str, Written], ...]:
        """Everything that plays a role, with its role."""
        return written_in(self.claim.roles)


@dataclass(frozen=True)
class Suspect:
    """A change that would mend broken checks and break none."""

    kind: str
    place: Place
    text: str
    mends: tuple[str, ...]
    because: str
    figure: str = ""
    replacement: str = ""


@dataclass(frozen=True)
class Group:
    """Findings that one cause explains, by fingerprint, with the likeliest causes."""

    findings: tuple[str, ...]
    suspects: tuple[Suspect, ...]


@dataclass(frozen=True)
class Coverage:
    """How many of the document's figures took part in a check, and the others: of those in long tables only the first, and how many there
    are besides (`unlisted`)."""

    figures: int
    checked: int
    unchecked: tuple[Figure, ...]
    unlisted: int = 0


@dataclass(frozen=True)
class DiscrepancyReport:
    """What was found in one document. `findings` are the checks that the author should look at; those that somebody accepted stay
    among them, but neither count nor make a verdict. `counted` are checks of long tables that are not kept, by their verdict: nearly all
    that hold. `stale` are acceptances without a finding. `around` is what stands around the places of checks and unchecked figures in a
    document without lines. `private` are names and numbers of people, to be masked; `view` is the document as a page shows it: both are
    made when a format asks for them. Of a document that was recognised, `confidence` says how sure of a figure at a place (0 to 100), and
    `pictures` are PNGs of those that a finding is about. `files` are those that a report of several files came in, `details` what the
    reader had to find out about a file, as (name, value); of several files those that none contradicts, for each file has its own."""

    path: str
    sha256: str
    format: str
    locale: str
    title: str
    lang: str
    packs: tuple[str, ...]
    checks: tuple[Check, ...]
    coverage: Coverage
    counted: Mapping[Verdict, int] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    warnings: tuple[str, ...] = ()
    around: Mapping[Spot, Around] = field(default_factory=dict)
    stale: tuple[Stale, ...] = ()
    files: tuple[File, ...] = ()
    details: tuple[tuple[str, str], ...] = ()
    confidence: Mapping[Spot, int] = field(default_factory=dict, repr=False, compare=False)
    pictures: Mapping[Spot, bytes] = field(default_factory=dict, repr=False, compare=False)
    keeper: Callable[[], frozenset[str]] | None = field(default=None, repr=False, compare=False)
    viewer: Callable[[], View] | None = field(default=None, repr=False, compare=False)

    @cached_property
    def private(self) -> frozenset[str]:
        return self.keeper() if self.keeper is not None else frozenset()

    @cached_property
    def view(self) -> View:
        return self.viewer() if self.viewer is not None else ()

    def __getstate__(self) -> dict[str, object]:
        """For another process: the names instead of what finds them; the view only if somebody has asked for it here."""
        return {**self.__dict__, "private": self.private, "keeper": None, "viewer": None}

    @property
    def open(self) -> tuple[Check, ...]:
        """The findings that nobody accepted."""
        return tuple(check for check in self.findings if check.accepted is None)

    @property
    def findings(self) -> tuple[Check, ...]:
        return tuple(check for check in self.checks if check.finding)

    @property
    def verdict(self) -> Literal["consistent", "discrepancies", "unchecked"]:
        if any(check.severity.rank >= Severity.WARNING.rank for check in self.open):
            return "discrepancies"
        decided = any(self.counted[verdict] for verdict in self.counted if verdict != Verdict.UNKNOWN)
        return "consistent" if decided or any(check.verdict != Verdict.UNKNOWN for check in self.checks) else "unchecked"

    @property
    def made(self) -> int:
        """How many checks were made, those among them that are only counted."""
        return len(self.checks) + sum(self.counted.values())

    def count(self, verdict: Verdict) -> int:
        return sum(check.verdict == verdict for check in self.checks) + self.counted.get(verdict, 0)

    def found(self, severity: Severity) -> int:
        """How many findings of that severity nobody accepted."""
        return sum(check.severity == severity for check in self.open)
