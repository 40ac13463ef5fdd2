"""Everything that the page shows of one document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from checker.locales import load
from checker.report import Check, DiscrepancyReport
from checker.results import Show
from checker.shown import sentences, where
from checker.view.shape import MOST_FINDINGS
from checker.writers.html import paper, summary
from checker.writers.html.cards import Card, Cards
from checker.writers.html.names import Ids
from checker.writers.html.pieces import Pieces
from checker.writers.html.states import states
from checker.writers.html.words import Phrases

_MOST_UNCHECKED, _MOST_CHECKS = 400, 1000
_LEGEND = ("error", "warning", "note", "involved", "accepted", "right", "undecided", "unchecked")
_MARKS = {"error": "✖", "warning": "▲", "note": "◆", "accepted": "○"}


class Legend(NamedTuple):
    """One way of marking, and how many figures are marked so."""

    look: str
    sign: str
    text: str
    figures: int


class Told(NamedTuple):
    """A check, as it is listed with all others."""

    verdict: str
    code: str
    title: str
    said: str
    place: str
    link: str


class Sheet:
    """One document: its verdict, its findings, its text."""

    def __init__(self, number: int, report: DiscrepancyReport, lang: str, show: Show) -> None:
        self.report = report
        self.show = show
        self.phrases = Phrases(load(lang or report.lang))
        self.ids = Ids(number)
        self.id = self.ids.document
        self.states = states(report)
        self.pieces = Pieces(report.view, self.states, self.ids, self.phrases)
        self._cards = Cards(report, self.states, self.ids, self.phrases)
        self.verdict = summary.of(report, self.phrases)
        self.checks = summary.of_checks(report, self.phrases)
        self.blocks = tuple(paper.blocks(report.view, self.phrases))
        self.unseen = max(0, len(report.findings) - MOST_FINDINGS)

    @cached_property
    def cards(self) -> tuple[tuple[Card, ...], tuple[Card, ...]]:
        """The findings, and those that somebody explained."""
        every = tuple(self._cards.all())
        return tuple(card for card in every if not card.reason), tuple(card for card in every if card.reason)

    @property
    def legend(self) -> Iterator[Legend]:
        counts = Counter(state.look for state in self.states.values())
        return (Legend(look, _MARKS.get(look, ""), self.phrases(f"state_{look}"), counts[look]) for look in _LEGEND if counts[look])

    @property
    def unchecked(self) -> Iterator[tuple[str, str]]:
        """The figures in no check, as (text, link)."""
        return ((figure.text, self._cards.link(figure.place)) for figure in self.report.coverage.unchecked[:_MOST_UNCHECKED])

    @property
    def unchecked_more(self) -> int:
        return max(0, len(self.report.coverage.unchecked) - _MOST_UNCHECKED) + self.report.coverage.unlisted

    @property
    def every_check(self) -> Iterator[Told]:
        """All checks, where they are asked for."""
        return (self._told(check) for check in self.report.checks[:_MOST_CHECKS]) if self.show.all_checks else iter(())

    @property
    def every_more(self) -> int:
        return self.report.made - min(len(self.report.checks), _MOST_CHECKS)

    def _told(self, check: Check) -> Told:
        message, *working = sentences(check)
        place = ", ".join(where(check.place, self.report, self.phrases.locale, check.claim.named))
        return Told(check.verdict.value, check.code, check.title, working[0] if working else message, place, self._cards.link(check.place))
