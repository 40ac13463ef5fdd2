"""The values of a file of records, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction

from checker.document import Cell, Stored
from checker.place import Place
from checker.readers import ReadError
from checker.text import Text

DEEPEST = 20
MOST_NODES = 5_000_000
NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,40})(?:\.\d{1,40})?\Z")


@dataclass(frozen=True)
class Scalar:
    """A value. `is_number`: the file has it as a number, and a point is its decimal mark."""

    text: Text
    is_number: bool = False

    @property
    def cell(self) -> Cell:
        value = Fraction(self.text.value) if self.is_number and NUMBER.match(self.text.value) else None
        return Cell(self.text, stored=Stored(value, is_text=not self.is_number))


@dataclass
class List:
    place: Place
    items: list[Node] = field(default_factory=list)


@dataclass
class Object:
    """`keys` are the places of the keys."""

    place: Place
    items: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)


Node = Scalar | List | Object


class Builder:
    """Puts values into the lists and objects that are open. Bounded, and without recursion."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self._open: list[List | Object] = []
        self._keys: list[Text | None] = []
        self._count = 0

    @property
    def awaits_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1], Object) and self._keys[-1] is None

    def key(self, key: Text) -> None:
        """Raises ReadError for one that the object has already."""
        into, place = self._open[-1], key.place(0)
        if isinstance(into, Object):
            if key.value in into.items:
                raise ReadError("key_twice", name=key.value[:60], line=place.line or 1)
            into.keys[key.value] = place
        self._keys[-1] = key

    def add(self, node: Node) -> None:
        self._count += 1
        if self._count > MOST_NODES:
            raise ReadError("many_values", most=MOST_NODES)
        if not self._open:
            self.root = node
        elif isinstance(into := self._open[-1], List):
            into.items.append(node)
        else:
            key = self._keys[-1]
            into.items[key.value if key else ""] = node
            self._keys[-1] = None
        if not isinstance(node, Scalar):
            if len(self._open) >= DEEPEST:
                raise ReadError("values_deep", line=node.place.line or 1, most=DEEPEST)
            self._open.append(node)
            self._keys.append(None)

    def close(self) -> List | Object | None:
        """Closes what was opened last."""
        self._keys.pop()
        return self._open.pop()

    @property
    def innermost(self) -> List | Object | None:
        return self._open[-1] if self._open else None
