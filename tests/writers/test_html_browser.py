"""The page in a browser (Debian's Chromium, skipped where it is absent): clicks, keys, what a screen reader is told, widths, print."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from checker.readers import read
from checker.report import DiscrepancyReport
from checker.results import Problem, Results, Show
from checker.rules import Pack
from checker.run import check_document
from checker.writers.html import write

playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = Path("/usr/bin/chromium")
pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="chromium is not installed")

ROOT = Path(__file__).resolve().parents[2]
ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
)
WIDE = "| Xã | " + " | ".join(f"Chỉ tiêu giao thứ {i} (người)" for i in range(14)) + " |\n|" + "-|" * 15 + "\n"
WIDE += "".join(f"| Xã {i} | " + " | ".join(str(1000 * i + j) for j in range(14)) + " |\n" for i in range(1, 4))
LONG = "x" * 300
Page = Any
Opens = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS.split())
        yield started
        started.close()


@pytest.fixture(scope="module")
def report(packs: tuple[Pack, ...]) -> DiscrepancyReport:
    file = ROOT / "fixtures" / "bao-cao-so-ket-dua-lao-dong.wrong.docx"
    return check_document(read(file.name, file.read_bytes()), packs, [rule for pack in packs for rule in pack.rules])


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Opens]:
    """A page of some results, at a width; nothing may go wrong on it."""
    said: list[str] = []
    contexts: list[Any] = []

    def open_it(results: Results, width: int = 1366, show: Show | None = None, **how: object) -> Page:
        file = tmp_path / "báo cáo.html"
        file.write_text(write(results, show or Show()), "utf-8")
        contexts.append(browser.new_context(viewport={"width": width, "height": 768}, **how))
        page = contexts[-1].new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: said.append(request.url) if not request.url.startswith(("file:", "data:")) else None)
        page.goto(file.as_uri())
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert said == []


@pytest.fixture
def page(opened: Opens, report: DiscrepancyReport) -> Page:
    return opened(Results((report,)))


def in_view(page: Page, css: str) -> bool:
    return bool(
        page.evaluate(
            "css => { const box = document.querySelector(css).getBoundingClientRect();"
            " return box.top > -1 && box.bottom < innerHeight + 1 && box.left > -1 && box.right < innerWidth + 1; }",
            css,
        )
    )


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.innerText").strip())


def lit(page: Page) -> list[str]:
    return [text.strip() for text in page.locator(".paper .lit").all_inner_texts()]


class TestClicks:
    def test_from_a_finding_to_its_place_and_back(self, page: Page) -> None:
        page.locator(".card", has_text="T101").locator(".go").click()
        assert focused(page) == "160"
        assert in_view(page, ".paper .lit.whole")
        assert lit(page) == ["27", "22", "31", "19", "13", "23", "43", "160"]
        assert page.locator(".paper .lit.whole").all_inner_texts() == ["160"]
        page.keyboard.press("Enter")
        assert "T101" in focused(page)
        assert in_view(page, ".card.chosen")
        page.keyboard.press("Enter")
        assert focused(page) == "160"

    def test_from_a_place_to_its_finding(self, page: Page) -> None:
        page.locator(".paper .f.error", has_text="172").click()
        assert "N201" in focused(page)
        assert lit(page) == ["172", "41", "75", "30", "44"]

    def test_a_click_anywhere_on_a_card_shows_its_place(self, page: Page) -> None:
        page.locator(".card", has_text="T104").locator(".message").click()
        assert page.locator(".card.chosen .code, .card.chosen .kind").inner_text() == "lỗi T104"
        assert in_view(page, ".paper .lit.whole")

    def test_a_figure_of_the_table_in_a_card_leads_to_it(self, page: Page) -> None:
        card = page.locator(".card", has_text="T104")
        card.locator("summary").first.click()
        card.locator(".lines a", has_text="31").click()
        assert focused(page) == "31"
        assert in_view(page, ".paper .here")

    def test_the_browsers_way_back_leads_back(self, page: Page) -> None:
        page.locator(".card", has_text="T101").locator(".go").click()
        page.locator(".card", has_text="N201").locator(".go").click()
        assert focused(page) == "172"
        page.go_back()
        assert "T101" in focused(page)

    def test_addends_light_up_under_the_mouse(self, page: Page) -> None:
        page.locator(".card", has_text="T104").hover()
        assert lit(page) == ["29", "31", "42"]
        page.locator(".paper .f.right", has_text="360").first.hover()
        assert "360" in lit(page)
        assert len(lit(page)) > 1
        page.locator("h1").hover()
        assert lit(page) == []

    def test_an_address_with_a_place_opens_there(self, opened: Opens, report: DiscrepancyReport) -> None:
        page = opened(Results((report,)))
        name = page.locator(".paper .f.error").last.get_attribute("id")
        page.goto(f"{page.url}#{name}")
        page.reload()
        assert in_view(page, ".paper .here")
        assert page.evaluate("document.activeElement.id") == name


class TestKeys:
    def test_j_and_k_go_through_the_findings(self, page: Page) -> None:
        seen = []
        for key in ("j", "j", "j", "k", "ArrowDown", "ArrowUp"):
            page.keyboard.press(key)
            seen.append(page.locator(":focus .kind").inner_text().split()[-1])
            assert in_view(page, ".paper .lit.whole")
            assert in_view(page, ".card.chosen .go")
        codes = [text.split()[-1] for text in page.locator(".card .kind").all_inner_texts()]
        assert seen == [codes[0], codes[1], codes[2], codes[1], codes[2], codes[1]]

    def test_the_first_and_the_last_are_the_ends(self, page: Page) -> None:
        count = page.locator(".card").count()
        for _ in range(count + 3):
            page.keyboard.press("j")
        assert page.locator(".at").inner_text() == f"{count}/{count}"
        for _ in range(count + 3):
            page.keyboard.press("k")
        assert page.locator(".at").inner_text() == f"1/{count}"

    def test_arrows_go_along_the_figures(self, page: Page) -> None:
        page.locator(".card", has_text="N201").locator(".go").click()
        page.keyboard.press("ArrowRight")
        assert focused(page) == "41"
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("ArrowLeft")
        assert focused(page) == "15,8"

    def test_escape_clears(self, page: Page) -> None:
        page.keyboard.press("j")
        assert lit(page)
        page.keyboard.press("Escape")
        assert lit(page) == []
        assert page.locator(".chosen, .here").count() == 0

    def test_tab_goes_by_the_skip_links_to_findings_and_document(self, page: Page) -> None:
        page.keyboard.press("Tab")
        assert page.locator(":focus").is_visible()
        assert focused(page) == "Đến danh sách chỗ cần xem lại"
        page.keyboard.press("Tab")
        assert focused(page) == "Đến văn bản"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.paper') !== null")

    def test_focus_can_be_seen(self, page: Page) -> None:
        page.keyboard.press("j")
        assert page.locator(".card.chosen").evaluate("card => getComputedStyle(card).outlineStyle") == "solid"
        page.keyboard.press("Enter")
        assert page.locator(":focus").evaluate("figure => getComputedStyle(figure).outlineStyle") == "solid"


class TestScreenReader:
    @pytest.mark.parametrize(("lang", "findings", "document"), [("vi", "Chỗ cần xem lại 8", "Văn bản"), ("en", "To look at 8", "Document")])
    def test_landmarks_and_headings(self, opened: Opens, report: DiscrepancyReport, lang: str, findings: str, document: str) -> None:
        page = opened(Results((report,), lang=lang))
        assert page.get_by_role("main").count() == 1
        assert page.get_by_role("banner").count() == 1
        assert page.get_by_role("contentinfo").count() == 1
        assert page.get_by_role("region", name=findings, exact=True).count() == 1
        assert page.get_by_role("region", name=document, exact=True).count() == 1
        assert page.get_by_role("heading", level=1).count() == 1
        assert page.get_by_role("heading", level=2).count() == 1
        assert page.get_by_role("heading", level=3).all_inner_texts() == [findings, document]
        levels = [int(tag[1]) for tag in page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => h.localName)")]
        assert all(after - before <= 1 for before, after in pairwise(levels))

    def test_figures_are_links_that_say_how_they_are(self, page: Page) -> None:
        assert page.get_by_role("link", name="172, sai, 1 phát hiện", exact=True).count() == 1
        assert page.get_by_role("link", name="414, khớp", exact=True).count() == 2
        assert page.get_by_role("link", name="3.200, chưa đối chiếu", exact=True).count() == 1

    def test_cards_are_articles_named_by_what_they_say(self, page: Page) -> None:
        assert page.get_by_role("article", name=re.compile("lỗi T101 ghi 160")).count() == 1

    def test_what_is_chosen_is_said(self, page: Page) -> None:
        status = page.get_by_role("status")
        page.keyboard.press("j")
        assert re.fullmatch(r"Chỗ 1 trên 8: .*N202.*\. 3 số liệu được tô sáng\.", status.inner_text())
        page.keyboard.press("Enter")
        page.keyboard.press("ArrowRight")
        assert "số liệu cùng phép kiểm tra được tô sáng" in status.inner_text()

    def test_every_control_has_a_name_and_is_large_enough(self, page: Page) -> None:
        for control in page.get_by_role("button").all():
            assert control.inner_text().strip()
            assert control.bounding_box()["height"] >= 24
        unnamed = "[...document.querySelectorAll('a')].filter(a => !(a.textContent.trim() || a.getAttribute('aria-label'))).length"
        assert page.evaluate(unnamed) == 0

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_texts_stand_out_from_their_ground(self, opened: Opens, report: DiscrepancyReport, scheme: str) -> None:
        page = opened(Results((report,)), color_scheme=scheme)
        page.keyboard.press("j")
        assert page.evaluate(CONTRAST) >= 4.5


CONTRAST = """() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const linear = (c) => (c / 255 <= .03928 ? c / 255 / 12.92 : ((c / 255 + .055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => .2126 * linear(r) + .7152 * linear(g) + .0722 * linear(b);
  const ground = (el) => {
    for (; el; el = el.parentElement) {
      const colour = parts(getComputedStyle(el).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  let least = 21;
  for (const el of document.querySelectorAll('p, a, li, td, th, dt, dd, h1, h2, h3, h4, h5, summary, button, .sign, .kind, .count')) {
    if (!el.innerText || !el.checkVisibility()) continue;
    const [a, b] = [light(parts(getComputedStyle(el).color)), light(ground(el))].sort((x, y) => y - x);
    least = Math.min(least, (a + .05) / (b + .05));
  }
  return least;
}"""


@pytest.mark.parametrize("width", [320, 360, 768, 1366])
def test_the_page_never_scrolls_sideways(
    opened: Opens, report: DiscrepancyReport, checked: Callable[..., DiscrepancyReport], width: int
) -> None:
    wide = checked(f"# {LONG}\n\nCó 12 xã {LONG}, gồm: 5 xã, 6 xã.\n\n{WIDE}")
    results = Results((report, wide), (Problem(f"{LONG}.docx", LONG),))
    page = opened(results, width=width, show=Show(all_checks=True))
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".paper .scroll").last.evaluate("box => box.scrollWidth > box.clientWidth")
    page.keyboard.press("j")
    assert page.evaluate("[scrollX, document.documentElement.scrollWidth]") == [0, width]


def test_on_a_phone_the_document_is_below_the_findings_and_the_controls_stay(opened: Opens, report: DiscrepancyReport) -> None:
    page = opened(Results((report,)), width=360)
    findings, document = (page.locator(css).bounding_box() for css in (".findings", ".document"))
    assert document["y"] >= findings["y"] + findings["height"]
    page.get_by_role("button", name="Chỗ sau").click()
    assert in_view(page, ".paper .lit.whole")
    page.get_by_role("button", name="Về danh sách").click()
    assert in_view(page, ".card.chosen")


def test_on_a_laptop_they_stand_side_by_side(page: Page) -> None:
    findings, document = (page.locator(css).bounding_box() for css in (".findings", ".document"))
    assert findings["x"] + findings["width"] <= document["x"]


def test_without_a_script_links_still_go_there_and_back(opened: Opens, report: DiscrepancyReport) -> None:
    page = opened(Results((report,)), java_script_enabled=False)
    assert page.locator(".controls").is_hidden()
    card = page.locator(".card", has_text="T101")
    assert card.locator(".lines table").is_visible()
    card.locator(".go").click()
    place = page.locator(":target")
    assert place.inner_text() == "160"
    place.click()
    assert "T101" in page.locator(":target").inner_text()


def test_printed_it_is_all_there_on_a4_without_controls(opened: Opens, report: DiscrepancyReport, tmp_path: Path) -> None:
    page = opened(Results((report,)))
    file = tmp_path / "page.pdf"
    page.pdf(path=str(file), prefer_css_page_size=True, print_background=True)
    page.emulate_media(media="print")
    assert not page.locator(".controls").is_visible()
    assert page.locator(".card").first.evaluate("card => getComputedStyle(card).breakInside") == "avoid"
    if which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True).stdout.decode()
    size = subprocess.run(["pdfinfo", file], capture_output=True, check=True).stdout.decode()
    assert re.search(r"Page size:\s+59[45]\.\d+ x 84[12]\.\d+", size)
    words = " ".join(text.split())
    assert "Các xã còn lại" in words
    assert "Chỗ sau" not in words
    assert "THƯỜNG VỤ" in words


def test_keys_stay_in_the_document_that_is_looked_at(opened: Opens, report: DiscrepancyReport) -> None:
    page = opened(Results((report, report)))
    page.locator("#d2 .card .go").first.focus()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('.sheet').id") == "d2"
    assert page.evaluate("new Set([...document.querySelectorAll('.lit')].map(el => el.closest('.sheet').id)).size") == 1
