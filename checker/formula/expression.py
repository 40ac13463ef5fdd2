"""The tree of a formula. Immutable; `str()` gives it back as text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Number:
    value: Fraction

    def __str__(self) -> str:
        return str(self.value)


@dataclass(frozen=True)
class Role:
    """A role of the claim, or an attribute of what plays it (`cited.date`)."""

    name: str
    attribute: str = ""

    def __str__(self) -> str:
        return f"{self.name}.{self.attribute}" if self.attribute else self.name


@dataclass(frozen=True)
class Call:
    function: str
    arguments: tuple[Expression, ...]

    def __str__(self) -> str:
        return f"{self.function}({', '.join(map(str, self.arguments))})"


@dataclass(frozen=True)
class Negative:
    operand: Expression

    def __str__(self) -> str:
        return f"-{self.operand}"


@dataclass(frozen=True)
class Operation:
    """One of + - * /."""

    operator: str
    left: Expression
    right: Expression

    def __str__(self) -> str:
        return f"({self.left} {self.operator} {self.right})"


@dataclass(frozen=True)
class Comparison:
    """One of == != < <= > >= in."""

    operator: str
    left: Expression
    right: Expression

    def __str__(self) -> str:
        return f"{self.left} {self.operator} {self.right}"


Expression = Number | Role | Call | Negative | Operation | Comparison


def walk(expression: Expression) -> Iterator[Expression]:
    """The expression and everything in it."""
    yield expression
    match expression:
        case Call():
            for argument in expression.arguments:
                yield from walk(argument)
        case Negative():
            yield from walk(expression.operand)
        case Operation() | Comparison():
            yield from walk(expression.left)
            yield from walk(expression.right)
        case Number() | Role():
            pass


def roles(expression: Expression) -> tuple[str, ...]:
    """The roles a formula speaks of, each as often as it occurs."""
    return tuple(node.name for node in walk(expression) if isinstance(node, Role))
