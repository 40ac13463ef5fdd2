"""What can be a Vietnamese syllable. Words read in the wrong encoding hardly ever can."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = dict.fromkeys((0x300, 0x301, 0x303, 0x309, 0x323))
_OPEN = (
    "a|e|ê|i|o|ô|ơ|u|ư|y|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|oa|oe|oi|ôi|ơi|ua|uê|ui|uơ|uy|ưa|ưi|ưu"
    "|iêu|yêu|oai|oay|oao|oeo|uây|uôi|ươi|ươu|uya|uyu|uêu|ue|uai|uay|uao|ueo"
)
_CLOSED = "a|ă|â|e|ê|i|iê|o|oa|oă|oe|oo|ô|ơ|u|ua|uă|uâ|ue|uê|uô|ư|ươ|uy|uyê|yê|y"
_SYLLABLE = re.compile(rf"(?:ngh|ng|nh|ch|gh|gi|kh|ph|q|th|tr|[bcdđghklmnprstvx])?(?:(?:{_OPEN})|(?:{_CLOSED})(?:ch|ng|nh|[cmnpt]))\Z")


@lru_cache(maxsize=16_384)
def is_syllable(word: str) -> bool:
    """Can the word (small or capital letters, composed or not) be one syllable, with one tone at most?"""
    apart = unicodedata.normalize("NFD", word.lower())
    plain = apart.translate(_TONES)
    return len(apart) - len(plain) <= 1 and _SYLLABLE.match(unicodedata.normalize("NFC", plain)) is not None
