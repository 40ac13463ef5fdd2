"""Number formats as they are written: '#,##0.0;[Red](#,##0.0);"-"' → sections of tokens.

A format has up to four sections: for positive numbers, negative ones, zero and text; a section may state a condition instead. A token is
(kind, text): "0" a place for a digit, "point", "group", "percent", "text", "literal", "exponent", "general", "date", "elapsed".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

GENERAL = "General"
_LONGEST = 400
_MOST_DECIMALS, _MOST_SHIFTS = 30, 8
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_(?P<blank>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]|(?P<general>General)|(?P<exponent>E[+-])'
    r"|(?P<noon>AM/PM|A/P)|(?P<date>[yY]+|[mM]+|[dD]+|[hH]+|[sS]+|[bBgGeE]+)|(?P<digit>[0#?])|(?P<sign>[.,%@;/])|(?P<other>.)",
    re.DOTALL | re.IGNORECASE,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d{1,15}(?:\.\d{1,15})?)\Z")
_ELAPSED = re.compile(r"[hms]+\Z", re.IGNORECASE)
_SIGNS = {".": "point", ",": "group", "%": "percent", "@": "text"}
_PLACES = ("0", "#", "?")

Token = tuple[str, str]


class Section(NamedTuple):
    """`kind` is "general", "number", "date" or "text". Of a number: `decimals` places behind the point, `grouped` in threes,
    `hundreds` percent signs, `thousands` by how many groups of three it is shortened. `condition` is a sign and a number."""

    kind: str
    tokens: tuple[Token, ...]
    decimals: int = 0
    grouped: bool = False
    hundreds: int = 0
    thousands: int = 0
    condition: tuple[str, Fraction] | None = None

    @property
    def literal(self) -> str:
        """The words that the format adds."""
        return "".join(text for kind, text in self.tokens if kind == "literal")


@lru_cache(maxsize=2048)
def parse(code: str) -> tuple[Section, ...]:
    """The sections of a format; at least one."""
    sections: list[list[tuple[str, str]]] = [[]]
    for match in _TOKEN.finditer(code[:_LONGEST]):
        kind, text = str(match.lastgroup), match[str(match.lastgroup)]
        if (kind, text) == ("sign", ";"):
            sections.append([])
        else:
            sections[-1].append((kind, text))
    return tuple(_section(raw) for raw in sections[:4])


def _section(raw: Sequence[tuple[str, str]]) -> Section:
    condition = next((found for kind, text in raw if kind == "bracket" and (found := _condition(text))), None)
    has_digits = any(kind == "digit" for kind, _ in raw)
    dated = any(kind == "date" or (kind == "bracket" and _ELAPSED.match(text)) for kind, text in raw)
    if any(kind == "general" for kind, _ in raw):
        return Section("general", tuple(_tokens(raw, "general")), condition=condition)
    if dated and not (has_digits and not any(kind == "date" and text[0] in "sS" for kind, text in raw)):
        return Section("date", tuple(_tokens(raw, "date")), condition=condition)
    if any((kind, text) == ("sign", "@") for kind, text in raw):
        return Section("text", tuple(_tokens(raw, "text")), condition=condition)
    return _number(tuple(_tokens(raw, "number")), condition)


def _number(tokens: tuple[Token, ...], condition: tuple[str, Fraction] | None) -> Section:
    """The commas between places for digits part groups, those behind the last shorten by thousands."""
    places = [i for i, (kind, _) in enumerate(tokens) if kind == "0"]
    points = [i for i, (kind, _) in enumerate(tokens) if kind == "point"]
    point = points[0] if points else len(tokens)
    last = max((i for i in places if i < point), default=-1)
    end = max(places, default=-1)
    grouped = any(kind == "group" and places and places[0] < i < last for i, (kind, _) in enumerate(tokens))
    behind = sum(kind == "group" and (last < i < point or i > end) for i, (kind, _) in enumerate(tokens)) if places else 0
    kept = tuple((kind, text) for i, (kind, text) in enumerate(tokens) if kind != "group" and not (kind == "point" and i != point))
    hundreds = sum(kind == "percent" for kind, _ in tokens)
    decimals = sum(i > point for i in places)
    odd = decimals > _MOST_DECIMALS or hundreds > _MOST_SHIFTS or behind > _MOST_SHIFTS
    if odd or any(kind in ("exponent", "fraction") for kind, _ in tokens):
        return Section("general", (("general", ""),), condition=condition)
    return Section("number", kept, decimals, grouped, hundreds, behind, condition)


def _tokens(raw: Sequence[tuple[str, str]], of: str) -> list[Token]:
    return [token for kind, text in raw if (token := _token(kind, text, of))]


def _token(kind: str, text: str, of: str) -> Token | None:
    if kind in ("quoted", "escaped", "other"):
        return "literal", text
    if kind == "blank":
        return "literal", " "
    if kind == "bracket":
        return _bracket(text, of)
    if kind == "digit":
        return ("0", text) if of == "number" else None
    if kind == "sign" and of == "number":
        return (_SIGNS[text], text) if text in _SIGNS else ("fraction", text)
    if kind == "sign":
        return ("text", text) if text == "@" else ("literal", text) if of == "date" else None
    if kind in ("date", "noon"):
        return ("date", text.lower()) if of == "date" else ("literal", text)
    return None if kind == "fill" else (kind, text)


def _bracket(text: str, of: str) -> Token | None:
    """A currency ("[$₫-42A]"), time that has passed ("[h]"); a colour or a language says nothing."""
    if text.startswith("$"):
        symbol = text[1:].partition("-")[0]
        return ("literal", symbol) if symbol else None
    return ("elapsed", text.lower()) if of == "date" and _ELAPSED.match(text) else None


def _condition(text: str) -> tuple[str, Fraction] | None:
    match = _CONDITION.match(text)
    return (match[1], Fraction(match[2])) if match else None
