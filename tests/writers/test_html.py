"""The page for a browser, as it is written: what is in it, and that links lead somewhere. `test_html_browser.py` uses it."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from checker.document import Block, Cell, Document, Paragraph, Table
from checker.locales import languages, load
from checker.place import Place
from checker.readers import read
from checker.report import Accepted, DiscrepancyReport, Group, Stale, Suspect
from checker.results import Results, Show
from checker.rules import Pack
from checker.run import check_document
from checker.text import Text
from checker.writers import html
from checker.writers.html import write

sys.path.insert(0, str(Path(__file__).parent))
from pages import Element, parsed
from samples import SAMPLES, sample

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = sorted((ROOT / "fixtures").glob("*.wrong.*[dx]"))
Checked = Callable[..., DiscrepancyReport]
LOOKS = {"error", "warning", "note", "involved", "accepted", "right", "undecided", "unchecked"}
TABLE = "| Xã | Nam | Nữ | Cộng |\n|-|-|-|-|\n| Một | 10 | 20 | 30 |\n| Hai | 11 | 21 | 32 |\n| Tổng cộng | 21 | 41 | 63 |\n"


def page(*reports: DiscrepancyReport, show: Show | None = None, lang: str = "") -> Element:
    return parsed(write(Results(reports, lang=lang), show or Show()))


def figures(root: Element) -> list[Element]:
    return [one for paper in root.all("article", "paper") for one in paper.all(name="f")]


def states(root: Element) -> list[tuple[str, str]]:
    """Every figure of the document and how it looks."""
    return [(one.text, " ".join(one.classes & LOOKS)) for one in figures(root)]


@pytest.fixture(scope="module", params=FIXTURES, ids=lambda file: file.name)
def fixture(request: pytest.FixtureRequest, packs: tuple[Pack, ...]) -> DiscrepancyReport:
    file: Path = request.param
    return check_document(read(file.name, file.read_bytes()), packs, [rule for pack in packs for rule in pack.rules])


class TestLinks:
    def test_every_finding_has_its_place_and_it_leads_back(self, fixture: DiscrepancyReport) -> None:
        root = page(fixture)
        cards = root.all("article", "card")
        assert len(cards) == len(fixture.findings) > 0
        for card in cards:
            place = root.by_id((card.one("a", "go").attributes["href"] or "").removeprefix("#"))
            assert "f" in place.classes
            back = place if place.tag == "a" else place.all("a")[0]
            others = [link for one in cards for link in one.all("a") if link.attributes["href"] == f"#{place.attributes['id']}"]
            assert others
            assert root.by_id((back.attributes["href"] or "")[1:]) in cards

    def test_ids_are_unique_and_links_lead_to_them(self, fixture: DiscrepancyReport) -> None:
        root = page(fixture, fixture, show=Show(all_checks=True))
        ids = Counter(one.attributes["id"] for one in root.every if "id" in one.attributes)
        assert max(ids.values()) == 1
        assert all(name and not re.search(r"\s", name) for name in ids)
        named = [one.attributes.get(name) for one in root.every for name in ("aria-labelledby",) if name in one.attributes]
        assert {link.attributes["href"] for link in root.all("a")} <= {f"#{name}" for name in ids}
        assert set(named) <= set(ids)

    def test_the_checks_of_a_figure_are_those_of_the_report(self, fixture: DiscrepancyReport) -> None:
        root = page(fixture)
        lit = {token for one in figures(root) for token in (one.attributes.get("data-checks") or "").split()}
        assert lit
        for card in root.all("article", "card"):
            assert f"{card.attributes['data-check']}t" in lit

    def test_a_sheet_with_any_name_has_ids_that_links_find(self) -> None:
        from checker.writers.html.names import Ids

        names = [Ids(1).figure((sheet, "B2")) for sheet in ("Thu chi", "Thu_chi", "Thu~chi", "Thu%20chi", "Đầu tư\t1", 'a"b')]
        assert len(set(names)) == 6
        assert not [name for name in names if re.search(r"[\s%\"'<>&]", name)]


class TestFigures:
    def test_right_wrong_and_unchecked_look_apart(self, checked: Checked) -> None:
        root = page(checked(f"Có 7 buổi.\n\n{TABLE}", "T101", "T104"))
        assert states(root) == [
            ("7", "unchecked"),
            *(("10", "right"), ("20", "right"), ("30", "involved")),
            *(("11", "right"), ("21", "right"), ("32", "involved")),
            *(("21", "involved"), ("41", "involved"), ("63", "error")),
        ]

    @pytest.mark.parametrize(
        ("lang", "labels"),
        [
            ("vi", ["10, khớp", "63, sai, 2 phát hiện", "7, chưa đối chiếu"]),
            ("en", ["10, right", "63, wrong, 2 findings", "7, unchecked"]),
        ],
    )
    def test_they_say_so_to_who_cannot_see_it(self, checked: Checked, lang: str, labels: list[str]) -> None:
        root = page(checked(f"Có 7 buổi.\n\n{TABLE}", "T101", "T104"), lang=lang)
        assert set(labels) <= {one.attributes.get("aria-label") for one in figures(root)}

    def test_only_those_with_a_finding_are_in_the_order_of_tab(self, checked: Checked) -> None:
        root = page(checked(TABLE, "T101", "T104"))
        stops = [one.text for one in figures(root) if one.attributes.get("tabindex") != "-1"]
        assert stops == ["30", "32", "21", "41", "63"]

    def test_a_figure_in_a_figure_is_no_link_in_a_link(self, checked: Checked) -> None:
        root = page(checked("Từ ngày 21/9 đến ngày 15/9/2023, Sở họp tại 3 xã."))
        (period,) = [one for one in figures(root) if one.text == "ngày 21/9 đến ngày 15/9/2023"]
        assert [link.text for link in period.all("a")] == ["ngày 21/9 đến ", "ngày 15/9/2023"]
        assert not [link for link in root.all("a") if len(link.all("a")) > 1]

    def test_an_accepted_finding_is_apart_and_looks_so(self, checked: Checked) -> None:
        report = checked(TABLE, "T101")
        reason = Accepted("đã đối chiếu sổ gốc", "văn phòng", "2024-03-29")
        root = page(replace(report, checks=tuple(replace(c, accepted=reason) if c.finding else c for c in report.checks)))
        assert ("63", "accepted") in states(root)
        explained = root.one("details", "explained")
        assert "đã đối chiếu sổ gốc (văn phòng, 2024-03-29)" in explained.one("article", "card").text
        assert "Không có chỗ nào cần xem lại" in root.one("section", "findings").text


class TestFindings:
    def test_a_card_says_it_all(self, checked: Checked) -> None:
        card = page(checked(TABLE, "T101")).one("article", "card")
        assert card.one("a", "go").text == "✖lỗi T101 ghi 63, tính ra 62 (lệch +1)"
        assert card.one("p", "place").text == "bảng 1, hàng “Tổng cộng”, cột “Cộng”, dòng 5"
        assert card.one("p", "message").text == "Quy tắc: Dòng tổng bằng cộng các dòng"
        assert card.one("p", "working").text == "30 + 32 = 62 ≠ 63"
        rows = [[cell.text for cell in row.all("td")] for row in card.one("tbody").all("tr")]
        assert rows == [
            ["tổng", "63", "Tổng cộng"],
            ["thành phần", "30", "Một"],
            ["thành phần", "32", "Hai"],
            ["Tính ra", "62", "Lệch +1"],
        ]

    def test_figures_of_one_row_are_told_apart_by_their_columns(self, checked: Checked) -> None:
        card = page(checked(TABLE, "T104")).one("article", "card")
        assert [row.all("td")[-1].text for row in card.one("tbody").all("tr")] == ["Cộng", "Nam", "Nữ", "Lệch +1"]

    def test_suspects_are_told_with_their_place(self, checked: Checked) -> None:
        report = checked(TABLE, "T101")
        (finding,) = report.findings
        suspect = Suspect("change", finding.place, "63", (finding.fingerprint,), "30 + 32 = 62", replacement="62")
        told = page(replace(report, groups=(Group((finding.fingerprint,), (suspect,)),))).one("div", "suspects")
        assert told.one("li").text == "63: có lẽ là “62” – 30 + 32 = 62"
        assert told.one("a").attributes["href"] == "#d1-f5.25"

    def test_a_picture_of_the_place_is_within_the_page(self, checked: Checked) -> None:
        report = checked(TABLE, "T101")
        (finding,) = report.findings
        root = page(replace(report, pictures={finding.place.spot: b"\x89PNG"}))
        image = root.one("img")
        assert image.attributes == {"src": "data:image/png;base64,iVBORw==", "alt": "Ảnh chụp chỗ ghi “63”"}

    def test_very_many_are_cut(self, checked: Checked) -> None:
        report = checked(TABLE, "T101")
        (finding,) = report.findings
        root = page(replace(report, checks=(finding,) * 503))
        assert len(root.all("article", "card")) == 500
        assert "… và 3 chỗ nữa" in root.one("section", "findings").text

    def test_all_checks_and_figures_in_none(self, checked: Checked) -> None:
        report = checked(f"Có 7 buổi.\n\n{TABLE}", "T101", "T104")
        assert not page(report).all("details", "every")
        root = page(report, show=Show(all_checks=True))
        assert Counter(" ".join(one.classes) for one in root.one("details", "every").all("li")) == {"holds": 4, "broken": 2}
        assert root.one("details", "unchecked-list").one("p").text.split() == ["7"]

    def test_stale_explanations_and_warnings(self, checked: Checked) -> None:
        stale = Stale("0123456789abcdef", Accepted("cũ", "văn phòng", ""), "checker.toml")
        root = page(replace(checked(TABLE, "T101"), stale=(stale,), warnings=("bảng 2 đã bị bỏ qua",)))
        assert "0123456789abcdef" in root.one("details", "stale").text
        assert "bảng 2 đã bị bỏ qua" in root.one("header", "head").text


class TestDocument:
    def test_headings_lists_notes_and_tables_are_what_they_are(self, checked: Checked) -> None:
        text = "I. KẾT QUẢ\n\n1. Về xã\n\nCó 12 xã[^1], gồm:\n\n- Xã A;\n\n- Xã B.\n\n" + TABLE + "\n[^1]: Theo sổ."
        paper = page(checked(text)).one("article", "paper")
        assert [(one.tag, one.text) for one in paper.all(name="heading")] == [("h4", "I. KẾT QUẢ"), ("h5", "1. Về xã")]
        assert [one.text for one in paper.one("ul", "items").all("li")] == ["- Xã A;", "- Xã B."]
        table = paper.one("table")
        assert [cell.text for cell in table.one("thead").all("th")] == ["Xã", "Nam", "Nữ", "Cộng"]
        assert {cell.attributes["scope"] for cell in table.one("tbody").all("th")} == {"row"}
        assert {cell.text for cell in table.one("tbody").all("td", "number")} >= {"10", "63"}
        (reference,) = paper.one("sup", "note-ref").all("a")
        note = paper.by_id((reference.attributes["href"] or "")[1:])
        assert note.text == "1 Theo sổ."
        assert note.all("a")[0].attributes["href"] == f"#{reference.attributes['id']}"

    def test_a_note_that_is_not_there_is_no_link(self, checked: Checked) -> None:
        (reference,) = page(checked("Có 12 xã[^7].")).all("sup", "note-ref")
        assert (reference.text, reference.all("a")) == ("7", [])

    def test_rows_that_are_left_out_are_counted(self, checked: Checked, monkeypatch: pytest.MonkeyPatch) -> None:
        from checker.view import making

        monkeypatch.setattr(making, "MOST_CELLS", 100)
        body = "".join(f"| Xã {i} | {i} | {i} | {2 * i + (i == 100)} |\n" for i in range(1, 201))
        root = page(checked(f"| Xã | Nam | Nữ | Cộng |\n|-|-|-|-|\n{body}", "T104"))
        assert [row.text for row in root.all("tr", "gap")] == [
            "… 85 hàng không có gì cần xem lại, không hiện ở đây …",
            "… 86 hàng không có gì cần xem lại, không hiện ở đây …",
        ]
        assert ("201", "error") in states(root)

    def test_pages_sheets_and_other_parts_are_told(self, packs: tuple[Pack, ...]) -> None:
        def text(words: str, **where: str | int) -> Text:
            return Text.at(words, Place(**where))  # type: ignore[arg-type]

        def cells(sheet: str, *words: tuple[str, str]) -> Table:
            rows = (
                tuple(Cell(text(word, sheet=sheet, cell=f"{'BC'[j]}{i}")) for j, word in enumerate(row)) for i, row in enumerate(words, 3)
            )
            return Table(tuple(rows), path="1", sheet=sheet)

        blocks: list[Block] = [
            Paragraph(text("Có 12 xã.", page=1, line=1, column=1)),
            Paragraph(text("Có 5 xã.", page=2, line=1, column=1)),
            cells("Thu & chi", ("Mục", "Số tiền"), ("Thu", "12"), ("Tổng cộng", "13")),
            Paragraph(text("Mẫu số 1", part="header", paragraph=1, offset=1), part="header"),
        ]
        document = Document("a.xlsx", "xlsx", "", tuple(blocks))
        paper = page(check_document(document, packs, [rule for pack in packs for rule in pack.rules])).one("article", "paper")
        assert [one.text for one in paper.all("p", "turn")] == ["trang 1", "trang 2"]
        assert [(one.classes, one.text) for one in paper.all("h4")] == [({"sheet"}, "Trang tính “Thu & chi”"), ({"part"}, "đầu trang")]
        assert [cell.text for row in paper.all("tr") for cell in row.all("td", "gutter")] == ["", "B", "C", "3", "4", "5"]
        assert paper.by_id("d1-fThu~20~~26~~20~chi.C4").text == "12"

    def test_a_report_without_its_document_says_so(self, checked: Checked) -> None:
        import pickle

        root = page(pickle.loads(pickle.dumps(checked(TABLE, "T101"))))
        assert "Nội dung văn bản không kèm theo" in root.one("section", "document").text
        card = root.one("article", "card")
        assert card.one("a", "go").attributes["href"] == f"#{card.attributes['id']}"


class TestSummary:
    @pytest.mark.parametrize(
        ("text", "lang", "look", "said"),
        [
            (TABLE, "", "wrong", "Cần xem lại 1 lỗi."),
            (TABLE, "en", "wrong", "To look at: 1 error."),
            ("Có 11 xã, gồm: 5 xã loại một, 6 xã loại hai.", "", "fine", "Không thấy chỗ nào mâu thuẫn."),
            ("Không có gì.", "en", "nothing", "Nothing could be checked in this document."),
        ],
    )
    def test_the_verdict_is_a_sentence(self, checked: Checked, text: str, lang: str, look: str, said: str) -> None:
        verdict = page(checked(text, "T101", "N201"), lang=lang).one("p", "verdict")
        assert (verdict.classes, verdict.text) == ({"verdict", look}, said)

    def test_several_documents_have_a_table_of_contents(self, checked: Checked) -> None:
        right = replace(checked("Có 11 xã, gồm: 5 xã loại một, 6 xã loại hai."), path="b.md")
        root = page(replace(checked(TABLE, "T101"), path="a.md"), right)
        assert [one.text for one in root.one("ol", "contents").all("a")] == ["a.md", "b.md"]
        assert [one.classes for one in root.one("ol", "contents").all("span", "verdict")] == [{"verdict", "wrong"}, {"verdict", "fine"}]
        assert [one.attributes["href"] for one in root.one("ol", "contents").all("a")] == ["#d1", "#d2"]

    @pytest.mark.parametrize("lang", SAMPLES)
    def test_a_file_that_cannot_be_read_is_listed(self, lang: str) -> None:
        root = parsed(write(sample(lang), Show()))
        assert root.one("section", "problems").one("li").text == f"trống.md: {SAMPLES[lang][1]}"

    def test_no_document_at_all(self) -> None:
        root = parsed(write(Results((), sample("vi").problems), Show()))
        assert root.one("p", "verdict").text == "Không đọc được 1 tệp."


@pytest.mark.parametrize("lang", sorted(languages()))
def test_the_page_speaks_one_language(checked: Checked, lang: str) -> None:
    root = page(checked(TABLE, "T101"), lang=lang)
    assert root.one("html").attributes["lang"] == lang
    words = load(lang).section("html")
    assert root.one("h1").text == words["title"]
    assert words["findings"] in root.one("section", "findings").text


def test_every_phrase_is_there_in_every_language() -> None:
    def gaps(text: object) -> set[str]:
        return set(re.findall(r"\{(\w+)\}", str(text)))

    texts = {language: load(language).section("html") for language in languages()}
    for language, phrases in texts.items():
        assert phrases.keys() == texts["en"].keys(), language
        assert phrases["roles"].keys() == texts["en"]["roles"].keys(), language
        for key, text in phrases.items():
            assert gaps(text) == gaps(texts["en"][key]), f"{language}: {key}"
            forms = {frozenset(gaps(form)) for form in str(text).split("|")}
            assert len(forms) == 1, f"{language}: {key}"


def test_templates_hold_no_words_of_a_language() -> None:
    """Every text of a template comes from the locales."""
    folder = Path(html.__file__).parent / "page"
    for file in folder.glob("*.html"):
        text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", " ", file.read_text("utf-8"), flags=re.DOTALL)
        outside = re.sub(r"<[^<>]*>| [a-z-]+=\"[^\"]*\"", " ", text)
        assert not re.search(r"[^\W\d_]{2,}", outside), file.name
        assert not re.search(r"(?:aria-label|title|alt)=\"[^\"]*[^\W\d_]{2,}", text), file.name


def test_every_phrase_is_used() -> None:
    folder = Path(html.__file__).parent
    used = "\n".join(file.read_text("utf-8") for file in folder.rglob("*.*") if file.suffix in (".py", ".html"))
    dynamic = {"error", "warning", "note", "roles"}
    keys = [key for key in load("en").section("html") if not key.startswith("state_") and key not in dynamic]
    assert [key for key in keys if f'"{key}"' not in used] == []
