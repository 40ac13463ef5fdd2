"""YAML with positions: every value remembers its line and column.

Narrower than YAML on purpose. Duplicate keys and aliases are refused; only `true`, `false`, `null` and plain whole
numbers are anything but text, so that 04, 12:30 and yes stay what was typed.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

_WHOLE = re.compile(r"-?(?:0|[1-9]\d{0,17})\Z")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_DEEPEST = 40

Path = tuple[str | int, ...]


class Position(NamedTuple):
    line: int
    column: int


class YamlError(Exception):
    """The file is no YAML that is understood here."""

    def __init__(self, message: str, position: Position) -> None:
        super().__init__(message)
        self.position = position


class Loaded(NamedTuple):
    """The values, and where the value at each path stands (a key's own place is at path + ("key:" + key,))."""

    value: Any
    positions: dict[Path, Position]


def load(text: str) -> Loaded:
    """The one document in `text`. Raises YamlError."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        if "&" in text:  # without an anchor there is no alias
            _refuse_aliases(text, loader)
        node = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = Position(mark.line + 1, mark.column + 1) if mark else Position(1, 1)
        raise YamlError(f"this is no YAML: {error.problem}", where) from error
    except yaml.YAMLError as error:
        raise YamlError("this is no YAML", Position(1, 1)) from error
    positions: dict[Path, Position] = {}
    return Loaded(None if node is None else _value(node, (), positions), positions)


def _refuse_aliases(text: str, loader: Any) -> None:
    for token in yaml.scan(text, Loader=loader):
        if isinstance(token, yaml.AliasToken):
            raise YamlError("aliases (*name) are not allowed in rule files; write the value out", _position(token))


def _position(thing: Any) -> Position:
    return Position(thing.start_mark.line + 1, thing.start_mark.column + 1)


def _value(node: yaml.Node, path: Path, positions: dict[Path, Position]) -> Any:
    positions[path] = _position(node)
    if len(path) > _DEEPEST:
        raise YamlError("this is nested too deep", _position(node))
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, positions)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*path, index), positions) for index, item in enumerate(node.value)]
    if isinstance(node, yaml.ScalarNode) and not node.style:  # plain: None, or '' from the parser in C
        if node.value in _WORDS:
            return _WORDS[node.value]
        if _WHOLE.match(node.value):
            return int(node.value)
    return node.value


def _mapping(node: yaml.MappingNode, path: Path, positions: dict[Path, Position]) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise YamlError("a key should be a word", _position(key))
        if key.value in out:
            raise YamlError(f"the key '{key.value}' stands here a second time", _position(key))
        positions[(*path, f"key:{key.value}")] = _position(key)
        out[key.value] = _value(value, (*path, key.value), positions)
    return out
