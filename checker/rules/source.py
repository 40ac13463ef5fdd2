"""A YAML file and its values typed: what is wrong is said with file, line and column, and the nearest right spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NoReturn

import msgspec

from checker.rules.model import Example, Tests
from checker.rules.yaml import Path, Position, YamlError, load
from checker.text import nearest

_UNKNOWN_FIELD = re.compile(r"unknown field `(?P<name>[^`]*)`")
_MISSING_FIELD = re.compile(r"missing required field `(?P<name>[^`]*)`")
_PATH = re.compile(r"- at `(?P<path>[^`]*)`")
_STEP = re.compile(r"\.(?P<key>[\w-]+)|\[(?P<index>\d+)\]")


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
        try:
            return msgspec.convert(raw, wanted)
        except msgspec.ValidationError as error:
            self.explain(str(error), wanted, path)

    def explain(self, message: str, wanted: Any, path: Path) -> NoReturn:
        inner = _PATH.search(message)
        below = _steps(inner["path"]) if inner else ()
        struct = {"tests": Tests, "holds": Example, "broken": Example, "silent": Example}.get(
            str(next((s for s in reversed(below) if isinstance(s, str)), "")), wanted
        )
        fields = getattr(struct, "__struct_fields__", ())
        unknown, missing = _UNKNOWN_FIELD.search(message), _MISSING_FIELD.search(message)
        if unknown:
            name = unknown["name"]
            known = ", ".join(fields)
            self.fail((*path, *below, f"key:{name}"), f"there is no key '{name}' here{near(name, fields) or f'; known are {known}'}")
        if missing:
            self.fail((*path, *below), f"the key '{missing['name']}' is missing")
        text = _PATH.sub("", message).strip().replace("`", "'")
        key = next((s for s in reversed((*path, *below)) if isinstance(s, str)), "")
        self.fail((*path, *below), f"'{key}': {text[0].lower()}{text[1:]}" if key else text)

    def position(self, path: Path) -> Position:
        while path not in self.loaded.positions and path:
            path = path[:-1]
        return self.loaded.positions.get(path, Position(1, 1))

    def fail(self, path: Path, message: str) -> NoReturn:
        where = self.position(path)
        raise RuleError(f"{self.file}:{where.line}:{where.column}: {message}")


def _steps(path: str) -> Path:
    return tuple(int(step["index"]) if step["index"] else step["key"] for step in _STEP.finditer(path))


def near(name: str, known: Iterable[str]) -> str:
    """What was likely meant, as the end of a sentence."""
    likely = nearest(name, known, 0.5)
    return f"; did you mean '{likely}'?" if likely else ""
