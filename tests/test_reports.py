"""Ten annotated reports, right and wrong: nothing gets worse than tests/reports/floors.yaml says."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from tests.tools.scoring import REPORTS, SEED, gold, injected, names, standing

FLOORS: dict[str, dict[str, Any]] = yaml.safe_load((REPORTS / "floors.yaml").read_text("utf-8"))
reports = pytest.mark.parametrize("name", names())


def test_every_report_has_its_floors() -> None:
    assert sorted(FLOORS) == names()
    assert len(names()) == 10


@pytest.mark.parametrize("name", [f"{name}{twin}" for name in names() for twin in ("", ".wrong")])
def test_annotated_figures_stand_where_they_are_said_to(name: str) -> None:
    lines = (REPORTS / gold(name).file).read_text("utf-8").split("\n")
    for figure in (figure for relation in gold(name).relations for figure in relation.figures):
        assert lines[figure.line - 1][figure.column - 1 : figure.end - 1] == figure.text


@reports
def test_a_right_report_has_no_error_and_no_warning(name: str) -> None:
    alarms = standing(name).alarms
    assert len(alarms) <= FLOORS[name]["alarms"], "\n".join(alarms)


@reports
def test_a_wrong_report_has_no_error_and_no_warning_beside_its_mistakes(name: str) -> None:
    alarms = standing(f"{name}.wrong").alarms
    assert len(alarms) <= FLOORS[name]["alarms_in_wrong"], "\n".join(alarms)


@reports
def test_mistakes_are_found(name: str) -> None:
    wrong = standing(f"{name}.wrong")
    assert wrong.natural.percent >= FLOORS[name]["natural"], "\n".join(wrong.missed)


@reports
def test_figures_take_part_in_checks(name: str) -> None:
    covered = standing(name).covered
    assert covered.percent >= FLOORS[name]["covered"], str(covered)


@reports
def test_a_changed_figure_is_found_and_nothing_beside_it(name: str) -> None:
    copies = injected(name)
    assert copies.all.percent >= FLOORS[name]["injected"], "\n".join(copies.unseen)
    assert copies.side <= FLOORS[name]["side"]


def test_scoring_is_the_same_every_time() -> None:
    first = injected("doi-ngoai", copies=5)
    assert first == injected("doi-ngoai", copies=5)
    assert first.all.of == 5
    assert first != injected("doi-ngoai", copies=5, seed=SEED + 1)
