"""A page for a browser: a summary, the findings, and the document itself beside them with every figure marked.

One file that needs nothing else: style and script stand in it and are named by their hashes in its Content-Security-Policy, which
allows nothing else, and pictures only from within. Without a script its links still go from a finding to its place and back; it can
be printed. What tells who a person is is masked.

environment  the template's engine, the policy
names        ids of what links lead to
states       what a mark says of its figure
words        the words of one language, singular and plural
cards        findings as they are shown
paper        the document as it is shown
summary      the verdict in a sentence, the counts
sheets       all of it for one document
page/        templates, style, script
"""

from __future__ import annotations

from checker.locales import load
from checker.masking import MASK, masked
from checker.results import Results, Show
from checker.shown import spoken
from checker.writers.html.environment import environment
from checker.writers.html.sheets import Sheet
from checker.writers.html.summary import whole
from checker.writers.html.words import Phrases

FILE = "report.html"
"""What the output is called by itself: it is for a browser, not for a terminal."""


def write(results: Results, show: Show) -> str:
    """The results as one page."""
    results = masked(results)
    phrases = Phrases(load(spoken(results)))
    sheets = [Sheet(number, report, results.lang, show) for number, report in enumerate(results.reports, 1)]
    return (
        environment()
        .get_template("page.html")
        .render(sheets=sheets, problems=results.problems, verdict=whole(results, phrases), phrases=phrases, results=results, mask=MASK)
    )
