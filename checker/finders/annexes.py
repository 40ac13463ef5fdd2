"""Annexes that are mentioned and annexes that are there.

    find:
      annexes:
        announced: {vi: [từng quý, theo quý, hàng quý]}    # what a mention says of an annex's columns or rows
        shown: {vi: [quý 1, quý i, quý 2, quý ii]}         # what then stands in the annex

Roles: `annex` (name, of the register "annexes"). One claim for every annex that the text mentions, one for every annex that is
there, one where a mention announces what the annex must show. A document without any annex says nothing: they are sent apart. Nor do
annexes that only mention one another: their report is another file; and the sheets of a workbook need no mention on another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec

from checker.claim import Claim
from checker.figure import Name
from checker.recognise.annexes import annex_number
from checker.recognise.cues import Cues, cues
from checker.recognise.passages import Passage
from checker.recognise.reading import Reading

_SAID, _NEAR = 160, 12
_REGISTER = "annexes"

Key = tuple[str, str]


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    announced: Cues = {}
    shown: Cues = {}


def roles(options: Options) -> Mapping[str, str]:
    return {"annex": "name"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    there = {_key(p.folded, p.section.annex): p for p in reversed(reading.paragraphs) if _opens_annex(p)}
    kinds = {key[0] for key in there}
    mentions = [
        (passage, key, match)
        for passage in reading.passages
        if not _opens_annex(passage)
        for key, match in _mentions(passage, reading)
        if key[0] in kinds
    ]
    by_report = [(key[0], passage) for passage, key, _ in mentions if not passage.section.annex]
    told = {kind for kind, _ in by_report}
    in_prose = {kind for kind, passage in by_report if not passage.text.place(0).sheet}
    for passage, key, match in mentions:
        if key[0] in told:
            yield _claim(passage, match.start(), match.end(), key[1] if key in there else "", "mentioned")
            if key in there:
                yield from _announced(reading, options, passage, match, there[key])
    mentioned = {key for _, key, _ in mentions}
    for key, heading in sorted(there.items()):
        if key[0] in in_prose and not heading.section.template:
            yield _claim(heading, heading.begin, len(heading.text), key[1] if key in mentioned else "", "there")


def _opens_annex(passage: Passage) -> bool:
    heading = passage.section.heading
    return bool(passage.section.annex) and heading is not None and heading.order == passage.order


def _mentions(passage: Passage, reading: Reading) -> Iterator[tuple[Key, re.Match[str]]]:
    """Annexes of this document: one of another ("Phụ lục II ban hành kèm theo Nghị định 30/2020/NĐ-CP") is followed by its citation."""
    joined, enclosed = _also(reading), reading.locale.words("parts", "enclosed")
    for match in reading.locale.pattern("parts", "annex_mention").finditer(passage.folded):
        following = next((c for c in passage.citations if c.start >= match.end()), None)
        between = passage.folded[match.end() : following.start].strip(" ,(") if following is not None else ""
        following = following if len(between) < _NEAR or between in enclosed else None
        if following is not None and not _is_own(following.symbol, reading):
            continue
        yield _key(match[0], match["name"]), match
        also = joined.match(passage.folded, match.end())
        while also:
            yield _key(match[0], also["name"]), also
            also = joined.match(passage.folded, also.end())


def _also(reading: Reading) -> re.Pattern[str]:
    """Another annex in the same breath: ", 2" and "và 3" of "Phụ lục 1, 2 và 3"."""
    joiners = "|".join(map(re.escape, reading.locale.words("parts", "joiners")))
    return re.compile(rf"\s?(?:{joiners})\s(?P<name>\d{{1,2}}|[ivx]{{1,5}})(?=\s*(?:[,;.)]|\Z|(?:{joiners})\s))")


def _is_own(symbol: str, reading: Reading) -> bool:
    own = reading.identity.number
    return own is not None and own.symbol == symbol


def _announced(reading: Reading, options: Options, passage: Passage, match: re.Match[str], heading: Passage) -> Iterator[Claim]:
    """Does the annex show what the mention says of it?"""
    said = cues(options.announced, reading.locale).search(passage.folded, match.end(), min(len(passage.text), match.end() + _SAID))
    if said is None or re.search(r"[.;]\s", passage.folded[match.end() : said.start()]):
        return
    shown = cues(options.shown, reading.locale)
    inside = [p for p in reading.passages if p.section.annex == heading.section.annex]
    hits = {hit[0] for p in inside for hit in shown.finditer(p.folded)}
    yield _claim(passage, said.start(), said.end(), heading.section.annex if len(hits) > 1 else "", "announced")


def _claim(passage: Passage, start: int, end: int, key: str, how: str) -> Claim:
    text = passage.text.value[start:end].strip()
    name = Name(text=text, place=passage.text.place(start, start + len(text)), start=start, end=end, register=_REGISTER, key=key)
    return Claim(roles={"annex": name}, at=name, section=passage.section.title, words=how, named={"annex": text})


def _key(words: str, name: str) -> Key:
    """What kind of annex, and one name for "01", "1" and "I"."""
    return words.split()[0], annex_number(name)
