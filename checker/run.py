"""The whole of it, in order: read → recognise → find → judge → report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from checker.coverage import coverage
from checker.document import Document
from checker.fingerprint import fingerprints
from checker.judge import in_order, judge
from checker.locales import load
from checker.long_tables import judge_long
from checker.misreadings import excused
from checker.pictures import Pictures
from checker.place import Spot
from checker.recognise import recognise, style_name
from checker.recognise.around import around
from checker.recognise.reading import Reading
from checker.report import Check, Coverage, DiscrepancyReport, Told
from checker.rules import Pack, Rule
from checker.rules.applies import applicable
from checker.wording import tell

if TYPE_CHECKING:
    from checker.view.shape import View


def check_document(document: Document, packs: Iterable[Pack], rules: Iterable[Rule], lang: str = "", locale: str = "") -> DiscrepancyReport:
    """The discrepancies of one document, by `rules`; messages in `lang`, or in the document's own language."""
    reading = recognise(document, locale or None)
    return report_of(reading, tuple(packs), tuple(rules), lang)


def report_of(reading: Reading, packs: tuple[Pack, ...], rules: tuple[Rule, ...], lang: str = "") -> DiscrepancyReport:
    """The report on a reading."""
    language = load(lang or reading.locale.language)
    rules = applicable(rules, reading)
    by_id = {rule.id: rule for rule in rules}

    def told(check: Check) -> Told:
        return tell(check, by_id[check.rule], reading, language)

    document = reading.document
    long = judge_long(reading, rules)
    judged = in_order((*judge(reading, rules), *long.checks), rules) if reading.long_tables else judge(reading, rules)
    if document.recognition is not None:
        judged = excused(judged, document.recognition.confidence, reading.units)
    checks = tuple(replace(check, teller=told, fingerprint=name) for check, name in zip(judged, fingerprints(judged), strict=True))
    covered = coverage(reading, judged, long.marks)
    return DiscrepancyReport(
        path=document.path,
        sha256=document.sha256,
        format=document.format,
        locale=style_name(reading.style),
        title=reading.identity.title,
        lang=language.language,
        packs=tuple(pack.name for pack in packs if applicable(pack.rules, reading)),
        checks=checks,
        coverage=covered,
        counted=long.counted,
        warnings=tuple(warning.told(language.language) for warning in (*document.warnings, *long.left_out)),
        files=document.files,
        around=around(reading, (*(check.claim.at for check in checks), *covered.unchecked)),
        details=document.details,
        confidence=_confidence(document, checks, covered),
        pictures=_pictures(document, checks),
        keeper=partial(_private, reading),
        viewer=partial(_view, reading, checks),
    )


def _view(reading: Reading, checks: tuple[Check, ...]) -> View:
    """The document as a page shows it: only the page asks."""
    from checker.view.making import view_of

    return view_of(reading, ([check.claim.at, *(written for _, written in check.figures)] for check in checks if check.finding))


def _confidence(document: Document, checks: Iterable[Check], covered: Coverage) -> dict[Spot, int]:
    """How sure recognition is of the figures."""
    if document.recognition is None:
        return {}
    written = (*(written for check in checks for _, written in check.figures), *covered.unchecked)
    sure = {item.place.spot: document.recognition.confidence(item.place) for item in written}
    return {spot: known for spot, known in sure.items() if known is not None}


def _pictures(document: Document, checks: Iterable[Check]) -> Mapping[Spot, bytes]:
    """Pictures of the figures that findings are about."""
    if document.recognition is None:
        return {}
    return Pictures(document.recognition, (written.place for check in checks if check.finding for _, written in check.figures))


def _private(reading: Reading) -> frozenset[str]:
    """Names and numbers of people: only some formats ask, and the terminal does not wait for what finds them."""
    from checker.masking import private

    return private(reading)
