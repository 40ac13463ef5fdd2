"""A name for a finding that survives unrelated edits.

Hashes the rule, the normalised texts by role, the caption or section, and the ordinal among equals: the same in every
format and language, and stable when unrelated text moves.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from checker.report import Check
from checker.text import fold_words

_LENGTH = 16


def fingerprints(checks: Iterable[Check]) -> Iterator[str]:
    """The fingerprint of each check."""
    seen: Counter[str] = Counter()
    for check in checks:
        key = _key(check)
        seen[key] += 1
        yield hashlib.sha256(f"{key}\0{seen[key]}".encode()).hexdigest()[:_LENGTH]


def _key(check: Check) -> str:
    texts = [f"{role}={fold_words(written.text)}" for role, written in check.figures]
    return "\0".join([check.rule, fold_words(check.claim.section), *texts])
