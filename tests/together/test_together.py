"""Several files of one report: one document, each place in its own file."""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path

import pytest

import checker
from checker import RuleError
from checker.readers import read
from checker.together import together
from tests.tools.workbooks import sheet, workbook

BODY = """SỞ LAO ĐỘNG
Số: 12/BC-SLĐ

BÁO CÁO
Kết quả dạy nghề năm 2024

I. KẾT QUẢ

Toàn tỉnh mở 14 lớp cho 350 người học nghề (Phụ lục 1 kèm theo), kinh phí 1.250 triệu đồng (Phụ lục 2)¹.

¹ Trong đó: nam 200 người, nữ 150 người.
"""
PEOPLE = "Huyện\tSố người\nAn\t120\nBa\t230\nTổng cộng\t350\n"
MONEY = "Biểu chi\n\nHuyện\tKinh phí (triệu đồng)\nAn\t750\nBa\t500\nTổng cộng\t1.250\n"
FILES = {"bao-cao.md": BODY, "phu-luc-1.txt": PEOPLE, "so-lieu.txt": MONEY}
TOML = 'files = ["bao-cao.md", "phu-luc-1.txt", "so-lieu.txt"]\n[headings]\n"so-lieu.txt" = "Phụ lục 2"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "report.toml").write_text(TOML, "utf-8")
    return tmp_path


def changed(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "where"),
    [
        ("phu-luc-1.txt", "230\nTổng cộng\t350", "240\nTổng cộng\t360", "N207", "bao-cao.md"),
        ("so-lieu.txt", "1.250", "1.260", "T101", "so-lieu.txt"),
        ("so-lieu.txt", "500\nTổng cộng\t1.250", "600\nTổng cộng\t1.350", "N207", "bao-cao.md"),
        ("so-lieu.txt", "Biểu chi", "Biểu chi (Kèm theo Báo cáo số 13/BC-SLĐ)", "R401", "so-lieu.txt"),
    ],
)
def test_what_contradicts_across_files_is_found(folder: Path, file: str, old: str, new: str, code: str, where: str) -> None:
    assert [finding.code for finding in checker.check(folder).findings] == []
    changed(folder, file, old, new)
    found = checker.check(folder).findings
    assert (code, str(folder / where)) in [(finding.code, finding.place.file) for finding in found]


def test_each_place_is_told_from_every_other(folder: Path) -> None:
    report = checker.check([folder / name for name in FILES])
    places = {written.place.spot for check in report.checks for _, written in check.figures}
    same_line = [spot for spot in places if 4 in spot]
    assert len(report.files) == 3
    assert len({spot[0] for spot in same_line if isinstance(spot[0], str)}) == 2, "line 4 of the two annexes"


def test_footnotes_of_two_files_are_two(folder: Path) -> None:
    changed(folder, "so-lieu.txt", "Biểu chi", "Biểu chi²\n\n² Gồm: huyện An 750, huyện Ba 500.")
    changed(folder, "bao-cao.md", "¹", "²")
    report = checker.check(folder)
    assert [finding.code for finding in report.findings] == []


def test_order_and_hash(folder: Path) -> None:
    documents = [read(str(folder / name), (folder / name).read_bytes()) for name in FILES]
    both, turned = together(documents), together(documents[::-1])
    assert together(documents[:1]) is documents[0]
    assert both.sha256 != turned.sha256
    assert (both.path, turned.path) == (documents[0].path, documents[2].path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("files = []\n", "empty"), ('file = ["a.md"]\n', "did you mean 'files'"), ('files = ["../a.md"]\n', "not in the folder"),
        ('files = ["/etc/passwd"]\n', "not in the folder"), ('files = ["a.md", "a.md"]\n', "twice"), ("files = [\n", "cannot be read"),
        ('files = ["bao-cao.md"]\n[headings]\n"bao-cao.mdd" = "x"\n', "did you mean 'bao-cao.md'"),
    ],
)  # fmt: skip
def test_a_wrong_list(folder: Path, text: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    from checker.cli import main

    (folder / "report.toml").write_text(text, "utf-8")
    with pytest.raises(RuleError, match=said):
        checker.check(folder)
    (folder / "other").mkdir()
    (folder / "other" / "right.md").write_text(BODY, "utf-8")
    assert main(["check", str(folder), str(folder / "other"), "--format", "json"]) == 2
    out = json.loads(capsys.readouterr().out)
    assert [said in problem["message"] for problem in out["problems"]] == [True]
    assert len(out["reports"]) == 1, "the other reports of the call are checked"


def test_a_file_that_cannot_be_read_leaves_the_others(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from checker.cli import main

    (folder / "so-lieu.txt").unlink()
    changed(folder, "phu-luc-1.txt", "Tổng cộng\t350", "Tổng cộng\t360")
    assert main(["check", str(folder), "--format", "json"]) == 2
    out = json.loads(capsys.readouterr().out)
    assert [problem["path"] for problem in out["problems"]] == [str(folder / "so-lieu.txt")]
    assert "T101" in [finding["code"] for finding in out["reports"][0]["findings"]]
    assert [Path(file["path"]).name for file in out["reports"][0]["document"]["files"]] == ["bao-cao.md", "phu-luc-1.txt"]


def test_files_named_together_are_one_report(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from checker.cli import main

    changed(folder, "so-lieu.txt", "1.250", "1.260")
    assert main(["check", "--together", *(str(folder / name) for name in FILES), "--lang", "en"]) == 1
    out = capsys.readouterr().out
    assert f"T101 table/total-row · {folder / 'so-lieu.txt'}, table 1" in out
    assert out.count(" figures, ") == 1


def test_what_follows_an_annex_is_no_part_of_it(folder: Path) -> None:
    (folder / "report.toml").unlink()
    (folder / "so-lieu.txt").rename(folder / "so-lieu-chung.txt")
    changed(folder, "bao-cao.md", "kinh phí 1.250 triệu đồng (Phụ lục 2)", "kinh phí 1.250 triệu đồng")
    changed(folder, "phu-luc-1.txt", "Tổng cộng\t350\n", "")
    changed(
        folder, "so-lieu-chung.txt", "Kinh phí (triệu đồng)\nAn\t750\nBa\t500\nTổng cộng\t1.250", "Số người\nAn\t75\nBa\t60\nTổng cộng\t135"
    )
    files = [folder / name for name in ("bao-cao.md", "phu-luc-1.txt", "so-lieu-chung.txt")]
    assert [finding.code for finding in checker.check(files).findings] == [], "135 is not what annex 1 comes to"


def test_the_name_of_a_file_completes_a_heading_without_a_number(folder: Path) -> None:
    (folder / "report.toml").unlink()
    changed(folder, "phu-luc-1.txt", "Huyện\t", "PHỤ LỤC\n\nHuyện\t")
    changed(folder, "phu-luc-1.txt", "230\nTổng cộng\t350", "240\nTổng cộng\t360")
    found = checker.check([folder / "bao-cao.md", folder / "phu-luc-1.txt"]).findings
    assert "N207" in [finding.code for finding in found]


def test_a_warning_says_of_which_file_it_is(folder: Path) -> None:
    hidden = workbook({"Số liệu": sheet([["Xã", "Số hộ"], ["An", 12]])}, states={"Số liệu": "hidden"})
    (folder / "phu-luc-3.xlsx").write_bytes(hidden)
    report = checker.check([folder / "bao-cao.md", folder / "phu-luc-3.xlsx"])
    assert [warning.startswith(f"{folder / 'phu-luc-3.xlsx'}: ") for warning in report.warnings] == [True]


def test_workbooks_with_a_sheet_of_one_name(folder: Path) -> None:
    for name, first in (("phu-luc-1.xlsx", 120), ("phu-luc-2.xlsx", 45)):
        rows = [["Huyện", "Số"], ["An", first], ["Ba", 230], ["Tổng cộng", ("SUM(B2:B3)", first + 230)]]
        (folder / name).write_bytes(workbook({"Sheet1": sheet(rows)}))
    files = [folder / "bao-cao.md", folder / "phu-luc-1.xlsx", folder / "phu-luc-2.xlsx"]
    assert [finding.code for finding in checker.check(files).findings] == []
    (folder / "phu-luc-2.xlsx").write_bytes(workbook({"Sheet1": sheet([*rows[:3], ["Tổng cộng", ("SUM(B2:B3)", 350)]])}))
    found = [(finding.code, finding.place.file) for finding in checker.check(files).findings]
    assert ("X701", str(folder / "phu-luc-2.xlsx")) in found, "45 + 230 is not 350, though it was in the other file"


_ROOT = Path(__file__).parent.parent.parent
_ANNEX = re.compile(r"(?im)^(\*\*|#+ )?(phụ lục|annex|biểu)\b.{0,30}$")


@pytest.mark.parametrize(
    "path", sorted([*(_ROOT / "fixtures").glob("*.md"), *(_ROOT / "tests" / "reports").glob("*.txt")]), ids=lambda p: p.name
)
def test_annexes_cut_off_into_files_of_their_own_say_the_same(path: Path) -> None:
    text = path.read_text("utf-8")
    cuts = [0, *(match.start() for match in _ANNEX.finditer(text)), len(text)]
    parts = [text[start:end] for start, end in itertools.pairwise(cuts)]
    whole, cut = checker.check(text, name="a.md"), checker.check([part.encode() for part in parts])
    assert sorted(finding.fingerprint for finding in cut.findings) == sorted(finding.fingerprint for finding in whole.findings)
    assert cut.coverage.checked == whole.coverage.checked
