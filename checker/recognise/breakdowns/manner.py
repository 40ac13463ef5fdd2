"""What a list of parts tells of itself: is it full or open, do its parts overlap, does it say what was done instead of how many?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.figure import Figure
from checker.recognise.breakdowns.announcement import Announcement
from checker.recognise.cues import Patterns
from checker.recognise.parts import Segment
from checker.recognise.passages import Passage
from checker.text import fold
from checker.units import PERCENT

_BEFORE = 40
_FEW_WORDS = 9
_HEAD_WORDS = 3
_TITLE = 3
_FEWEST_BEFORE_REST = 2


def begins_with_figures(found: Sequence[Segment]) -> bool:
    """A list of names has no figures before its first semicolon."""
    for segment in found:
        if segment.strong:
            return False
        if segment.figures:
            return True
    return False


def is_open(passage: Passage, announcement: Announcement, found: Sequence[Segment], words: Patterns) -> bool:
    """Are there others: said before the list ("chủ yếu"), in it ("…"), or by a segment without a figure ("còn lại")?"""
    before = passage.folded[max(0, announcement.start - _BEFORE) : announcement.end]
    listed = _listed(found)
    if _ends_with_rest(listed, words):
        return False
    if words["open"].search(before) or any(words["open"].search(segment.words) for segment in listed):
        return True
    return any(words["rest"].search(segment.words) for i, segment in enumerate(listed) if not segment.figures and not _is_told(listed[i:]))


def _is_told(listed: Sequence[Segment]) -> bool:
    """ "các thị trường còn lại 6%, tức 120 người": a share of the rest, and right behind it how many."""
    return len(listed) > 1 and any(f.unit == PERCENT for f in listed[0].stretch.figures) and bool(listed[1].figures)


def _ends_with_rest(listed: Sequence[Segment], words: Patterns) -> bool:
    """ "…, nguyên nhân khác 04 vụ": who counts the others tells of all."""
    counted = [segment for segment in listed if segment.figures]
    return len(counted) > _FEWEST_BEFORE_REST and listed[-1] is counted[-1] and words["rest"].search(counted[-1].words) is not None


def _listed(found: Sequence[Segment]) -> list[Segment]:
    """The segments up to the last one with a figure, and what follows it before a semicolon."""
    last = max((i for i, segment in enumerate(found) if segment.figures), default=0)
    return [s for i, s in enumerate(found) if i <= last or not any(t.strong for t in found[last + 1 : i + 1])]


def overlap(found: Sequence[Segment], announcement: Announcement, words: Patterns, whole: Figure) -> bool:
    """Do the parts count the same people twice ("nữ", "đảng viên")? Not in the name of a body ("Hội Phụ nữ"), not beside their
    complement, nor where "khác" makes the list full, nor where the whole counts those very people."""
    own = fold(whole.label)
    labels = [words["bodies"].sub(" ", _head(segment)) for segment in found if segment.figures]
    hits = {key: [hit[0] for label in labels for hit in words[key].finditer(label)] for key in ("overlapping", "complement", "rest")}
    said = {key: any(not own.startswith(hit) for hit in found_) for key, found_ in hits.items()}
    is_full = announcement.kind in ("closed", "among") and said["rest"]
    return said["overlapping"] and not said["complement"] and not is_full


def _head(segment: Segment) -> str:
    """The words that say what a part is: all of a short segment, the first of a long one and those right behind its figure."""
    words = segment.words.split()
    if len(words) <= _FEW_WORDS:
        return segment.words
    end = segment.figures[0].end - segment.stretch.start
    return " ".join([*words[:_HEAD_WORDS], *segment.words[end:].split()[:_HEAD_WORDS]])


def named_ones(found: Sequence[Segment], whole: Figure, words: Patterns) -> int:
    """How many segments name one of the whole without counting it ("06 xã, 01 thị trấn và Khối 487", "5 công nhân và ông Nguyễn Văn An")."""
    return sum(_is_named(segment, whole, words) for segment in found)


def _is_named(segment: Segment, whole: Figure, words: Patterns) -> bool:
    passage, start, end = segment.stretch
    joined = next((m.end() for m in words["joiner"].finditer(passage.folded, start, end)), None)
    counting = [f.start for f in segment.figures if f.certain and (f.unit == whole.unit or not f.unit)]
    name = passage.text.value[joined or start : end].strip(" ,;.:").split()
    return any(word[:1].isupper() for word in name[: _TITLE if joined else 1]) and not any(at >= (joined or start) for at in counting)


def up_to_others(found: Sequence[Segment], words: Patterns) -> Sequence[Segment]:
    """The list up to where another one begins that is not full ("…; chủ yếu ở xã A (602 người)")."""
    ends = (i for i, segment in enumerate(found) if i and _begins_another(segment, words["open"]))
    return found[: next(ends, len(found))]


def _begins_another(segment: Segment, open_: re.Pattern[str]) -> bool:
    """ "…; chủ yếu ở xã A (602 người)", "…; địa bàn đến chủ yếu là Lào (19 đoàn)"."""
    first = segment.figures[0].start - segment.stretch.start if segment.figures else 0
    if segment.strong and segment.aside:  # "…; so với năm 2021 giảm 03 vụ (14 vụ)"
        return True
    return open_.match(segment.words.lstrip()) is not None or (segment.strong and open_.search(segment.words, 0, first) is not None)


def all_short(found: Sequence[Segment]) -> bool:
    return all(len(segment.words.split()) <= _FEW_WORDS for segment in found)


def all_with_figures(found: Sequence[Segment]) -> bool:
    """Has every segment a figure, of whatever kind?"""
    return all(segment.figures or segment.stretch.figures for segment in found)


def blocks(found: Sequence[Segment]) -> list[list[Segment]]:
    """The segments between semicolons or lines."""
    cut: list[list[Segment]] = []
    for segment in found:
        if segment.strong or not cut:
            cut.append([])
        cut[-1].append(segment)
    return cut


def blocks_without(found: Sequence[Segment], parts: Sequence[Figure]) -> int:
    """In how many blocks of a list of several is no part? Where many are without, the list tells what was done, not how many."""
    starts = {(part.place, part.start) for part in parts}
    all_blocks = [block for block in blocks(found) if any(segment.words.strip(" .:*") for segment in block)]
    filled = sum(any((f.place, f.start) in starts for s in block for f in s.figures) for block in all_blocks)
    return len(all_blocks) - filled if filled > 1 else 0


def uneven(found: Sequence[Segment], parts: Sequence[Figure]) -> bool:
    """Does one block between semicolons give one part and another more? Then some of them say something else."""
    starts = {part.place for part in parts}
    given = {sum(f.place in starts for segment in block for f in segment.figures) for block in blocks(found)} - {0}
    return len(given) > 1 and 1 in given


def has_aside(found: Sequence[Segment], words: Patterns) -> bool:
    """Does a segment with a figure begin like an aside ("có 02 phương án …"), the first one not?"""
    begun = [words["aside"].match(_without_compound(segment)) for segment in found if segment.figures]
    heads = (found[0].words.lstrip(" :"), *(segment.words.lstrip() for segment in found if segment.figures))[:2]
    own = {match[0] for head in heads if (match := words["aside"].match(head))}
    return any(match and match[0] not in own for match in begun[1:])


def _without_compound(segment: Segment) -> str:
    """The words of a segment; none where the first are a compound ("vượt sai quy định 7 vụ")."""
    words = segment.words.lstrip()
    return "" if words.startswith(tuple(segment.stretch.passage.locale.words("compounds", "change"))) else words


def of_one_kind(parts: Sequence[Figure]) -> bool:
    """Do the parts that say what they count all count the same?"""
    return len({part.counted for part in parts} - {""}) <= 1


def is_explicit(whole: Figure, found: Sequence[Segment], parts: Sequence[Figure], bare: bool = False) -> bool:
    """Is there one part in every segment, each naming the very kind that the whole counts, or (`bare`) none?"""
    filled = [segment for segment in found if segment.words.strip(" :;,.*")]
    one_each = all(segment.figures for segment in filled) and len(filled) == len(parts)
    told = all(part.counted == whole.counted or (bare and not part.counted and not part.unit) for part in parts)
    return one_each and bool(whole.counted) and told
