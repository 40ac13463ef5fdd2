"""A YAML file and its values typed: what is wrong is said with file, line and column, and the nearest right spelling."""

from __future__ import annotations

from typing import Any, NoReturn

import msgspec

from checker.rules.faults import fault
from checker.rules.yaml import Path, Position, YamlError, load


class RuleError(Exception):
    """A rule file is wrong. The message names file, line, column and what to do."""


class Source:
    """A file of rules or of their examples. Raises RuleError where it is no YAML."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        try:
            self.loaded = load(text)
        except YamlError as error:
            raise RuleError(f"{file}:{error.position.line}:{error.position.column}: {error}") from error

    def convert(self, raw: Any, wanted: Any, path: Path) -> Any:
        """The value as that type."""
        try:
            return msgspec.convert(raw, wanted)
        except msgspec.ValidationError as error:
            found = fault(error, raw, wanted)
            self.fail((*path, *found.path), found.message)

    def position(self, path: Path) -> Position:
        """Where the value at a path stands, or the nearest that it stands in."""
        while path not in self.loaded.positions and path:
            path = path[:-1]
        return self.loaded.positions.get(path, Position(1, 1))

    def fail(self, path: Path, message: str) -> NoReturn:
        """Raises RuleError with the place of the value at a path."""
        where = self.position(path)
        raise RuleError(f"{self.file}:{where.line}:{where.column}: {message}")
