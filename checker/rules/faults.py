"""What is wrong with a value of a rule file, in words: msgspec's message and the type that was wanted → key and sentence."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Iterable
from typing import Any, NamedTuple

import msgspec

from checker.rules.yaml import Path
from checker.text import nearest

_UNKNOWN_FIELD = re.compile(r"unknown field `(?P<name>[^`]*)`")
_MISSING_FIELD = re.compile(r"missing required field `(?P<name>[^`]*)`")
_PATH = re.compile(r"- at `(?P<path>[^`]*)`")
_STEP = re.compile(r"\.(?P<key>[\w-]+)|\[(?P<index>\d+|\.\.\.)\]")


class Fault(NamedTuple):
    """Where it stands, below the value that was converted, and what is wrong."""

    path: Path
    message: str


def fault(error: msgspec.ValidationError, raw: Any, wanted: Any) -> Fault:
    """The fault that made the conversion of `raw` to the type `wanted` fail."""
    text = str(error)
    inner = _PATH.search(text)
    below = _steps(inner["path"], raw, wanted) if inner else ()
    unknown, missing = _UNKNOWN_FIELD.search(text), _MISSING_FIELD.search(text)
    if unknown:
        fields = _fields(_type_at(wanted, below))
        known = f"; known are {', '.join(fields)}" if fields else ""
        return Fault(
            (*below, f"key:{unknown['name']}"), f"there is no key '{unknown['name']}' here{near(unknown['name'], fields) or known}"
        )
    if missing:
        return Fault(below, f"the key '{missing['name']}' is missing")
    said = _plainly(_PATH.sub("", text).strip().replace("`", "'"), _type_at(wanted, below))
    key = next((step for step in reversed(below) if isinstance(step, str)), "")
    return Fault(below, f"'{key}': {said[0].lower()}{said[1:]}" if key else said)


def _plainly(said: str, wanted: Any) -> str:
    """In the words of who writes the file: a list is a list, a text in quotes, and what may be chosen is named."""
    if said.startswith("Invalid enum value"):
        return f"{said}; it may be {', '.join(map(str, typing.get_args(wanted)))}"
    for theirs, ours in (("array", "list"), ("object", "mapping {…}"), ("str", "text"), ("null", "nothing")):
        said = re.sub(rf"\b{theirs}\b", ours, said)
    return said + ("; put it in quotes" if "got 'int'" in said and "text" in said else "")


def near(name: str, known: Iterable[str]) -> str:
    """The nearest right spelling, as the end of a sentence."""
    found = nearest(name, known, 0.5)
    return f"; did you mean '{found}'?" if found else ""


def _steps(path: str, raw: Any, wanted: Any) -> Path:
    """The keys of a path. msgspec writes [...] for a key that only the value knows: the first below which the conversion fails."""
    out: list[str | int] = []
    for step in _STEP.finditer(path):
        key: str | int = step["key"] or 0
        if step["index"] == "...":
            key = _failing(raw, _type_at(wanted, tuple(out)))
        elif step["index"]:
            key = int(step["index"])
        out.append(key)
        raw = _below(raw, key)
    return tuple(out)


def _failing(raw: Any, wanted: Any) -> str:
    inner = typing.get_args(wanted)[-1] if typing.get_args(wanted) else Any
    for key, value in raw.items() if isinstance(raw, dict) else ():
        try:
            msgspec.convert(value, inner)
        except msgspec.ValidationError:
            return str(key)
    return ""


def _below(raw: Any, key: str | int) -> Any:
    try:
        return raw[key]
    except (KeyError, IndexError, TypeError):
        return None


def _type_at(wanted: Any, path: Path) -> Any:
    """The type of the value at a path: of a field, of the items of a list, of the values of a mapping."""
    for step in path:
        wanted = _one(wanted)
        if isinstance(wanted, type) and issubclass(wanted, msgspec.Struct):
            hints = typing.get_type_hints(wanted)
            wanted = hints.get(str(step), Any)
        else:
            arguments = typing.get_args(wanted)
            wanted = arguments[-1] if arguments else Any
    return _one(wanted)


def _one(wanted: Any) -> Any:
    """Of a union the struct, if it has one."""
    if typing.get_origin(wanted) in (typing.Union, types.UnionType):
        arguments = typing.get_args(wanted)
        return next((a for a in arguments if isinstance(a, type) and issubclass(a, msgspec.Struct)), arguments[-1])
    return wanted


def _fields(wanted: Any) -> tuple[str, ...]:
    return tuple(getattr(wanted, "__struct_fields__", ()))
