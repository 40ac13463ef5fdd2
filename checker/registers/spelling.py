"""How near two spellings of a name are.

Names are compared without blanks, hyphens, dots and brackets ("Ma-lai-xi-a" = "Malaixia"), and with i for a y that ends a
syllable (Mỹ = Mĩ), never without their diacritics: Ấn Độ written "An Do" is a slip.

A slip is a letter missed, added, mistaken or swapped with its neighbour, or all the diacritics left out. Names of five
letters may hold one, of eight letters two: shorter ones are all neighbours (Úc, Đức). They are counted word by word; a short
word is another word after two slips (Quân, Quốc).
"""

from __future__ import annotations

import re
from collections.abc import Container
from typing import NamedTuple

from checker.text import bare

_FINAL_Y = re.compile(r"(?<=[hklmst])[yỳýỷỹỵ](?![^\W\d_])")
_PLAIN_I = dict(zip("yỳýỷỹỵ", "iìíỉĩị", strict=True))
_AS_Y = str.maketrans("iìíỉĩị", "yỳýỷỹỵ")
_NO_LETTERS = re.compile(r"[\W\d_]+")
_ONE, _TWO = 5, 8
_SHORT_WORD = 6
MOST_SLIPS = 2
_LONGEST_ENDING = 4
_BITS = 64


def compact(folded: str) -> str:
    """The letters of a folded name."""
    return _NO_LETTERS.sub("", _FINAL_Y.sub(lambda match: _PLAIN_I[match[0]], folded))


def with_y(letters: str) -> str:
    """A compacted name as it may have been written, where its second letter stands for a y."""
    return letters[:1] + letters[1:2].translate(_AS_Y) + letters[2:]


class Form(NamedTuple):
    """A name as it is compared. `whole` says that it is one word or spelled with hyphens, which come and go. `bits` has one
    for each of its letters: a slip changes two at most."""

    letters: str
    bare: str
    words: tuple[str, ...]
    whole: bool
    bits: int

    def slips_from(self, known: Form) -> int | None:
        """How many slips make this name of a known one; None where they are too many."""
        shorter, longer = sorted((len(self.letters), len(known.letters)))
        most = 0 if shorter < _ONE else 1 if longer < _TWO else MOST_SLIPS
        if not most or longer - shorter > most:
            return None
        if self.bare == known.bare:
            return 1
        if (self.bits ^ known.bits).bit_count() > 2 * most:
            return None
        if len(self.words) != len(known.words):
            return 1 if (self.whole or known.whole) and slips(self.letters, known.letters, 1) == 1 else None
        pairs = zip(self.words, known.words, strict=True)
        found = sum(slips(word, other, 1 if len(other) <= _SHORT_WORD else MOST_SLIPS) for word, other in pairs)
        return found if found <= most else None


def form(folded: str) -> Form:
    """The form of a folded name."""
    words = tuple(filter(None, map(compact, folded.split())))
    letters = "".join(words)
    bits = 0
    for letter in letters:
        bits |= 1 << (ord(letter) % _BITS)
    return Form(letters, bare(letters), words, len(words) == 1 or "-" in folded, bits)


def derives(name: Form, known: Container[str], endings: re.Pattern[str]) -> bool:
    """Is it a known name with an ending that makes another word of it ("Malaysians")?"""
    lengths = range(max(1, len(name.letters) - _LONGEST_ENDING), len(name.letters))
    return any(name.letters[:length] in known and endings.fullmatch(name.letters, length) for length in lengths)


def slips(one: str, other: str, most: int) -> int:
    """How many slips make one word of another; `most` + 2 where they are more than `most`."""
    if one == other:
        return 0
    if abs(len(one) - len(other)) > most:
        return most + 2
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one):
        earlier, before, row = before, row, [i + 1]
        for j, wanted in enumerate(other):
            least = min(before[j] + (letter != wanted), before[j + 1] + 1, row[j] + 1)
            if i and j and letter == other[j - 1] and one[i - 1] == wanted:
                least = min(least, earlier[j - 1] + 1)
            row.append(least)
    return row[-1] if row[-1] <= most else most + 2
