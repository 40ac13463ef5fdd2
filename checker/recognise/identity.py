"""Which document this is: its own number, date, issuer and title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checker.figure import Citation, Date
from checker.locales import Locale
from checker.recognise.passages import Passage

_HEAD = 24
_BEGINS = 12
_MOST_TITLE_LINES = 6
_LONGEST_TITLE = 400


@dataclass(frozen=True)
class Identity:
    """`number` is the document's own number as a citation of itself; `kind` the word of its title ("báo cáo")."""

    number: Citation | None = None
    date: Date | None = None
    kind: str = ""
    title: str = ""
    title_passages: tuple[Passage, ...] = ()


def identify(head: Sequence[Passage], locale: Locale) -> Identity:
    """The identity that the first paragraphs (and the cells of a head set as a table) give."""
    first = list(head[:_HEAD])
    number = next((c for p in first if (c := _own_number(p, locale)) is not None), None)
    date = next((d for p in first if (d := _own_date(p, locale)) is not None), None)
    kind, titles = _title(first, locale)
    title = " ".join(p.words for p in titles)
    return Identity(number, date, kind, title, titles)


def _own_number(passage: Passage, locale: Locale) -> Citation | None:
    """Of the line that begins with it; in a letterhead of one row, of the cell that holds it below the office's name."""
    line = locale.pattern("parts", "number_line")
    if line.match(passage.folded) is not None:
        return next((c for c in passage.citations if c.start - passage.begin < _BEGINS), None)
    if passage.cell is None:
        return None
    return next((c for c in passage.citations if not c.kind and line.match(passage.folded[c.start :])), None)


def _own_date(passage: Passage, locale: Locale) -> Date | None:
    """The date of the line "Long An, ngày 27 tháng 02 năm 2024"; one without a day where the day is blank."""
    if len(passage.text) > 90 or locale.pattern("parts", "date_line").search(passage.folded) is None:
        return None
    return next((d for d in passage.dates if d.year is not None), None)


def _title(first: Sequence[Passage], locale: Locale) -> tuple[str, tuple[Passage, ...]]:
    """The kind of document, and the lines of its title, which follow it."""
    bases = tuple(locale.words("parts", "bases"))
    titles = sorted(locale.words("parts", "titles"), key=len, reverse=True)
    for index, passage in enumerate(first):
        words = passage.words
        folded = passage.folded[passage.begin :].strip()
        kind = next((t for t in titles if folded == t or (folded.startswith(t + " ") and words[: len(t)].isupper())), None)
        if kind is None or passage.marker is not None:
            continue
        lines = [passage]
        for following in first[index + 1 : index + 1 + _MOST_TITLE_LINES]:
            if (
                following.heading
                or following.marker
                or len(following.text) > _LONGEST_TITLE
                or re.search(r"[:.]\s*\Z|^\W*\Z", following.text.value)
                or (following.folded.rstrip().endswith(";") and following.folded.lstrip(" *").startswith(bases))
            ):
                break
            if following.locale.pattern("parts", "number_line").match(following.folded) or not following.words:
                break
            lines.append(following)
        return kind, tuple(lines)
    return "", ()
