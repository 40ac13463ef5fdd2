"""Document → Reading: figures, words, dates, citations, names, table structure.

Recognition refuses rather than guesses: what cannot be read for certain is no figure.
"""

from __future__ import annotations

from checker.document import Document, Paragraph, Table
from checker.locales import Style, load
from checker.locales.detected import detect_language
from checker.recognise.grid.long import MOST_ROWS, sample
from checker.recognise.reading import Reading
from checker.recognise.respelt import respelt, says_style
from checker.recognise.style import COMMA_GROUPS, DOT_GROUPS, detect_style
from checker.units import Units

STYLES = {"vi": DOT_GROUPS, "en": COMMA_GROUPS}


def recognise(document: Document, locale: str | None = None) -> Reading:
    """The reading of a document. `locale` says how it writes numbers ("vi": 1.234,5; "en": 1,234.5); detected otherwise."""
    texts = [text for block in document.blocks for text in _texts(block)]
    language = load(detect_language(texts))
    style = STYLES[locale] if locale else detect_style(texts, language)
    return Reading(respelt(document, style), language, style, Units())


def style_name(style: Style) -> str:
    """The locale that writes numbers in this style."""
    return next(name for name, known in STYLES.items() if known == style)


def _texts(block: object) -> list[str]:
    if isinstance(block, Table):
        rows = block.rows if len(block.rows) <= MOST_ROWS else sample(block.rows)
        return [cell.text.value for row in rows for cell in row if not cell.merged and says_style(cell)]
    return [block.text.value] if isinstance(block, Paragraph) else []
