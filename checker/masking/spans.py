"""Where in a text something tells who a person is, by the words before it.

A language's words are looked for in every text: reports mix languages. Each pattern is a cue and a bounded stretch behind
it, so the time is that of the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.locales import languages
from checker.masking.cues import Cues, cues

Span = tuple[int, int]

_WORD = r"[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_])){0,30}"
_NEXT_WORD = re.compile(rf"(?:(?P<stop>\.)\s?|\s{{0,2}})(?P<word>{_WORD})")
_NEXT_NAME = re.compile(r"\s?[,;]\s?|\s(?P<joiner>[^\W\d_]{1,6})\s")
_GAP = re.compile(r"\)?\s{0,2}:?\s{0,2}(?<=[\s:.])")
_COLON = re.compile(r"\s{0,2}:\s{0,2}")
_ENDS = r"(?![^\W_]|[.,]\d)"
_IDENTITY = re.compile(rf"(?:[a-z]{{1,2}}\d{{7,8}}|\d{{12}}|\d{{9}}|\d{{4}}([ .])\d{{4}}\1\d{{4}}|\d{{3}}(?:[ .]\d{{3}}){{2,3}}){_ENDS}")
_NO_AMOUNT = re.compile(rf"(?<![\w.,])0(?:\d{{11}}|\d{{8}}){_ENDS}")
_LETTER = re.compile(r"[^\W\d_]")
_ALSO = re.compile(r"\s?[,;/]\s?")
_DAY = re.compile(r"\d{1,2}\s?[./-]\s?(?:\d{1,2}\s?[./-]\s?)?\d{4}(?!\d)")
_LAST = re.compile(r"(?<![^\W\d_])(?P<word>[^\W\d_]{1,30})\s{1,2}\Z")
_MOST_WORDS, _MOST_NAMES, _BEFORE, _YEAR = 6, 40, 32, 4


def announced(text: str, folded: str) -> Iterator[Span]:
    """The names, dates of birth and identity numbers that words announce, in no order; `folded` is the text, folded."""
    yield from (match.span() for match in _NO_AMOUNT.finditer(folded))
    if not _LETTER.search(folded):
        return
    for language in languages():
        words = cues(language)
        if words.any.search(folded) is None:
            continue
        for match in words.identity.finditer(folded):
            yield from _numbers(folded, match.end(), words)
        for match in words.born.finditer(folded):
            yield from _birth(text, folded, match, words)
        for match in words.names.finditer(folded):
            yield from _names(text, folded, match, words)


def _numbers(folded: str, start: int, words: Cues) -> Iterator[Span]:
    """The numbers behind a cue; none that an amount's word follows ("cấp CCCD 250.000.000 đồng")."""
    while number := _IDENTITY.match(folded, start):
        if words.amount.match(folded, number.end()):
            return
        yield number.span()
        also = _ALSO.match(folded, number.end())
        if also is None:
            return
        start = also.end()


def _birth(text: str, folded: str, cue: re.Match[str], words: Cues) -> Iterator[Span]:
    """The day behind a cue. A year alone may be that of many ("children born in 2023"): only behind a name or a mark."""
    before = slice(max(0, cue.start() - _BEFORE), cue.start())
    day = _DAY.match(folded, cue.end()) or words.day.match(folded, cue.end())
    if day is None or words.not_born.search(folded[before]):
        return
    last = _LAST.search(text[before])
    year_alone = sum(letter.isdigit() for letter in day[0]) == _YEAR
    if not (year_alone and last and last["word"].islower() and not words.born_after.search(folded[before])):
        yield day.span()


def _names(text: str, folded: str, cue: re.Match[str], words: Cues) -> Iterator[Span]:
    start, several = _after_cue(text, folded, cue, words)
    for _ in range(_MOST_NAMES if several else 1):
        end = _name_end(text, folded, start, words) if start else start
        if end == start:
            return
        yield start, end
        following = _NEXT_NAME.match(folded, end)
        if following is None or (following["joiner"] and following["joiner"] not in words.joiners):
            return
        start = following.end()


def _after_cue(text: str, folded: str, cue: re.Match[str], words: Cues) -> tuple[int, bool]:
    """Where a name may begin, 0 for nowhere; and whether several may follow."""
    if cue["label"]:
        colon = _COLON.match(folded, cue.end())
        return (colon.end() if colon else 0, False)
    before = folded[max(0, cue.start() - _BEFORE) : cue.start()]
    gap = _GAP.match(folded, cue.end())
    if gap is None or _is_no_title(text, folded, before, cue, words):
        return 0, False
    return gap.end(), bool(words.several.search(before))


def _is_no_title(text: str, folded: str, before: str, cue: re.Match[str], words: Cues) -> bool:
    """Is it part of a name ("tỉnh Bà Rịa", "Hoàng Anh Gia Lai") or of another word ("trẻ em")?"""
    if text[cue.start()].islower():
        return bool(cue["small"] and words.not_after_small.search(before))
    inside = bool(cue["small"] and _LAST.search(before))
    return inside or bool(words.not_people.match(folded, cue.start()) or words.not_after.search(before))


def _name_end(text: str, folded: str, start: int, words: Cues) -> int:
    """The end of the capitalised words from `start` on; `start` where there are none."""
    end = start
    for _ in range(_MOST_WORDS):
        word = _NEXT_WORD.match(text, end)
        if word is None or not word["word"][0].isupper() or words.office.match(folded, word.start("word")):
            break
        if end == start and word.start("word") != start:
            break
        if word["stop"] and text[end - 2].isalpha():
            break  # a full stop; an initial has one letter
        end = word.end("word")
    return end
