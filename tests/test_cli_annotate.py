"""`checker check --annotate`: a copy beside the original, which nobody loses work by."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

import checker
from checker.readers import ReadError, extensions
from tests.annotators.word import commented

FIXTURES = Path(__file__).parent.parent / "fixtures"
WRONG, RIGHT = FIXTURES / "ke-hoach-dua-lao-dong.wrong.docx", FIXTURES / "ke-hoach-dua-lao-dong.docx"
Command = Callable[..., Any]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return Path(shutil.copy(WRONG, tmp_path / "bc.docx"))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "bc.checked.docx"


def test_a_copy_is_written_beside_the_original(command: Command, report: Path, copy: Path) -> None:
    ran = command("check", "--annotate", "bc.docx")
    assert ran.code == 1
    assert ran.err.splitlines() == ["bc.checked.docx: 7 lời bình"]
    assert ran.out.endswith("exit 1: 5 errors\n")
    assert len(commented(copy.read_bytes())) == 7
    assert report.read_bytes() == WRONG.read_bytes()


def test_the_copy_is_not_checked_again(command: Command, report: Path, copy: Path) -> None:
    command("check", "--annotate", "bc.docx")
    for name in (".", "*.docx"):
        assert command("check", "--annotate", name).err == "bc.checked.docx: 7 lời bình\n"
    assert command("check", "bc.checked.docx").code == 1
    assert command("check", "--annotate", "bc.checked.docx").err == "bc.checked.docx: các lời bình đã có sẵn trong tệp\n"
    assert report.exists()
    assert sorted(copy.parent.iterdir()) == [copy, report]


def test_a_mended_report_has_its_old_copy_removed(command: Command, report: Path, copy: Path) -> None:
    command("check", "--annotate", "bc.docx")
    shutil.copy(RIGHT, report)
    ran = command("check", "--annotate", "bc.docx")
    assert (ran.code, copy.exists()) == (0, False)
    assert "bc.checked.docx" in ran.err
    assert command("check", "--annotate", "bc.docx").err == "bc.docx: không có gì cần ghi lời bình\n"


@pytest.mark.parametrize("next_report", [WRONG, RIGHT])
def test_a_copy_in_which_somebody_worked_stays(command: Command, report: Path, copy: Path, next_report: Path) -> None:
    command("check", "--annotate", "bc.docx")
    worked = docx.Document(io.BytesIO(copy.read_bytes()))
    worked.add_paragraph("đã sửa")
    worked.save(str(copy))
    before = copy.read_bytes()
    shutil.copy(next_report, report)
    ran = command("check", "--annotate", "bc.docx")
    assert copy.read_bytes() == before
    assert ran.code == (2 if next_report == WRONG else 0)
    assert ("đã được sửa" in ran.err) == (next_report == WRONG)


def test_a_kind_that_holds_no_comments(command: Command, tmp_path: Path) -> None:
    shutil.copy(WRONG.with_suffix(".md"), tmp_path / "bc.md")
    ran = command("check", "--annotate", "bc.md")
    assert ran.code == 2
    assert ran.out.endswith("exit 2: 1 file could not be annotated\n")
    assert ".docx" in ran.err


def test_standard_input(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(WRONG.read_bytes()))
    monkeypatch.setattr("sys.stdin", stream)
    ran = command("check", "--annotate", "-")
    assert (ran.code, ran.err.count("\n")) == (2, 1)


@pytest.mark.skipif(".xlsx" not in extensions(), reason="no reader of workbooks")
def test_a_workbook(command: Command, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    made = openpyxl.Workbook()
    for row in (("Mục", "Kinh phí"), ("A", 10), ("B", 21), ("Cộng", 35)):
        made.active.append(row)
    made.save(tmp_path / "bc.xlsx")
    assert command("check", "--annotate", "bc.xlsx").code == 1
    copy = openpyxl.load_workbook(tmp_path / "bc.checked.xlsx").active
    assert copy["B4"].comment.text.endswith("10 + 21 = 31 ≠ 35")


def test_the_library_gives_the_bytes() -> None:
    report = checker.check(WRONG)
    once = checker.annotate(WRONG, report)
    assert commented(once) == commented(checker.annotate(WRONG.read_bytes(), report))
    assert once == checker.annotate(once, checker.check(once, name="a.docx"))
    with pytest.raises(ReadError, match="not the file"):
        checker.annotate(RIGHT, report)


def test_the_library_without_a_name() -> None:
    data = WRONG.read_bytes()
    assert len(commented(checker.annotate(data, checker.check(data)))) == 7
