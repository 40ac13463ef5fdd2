"""What several formats say alike: where a finding stands, what it says, what its file is called, how a figure is called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path

from checker.document import File
from checker.formula.expression import Comparison
from checker.locales import Locale, load
from checker.place import Place, Spot
from checker.recognise.around import Around
from checker.report import Accepted, Check, DiscrepancyReport
from checker.results import Results
from checker.wording import format_number

_SECTION, _DECIMALS = 40, 4
_EXACT = re.compile(r"-?\d+(?:\.\d+|/\d+)?")
_EXAMPLES = {"vi": "1.234,5", "en": "1,234.5"}


def where(place: Place, report: DiscrepancyReport, language: Locale, named: Mapping[str, str]) -> list[str]:
    """The file where the report has several; page, table, row and column, line; without a line the heading above and the words
    around. `named` are the claim's own names of the row and the column."""
    words, here = language.section("messages"), report.around.get(place.spot, Around())
    row, column = (named.get(name) or getattr(here, name) for name in ("row", "column"))
    parts = [place.file] if place.volume and place.file else []
    parts += [words["page"].format(page=place.page)] if place.page and not place.sheet else []
    parts += ["!".join(filter(None, (place.sheet, place.cell)))] if place.sheet else []
    parts += [here.table or words["table"].format(table=place.table)] if place.table and not place.sheet else []
    parts += [words["row"].format(row=short(row))] if row else []
    parts += [words["column_named"].format(column=short(column))] if column else []
    if place.line:
        return [*parts, words["line"].format(line=place.line)]
    kind = language.section("places").get(place.kind)
    return [*([kind] if kind else []), *parts, *([] if row else _around(place, here, words))]


def files_of(report: DiscrepancyReport) -> tuple[File, ...]:
    """The files that the report came in; one unless it was read from several."""
    return report.files or (File(report.path, report.sha256, report.format, report.details),)


def file_of(place: Place, report: DiscrepancyReport) -> str:
    """The file that a place of the report is in."""
    return place.file if place.volume and place.file else report.path


def sentences(check: Check) -> list[str]:
    """The message; and the working of a comparison, for of anything else the message says it all."""
    return [check.message, check.working] if check.working and isinstance(check.formula, Comparison) else [check.message]


def said(check: Check, language: Locale) -> str:
    """The message, and behind it the rule: a rule's title alone would say of a mistake that all is well."""
    return str(language.section("messages")["said"]).format(message=check.message, title=check.title)


def reason(accepted: Accepted, language: Locale) -> str:
    """Why a finding stands as it is, who said so and when."""
    words, signed = language.section("messages"), ", ".join(filter(None, (accepted.by, accepted.on)))
    return str(words["reason"]).format(reason=accepted.reason, signed=words["signed"].format(signed=signed) if signed else "")


def in_style(number: str, report: DiscrepancyReport) -> str:
    """An exact number of a check in the style of the report; words stay words."""
    return format_number(Fraction(number), _DECIMALS, load(report.locale).style) if _EXACT.fullmatch(number) else number


def figure_id(spot: Spot) -> str:
    """The same for the same place, and for no other."""
    return "f" + ".".join(map(str, spot))


def short(text: str, most: int = 60) -> str:
    """On one line, and cut where it is longer."""
    words = " ".join(text.split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def details(report: DiscrepancyReport, language: Locale) -> Iterator[tuple[str, str]]:
    """What the reader had to find out about each file: its path and the rest of a line; with it how its numbers are written."""
    names, values = language.section("details"), language.section("detail_values")
    for file in files_of(report):
        if file.details:
            found = {**dict(file.details), "numbers": _numbers(file, report)}
            yield file.path, ", ".join(f"{names.get(name, name)} {values.get(value, value)}" for name, value in found.items())


def _numbers(file: File, report: DiscrepancyReport) -> str:
    """How a file writes numbers: one of several as itself shows them, where that is known."""
    style = _EXAMPLES.get(report.locale, report.locale)
    return dict(file.details).get("numbers", style) if report.files else style


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
