"""A whole and the parts that follow it: "56 lao động, trong đó: cấp mới 50, cấp lại 05, xác nhận 01".

    find:
      breakdown:
        closed: {vi: [gồm, bao gồm, như sau]}     # what follows is all of it
        of_which: {vi: [trong đó]}                # may be all of it: wrong only where one slip of a digit explains it
        among: {vi: [trong tổng số]}              # the whole follows: "Trong tổng số 56 lao động: …"
        like: {vi: ["như:"]}                      # a full list perhaps: a finding is one degree less grave
        open: {vi: [chủ yếu, "…"]}                # there are others: parts ≤ whole
        rest: {vi: [khác, còn lại]}               # a segment that says so without a figure leaves the list open
        overlapping: {vi: [nữ, hộ nghèo]}         # kinds that overlap others: no partition
        complement: {vi: [nam]}                   # with which an overlapping kind makes one after all
        not_parts: {vi: [so với, kế hoạch]}       # a figure behind one of these is no part
        joiner: {vi: [và]}

Roles: `whole` (number), `parts` (list of number). The list may stand in the sentence, in a bracket right behind the whole
("118 thủ tục (cấp tỉnh 87, cấp huyện 31)"), in the lines below or in a footnote. A part may leave out its unit. Where items
carry several figures each, every one is held against its own whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from checker.claim import Claim, Doubt
from checker.figure import Figure
from checker.recognise.cues import Cues, cues
from checker.recognise.kinds import is_plain, same_kind
from checker.recognise.lists import announces, items_below
from checker.recognise.parts import Listing, adopt, listing, others, word_before
from checker.recognise.passages import Passage, Stretch
from checker.recognise.reading import Reading

_MOST_WHOLES = 5
_LONGEST_SCOPE = 6_000
_MOST_READINGS = 16
_ONLY_PUNCTUATION = re.compile(r"[\s:;.,*()\"”-]*\Z")
_BRACKET_GAP = 90


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    closed: Cues
    of_which: Cues = {}
    among: Cues = {}
    like: Cues = {}
    open: Cues = {}
    rest: Cues = {}
    overlapping: Cues = {}
    complement: Cues = {}
    not_parts: Cues = {}
    joiner: Cues = {}


class Hit(NamedTuple):
    """A cue: where it stands and what kind it is ("bracket" for a list in brackets without one)."""

    start: int
    end: int
    kind: str


def roles(options: Options) -> Mapping[str, str]:
    return {"whole": "number", "parts": "numbers"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    words = _Words(reading, options)
    anchors = _anchors(reading)
    for passage in reading.passages:
        if passage.figures or announces(passage):
            yield from _Finder(reading, passage, words, anchors.get(passage.order) if passage.note else None).claims()


def _anchors(reading: Reading) -> dict[int, Stretch]:
    """For each footnote, the text that it is a note to, up to the reference."""
    found: dict[int, Stretch] = {}
    for passage in reading.passages:
        for offset, mark in passage.notes:
            note = reading.footnotes.get(mark)
            if note is not None:
                found.setdefault(note.order, Stretch(passage, passage.sentence(offset).start, offset))
    return found


class _Words:
    def __init__(self, reading: Reading, options: Options) -> None:
        self.kinds = {kind: cues(getattr(options, kind), reading.locale) for kind in ("closed", "of_which", "among", "like")}
        self.open = cues(options.open, reading.locale)
        self.rest = cues(options.rest, reading.locale)
        self.overlapping = cues(options.overlapping, reading.locale)
        self.complement = cues(options.complement, reading.locale)
        self.not_parts = cues(options.not_parts, reading.locale)
        self.joiner = cues(options.joiner, reading.locale)


class _Finder:
    def __init__(self, reading: Reading, passage: Passage, words: _Words, anchor: Stretch | None) -> None:
        self.reading = reading
        self.passage = passage
        self.words = words
        self.anchor = anchor
        self.used: set[int] = set()
        self.last_wholes: list[Figure] = []

    def claims(self) -> Iterator[Claim]:
        hits = self._hits()
        for number, hit in enumerate(hits):
            following = hits[number + 1 :]
            scope, bracketed = self._scope(hit, following)
            if not scope:
                continue
            found = listing(scope, self.words.joiner, self.words.not_parts)
            wholes = self._wholes(hit, scope)
            yield from self._of_listing(hit, scope, found, wholes, bracketed)

    # ---------------------------------------------------------------- where it begins

    def _hits(self) -> list[Hit]:
        hits: dict[int, Hit] = {}
        spans = [(w.start, w.end) for w in self.passage.written if not isinstance(w, Figure)]
        for kind, pattern in self.words.kinds.items():
            for match in pattern.finditer(self.passage.folded, self.passage.begin):
                if not any(a <= match.start() < b for a, b in spans):
                    before = hits.get(match.start())
                    if before is None or match.end() > before.end:
                        hits[match.start()] = Hit(match.start(), match.end(), kind)
        if self.anchor is not None and not any(hit.start - self.passage.begin < 4 for hit in hits.values()):
            hits[self.passage.begin] = Hit(self.passage.begin, self.passage.begin, "of_which")
        elif self._announces_bare(hits):
            end = len(self.passage.text.value.rstrip(" *")) - 1
            hits[end] = Hit(end, end + 1, "of_which")
        covered = {id(b) for h in hits.values() if (b := self.passage.clauses.bracket_at(h.start)) is not None}
        for bracket in self.passage.clauses.brackets:
            if id(bracket) not in covered and self._follows_figure(bracket.start):
                hits[bracket.start] = Hit(bracket.start, bracket.start + 1, "bracket")
        return [hits[start] for start in sorted(hits)]

    def _announces_bare(self, hits: Mapping[int, Hit]) -> bool:
        """A line that ends with a colon announces a list even without a cue."""
        end = len(self.passage.text.value.rstrip(" *:"))
        return announces(self.passage) and not any(_ONLY_PUNCTUATION.match(self.passage.folded, hit.end) for hit in hits.values()) and end > 0

    def _follows_figure(self, start: int) -> bool:
        """Does a plain figure stand right before this bracket, nothing but what it counts between?"""
        before = self.passage.figures_before(start, 1)
        if not before or start - before[0].end > _BRACKET_GAP:
            return False
        between = self.passage.folded[before[0].end : start]
        return is_plain(before[0]) and not re.search(r"[,;.:()]", between)

    # ---------------------------------------------------------------- how far it goes

    def _scope(self, hit: Hit, following: Sequence[Hit]) -> tuple[list[Stretch], bool]:
        """The stretches of the list; whether it stands in brackets."""
        clauses = self.passage.clauses
        bracket = clauses.bracket_at(hit.end if hit.kind == "bracket" else hit.start)
        end = bracket.end - 1 if bracket else clauses.sentence(hit.start)[1]
        begin = self._begin(hit, end)
        for later in following:
            if later.kind != "bracket" and begin < later.start < end and clauses.bracket_at(later.start) == bracket:
                end = later.start
                break
        end = min(end, begin + _LONGEST_SCOPE)
        stretch = Stretch(self.passage, begin, end)
        if bracket is None and _ONLY_PUNCTUATION.match(self.passage.folded, begin, end) and _ONLY_PUNCTUATION.match(self.passage.folded, begin):
            return [Stretch(item, item.begin, _first_sentence(item)) for item in items_below(self.reading, self.passage)], False
        return [stretch], bracket is not None

    def _begin(self, hit: Hit, end: int) -> int:
        """Behind the cue; behind the colon where the whole stands between the two ("Trong tổng số 56 lao động: …")."""
        if hit.kind != "among":
            return hit.end
        colon = self.passage.folded.find(":", hit.end, end)
        first = self.passage.figures_between(hit.end, end)[:1]
        return colon + 1 if colon > 0 else first[0].end if first else hit.end

    # ---------------------------------------------------------------- the whole

    def _wholes(self, hit: Hit, scope: Sequence[Stretch]) -> list[Figure]:
        """What the whole may be, the likeliest first."""
        if hit.kind == "among":
            begin = scope[0].start if scope[0].passage is self.passage else len(self.passage.text)
            return [f for f in self.passage.figures_between(hit.end, begin) if is_plain(f)][:1]
        if self.anchor is not None and hit.start - self.passage.begin < 4:
            return [f for f in self.anchor.passage.figures_before(self.anchor.end, 4) if is_plain(f) and f.start >= self.anchor.start]
        clauses, position = self.passage.clauses, hit.start
        bracket = clauses.bracket_at(hit.start)
        start = clauses.sentence(position)[0]
        found = self._before(position, start)
        sentences = 0
        while not found and start > self.passage.begin and sentences < 2:
            position, start, sentences = start, clauses.sentence(start - 1)[0], sentences + 1
            found = self._before(position, start)
        if not found and hit.start - self.passage.begin < 4:
            found = self._in_passage_before()
        level = [f for f in found if clauses.bracket_at(f.start) == bracket or bracket is not None]
        inner = [f for f in found if f not in level]
        fresh = [f for f in level if f.start not in self.used]
        return [*fresh, *(f for f in level if f not in fresh), *inner][:_MOST_WHOLES]

    def _before(self, position: int, start: int) -> list[Figure]:
        return [f for f in self.passage.figures_before(position, 12) if f.start >= start and is_plain(f) and f.certain]

    def _in_passage_before(self) -> list[Figure]:
        """The figures of the paragraph above, where this one begins with the cue."""
        flow = self.reading.preceding_passage(self.passage)
        return [f for f in flow.figures_before(len(flow.text), 4) if is_plain(f) and f.certain] if flow else []

    # ---------------------------------------------------------------- the claims

    def _of_listing(self, hit: Hit, scope: Sequence[Stretch], found: Listing, wholes: list[Figure], bracketed: bool) -> Iterator[Claim]:
        topic = f"breakdown {self.passage.order} {self.passage.cell} {hit.start}"
        made = 0
        slots = max((len(slot) for slot in found.slots), default=0)
        for slot in range(min(slots, 4)):
            rivals = list(self._slot(hit, scope, found, wholes, slot))
            for position, (whole, parts, open_) in enumerate(rivals[:_MOST_READINGS]):
                made += 1
                filled = (*parts, others(whole)) if open_ else parts
                doubt = self._doubt(hit, found, parts, open_)
                yield Claim(
                    roles={"whole": whole, "parts": filled},
                    at=whole,
                    section=self.passage.section.title,
                    topic=f"{topic} {slot}",
                    doubt=doubt if not position or doubt == Doubt.MUTE else Doubt.SLIP if whole is rivals[0][0] else Doubt.MUTE,
                    tentative=hit.kind == "like",
                    words=self.passage.text.value[hit.start : hit.end],
                )
            if rivals:
                self.used.update(part.start for part in rivals[0][1])

    def _slot(self, hit: Hit, scope: Sequence[Stretch], found: Listing, wholes: list[Figure], slot: int) -> Iterator[tuple[Figure, tuple[Figure, ...], bool]]:
        """Readings of one slot: whole, parts, and whether the list is open."""
        chosen = [(figures[slot], i) for i, figures in enumerate(found.slots) if len(figures) > slot]
        if slot and len(chosen) < max(2, sum(bool(f) for f in found.slots)):
            return
        open_ = self._is_open(hit, scope, found)
        for whole in self._fitting(wholes, [f for f, _ in chosen], slot, found):
            adopted = [(part, i) for f, i in chosen if f is not whole and (part := adopt(whole, f)) is not None]
            if len(adopted) < 2 or (slot == 0 and len(adopted) < len(chosen) and len(adopted) < 0.6 * len(chosen)):
                continue
            for parts in _prefixes(adopted, found):
                yield whole, parts, open_

    def _fitting(self, wholes: list[Figure], parts: list[Figure], slot: int, found: Listing) -> list[Figure]:
        """With several figures an item, a slot's whole is the one behind the same word, or of the same kind."""
        if max(len(figures) for figures in found.slots) == 1 or not parts:
            return wholes
        word = word_before(found.segments[0].passage, parts[0])
        by_word = [w for w in wholes if word and word_before(self._passage_of(w), w) == word and same_kind(w, parts[0])]
        by_kind = [w for w in wholes if w.counted == parts[0].counted and w.unit == parts[0].unit]
        return by_word or by_kind or (wholes if slot == 0 else [])

    def _passage_of(self, figure: Figure) -> Passage:
        if self.anchor is not None and figure in self.anchor.passage.figures:
            return self.anchor.passage
        return self.passage

    def _is_open(self, hit: Hit, scope: Sequence[Stretch], found: Listing) -> bool:
        text = " ".join(stretch.clear for stretch in scope)
        before = self.passage.folded[max(0, hit.start - 40) : hit.end]
        if self.words.open.search(text) or self.words.open.search(before):
            return True
        empty = [segment.folded for segment, figures in zip(found.segments, found.slots, strict=True) if not figures]
        return any(self.words.rest.search(words) for words in empty)

    def _doubt(self, hit: Hit, found: Listing, parts: Sequence[Figure], open_: bool) -> Doubt:
        labels = [segment.clear for segment, figures in zip(found.segments, found.slots, strict=True) if figures]
        overlapping = [bool(self.words.overlapping.search(label)) for label in labels]
        if any(overlapping) and not any(self.words.complement.search(label) for label in labels):
            small = all(part.quantity.value < 100 for part in parts)
            return Doubt.MUTE if small or hit.kind != "closed" else Doubt.SLIP
        return Doubt.SURE if hit.kind in ("closed", "like") and not open_ else Doubt.SLIP


def _first_sentence(item: Passage) -> int:
    """An item's own figure stands in its first sentence."""
    return item.clauses.sentence(item.begin)[1]


def _prefixes(adopted: Sequence[tuple[Figure, int]], found: Listing) -> Iterator[tuple[Figure, ...]]:
    """The whole list; then the list cut where a segment without a figure, or a semicolon, may have ended it."""
    parts = tuple(figure for figure, _ in adopted)
    yield parts
    for position in range(2, len(adopted)):
        before, here = adopted[position - 1][1], adopted[position][1]
        if here - before > 1 or found.strong[here]:
            yield parts[:position]
