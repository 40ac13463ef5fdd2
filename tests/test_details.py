"""What a reader found out about a file stands in the report, in every format that says it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

CSV = "Xã;Vốn\nAn;1,5\nTổng;1,5\n"


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("vi", "a.csv: bảng mã UTF-16, dấu phân cách “;”, số viết kiểu 1.234,5"),
        ("en", "a.csv: encoding UTF-16, separator “;”, numbers written as 1.234,5"),
    ],
)
def test_on_the_terminal_in_one_line(command: Callable[..., Any], lang: str, line: str) -> None:
    Path("a.csv").write_bytes(CSV.encode("utf-16"))
    assert line in command("check", "a.csv", "--lang", lang).out.splitlines()
    assert line.partition(": ")[2] in command("check", "a.csv", "--lang", lang, "--format", "markdown").out.splitlines()


def test_in_json(command: Callable[..., Any]) -> None:
    Path("a.csv").write_bytes(CSV.replace(";", "\t").encode())
    document = json.loads(command("check", "a.csv", "--format", "json").out)["reports"][0]["document"]
    assert document["details"] == {"encoding": "utf-8", "separator": "tab"}


def test_of_several_files_each_has_its_own(command: Callable[..., Any]) -> None:
    Path("a.md").write_text("Có 12 người.\n", "utf-8")
    Path("b.csv").write_bytes(CSV.encode("utf-16"))
    Path("c.csv").write_bytes(CSV.encode())
    files = ("check", "--together", "a.md", "b.csv", "c.csv", "--lang", "en")
    lines = [
        "b.csv: encoding UTF-16, separator “;”, numbers written as 1.234,5",
        "c.csv: encoding UTF-8, separator “;”, numbers written as 1.234,5",
    ]
    for form in ("text", "markdown"):
        assert [line for line in command(*files, "--format", form).out.splitlines() if "encoding" in line] == lines
    document = json.loads(command(*files, "--format", "json").out)["reports"][0]["document"]
    assert [file.get("details") for file in document["files"]] == [
        None,
        {"encoding": "utf-16", "separator": ";"},
        {"encoding": "utf-8", "separator": ";"},
    ]
    assert document["details"] == {"separator": ";"}, "two encodings: neither is the report's"


def test_nothing_is_said_where_nothing_had_to_be_found_out(command: Callable[..., Any]) -> None:
    Path("a.md").write_text("Có 12 người.\n", "utf-8")
    assert "UTF-8" not in command("check", "a.md").out
    assert "details" not in json.loads(command("check", "a.md", "--format", "json").out)["reports"][0]["document"]


def test_a_folder_is_searched_for_reports_and_not_for_settings(command: Callable[..., Any]) -> None:
    for name in ("a.csv", "settings.json", "rules.yaml"):
        Path(name).write_text(CSV if name == "a.csv" else "[]", "utf-8")
    out = command("check", ".").out
    assert "a.csv" in out
    assert "settings" not in out
    assert "rules" not in out
    assert "settings.json" in command("check", "settings.json").out
