"""The names of annexes: "01", "1" and "I" are one."""

from __future__ import annotations

_ROMAN = {"i": 1, "v": 5, "x": 10}


def annex_number(name: str) -> str:
    """The name as it is compared; letters stay as they are."""
    folded = name.lower()
    if folded and set(folded) <= set(_ROMAN):
        values = [_ROMAN[c] for c in folded]
        return str(sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True)))
    return folded.lstrip("0")
