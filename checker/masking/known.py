"""What a document itself shows to be a person's, found again where no word announces it.

`private` gathers it from a reading: what cues announce in its passages, and the cells below headers such as "Họ và tên".
A name of one word and a year alone are not gathered: they may be anybody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.locales import languages, load
from checker.masking.spans import Span, announced
from checker.recognise.reading import Reading
from checker.text import fold_words

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NUMBER = re.compile(r"(?<!\w)[a-z]{0,2}\d+(?:[./-]\d+)*(?!\w)")
_MOST_WORDS, _LEAST_DIGITS, _LONGEST = 6, 6, 60


def private(reading: Reading) -> frozenset[str]:
    """The names, dates of birth and identity numbers of a document, folded."""
    return frozenset(key for text in (*_in_words(reading), *_in_columns(reading)) for key in _keys(text))


def known(text: str, folded: str, private: frozenset[str]) -> Iterator[Span]:
    """Where those stand in a text."""
    if not private:
        return
    yield from (number.span() for number in _NUMBER.finditer(folded) if number[0] in private)
    if _WORD.search(text):
        yield from (day.span() for language in languages() for day in load(language).any_date.finditer(folded) if day[0] in private)
        yield from _names(text, folded, private)


def _names(text: str, folded: str, private: frozenset[str]) -> Iterator[Span]:
    run: list[Span] = []
    for word in _WORD.finditer(text):
        follows = bool(run) and text[run[-1][1] : word.start()] == " "
        run = [*(run[1 - _MOST_WORDS :] if follows else []), word.span()] if word[0][0].isupper() else []
        starts = (start for start, _ in run[:-1] if folded[start : word.end()] in private)
        yield from ((start, word.end()) for start in starts)


def _in_words(reading: Reading) -> Iterator[str]:
    for passage in reading.passages:
        text = passage.text.value
        yield from (text[start:end] for start, end in announced(text, passage.folded))


def _in_columns(reading: Reading) -> Iterator[str]:
    headers = frozenset().union(*(load(language).words("people", "columns") for language in languages()))
    for grid in reading.grids:
        for column in grid.columns:
            if column.leaf in headers:
                yield from (row.cells[column.index].text.value for row in grid.rows if column.index < len(row.cells))


def _keys(text: str) -> Iterator[str]:
    """As it is looked for: the whole, and of a name also its end, for a quotation may begin in the midst of it."""
    key = fold_words(text[:_LONGEST])
    if any(letter.isdigit() for letter in key):
        if sum(letter.isdigit() for letter in key) >= _LEAST_DIGITS:
            yield key
        return
    words = key.split()
    if all(word[0].isupper() for word in text.split()) and len(words) <= _MOST_WORDS:
        yield from (" ".join(words[start:]) for start in range(len(words) - 1))
