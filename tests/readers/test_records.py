"""JSON and YAML: records are tables, other values paragraphs; places; what is refused."""

from __future__ import annotations

import json

import pytest
import yaml

from checker import check
from checker.document import Document, Paragraph, Table
from checker.readers import ReadError, extensions, read

RECORDS = [{"Xã": "An Hòa", "so_ho": 12, "Vốn": 3.5}, {"Xã": "Bình Lợi", "so_ho": None, "Vốn": 2.5, "Ghi chú": "mới"}]


def as_json(data: object) -> Document:
    return read("a.json", json.dumps(data, ensure_ascii=False, indent=1).encode())


def as_yaml(data: object) -> Document:
    return read("a.yaml", yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode())


def drawn(document: Document) -> list[str]:
    return [
        " / ".join("|".join(cell.text.value for cell in row) for row in block.rows) if isinstance(block, Table) else block.text.value
        for block in document.blocks
        if isinstance(block, Table | Paragraph)
    ]


@pytest.mark.parametrize("form", [as_json, as_yaml])
@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (RECORDS, ["Xã|so ho|Vốn|Ghi chú / An Hòa|12|3.5| / Bình Lợi||2.5|mới"]),
        ({"Bảng 1": RECORDS[:1]}, ["Bảng 1", "Xã|so ho|Vốn / An Hòa|12|3.5"]),
        ({"tong_so": 12, "ten": "Báo cáo", "x": None}, ["tong so: 12", "ten: Báo cáo", "x"]),
        ({"năm": {"số hộ": 12}}, ["năm", "số hộ: 12"]),
        ({"xã": ["An", "Bình"]}, ["xã: An; Bình"]),
        ([["Xã", "Vốn"], ["An", 3]], ["Xã|Vốn / An|3"]),
        ([{"Xã": "An", "Hộ": {"nghèo": 1, "cận": 2}}], ["Xã|Hộ|Hộ / Xã|nghèo|cận / An|1|2"]),
        ([{"Xã": "An", "thôn": [{"tên": "A", "hộ": 3}]}], ["Xã / An", "thôn", "tên|hộ / A|3"]),
        ([{"a": 1}, "b", {"c": 2}], ["a: 1", "b", "c: 2"]),
        ([], []),
        ({}, []),
        ([[]], []),
        ([{}], []),
    ],
)
def test_records_are_tables(form: object, data: object, expected: list[str]) -> None:
    assert drawn(form(data)) == expected  # type: ignore[operator]


def test_keys_in_several_rows_are_merged() -> None:
    (table,) = as_json([{"Xã": "An", "Hộ": {"nghèo": 1, "cận": 2}}]).blocks
    assert isinstance(table, Table)
    assert table.headers == 2
    assert [[cell.merged for cell in row] for row in table.rows[:2]] == [[False, False, True], [True, False, False]]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", '{"Bảng": [\n  {"Xã": "An \\"Hòa\\" \\u0111\\ud83d\\ude00 x", "Vốn": -12.50, "ok": true}\n]}'),
        ("a.yaml", "Bảng:\n- Xã: 'An Hòa'\n  Vốn: -12.50\n"),
        ("a.yaml", '[{Xã: "An Hòa", Vốn: -12.50}]'),
    ],
)
def test_places_are_those_of_the_file(name: str, text: str) -> None:
    table = next(block for block in read(name, text.encode()).blocks if isinstance(block, Table))
    lines = text.split("\n")
    for row, word in ((0, "Vốn"), (1, "-12.50"), (1, "An")):
        cell = next(cell for cell in table.rows[row] if word in cell.text.value)
        start = cell.text.value.index(word)
        place = cell.text.place(start, start + len(word))
        assert place.line is not None
        assert place.column is not None
        assert lines[place.line - 1][place.column - 1 :].startswith(word)
        assert (place.table, place.row) == ("1", row + 1)


def test_escapes_of_json() -> None:
    (table,) = read("a.json", rb'[{"a": "x \"y\" \\ \u0111\ud83d\ude00\ud800 \n z"}]').blocks
    assert isinstance(table, Table)
    assert table.rows[1][0].text.value == 'x "y" \\ đ😀\ufffd   z'


def test_numbers_are_as_written_and_read_in_the_style_of_the_words() -> None:
    """12.125 is twelve and an eighth, although a Vietnamese report would mean twelve thousand."""
    rows = [{"Đơn vị": "Đức Hòa", "Kinh phí (triệu đồng)": "@"}, {"Đơn vị": "Thủ Thừa", "Kinh phí (triệu đồng)": 1079.5}]
    for total, found in ((1091.625, False), (1091.725, True)):
        text = json.dumps([*rows, {"Đơn vị": "Tổng cộng", "Kinh phí (triệu đồng)": total}], ensure_ascii=False)
        report = check(text.replace('"@"', "12.125").encode(), name="a.json")
        assert report.locale == "vi"
        assert [finding.stated for finding in report.findings] == (["1091,725"] if found else [])
        assert report.count(report.checks[0].verdict) == 1


def test_words_in_records_keep_their_own_style() -> None:
    """A text "1.250" among Vietnamese words is twelve hundred and fifty."""
    rows = [{"Đơn vị": "Đức Hòa", "Số người": "1.250"}, {"Đơn vị": "Thủ Thừa", "Số người": 250}, {"Đơn vị": "Tổng cộng", "Số người": 1500}]
    report = check(json.dumps(rows).encode(), name="a.json")
    assert [check.outcome.verdict.value for check in report.checks] == ["holds"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("[1,", "line 1, column 4"),
        ("[1,\n ]", "line 2, column 2"),
        ('{"a" 1}', "column 6"),
        ("{'a': 1}", "column 2"),
        ("[01]", "column 2"),
        ("[+1]", "column 2"),
        ("[NaN]", "column 2"),
        ("[1] [2]", "column 4"),
        ('["a\nb"]', "column 2"),
        ("[}", "column 2"),
        ('{"a": 1,\n "a": 2}', "line 2: the key 'a' stands twice"),
        ("[" * 100_000, "more than 20 deep"),
        ('{"a":' * 100_000, "more than 20 deep"),
        ("[1\x002]", "control"),
    ],
)
def test_json_that_is_refused(text: str, why: str) -> None:
    with pytest.raises(ReadError, match=why):
        read("a.json", text.encode())


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a: 1\n b: 2", "line 2: mapping values"),
        ("a: &x [1, 1]\nb: &y [*x, *x]\nc: [*y, *y]", "line 2: YAML aliases"),
        ("a: !!python/object/apply:os.system [ls]", "line 1: YAML tags"),
        ("a: !include /etc/passwd", "line 1: YAML tags"),
        ("a: 1\na: 2", "line 2: the key 'a'"),
        ("[x]: 1", "line 1: a key"),
        ("a: 1\n---\nb: 2", "several YAML documents"),
        ("[" * 100_000, "more than 20 deep"),
        ("- " * 100_000, "more than 20 deep"),
        ("{a: " * 100_000, "more than 20 deep"),
        ("a: 'x", "line 1"),
    ],
)
def test_yaml_that_is_refused(text: str, why: str) -> None:
    with pytest.raises(ReadError, match=why):
        read("a.yaml", text.encode())


def test_yaml_stays_what_was_typed() -> None:
    (table,) = read("a.yaml", b"- {a: 04, b: 12:30, c: yes, d: 1e999999999, e: 0x10, f: ~, g: 1_000, h: 2024-03-31}").blocks
    assert isinstance(table, Table)
    assert [cell.text.value for cell in table.rows[1]] == ["04", "12:30", "yes", "1e999999999", "0x10", "", "1_000", "2024-03-31"]
    assert [cell.stored and cell.stored.value for cell in table.rows[1]] == [None] * 8


def test_huge_numbers_cost_nothing() -> None:
    (table,) = read("a.json", b'[{"a": 1e999999999, "b": ' + b"9" * 100_000 + b"}]").blocks
    assert isinstance(table, Table)
    assert [cell.stored and cell.stored.value for cell in table.rows[1]] == [None, None]


def test_a_folder_has_other_files_of_this_kind() -> None:
    assert {".json", ".yaml", ".yml"} <= set(extensions())
    assert not {".json", ".yaml", ".yml"} & set(extensions(named=False))
