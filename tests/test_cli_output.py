"""What the command prints: text in the document's language or another, JSON by its contract, manual pages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from checker import writers
from checker.cli import main
from checker.contract import ResultsOut
from tests.tools.workbooks import sheet, workbook

BAD = "| Mục | Kinh phí |\n|-|-|\n| An | 120,5 |\n| Ba | 79,5 |\n| Cộng | 210,0 |\n\nĐã mở 12 lớp ở các xã.\n"
ENGLISH = "| Item | Cost of the work |\n|-|-|\n| Ann | 1,200.5 |\n| Bob | 79.5 |\n| Total | 1,290.0 |\n"


@pytest.fixture
def output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    (tmp_path / "bad.md").write_text(BAD, "utf-8")
    (tmp_path / "english.md").write_text(ENGLISH, "utf-8")
    (tmp_path / "empty.md").write_text("", "utf-8")
    monkeypatch.chdir(tmp_path)

    def printed(*arguments: str) -> str:
        main(arguments)
        return capsys.readouterr().out

    return printed


def test_a_finding_shows_place_numbers_and_arithmetic(output: Any) -> None:
    text = output("check", "bad.md")
    for expected in ("✖", "T101 table/total-row", "bad.md", "210,0", "120,5 + 79,5 = 200 ≠ 210,0", "“Cộng”", "dòng 5"):
        assert expected in text


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("bad.md",), "dòng 5"),
        (("bad.md", "--lang", "en"), "line 5"),
        (("english.md",), "line 5"),
        (("english.md", "--lang", "vi"), "dòng 5"),
    ],
)
def test_messages_are_in_the_documents_language_unless_asked(output: Any, arguments: tuple[str, ...], word: str) -> None:
    assert word in output("check", *arguments)


def test_numbers_keep_the_style_of_the_document(output: Any) -> None:
    assert "1,200.5 + 79.5 = 1,280 ≠ 1,290.0" in output("check", "english.md", "--lang", "vi")


def test_all_shows_checks_that_hold_and_figures_in_none(output: Any) -> None:
    assert "12" not in output("check", "bad.md").replace("120", "")
    (Path() / "good.md").write_text(BAD.replace("210,0", "200,0"), "utf-8")
    text = output("check", "good.md", "--all")
    assert "✔ T101" in text
    assert "12 " in text.replace("120", "")


def test_colour_only_where_asked(output: Any) -> None:
    assert "\033[" not in output("check", "bad.md")
    assert "\033[31m" in output("check", "bad.md", "--colour", "always")


def test_the_locale_can_be_told(output: Any) -> None:
    Path("x.md").write_text("| Mục | Chi |\n|-|-|\n| An | 1,500 |\n| Ba | 2,500 |\n| Cộng | 4,000 |\n", "utf-8")
    assert json.loads(output("check", "x.md", "--format", "json", "--locale", "en"))["reports"][0]["document"]["locale"] == "en"
    assert json.loads(output("check", "x.md", "--format", "json"))["reports"][0]["document"]["locale"] == "vi"


def test_json_keeps_its_contract(output: Any) -> None:
    text = output("check", "bad.md", "empty.md", "english.md", "--format", "json", "--all")
    results = msgspec.json.decode(text, type=ResultsOut)
    assert json.loads(msgspec.json.encode(results)) == json.loads(text)
    assert (results.schema, [p.path for p in results.problems]) == ("checker/1", ["empty.md"])
    report = results.reports[0]
    assert (report.verdict, report.counts.broken, report.counts.errors, report.groups) == ("discrepancies", 1, 1, [])
    assert (report.coverage.figures, report.coverage.checked, [f.text for f in report.coverage.unchecked]) == (4, 3, ["12"])
    (finding,) = report.findings
    assert (finding.code, finding.stated, finding.computed, finding.gap) == ("T101", "210,0", "200", "10")
    assert [(f.role, f.text, f.value, f.step) for f in finding.figures] == [
        ("total", "210,0", "210", "0.1"),
        ("parts", "120,5", "120.5", "0.1"),
        ("parts", "79,5", "79.5", "0.1"),
    ]
    place = finding.figures[0].place
    assert (place.file, place.line, place.column, place.end_column, place.table, place.row, place.col) == ("bad.md", 5, 10, 15, "1", 4, 2)


def test_json_shows_all_checks_only_when_asked(output: Any) -> None:
    assert "checks" not in json.loads(output("check", "bad.md", "--format", "json"))["reports"][0]


def test_the_output_can_go_to_a_file(output: Any) -> None:
    assert output("check", "bad.md", "--format", "json", "--output", "out.json") == ""
    assert json.loads(Path("out.json").read_text("utf-8"))["schema"] == "checker/1"


@pytest.mark.parametrize("form", writers.names())
def test_every_format_can_go_to_a_file(output: Any, form: str) -> None:
    printed = output("check", "bad.md", "empty.md", "--format", form)
    assert output("check", "bad.md", "empty.md", "--format", form, "--output", "out") == ""
    assert Path("out").read_text("utf-8") == printed
    assert "bad.md" in printed
    assert "empty.md" in printed


def test_every_format_is_named_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    told = " ".join(capsys.readouterr().out.split())
    assert [form for form in writers.names() if form not in told.split("--format FORMAT")[-1]] == []


def test_the_manual_page_of_a_rule(output: Any) -> None:
    page = output("explain", "T101", "--lang", "vi")
    for expected in ("T101 table/total-row", "Dòng tổng bằng cộng các dòng", "total == sum(parts)", "| Cộng | 210,0 |", "find:"):
        assert expected in page


def test_the_list_of_rules(output: Any) -> None:
    listed = output("rules", "--select", "T")
    assert "T101" in listed
    assert "N201" not in listed


def closed(schema: Any) -> Any:
    """The same schema, with no field allowed that it does not name."""
    for part in schema["$defs"].values():
        part["additionalProperties"] = False
    return schema


@pytest.mark.parametrize("files", [("bad.md", "empty.md", "english.md"), ("--together", "bad.md", "b.csv", "c.xlsx"), ("c.xlsx",)])
def test_the_schema_names_every_field_of_the_output(output: Any, files: tuple[str, ...]) -> None:
    import jsonschema

    Path("b.csv").write_bytes("Xã;Vốn\nAn;1,5\nBa;2,5\nTổng;4,5\n".encode("utf-16"))
    Path("c.xlsx").write_bytes(workbook({"PL1": sheet([["Xã", "Vốn"], ["An", 1], ["Ba", 2], ["Tổng", 4]])}))
    Path("bad.md.checker.toml").write_text('[[accepted]]\nfingerprint = "0123"\nreason = "x"\nby = "Lan"\non = 2024-05-06\n', "utf-8")
    schema = jsonschema.Draft202012Validator(closed(json.loads(output("schema", "report"))))
    given = json.loads(output("check", *files, "--format", "json", "--all"))
    schema.validate(given)
    places = [figure["place"] for report in given["reports"] for check in report["checks"] for figure in check["figures"]]
    assert ("--together" in files) == any(place.get("volume") == 2 for place in places)
    given["reports"][0]["document"]["detials"] = {}
    assert not schema.is_valid(given)


def test_the_schema_says_what_files_details_and_confidence_are(output: Any) -> None:
    parts = json.loads(output("schema", "report"))["$defs"]
    for part, field in (("DocumentOut", "files"), ("FileOut", "details"), ("FigureOut", "confidence"), ("Place", "volume")):
        assert field in parts[part]["properties"]
        assert f"`{field}`" in parts[part]["description"]


def test_the_schema_names_every_field_of_a_check(output: Any) -> None:
    schema = json.loads(output("schema", "report"))
    assert set(schema["$defs"]["CheckOut"]["properties"]) >= {"rule", "verdict", "place", "figures", "fingerprint", "accepted"}
