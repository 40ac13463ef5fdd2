"""JUnit XML: a case for each rule, what fails and what does not, and characters that XML has no place for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree as ET

from checker.formula.outcome import Outcome, Verdict
from checker.report import DiscrepancyReport
from checker.results import Problem, Results, Show
from checker.writers.junit import write


def root(results: Results) -> ET.Element:
    return ET.fromstring(write(results, Show()))


def case(results: Results, name: str) -> ET.Element:
    (found,) = [case for case in root(results).iter("testcase") if case.get("name") == name]
    return found


def test_a_suite_for_each_document_and_a_case_for_each_rule(results: Results) -> None:
    (report,) = results.reports
    suite = root(results)[0]
    assert suite.get("name") == report.path
    assert [case.get("name") for case in suite] == sorted({check.rule for check in report.checks})
    assert {case.get("classname") for case in suite} == {report.path}


def test_names_are_unique_also_where_a_file_is_given_twice(vietnamese: Results) -> None:
    twice = replace(vietnamese, reports=vietnamese.reports * 2, problems=(Problem("vi.md", "…"),))
    names = [(case.get("classname"), case.get("name")) for case in root(twice).iter("testcase")]
    assert len(set(names)) == len(names)
    assert {name for name, _ in names} == {"vi.md", "vi.md (2)", "vi.md (3)"}


def test_errors_and_warnings_fail(vietnamese: Results) -> None:
    failure = case(vietnamese, "table/total-row").find("failure")
    assert failure is not None
    assert (failure.get("type"), failure.get("message")) == ("error", "ghi 4.700.000, tính ra 4.600.000 (lệch +100.000)")
    assert "1.500.000 + 1.700.000 + 1.400.000 = 4.600.000 ≠ 4.700.000" in (failure.text or "")
    warning = case(vietnamese, "table/numbering").find("failure")
    assert warning is not None
    assert warning.get("type") == "warning"


def test_notes_and_accepted_findings_do_not_fail(vietnamese: Results) -> None:
    for name, word in (("complete/blank", "còn để trống"), ("text/breakdown", "đã giải thích")):
        found = case(vietnamese, name)
        assert [part.tag for part in found] == ["system-out"]
        assert word in (found[0].text or "")


def test_a_rule_is_skipped_where_all_its_checks_are_undecided(checked: Callable[..., DiscrepancyReport]) -> None:
    report = checked("Có 12 xã, gồm: 5 xã loại một, 6 xã loại hai.", "N201")
    (check,) = report.checks
    unknown = replace(check, finding=False, outcome=Outcome(Verdict.UNKNOWN))
    undecided = replace(report, checks=(unknown,))
    skipped = case(Results((undecided,)), "text/breakdown").find("skipped")
    assert skipped is not None
    assert "chưa kết luận được" in skipped.get("message", "")
    both = case(Results((replace(report, checks=(unknown, check)),)), "text/breakdown")
    assert [part.tag for part in both] == ["failure"]


def test_a_file_that_cannot_be_read_is_an_error(vietnamese: Results) -> None:
    error = case(vietnamese, "read").find("error")
    assert error is not None
    assert error.get("message") == "tệp rỗng"


def test_the_counts_are_those_of_the_cases(results: Results) -> None:
    top = root(results)
    for element in (top, *top):
        assert element.get("tests") == str(len(list(element.iter("testcase"))))
        for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert element.get(name) == str(len(list(element.iter(tag))))


def test_characters_that_xml_has_no_place_for_are_left_out(said: Callable[..., Results]) -> None:
    text = "a\x00b\x1b[31mc\ufffe\ud800 <x> & ]]> \"'"
    failure = case(said(text, "k\x07.md"), "table/total-row").find("failure")
    assert failure is not None
    assert failure.get("message") == "ab[31mc <x> & ]]> \"'"
    assert case(said(text, "k\x07.md"), "read").get("classname") == "k.md (2)"
