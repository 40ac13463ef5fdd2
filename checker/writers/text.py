"""For a person at a terminal: each finding with its place, what was written, what it should be, and the arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from checker.formula.expression import Comparison
from checker.formula.outcome import Verdict
from checker.locales import Locale, load
from checker.place import Place
from checker.recognise.around import Around
from checker.report import Check, DiscrepancyReport, Severity
from checker.results import Results, Show

_SIGNS = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.NOTE: "·"}
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_MOST_UNCHECKED = 400
_SECTION = 40


def write(results: Results, show: Show) -> str:
    """The reports as lines of text."""
    lines: list[str] = []
    for report in results.reports:
        lines += [*_report(report, load(results.lang or report.lang), show), ""]
    lines += [f"✖ {problem.path}: {problem.message}" for problem in results.problems]
    if show.verdict:
        lines.append(show.verdict)
    return "\n".join(lines).rstrip("\n") + "\n"


def told(checks: Iterable[Check], report: DiscrepancyReport) -> str:
    """Some checks of a report alone, as `write` shows them."""
    language = load(report.lang)
    return "\n".join(line for check in checks for line in _check(check, report, language, Show()))


def whereabouts(check: Check, report: DiscrepancyReport) -> str:
    """Where an author looks: 'q2.md, table 1, row “Total”, line 12'."""
    return ", ".join([report.path, *_where(check.place, report, load(report.lang), check.claim.named)])


def _report(report: DiscrepancyReport, language: Locale, show: Show) -> Iterator[str]:
    words = language.section("messages")
    for check in report.checks:
        if check.finding or show.all_checks:
            yield from _check(check, report, language, show)
    if show.all_checks:
        yield from _unchecked(report, language)
    yield from report.warnings
    covered = str(words["figures"]).format(figures=report.coverage.figures, checked=report.coverage.checked)
    counts = {verdict.value: report.count(verdict) for verdict in Verdict}
    yield f"{report.path}: {covered} · " + str(words["checks"]).format(total=len(report.checks), **counts)
    if report.verdict == "unchecked":
        yield f"{report.path}: {words['nothing']}"


def _check(check: Check, report: DiscrepancyReport, language: Locale, show: Show) -> Iterator[str]:
    place = ", ".join([report.path, *_where(check.place, report, language, check.claim.named)])
    if check.finding:
        sign, name = _SIGNS[check.severity], language.section("severities")[check.severity.value]
        head = _coloured(f"{sign} {name}", _COLOURS[check.severity], show)
    elif check.verdict == Verdict.UNKNOWN:
        head = f"? {language.section('severities')['unknown']}"
    else:
        head = _coloured("✔", "32", show)
    yield f"{head} {check.code} {check.rule} · {place}"
    yield f"  {check.title}: {check.message}"
    if check.working and (show.all_checks or isinstance(check.formula, Comparison)):  # else the message says it all
        yield f"  {check.working}"


def _where(place: Place, report: DiscrepancyReport, language: Locale, named: Mapping[str, str]) -> list[str]:
    """Where an author looks: page, table, row and column, line; without a line the heading above and the words around."""
    words, here = language.section("messages"), report.around.get(place.spot, Around())
    row, column = (named.get(name) or getattr(here, name) for name in ("row", "column"))
    parts = [words["page"].format(page=place.page)] if place.page else []
    parts += [words["table"].format(table=place.table)] if place.table else []
    parts += [words["row"].format(row=_short(row))] if row else []
    parts += [words["column_named"].format(column=_short(column))] if column else []
    if place.line:
        return [*parts, words["line"].format(line=place.line)]
    kind = language.section("places").get(place.kind)
    return [*([kind] if kind else []), *parts, *([] if row else _around(place, here, words))]


def _around(place: Place, here: Around, words: Mapping[str, str]) -> list[str]:
    """The heading and the words; of a table, which has a number, the words alone; the paragraph where nothing else is known."""
    parts = [words["section"].format(section=_short(here.section, _SECTION))] if here.section and not place.table else []
    parts += [words["quoted"].format(words=here.words)] if here.words else []
    return parts or ([words["paragraph"].format(paragraph=place.paragraph)] if place.paragraph else [])


def _short(text: str, most: int = 60) -> str:
    words = " ".join(text.split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _unchecked(report: DiscrepancyReport, language: Locale) -> Iterator[str]:
    figures, words = report.coverage.unchecked, language.section("messages")
    if figures:
        from tabulate import tabulate

        rows = [
            (
                _spot(f.place, report, language),
                f.text,
                _number(f.quantity.value),
                f.unit or f.counted,
                _short(f.label) if f.place.line else "",
            )
            for f in figures[:_MOST_UNCHECKED]
        ]
        lines = any(figure.place.line for figure in figures)
        first = words["line"].format(line="").strip() if lines else words["where"]
        yield words["unchecked"].format(figures=len(figures))
        yield tabulate(rows, headers=(first, words["written"], words["value"], words["unit"], ""), disable_numparse=True)


def _spot(place: Place, report: DiscrepancyReport, language: Locale) -> str:
    """The line, or where else an author looks."""
    return str(place.line) if place.line else ", ".join(_where(place, report, language, {}))


def _number(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{float(value):g}"


def _coloured(text: str, colour: str, show: Show) -> str:
    return f"\033[{colour}m{text}\033[0m" if show.colour else text
