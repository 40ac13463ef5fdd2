"""A part that cannot be more than its whole: "797 lao động (có 319 nữ)", "57 người, trong đó nữ là 27 người".

    find:
      subset:
        of_which: {vi: [trong đó]}
        in_brackets: {vi: [có]}                   # the same, right behind an opening bracket
        not_parts: {vi: [tăng, giảm, so với]}     # a figure right behind one of these is neither
        joiner: {vi: [và]}                        # another kind of thing behind it is no part

Roles: `part`, `whole` (numbers). Every figure behind such a word, of the kind of the figure before it, is a part. Where
several earlier figures may be the whole, one that is large enough is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec

from checker.claim import Claim
from checker.doubt import Doubt
from checker.figure import Figure
from checker.recognise.cues import Cues, cues
from checker.recognise.kinds import is_plain
from checker.recognise.measures import CALENDAR
from checker.recognise.parts import excluded, noun
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading

_MOST_WHOLES = 20
_REACH = 240
_JOINED = 5


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    of_which: Cues
    in_brackets: Cues = {}
    not_parts: Cues = {}
    joiner: Cues = {}


def roles(options: Options) -> Mapping[str, str]:
    return {"part": "number", "whole": "number"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    of_which, in_brackets = cues(options.of_which, reading.locale), cues(options.in_brackets, reading.locale)
    changes, joiner = cues(options.not_parts, reading.locale), cues(options.joiner, reading.locale)
    for passage in reading.passages:
        if len(passage.figures) > 1:
            yield from _claims(passage, of_which, in_brackets, changes, joiner)


def _claims(
    passage: Passage, of_which: re.Pattern[str], in_brackets: re.Pattern[str], changes: re.Pattern[str], joiner: re.Pattern[str]
) -> Iterator[Claim]:
    clauses = passage.clauses
    for match in of_which.finditer(passage.folded, passage.begin):
        bracket = clauses.bracket_at(match.start())
        end = bracket.end if bracket else clauses.sentence(match.start())[1]
        yield from _behind(passage, match.start(), match.end(), min(end, match.end() + _REACH), changes, joiner)
    for bracket in clauses.brackets:
        opening = in_brackets.match(passage.folded, bracket.start + 1)
        if opening:
            yield from _behind(passage, bracket.start, opening.end(), bracket.end, changes, joiner)


def _behind(passage: Passage, cue: int, start: int, end: int, changes: re.Pattern[str], joiner: re.Pattern[str]) -> Iterator[Claim]:
    """The figures behind a cue, up to the end of the clause, against those before it."""
    semicolon = passage.folded.find(";", start, end)
    end = semicolon if semicolon > 0 else end
    begin = passage.clauses.sentence(cue)[0]
    inside = passage.clauses.bracket_at(start)
    while not passage.folded[begin:cue].strip(" -+*;,") and begin > passage.begin:
        begin = passage.clauses.sentence(begin - 1)[0]
    wholes = [
        f
        for f in passage.figures_before(cue, _MOST_WHOLES)
        if f.start >= begin and is_plain(f) and f.certain and f.quantity.bound is None and not excluded(passage, f, changes)
    ]
    outside = [f for f in wholes if passage.clauses.bracket_at(f.start) in (None, inside)]
    wholes = [*outside, *(f for f in wholes if f not in outside)]
    first = ""
    for part in passage.figures_between(start, end):
        first = first or noun(part)
        if (
            not is_plain(part)
            or part.unit in CALENDAR
            or passage.clauses.bracket_at(part.start) != inside
            or part.quantity.bound
            or excluded(passage, part, changes)
        ):
            continue
        larger = [w for w in wholes if _same(w, part)][:_MOST_WHOLES]
        if (
            larger
            and noun(part) not in (first, noun(larger[0]))
            and joiner.search(passage.folded, max(start, part.start - _JOINED), part.start)
        ):
            continue  # "13 xe ô tô, trong đó 5 xe hỏng và 150 chiếc xe máy"
        for whole in larger:
            yield Claim(
                roles={"part": part, "whole": whole},
                at=part,
                section=passage.section.title,
                topic=f"subset {passage.order} {passage.cell} {cue} {part.start}",
                doubt=Doubt.SURE if whole is larger[0] and whole in outside else Doubt.MUTE,
                words=passage.text.value[cue:start],
            )


def _same(whole: Figure, part: Figure) -> bool:
    return whole.unit == part.unit and whole.counted == part.counted and bool(whole.unit or whole.counted)
