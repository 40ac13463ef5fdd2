"""What a rule file holds, typed. The docstrings of the fields are in DESIGN §5 and in the README."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from checker.formula.expression import Expression
from checker.report import Severity

SHIPPED = frozenset(("common", "spreadsheet"))
"""The packs that ship."""

Words = dict[str, str]
"""A text in each language: {vi: …, en: …}."""


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A small document, as Markdown (`given`) or as the rows and formulas of a sheet (`sheet`), and what the rule must say of it."""

    given: str = ""
    sheet: str = ""
    computed: str | None = None
    stated: str | None = None
    finding: Severity | None = None

    def __post_init__(self) -> None:
        if bool(self.given) == bool(self.sheet):
            raise ValueError("an example has either 'given', a text, or 'sheet', the rows of a sheet")


class Tests(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    holds: list[Example] = []
    broken: list[Example] = []
    silent: list[Example] = []


class RuleSource(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rule as it stands in a file."""

    id: str
    code: str
    title: Words
    why: Words
    severity: Literal["error", "warning", "note"]
    find: dict[str, Any]
    must: str
    tests: Tests
    rounding: Literal["accept", "note", "refuse"] = "note"
    rounded: list[str] = []
    message: Words = {}


class AppliesTo(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which documents a pack is for: one word or phrase of each list that is given. `title`: in the title; `kind`: the kind of
    document ("báo cáo"); `subject`: in the title, the line "V/v …" or a heading."""

    title: list[str] = []
    kind: list[str] = []
    subject: list[str] = []


class PackSource(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rule file. `variables` are put where a text of it says ${name}."""

    pack: str
    rules: list[Any]
    applies_to: AppliesTo = AppliesTo()
    variables: dict[str, str | int] = {}


class Rule(msgspec.Struct, frozen=True):
    """A rule, validated: its finder's options typed, its formula parsed, its roles known. `raw` are its keys, for rules that extend it;
    `variables` are those of its pack."""

    source: RuleSource
    finder: str
    options: Any
    must: Expression
    pack: str
    file: str
    line: int
    applies_to: AppliesTo = AppliesTo()
    raw: Any = None
    variables: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return self.source.id

    @property
    def code(self) -> str:
        return self.source.code

    @property
    def severity(self) -> Severity:
        return Severity(self.source.severity)


class Pack(msgspec.Struct, frozen=True):
    """Rules that belong together, with the hash of the files that they come from, and the names of their variables."""

    name: str
    rules: tuple[Rule, ...]
    sha256: str
    variables: tuple[str, ...] = ()
