"""The same thing stated twice: in two sentences, in a sentence and a table, in two tables, in an item and the lines below it.

    find:
      restated:
        apart: {vi: [[ra, vào], [tăng, giảm]]}     # words that make two things of one: opposites
        compared: {vi: [so với, cùng kỳ]}          # before a figure of another time
        changes: {vi: [tăng, giảm]}                # before a figure, in a header: by how much something changed
        total: {vi: [tổng số, tổng cộng]}          # labels that name no thing of their own
        measures: {vi: [tỷ lệ, đạt]}               # before a figure: how something is measured, not what
        qualifiers: {vi: [trung bình, bình quân]}  # words that make another thing of what is beside them
        periods: {vi: [quý, tháng]}                # parts of a year, with their numbers
        summing_up: {vi: [đánh giá, hạn chế]}      # at the head of a paragraph or section that tells again what was told

Roles: `this`, `other` (numbers). Figures that are equal and whose words fit are taken for one thing; figures that one slip of
the hand separates, too, where the words around them agree the better the fewer digits there are; two small figures only
where each is the only one of its kind in its sentence, and the sentences say the same in the same year.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

import msgspec

from checker.claim import Claim
from checker.doubt import Doubt
from checker.recognise.cues import Cues
from checker.recognise.reading import Reading
from checker.recognise.restated.alone import alone_in_sentences
from checker.recognise.restated.between_tables import between_tables
from checker.recognise.restated.contexts import cells_of, passage_words
from checker.recognise.restated.evidence import Rarity
from checker.recognise.restated.in_rows import in_rows
from checker.recognise.restated.in_tables import in_tables
from checker.recognise.restated.in_text import in_text
from checker.recognise.restated.pair import Terms
from checker.recognise.restated.spoken import spoken
from checker.recognise.restated.times import Clock

NAMES = ("where",)


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    apart: dict[str, list[list[str]]] = {}
    compared: Cues = {}
    changes: Cues = {}
    total: Cues = {}
    measures: Cues = {}
    qualifiers: Cues = {}
    periods: Cues = {}
    summing_up: Cues = {}


def roles(options: Options) -> Mapping[str, str]:
    return {"this": "number", "other": "number"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    words = {name: getattr(options, name) for name in ("compared", "changes", "qualifiers", "periods", "summing_up")}
    terms = Terms(reading, options.apart, options.total, options.measures, words)
    clock = Clock(reading, terms.periods, terms.compared)
    said = spoken(reading, terms, clock)
    cells = cells_of(reading, clock, terms.changes)
    rarity = Rarity(chain((passage_words(here[0].passage) for here in said), (cell.words for cell in cells)))
    pairs = chain(
        in_tables(reading, terms, clock, said, cells, rarity),
        in_text(reading, terms, said, rarity),
        alone_in_sentences(said, terms),
        between_tables(reading, terms, cells),
        in_rows(reading),
    )
    for pair in pairs:
        yield Claim(
            roles={"this": pair.this, "other": pair.other},
            at=pair.this,
            section=pair.section,
            topic=f"restated {pair.topic}",
            doubt=Doubt.SURE if pair.sure else Doubt.MUTE,
            words=pair.this.label,
            named={"other": pair.other.text},
        )
