"""How a document writes numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from checker.locales import Locale, Style

_NUMBER = re.compile(r"[\d.,/][\d.,/]{2,80}(?:\s?%)?")
_COMMA_GROUPS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3}){2,5}(?![\d,])|(?<![\d.,])\d{1,3}(?:,\d{3}){1,5}\.\d{1,2}(?!\d)")
_DOT_GROUPS = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3}){2,5}(?![\d.])|(?<![\d.,])\d{1,3}(?:\.\d{3}){1,5},\d{1,2}(?!\d)")
_ONE_COMMA = re.compile(r"(?<![\d.,])\d{1,3},\d{3}(?![\d.,])")
_ONE_DOT = re.compile(r"(?<![\d.,])\d{1,3}\.\d{3}(?![\d.,])")
_COMMA_DECIMAL = re.compile(r"(?<![\d.,])\d{1,4},\d{1,2}(?![\d,])")
_DOT_DECIMAL = re.compile(r"(?<![\d.,/])\d{1,4}\.\d{1,2}(?=\s?%)")
_MARKED = re.compile(r"\s*[-+−–(]?\d[\d.,]{0,40}[.,]\d{1,40}\s?%?\)?\s*\Z")
_UNGROUPED_DOT = re.compile(r"[-+−–(]?(?P<whole>\d+)\.\d{1,2}\s?%?\)?\Z")
_UNGROUPED_COMMA = re.compile(r"[-+−–(]?(?P<whole>\d+),\d{1,2}\s?%?\)?\Z")
_TOO_LONG, _FEWEST = 4, 2

DOT_GROUPS, COMMA_GROUPS = Style(".", ","), Style(",", ".")


def detect_style(texts: Iterable[str], locale: Locale) -> Style:
    """The locale's own style, unless the numbers can only be of the other one."""
    numbers = " ".join(number for text in texts for number in _NUMBER.findall(text))
    commas = 3 * len(_COMMA_GROUPS.findall(numbers)) + len(_DOT_DECIMAL.findall(numbers)) + len(_ONE_COMMA.findall(numbers))
    dots = 3 * len(_DOT_GROUPS.findall(numbers)) + len(_ONE_DOT.findall(numbers)) + len(_COMMA_DECIMAL.findall(numbers))
    own, other = (dots, commas) if locale.style == DOT_GROUPS else (commas, dots)
    flipped = COMMA_GROUPS if locale.style == DOT_GROUPS else DOT_GROUPS
    return flipped if other > 3 and other > 3 * own else locale.style


def table_style(texts: Iterable[str], style: Style) -> Style:
    """The style of one table: another one than the document's only where it shows without doubt (1,234,567, or 412204.00)."""
    own, other = (_DOT_GROUPS, _COMMA_GROUPS) if style == DOT_GROUPS else (_COMMA_GROUPS, _DOT_GROUPS)
    one_own = _ONE_DOT if style == DOT_GROUPS else _ONE_COMMA
    texts = list(texts)
    if _is_ungrouped(texts, style):
        return COMMA_GROUPS if style == DOT_GROUPS else DOT_GROUPS
    if not any(other.search(text) for text in texts) or any(own.search(text) or one_own.search(text) for text in texts):
        return style
    return COMMA_GROUPS if style == DOT_GROUPS else DOT_GROUPS


def _is_ungrouped(texts: Sequence[str], style: Style) -> bool:
    """Does every number of the table that has a mark have the other style's decimal mark, and do some show that it groups nothing?"""
    marked = [text.strip() for text in texts if _MARKED.match(text)]
    decimal = _UNGROUPED_DOT if style == DOT_GROUPS else _UNGROUPED_COMMA
    found = [match for match in map(decimal.match, marked) if match]
    return len(found) == len(marked) and sum(len(match["whole"]) >= _TOO_LONG for match in found) >= _FEWEST
