"""Nothing that a report says gets out of its place on the page, nothing comes from elsewhere, and nobody is named."""

from __future__ import annotations

import base64
import hashlib
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.report import DiscrepancyReport
from checker.results import Results, Show
from checker.writers.html import write

sys.path.insert(0, str(Path(__file__).parent))
from pages import Element, parsed
from samples import SAMPLES, sample
from test_golden import PRIVATE, PRIVATE_ENGLISH

NASTY = [
    "<script>alert(1)</script>",
    "</script></style></title><img src=x onerror=alert(1)>",
    "\"' onmouseover=alert(1) x='",
    "javascript:alert(1)",
    "<a href='javascript:alert(1)'>x</a><!-- ]]> -->",
    "{{ 7 * 7 }} {% raw %} {# x #}",
    "&lt;b&gt; &#0; \u2028 \ud7ff",
]
Said = Callable[..., Results]


@pytest.fixture(params=NASTY)
def nasty(request: pytest.FixtureRequest, said: Said, checked: Callable[..., DiscrepancyReport]) -> Element:
    """A page in which findings, a problem, a file's name and the document itself say it."""
    text: str = request.param
    shown = checked(f"# Kết quả {text}\n\nCó 12 xã {text}, gồm: 5 xã, 6 xã.\n\n| {text} | Số |\n|-|-|\n| {text} | 5 |\n| Cộng | 6 |")
    results = said(text, text)
    return parsed(write(Results((*results.reports, shown), results.problems), Show(all_checks=True)))


@pytest.fixture(params=SAMPLES)
def page(request: pytest.FixtureRequest) -> Element:
    return parsed(write(sample(request.param), Show(all_checks=True)))


def test_what_a_report_says_is_text_and_nothing_else(nasty: Element) -> None:
    assert [len(nasty.all(tag)) for tag in ("script", "style", "title", "img", "iframe", "form", "object")] == [1, 1, 1, 0, 0, 0, 0]
    for element in nasty.every:
        assert not [name for name in element.attributes if name.startswith("on") or name in ("style", "src", "action", "srcset")]
    assert {link.attributes["href"][:1] for link in nasty.all("a") if link.attributes["href"]} == {"#"}


def test_nothing_comes_from_elsewhere(page: Element) -> None:
    for element in page.every:
        for name in ("src", "href", "srcset", "action", "data", "poster", "xlink:href"):
            assert (element.attributes.get(name) or "#").startswith(("#", "data:image/png;base64,"))
    assert not page.all("link") + page.all("base") + page.all("iframe")
    style, script = page.one("style").text, page.one("script").text
    assert not re.search(r"@import|url\(|https?:|//[a-z]", style)
    assert not re.search(r"fetch\(|XMLHttpRequest|import\(|eval\(|innerHTML|https?:", script)


def test_the_policy_allows_the_pages_own_style_and_script_only(page: Element) -> None:
    (meta,) = [one for one in page.all("meta") if one.attributes.get("http-equiv") == "Content-Security-Policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in (meta.attributes["content"] or "").split(";"))
    assert rules == {
        "default-src": "'none'",
        "style-src": hashed(page.one("style").text),
        "script-src": hashed(page.one("script").text),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    tags = [one.tag for one in page.one("head").every]
    assert tags.index("meta") < tags.index("style")


def hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize("lang", SAMPLES)
def test_nobody_is_named(lang: str) -> None:
    """Not by the findings, and not by the document beside them."""
    text = write(sample(lang), Show(all_checks=True))
    assert "•••" in parsed(text).one("article", "paper").text
    assert not [word for word in PRIVATE + PRIVATE_ENGLISH if word in text]


def test_the_same_results_give_the_same_page() -> None:
    assert write(sample("vi"), Show()) == write(sample("vi"), Show())
