"""Commands of a GitHub workflow: one line each, whatever the report says."""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec
import pytest

from checker.report import DiscrepancyReport
from checker.results import Results, Show
from checker.writers.github import write

COMMAND = re.compile(r"::(?:error|warning|notice) (?:\w+=[^,:\r\n]*)(?:,\w+=[^,:\r\n]*)*::[^\r\n]*")


def test_severities_lines_and_columns(vietnamese: Results) -> None:
    lines = write(vietnamese, Show()).splitlines()
    assert [line.split()[0] for line in lines] == ["::notice", "::error", "::error", "::warning", "::error", "::error", "::error"]
    assert "file=vi.md,line=12,endLine=12,col=39,endColumn=48,title=T101 Dòng tổng" in lines[4]
    assert lines[4].endswith("(lệch +100.000)%0A1.500.000 + 1.700.000 + 1.400.000 = 4.600.000 ≠ 4.700.000")
    assert lines[6] == "::error file=trống.md::tệp rỗng"


@pytest.mark.parametrize(
    "text",
    [
        "x\n::error file=other.md::injected",
        "x\r::set-output name=token::1",
        "100% , a:b::c",
        "%0A::stop-commands::x",
        "\r\n##[error]x",
    ],
)
def test_content_makes_no_command_of_its_own(said: Callable[..., Results], text: str) -> None:
    written = write(said(text, "a,line=1::b\n.md"), Show())
    lines = re.split("[\r\n]", written.rstrip("\n"))
    assert len(lines) == 2
    assert all(COMMAND.fullmatch(line) for line in lines)
    assert "file=a%2Cline=1%3A%3Ab%0A.md" in lines[0]


def test_what_is_escaped_comes_back(said: Callable[..., Results]) -> None:
    message = write(said("50% of\r\n12, b: %0A"), Show()).splitlines()[1].split("::", 2)[2]
    assert message == "50%25 of%0D%0A12, b: %250A"


def test_over_several_lines_there_are_no_columns(vietnamese: Results) -> None:
    from dataclasses import replace

    (report,) = vietnamese.reports
    check = report.open[0]
    at = msgspec.structs.replace(check.claim.at, place=msgspec.structs.replace(check.place, end_line=9))
    moved = replace(report, checks=(replace(check, claim=msgspec.structs.replace(check.claim, at=at)),))
    assert write(Results((moved,)), Show()).startswith("::notice file=vi.md,line=3,endLine=9,title=")


def test_a_consistent_report_is_silent(checked: Callable[..., DiscrepancyReport]) -> None:
    assert write(Results((checked("Có 11 xã, gồm: 5 xã loại một, 6 xã loại hai."),)), Show()) == ""
