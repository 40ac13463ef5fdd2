"""Raised digits: a note's mark or a power typed by hand. As raised characters they are no digits of the number before them."""

from __future__ import annotations

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(text: str) -> str:
    """The text with its digits raised, as long as it was: 797 and a raised 1 are 797¹, not 7971."""
    return text.translate(_RAISED)
