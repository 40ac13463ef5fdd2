"""Things enumerated in running text and where that is announced: "gồm: A; B; C", "(1) … (2) …", lines below a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.figure import Phrase
from checker.recognise.cues import Patterns
from checker.recognise.lists import announces, goes_on, items_below
from checker.recognise.named_run import names_in_row
from checker.recognise.parts import noun
from checker.recognise.passages import Passage, Stretch
from checker.recognise.reading import Reading

_COLON = re.compile(r":(?=\s)")
_SEMICOLON = re.compile(r";")
_COMMA = re.compile(",")
_NUMBERED = re.compile(r"[;,.]?\s*\(\d{1,2}\)\s")
_BREAKS = re.compile(r"[,;:.()]")
_PUNCTUATION = " :;,."
MARKS = " :;,.*"
_LONGEST = 4_000
_LONGEST_NAME = 9
_FEW_WORDS = 4
_DATE = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{4})?")
_LONGEST_PHRASE = 120
_FIGURE_REACH = 40
_WORD_BEHIND = re.compile(r"\s(?P<word>[^\W\d_]{1,12})")
_MOST_NOUN_WORDS = 6
_PLACE = "place"
_FEWEST_NAMED = 2


class Enumeration(NamedTuple):
    """Where it is announced, its items, and whether their number is beyond doubt."""

    position: int
    items: Sequence[Stretch]
    sure: bool


def enumerations(reading: Reading, passage: Passage, words: Patterns) -> Iterator[Enumeration]:
    """Those behind a cue, those right behind a number and a colon, those in a bracket right behind a figure; where "and" may join
    two items, both ways to count."""
    for match in words["cue"].finditer(passage.folded, passage.begin):
        yield from _behind_cue(reading, passage, match, words)
    if announces(passage) and _ends_in_count(passage):
        yield from _at_the_end(reading, passage)
    yield from _behind_count(passage, words)
    yield from _names_behind(passage, words)
    for bracket in passage.clauses.brackets:
        before = passage.figures_before(bracket.start, 1)
        if before and bracket.start - before[0].end < _FIGURE_REACH and not _BREAKS.search(passage.folded[before[0].end : bracket.start]):
            yield from _inside(Stretch(passage, bracket.start + 1, bracket.end - 1), bracket.start, words)


def _behind_count(passage: Passage, words: Patterns) -> Iterator[Enumeration]:
    """Three items or more between semicolons, right behind "04 nội dung chính:"."""
    for match in _COLON.finditer(passage.folded, passage.begin):
        before = passage.figures_before(match.start(), 1)
        near = bool(before) and match.start() - before[0].end < _FIGURE_REACH
        if near and not _BREAKS.search(passage.folded[before[0].end : match.start()]):
            end = min(passage.clauses.sentence(match.start())[1], match.end() + _LONGEST)
            for enumeration in _inside(Stretch(passage, match.end(), end), match.start(), words):
                if len(enumeration.items) > _FEWEST_NAMED and _SEMICOLON.search(passage.folded, match.end(), end):
                    yield enumeration


def _names_behind(passage: Passage, words: Patterns) -> Iterator[Enumeration]:
    """Names right behind a number and its noun: "03 huyện Vũng Liêm, Tam Bình, Trà Ôn", "02 xã biên giới A Xing và Thanh"."""
    for figure in passage.figures:
        behind = _noun_behind(passage, figure.end) if figure.counted == _PLACE else None
        if behind is None or words["belonging"].search(passage.folded, figure.end, behind):
            continue
        end = min(passage.clauses.sentence(figure.end)[1], behind + _LONGEST)
        names = names_in_row(Stretch(passage, behind, end), words["joiner"])
        if len(names) > 1 and not any(passage.locale.counted.match(passage.folded, name.start) for name in names):
            yield Enumeration(behind, names, True)


def _noun_behind(passage: Passage, position: int) -> int | None:
    """Where a capital letter follows a few words without one."""
    value = passage.text.value
    for _ in range(_MOST_NOUN_WORDS):
        word = _WORD_BEHIND.match(value, position)
        if word is None or (word["word"][0].isupper() and word.start() == position and value[position - 1].isdigit()):
            return None
        if word["word"][0].isupper():
            return word.start("word")
        position = word.end()
    return None


def _ends_in_count(passage: Passage) -> bool:
    """Does its last figure stand right before the colon ("… 05 nhóm giải pháp trọng tâm:")?"""
    last = passage.figures[-1] if passage.figures else None
    ending = passage.folded[last.end :].rstrip(" *:") if last else ""
    return last is not None and len(ending) < _FIGURE_REACH and not _BREAKS.search(ending)


def _at_the_end(reading: Reading, passage: Passage) -> Iterator[Enumeration]:
    """The lines below "… 05 nhóm giải pháp trọng tâm:", where nothing follows that may belong to them."""
    items = items_below(reading, passage, numbered=True)
    if len(items) > 1 and items[0].marker is not None:
        yield _below(len(passage.text), items)._replace(sure=not goes_on(reading, items[-1]))


def _below(position: int, items: Sequence[Passage]) -> Enumeration:
    return Enumeration(position, [Stretch(item, item.begin, len(item.text)) for item in items], True)


def _behind_cue(reading: Reading, passage: Passage, match: re.Match[str], words: Patterns) -> Iterator[Enumeration]:
    """In the lines below; or behind a colon, a cue that needs none, or in a bracket."""
    bracket = passage.clauses.bracket_at(match.start())
    end = bracket.end - 1 if bracket else passage.clauses.sentence(match.start())[1]
    tail = passage.folded[match.end() : end].strip()
    if tail in (":", "") and announces(passage) and bracket is None:
        yield _below(match.start(), items_below(reading, passage))
    elif tail.startswith(":") or words["direct"].fullmatch(match[0]) or bracket:
        yield from _inside(Stretch(passage, match.end(), min(end, match.end() + _LONGEST)), match.start(), words)


def _inside(whole: Stretch, position: int, words: Patterns) -> Iterator[Enumeration]:
    """The items of a stretch: numbered, between semicolons, or names between commas."""
    numbered = _filled(whole.split(_NUMBERED))
    blocks = _filled(whole.split(_SEMICOLON))
    is_numbered = len(numbered) > 1 and _NUMBERED.search(whole.folded) is not None
    for split_last in (True, False):
        if is_numbered or len(blocks) > 2:
            items = numbered if is_numbered else _last_in_two(blocks, words["joiner"]) if split_last else blocks
            yield Enumeration(position, items, all(any(c.isalpha() for c in text_of(item)) for item in items))
        else:
            names = _names(blocks[0] if blocks else whole, words["joiner"] if split_last else None)
            yield from _by_noun(names, position, words["joiner"])
            yield Enumeration(position, names, len(names) > 1 and _are_alike(names, position))


def _last_in_two(blocks: Sequence[Stretch], joiner: re.Pattern[str]) -> list[Stretch]:
    """Where one "and" joins two items at the end: "Bản ghi nhớ …; Thỏa thuận …; Kế hoạch … và Bản ghi nhớ …". A name may hold one, too
    ("Quỹ Y tế và Môi trường"): the second half is long, or begins as another item does."""
    halves = _filled(blocks[-1].split(joiner))
    if len(halves) != 2 or not all(text_of(item)[:1].isupper() for item in (*blocks, *halves)):
        return list(blocks)
    first, second = (half.folded.strip(MARKS).split("(")[0].split() for half in halves)
    begins = {item.folded.strip(MARKS).split()[0] for item in (*blocks, halves[0])}
    is_item = min(len(first), len(second)) > _FEW_WORDS + 1 or (second[:1] and second[0] in begins)
    return [*blocks[:-1], *halves] if is_item else list(blocks)


def _names(block: Stretch, joiner: re.Pattern[str] | None) -> list[Stretch]:
    """What stands between commas; a `joiner` in the last one joins two names, and is not part of a name."""
    names = _filled(block.split(_COMMA))
    return [*names[:-1], *_filled(names[-1].split(joiner))] if names and joiner else names


def _by_noun(names: Sequence[Stretch], position: int, joiner: re.Pattern[str]) -> Iterator[Enumeration]:
    """Items that each begin with what is counted: "03 mô hình gồm mô hình … ở xã A, mô hình …"; another name among them may be one more."""
    stated = names[0].passage.figures_before(position, 1) if names else ()
    word = noun(stated[0]) if stated else ""
    names = [half for piece in names for half in _joined_by_noun(piece, word, joiner)]
    begins = [piece.folded.strip(MARKS).startswith(word + " ") for piece in names]
    if not word or sum(begins) < _FEWEST_NAMED or not begins[0]:
        return
    starts = [piece.start for piece, named in zip(names, begins, strict=True) if named]
    items = [names[0]._replace(start=a, end=b) for a, b in zip(starts, [*starts[1:], names[-1].end], strict=True)]
    yield Enumeration(position, items, not any(_is_name(text_of(p)) for p, named in zip(names, begins, strict=True) if not named))


def _joined_by_noun(piece: Stretch, word: str, joiner: re.Pattern[str]) -> list[Stretch]:
    """ "mô hình … ở xã A và mô hình … ở xã B": two items."""
    halves = _filled(piece.split(joiner))
    return halves if word and len(halves) > 1 and all(half.folded.strip(MARKS).startswith(word + " ") for half in halves) else [piece]


def _filled(pieces: Sequence[Stretch]) -> list[Stretch]:
    return [piece for piece in pieces if piece.folded.strip(_PUNCTUATION)]


def _are_alike(names: Sequence[Stretch], position: int) -> bool:
    """Names; dates; or, behind a colon, a few words each ("03 chỉ tiêu: diện tích, năng suất, sản lượng")."""
    texts = [text_of(name) for name in names]
    if all(map(_is_name, texts)) or all(map(_DATE.fullmatch, texts)) or all(map(_is_named_amount, names)):
        return True
    passage = names[0].passage
    behind_colon = ":" in passage.folded[position : names[0].start]
    return behind_colon and all(len(text.split()) <= _FEW_WORDS and not any(c.isdigit() for c in text) for text in texts)


def _is_named_amount(item: Stretch) -> bool:
    """ "Công ty A 125 triệu đồng": a name and what it has, in a unit or of a kind."""
    figures = item.figures
    if len(figures) != 1 or not (figures[0].unit or figures[0].counted):
        return False
    name = item.passage.text.value[item.start : figures[0].start].strip(MARKS)
    return _is_name(name) and name[0].isupper()


def _is_name(text: str) -> bool:
    """Short, and beginning with a capital letter like a name."""
    words = text.split()
    return 0 < len(words) <= _LONGEST_NAME and any(word[0].isupper() for word in words) and not any(c.isdigit() for c in text)


def text_of(item: Stretch) -> str:
    """The words of an item, without the marks around them."""
    return item.passage.text.value[item.start : item.end].strip(MARKS)


def phrase(item: Stretch) -> Phrase:
    """An item as something written."""
    written, text = item.passage.text.value[item.start : item.end], text_of(item)
    start = item.start + len(written) - len(written.lstrip(MARKS))
    place = item.passage.text.place(start, start + max(1, len(text)))
    return Phrase(text=text[:_LONGEST_PHRASE], place=place, start=start, end=start + len(text))
