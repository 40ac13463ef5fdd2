"""The shape of the JSON output, version 1: what other programs rely on. Fields that are empty are left out where DESIGN §7
marks them optional."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from checker.place import Place

Kind = Literal["number", "date", "citation", "name", "text", "blank"]


class FigureOut(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Whatever a rule speaks of, with its place. `value` and `step` are exact: "53.13", or "355/3" for a number that does not end.
    `confidence` is there where it was read from a picture: how sure recognition is of it."""

    id: str
    kind: str
    text: str
    place: Place
    role: str = ""
    value: str = ""
    step: str = ""
    unit: str = ""
    counted: str = ""
    bound: str = ""
    label: str = ""
    confidence: Annotated[int, msgspec.Meta(ge=0, le=100)] | None = None


class AcceptedOut(msgspec.Struct, frozen=True, kw_only=True):
    reason: str
    by: str
    on: str


class StaleOut(msgspec.Struct, frozen=True, kw_only=True):
    fingerprint: str
    reason: str
    by: str
    on: str
    file: str


class CheckOut(msgspec.Struct, frozen=True, kw_only=True):
    rule: str
    code: str
    title: str
    severity: Literal["error", "warning", "note"]
    verdict: Literal["holds", "rounding", "broken", "unknown"]
    message: str
    working: str
    stated: str
    computed: str
    gap: str
    unit: str
    place: Place
    figures: list[FigureOut]
    fingerprint: str
    accepted: AcceptedOut | msgspec.UnsetType = msgspec.UNSET


class SuspectOut(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    kind: str
    place: Place
    text: str
    mends: list[str]
    because: str
    figure: str = ""
    replacement: str = ""


class GroupOut(msgspec.Struct, frozen=True, kw_only=True):
    findings: list[str]
    suspects: list[SuspectOut]


class CoverageOut(msgspec.Struct, frozen=True, kw_only=True):
    figures: int
    checked: int
    unchecked: list[FigureOut]
    unlisted: int | msgspec.UnsetType = msgspec.UNSET


class CountsOut(msgspec.Struct, frozen=True, kw_only=True):
    holds: int
    rounding: int
    broken: int
    unknown: int
    errors: int
    warnings: int
    notes: int


class FileOut(msgspec.Struct, frozen=True, kw_only=True):
    """One of the files of a report. `details` are what had to be found out about it: encoding, separator, numbers (how it writes them)."""

    path: str
    sha256: str
    format: str
    details: dict[str, str] | msgspec.UnsetType = msgspec.UNSET


class DocumentOut(msgspec.Struct, frozen=True, kw_only=True):
    """The report itself. One that came in several files has the path of the first; `files` are all of them, in order, and `details` those
    that no two files contradict each other in. Of one file there is no `files`, and `details` are its own."""

    path: str
    sha256: str
    format: str
    locale: str
    title: str
    packs: list[str]
    files: list[FileOut] | msgspec.UnsetType = msgspec.UNSET
    details: dict[str, str] | msgspec.UnsetType = msgspec.UNSET


class ReportOut(msgspec.Struct, frozen=True, kw_only=True):
    document: DocumentOut
    verdict: Literal["consistent", "discrepancies", "unchecked"]
    counts: CountsOut
    coverage: CoverageOut
    findings: list[CheckOut]
    groups: list[GroupOut]
    checks: list[CheckOut] | msgspec.UnsetType = msgspec.UNSET
    stale: list[StaleOut] | msgspec.UnsetType = msgspec.UNSET


class PackOut(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    sha256: str


class ProblemOut(msgspec.Struct, frozen=True, kw_only=True):
    path: str
    message: str


class ResultsOut(msgspec.Struct, frozen=True, kw_only=True):
    schema: str
    version: str
    lang: str
    packs: list[PackOut]
    reports: list[ReportOut]
    problems: list[ProblemOut]
