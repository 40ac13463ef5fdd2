"""Text → formula. A grammar of five lines; nothing is ever evaluated by Python.

    formula    = sum [ ("==" | "!=" | "<=" | ">=" | "<" | ">" | "in") sum ]
    sum        = product { ("+" | "-") product }
    product    = unary { ("*" | "/") unary }
    unary      = "-" unary | number | role [ "." attribute ] | function "(" formula { "," formula } ")" | "(" formula ")"

A document's own formula ("(6) = (4) x (5)") is brought to this form by the finder that reads it.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from checker.formula.expression import Call, Comparison, Expression, Negative, Number, Operation, Role
from checker.formula.functions import FUNCTIONS
from checker.text import nearest

LONGEST = 2_000
DEEPEST = 60
_TOKEN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<name>[A-Za-z_]\w*)|(?P<op>==|!=|<=|>=|[-+*/()<>.,])|(?P<end>\Z)|(?P<bad>.))")
_COMPARISONS = ("==", "!=", "<=", ">=", "<", ">", "in")


class FormulaError(Exception):
    """The formula cannot be read. `column` is 1-based."""

    def __init__(self, message: str, column: int) -> None:
        super().__init__(message)
        self.column = column


class _Token(NamedTuple):
    kind: str
    text: str
    column: int


def parse(text: str) -> Expression:
    """The formula that `text` writes. Raises FormulaError."""
    if len(text) > LONGEST:
        raise FormulaError(f"the formula is longer than {LONGEST} characters", LONGEST)
    parser = _Parser(_tokens(text))
    formula = parser.formula()
    parser.expect("end", "the formula should end here")
    return formula


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    position = 0
    while True:
        match = _TOKEN.match(text, position)
        assert match is not None
        kind = match.lastgroup or "bad"
        token = _Token(kind, match[kind], match.start(kind) + 1)
        if kind == "bad":
            hint = "; write == to compare" if token.text == "=" else ""
            raise FormulaError(f"'{token.text}' has no meaning in a formula{hint}", token.column)
        tokens.append(token)
        if kind == "end":
            return tokens
        position = match.end()


class _Parser:
    def __init__(self, tokens: list[_Token]) -> None:
        self.tokens = tokens
        self.position = 0
        self.depth = 0

    @property
    def here(self) -> _Token:
        return self.tokens[self.position]

    def take(self, *texts: str) -> _Token | None:
        token = self.here
        if token.kind in ("op", "name") and token.text in texts:
            self.position += 1
            return token
        return None

    def expect(self, text: str, message: str) -> None:
        if self.here.kind == text or self.take(text):
            return
        found = f"'{self.here.text}'" if self.here.text else "the end"
        raise FormulaError(f"{message}, but {found} stands here", self.here.column)

    def formula(self) -> Expression:
        self.depth += 1
        if self.depth > DEEPEST:
            raise FormulaError(f"brackets are nested more than {DEEPEST} deep", self.here.column)
        left = self.sum()
        operator = self.take(*_COMPARISONS)
        if operator:
            left = Comparison(operator.text, left, self.sum())
            if self.here.text in _COMPARISONS:
                raise FormulaError("a formula holds one comparison; two demands are two rules", self.here.column)
        self.depth -= 1
        return left

    def sum(self) -> Expression:
        left = self.product()
        while operator := self.take("+", "-"):
            left = Operation(operator.text, left, self.product())
        return left

    def product(self) -> Expression:
        left = self.unary()
        while operator := self.take("*", "/"):
            left = Operation(operator.text, left, self.unary())
        return left

    def unary(self) -> Expression:
        signs = 0
        while self.take("-"):
            signs += 1
        operand = self.operand()
        return Negative(operand) if signs % 2 else operand

    def operand(self) -> Expression:
        token = self.here
        if token.kind == "number":
            self.position += 1
            return Number(Fraction(token.text))
        if token.kind == "name" and token.text != "in":
            self.position += 1
            return self.call(token) if self.here.text == "(" else self.role(token)
        if self.take("("):
            inner = self.formula()
            self.expect(")", "a bracket should be closed")
            return inner
        found = f"'{token.text}'" if token.text else "the end of the formula"
        raise FormulaError(f"a role, a number or a function is missing before {found}", token.column)

    def role(self, name: _Token) -> Role:
        if not self.take("."):
            return Role(name.text)
        attribute = self.here
        if attribute.kind != "name":
            raise FormulaError(f"an attribute should follow '{name.text}.'", attribute.column)
        self.position += 1
        return Role(name.text, attribute.text)

    def call(self, name: _Token) -> Call:
        function = FUNCTIONS.get(name.text)
        if function is None:
            near = nearest(name.text, FUNCTIONS)
            raise FormulaError(f"there is no function '{name.text}'" + (f"; did you mean '{near}'?" if near else ""), name.column)
        self.take("(")
        arguments: list[Expression] = []
        if not self.take(")"):
            arguments.append(self.formula())
            while self.take(","):
                arguments.append(self.formula())
            self.expect(")", "a bracket should be closed")
        if not function.fewest <= len(arguments) <= function.most:
            wanted = str(function.fewest) if function.fewest == function.most else f"{function.fewest} to {function.most}"
            raise FormulaError(f"'{name.text}' takes {wanted} arguments, not {len(arguments)}", name.column)
        return Call(name.text, tuple(arguments))
