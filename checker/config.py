"""The user's configuration: `checker.toml`, or `[tool.checker]` of a `pyproject.toml`, found upwards from the checked file.

    rules = ["rules"]                    # rule files or folders, from the folder of this file
    select = ["T", "N201"]               # codes, ids or their beginnings
    ignore = ["N209"]
    fail-on = "warning"                  # error | warning | note | never
    lang = "vi"                          # of the messages
    locale = "vi"                        # how the documents write numbers
    severity = {T106 = "note"}           # of rules, by code or id
    rounding = {T101 = "accept"}         # accept | note | refuse
    variables = {year = 2024}            # for the packs that have them

    [[accepted]]                         # a finding that stands as it is (in pyproject.toml: [[tool.checker.accepted]])
    fingerprint = "3f2a9c04d1e7b865"
    reason = "The district counts the commune twice, see the note of 5 May"
    by = "Lan"
    on = 2024-05-07
    file = "data/q2.md"                  # where it is found, from the folder of this file; may be left out

The nearest such file counts alone; nothing is merged. An unknown key is an error with the nearest right spelling.
"""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from checker.rules import Pack, Rule, RuleError
from checker.rules.faults import fault, near

_NAMES = ("checker.toml", "pyproject.toml")
Level = Literal["error", "warning", "note"]
Rounding = Literal["accept", "note", "refuse"]


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An accepted finding, as a file lists it."""

    fingerprint: str
    reason: str
    by: str = ""
    on: datetime.date | None = None
    file: str = ""


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What a configuration file may say."""

    rules: list[str] = []
    select: list[str] = []
    ignore: list[str] = []
    fail_on: Literal["error", "warning", "note", "never"] = "error"
    lang: Literal["", "vi", "en"] = ""
    locale: Literal["", "vi", "en"] = ""
    severity: dict[str, Level] = {}
    rounding: dict[str, Rounding] = {}
    variables: dict[str, str | int] = {}
    accepted: list[Entry] = []


class Config(msgspec.Struct, frozen=True):
    """The settings in force and the file that they come from, None where there is none. `said` are the keys that it states."""

    settings: Settings = Settings()
    file: Path | None = None
    said: tuple[str, ...] = ()

    @property
    def rules(self) -> tuple[str, ...]:
        """The rule files and folders, from where the checker runs."""
        folder = self.file.parent if self.file else Path()
        return tuple(str(folder / rule) for rule in self.settings.rules)


def config_for(path: Path) -> Config:
    """The configuration of a document or a folder: of the nearest folder that has one. Raises RuleError."""
    for file, data in _candidates(path):
        return read_config(file, data)
    return Config()


def read_config(file: Path, data: dict[str, Any]) -> Config:
    """Raises RuleError for a key or a value that cannot be."""
    try:
        return Config(msgspec.convert(data, Settings), file, tuple(data))
    except msgspec.ValidationError as error:
        found = fault(error, data, Settings)
        where = ".".join(str(step).removeprefix("key:") for step in found.path)
        raise RuleError(f"{file}: {where}: {found.message}") from error


def overridden(packs: tuple[Pack, ...], settings: Settings) -> tuple[Pack, ...]:
    """The packs with the severities and the roundings of the configuration. Raises RuleError for a rule that is none."""
    known = {name for pack in packs for rule in pack.rules for name in (rule.code, rule.id)}
    for name in (*settings.severity, *settings.rounding):
        if name not in known:
            raise RuleError(f"the configuration speaks of a rule '{name}' that there is not{near(name, known)}")
    if not settings.severity and not settings.rounding:
        return packs
    return tuple(msgspec.structs.replace(pack, rules=tuple(_changed(rule, settings) for rule in pack.rules)) for pack in packs)


def _changed(rule: Rule, settings: Settings) -> Rule:
    changes = {
        key: table[name]
        for key, table in (("severity", settings.severity), ("rounding", settings.rounding))
        for name in (rule.code, rule.id)
        if name in table
    }
    return msgspec.structs.replace(rule, source=msgspec.structs.replace(rule.source, **changes)) if changes else rule


def _candidates(path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """The configuration files upwards, the nearest first."""
    start = path.resolve()
    for folder in (start, *start.parents) if start.is_dir() else start.parents:
        for name in _NAMES:
            data = _table(folder / name)
            if data is not None:
                yield folder / name, data


def _table(file: Path) -> dict[str, Any] | None:
    """What a file says of the checker; None where it is not there, or says nothing of it."""
    data = read_toml(file, "the configuration")
    if data is None or file.name == "checker.toml":
        return data
    tool: Mapping[str, Any] = data.get("tool", {})
    return tool.get("checker")


def read_toml(file: Path, what: str, wrong: type[RuleError] = RuleError) -> dict[str, Any] | None:
    """The tables of a file; None where it is not there. Raises `wrong`, saying that `what` cannot be read."""
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise wrong(f"{file}: {what} cannot be read: {error}") from error
