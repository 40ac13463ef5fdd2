"""What several formats say alike: where a finding stands, what it says, what its file is called."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from checker.formula.expression import Comparison
from checker.locales import Locale
from checker.place import Place
from checker.recognise.around import Around
from checker.report import Check, DiscrepancyReport
from checker.results import Results

_SECTION = 40
_EXAMPLES = {"vi": "1.234,5", "en": "1,234.5"}


def where(place: Place, report: DiscrepancyReport, language: Locale, named: Mapping[str, str]) -> list[str]:
    """Page, table, row and column, line; without a line the heading above and the words around. `named` are the claim's own
    names of the row and the column."""
    words, here = language.section("messages"), report.around.get(place.spot, Around())
    row, column = (named.get(name) or getattr(here, name) for name in ("row", "column"))
    parts = [words["page"].format(page=place.page)] if place.page and not place.sheet else []
    parts += [f"{place.sheet}!{place.cell}"] if place.sheet and place.cell else []
    parts += [words["table"].format(table=place.table)] if place.table and not place.sheet else []
    parts += [words["row"].format(row=short(row))] if row else []
    parts += [words["column_named"].format(column=short(column))] if column else []
    if place.line:
        return [*parts, words["line"].format(line=place.line)]
    kind = language.section("places").get(place.kind)
    return [*([kind] if kind else []), *parts, *([] if row else _around(place, here, words))]


def sentences(check: Check) -> list[str]:
    """The message; and the working of a comparison, for of anything else the message says it all."""
    return [check.message, check.working] if check.working and isinstance(check.formula, Comparison) else [check.message]


def short(text: str, most: int = 60) -> str:
    """On one line, and cut where it is longer."""
    words = " ".join(text.split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def details(report: DiscrepancyReport, language: Locale) -> str:
    """What the reader had to find out about the file, on one line; with it how its numbers are written."""
    if not report.details:
        return ""
    names, values = language.section("details"), language.section("detail_values")
    told = [f"{names.get(name, name)} {values.get(value, value)}" for name, value in report.details]
    return ", ".join([*told, str(names["numbers"]).format(example=_EXAMPLES.get(report.locale, report.locale))])


def relative(path: str) -> str:
    """The path with forward slashes, from the working folder where it lies below it."""
    given = Path(path)
    try:
        return given.relative_to(Path.cwd()).as_posix() if given.is_absolute() else given.as_posix()
    except ValueError:
        return given.as_posix()


def spoken(results: Results) -> str:
    """The language of what is said about all documents: the one asked for, or that of the first."""
    return results.lang or (results.reports[0].lang if results.reports else "vi")


def _around(place: Place, here: Around, words: Mapping[str, str]) -> list[str]:
    """The heading and the words; of a table, which has a number, the words alone; the paragraph where nothing else is known."""
    parts = [words["section"].format(section=short(here.section, _SECTION))] if here.section and not place.table else []
    parts += [words["quoted"].format(words=here.words)] if here.words else []
    return parts or ([words["paragraph"].format(paragraph=place.paragraph)] if place.paragraph else [])
