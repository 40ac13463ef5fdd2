"""How a text is encoded, by what its words would be in each way.

Only words with a letter outside ASCII tell. Each counts once, so that a text full of "µm" or "®" proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import islice

from checker.encodings import tcvn3, vni
from checker.encodings.syllables import is_syllable

Decoder = Callable[[str], str]

OLD: Mapping[str, Decoder] = {"tcvn3": tcvn3.decoded, "vni": vni.decoded}

_UNICODE = frozenset("àáâãèéêìíòóôõùúýđĐ")
_FOREIGN = frozenset((*tcvn3.LETTERS, *(code for codes in vni.LETTERS for code in codes if not code.isascii())))
FOREIGN = frozenset(code for code in _FOREIGN if code.lower() not in _UNICODE and code != "Ð")
"""Characters of TCVN3 and VNI with which no Vietnamese word is written in Unicode."""

_WORD = re.compile(r"[^\s\d!-/:-@\[-`{-~–—‘’“”…]{2,}")
_MOST_WORDS = 3_000
_FEWEST_WORDS, _FEWEST_LETTERS = 4, 3
_ENOUGH, _BETTER = 0.7, 0.3


def words(texts: Iterable[str]) -> set[str]:
    """Different words that have a letter outside ASCII, not all of them in a long text."""
    return set(islice((word for text in texts for word in _WORD.findall(text) if not word.isascii()), 4 * _MOST_WORDS))


def share(words: Iterable[str], decode: Decoder | None = None) -> float:
    """How many of the words are syllables, from 0 to 1, once they are decoded."""
    told = [is_syllable(decode(word) if decode else word) for word in words]
    return sum(told) / len(told) if told else 0.0


def old_encoding(texts: Iterable[str]) -> str:
    """ "tcvn3" or "vni", where the words of the texts are certainly in it; else ""."""
    found = words(texts)
    if len(found) < _FEWEST_WORDS or len({code for word in found for code in word if code in FOREIGN}) < _FEWEST_LETTERS:
        return ""
    shares = {name: share(found, decode) for name, decode in OLD.items()}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= max(_ENOUGH, share(found) + _BETTER) else ""
