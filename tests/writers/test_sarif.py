"""SARIF: what its model knows and nothing else, and with what code-scanning services look for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel
from sarif_pydantic import Sarif

from checker.place import Place
from checker.readers import read
from checker.results import Problem, Results, Show
from checker.rules import Pack
from checker.run import check_document
from checker.writers.sarif import write

NOT_IN_THE_MODEL = {"columnKind", "suppressions", "toolExecutionNotifications"}
"""What SARIF 2.1.0 has and the library's model leaves out."""
FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


def log(results: Results) -> Any:
    """The log. Wherever one is made it is held against the model of SARIF 2.1.0: its types, and no key that it does not know."""
    made = json.loads(write(results, Show()))
    model = Sarif.model_validate(made)
    assert json.loads(model.model_dump_json(by_alias=True, exclude_unset=True)) == made
    assert set(unknown(model)) <= NOT_IN_THE_MODEL
    return made["runs"][0]


def unknown(thing: Any) -> Iterator[str]:
    """The keys that the model of a thing does not have."""
    if isinstance(thing, BaseModel):
        yield from thing.model_extra or ()
        for name in type(thing).model_fields:
            yield from unknown(getattr(thing, name))
    elif isinstance(thing, list):
        for item in thing:
            yield from unknown(item)


def test_a_key_that_sarif_does_not_have_is_seen(vietnamese: Results) -> None:
    made = json.loads(write(vietnamese, Show()))
    made["runs"][0]["results"][0]["lvel"] = "error"
    assert set(unknown(Sarif.model_validate(made))) - NOT_IN_THE_MODEL == {"lvel"}


@pytest.fixture(scope="module")
def word(packs: tuple[Pack, ...]) -> Results:
    """The results on a Word document."""
    name = "ke-hoach-dua-lao-dong.wrong.docx"
    rules = [rule for pack in packs for rule in pack.rules]
    return Results((check_document(read(name, (FIXTURES / name).read_bytes()), packs, rules),))


def test_rules_are_named_once_and_results_point_at_them(results: Results) -> None:
    run = log(results)
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert {result["level"] for result in run["results"]} == {"error", "warning", "note"}
    assert {rule["id"]: rule["defaultConfiguration"]["level"] for rule in rules}["table/total-row"] == "error"


def test_the_region_is_where_the_figure_stands(vietnamese: Results) -> None:
    (total,) = [result for result in log(vietnamese)["results"] if result["ruleId"] == "table/total-row"]
    location = total["locations"][0]["physicalLocation"]
    assert location == {
        "artifactLocation": {"uri": "vi.md"},
        "region": {"startLine": 12, "startColumn": 39, "endLine": 12, "endColumn": 48},
    }
    assert [related["message"]["text"] for related in total["relatedLocations"]] == [f"parts: 1.{n}00.000" for n in (5, 7, 4)]
    assert "1.500.000 + 1.700.000 + 1.400.000 = 4.600.000 ≠ 4.700.000" in total["message"]["text"]


def test_fingerprints_are_those_of_the_report_and_accepted_findings_are_suppressed(results: Results) -> None:
    found = results.reports[0].findings
    written = log(results)["results"]
    assert [result["partialFingerprints"] for result in written] == [{"checker/v1": check.fingerprint} for check in found]
    suppressed = [result for result in written if result["suppressions"]]
    assert [result["ruleId"] for result in suppressed] == ["text/breakdown"]
    assert suppressed[0]["suppressions"][0]["kind"] == "external"
    assert "•••" in suppressed[0]["suppressions"][0]["justification"]
    assert not any("fixes" in result for result in written)


def test_a_file_that_cannot_be_read_is_a_notification(vietnamese: Results) -> None:
    (invocation,) = log(vietnamese)["invocations"]
    (told,) = invocation["toolExecutionNotifications"]
    assert (invocation["executionSuccessful"], told["level"], told["message"]["text"]) == (False, "error", "tệp rỗng")
    assert told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "tr%E1%BB%91ng.md"
    assert log(replace(vietnamese, problems=()))["invocations"][0]["executionSuccessful"]


def test_a_word_document_has_logical_locations_and_no_regions(word: Results) -> None:
    results = log(word)["results"]
    assert len(results) == len(word.reports[0].findings)
    assert not any("region" in result["locations"][0]["physicalLocation"] for result in results)
    (total,) = [result for result in results if result["ruleId"] == "table/total-row"]
    names = {part["kind"]: part["name"] for part in total["locations"][0]["logicalLocations"]}
    assert names.keys() >= {"table", "row", "col", "paragraph"}
    assert total["locations"][0]["logicalLocations"][1]["fullyQualifiedName"] == f"table {names['table']}/row {names['row']}"


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("Báo cáo/quý I.md", "B%C3%A1o%20c%C3%A1o/qu%C3%BD%20I.md"),
        ("a:b#c?d%.md", "a%3Ab%23c%3Fd%25.md"),
        ("./x.md", "x.md"),
        (str(Path.cwd() / "x.md"), "x.md"),
        ("-", "-"),
    ],
)
def test_paths_are_relative_and_encoded(said: Callable[..., Results], path: str, uri: str) -> None:
    run = log(said("x", path))
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri
    assert run["artifacts"][0]["location"]["uri"] == uri


def test_content_makes_no_link_and_no_placeholder(said: Callable[..., Results]) -> None:
    text = log(said("[here](http://vi.du) {0}"))["results"][0]["message"]["text"]
    assert "\\[here\\](http://vi.du) {{0}}" in text


def test_nothing_found_is_a_valid_log() -> None:
    run = log(Results((), (Problem("x.md", "…"),), version="1.0"))
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])


def test_a_place_that_nothing_is_known_of(said: Callable[..., Results]) -> None:
    results = said("x")
    (check,) = results.reports[0].checks
    import msgspec

    nowhere = msgspec.structs.replace(check.claim, at=msgspec.structs.replace(check.claim.at, place=Place()))
    bare = replace(results.reports[0], checks=(replace(check, claim=nowhere),))
    assert log(Results((bare,)))["results"][0]["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "vi.md"}}}]
