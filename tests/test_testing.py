"""Reports that are drawn: a consistent one has no finding, a broken one has one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.report import DiscrepancyReport
from checker.testing import Drawn, breakdowns, broken, budgets, tables

Checked = Callable[..., DiscrepancyReport]
some = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow], deadline=None)
SHAPES = {
    "tables": tables(),
    "large tables": tables(rows=st.integers(2, 40), columns=st.integers(1, 4)),
    "breakdowns": breakdowns(),
    "any breakdowns": breakdowns(parts=st.integers(2, 12)),
    "budgets": budgets(),
    "large budgets": budgets(lines=st.integers(2, 40)),
}
shapes = pytest.mark.parametrize("shape", SHAPES)


@shapes
@some
@given(data=st.data())
def test_a_drawn_report_has_no_finding(checked: Checked, shape: str, data: st.DataObject) -> None:
    drawn = data.draw(SHAPES[shape])
    report = checked(drawn.markdown)
    assert [(found.code, found.working) for found in report.findings] == []
    assert set(drawn.rules) <= {check.code for check in report.checks}
    assert report.coverage.figures == report.coverage.checked == len(drawn.figures)


@shapes
@some
@given(data=st.data())
def test_a_broken_one_has_one(checked: Checked, shape: str, data: st.DataObject) -> None:
    drawn = data.draw(broken(SHAPES[shape]))
    assert {found.code for found in checked(drawn.markdown).open if found.verdict == "broken"} & set(drawn.rules), drawn.changed


@shapes
@given(data=st.data())
def test_one_figure_is_changed_and_it_is_said_which(shape: str, data: st.DataObject) -> None:
    before = data.draw(SHAPES[shape])
    after = data.draw(broken(before))
    assert before.changed is None
    assert after.changed is not None
    number = after.changed.number
    assert (after.changed.before, after.changed.after) == (before.figures[number], after.figures[number])
    assert [n for n, pair in enumerate(zip(before.figures, after.figures, strict=True)) if pair[0] != pair[1]] == [number]
    assert after.changed.after.value > 0
    assert before.markdown != after.markdown


@given(st.data())
def test_the_shape_is_as_asked(data: st.DataObject) -> None:
    table = data.draw(tables(rows=5, columns=2, decimals=1, language="vi"))
    assert len(table.figures) == 6 * 2
    assert {figure.decimals for figure in table.figures} == {1}
    assert "Tổng cộng" in table.markdown
    assert len(data.draw(breakdowns(parts=4, language="en")).figures) == 5
    assert len(data.draw(budgets(lines=st.just(6))).figures) == 6 * 3 + 1


@pytest.mark.parametrize(
    ("shape", "message"),
    [
        (tables(rows=1), "rows: 2 to 40, not 1"),
        (tables(columns=9), "columns: 1 to 4, not 9"),
        (tables(decimals=3), "decimals: 0 to 2, not 3"),
        (budgets(lines=41), "lines: 2 to 40, not 41"),
        (breakdowns(parts=1), "parts: 2 to 12, not 1"),
    ],
)
def test_a_shape_that_cannot_be_drawn_is_refused(shape: st.SearchStrategy[Drawn], message: str) -> None:
    @given(shape)
    def drawn(_: Drawn) -> None: ...

    with pytest.raises(ValueError, match=message):
        drawn()


@given(broken(tables()))
def test_what_is_broken_is_not_broken_twice(drawn: Drawn) -> None:
    with pytest.raises(ValueError, match="broken already"):
        broken(drawn)


def test_numbers_are_written_in_the_language() -> None:
    @given(tables(rows=2, columns=1, decimals=1, language="vi"))
    def written(drawn: Drawn) -> None:
        total = drawn.figures[-1].value
        whole, tenths = divmod(total * 10, 10)
        assert f"| {int(whole):,}".replace(",", ".") + f",{int(tenths)} |" in drawn.markdown
        assert total == sum((figure.value for figure in drawn.figures[:-1]), Fraction(0))

    written()


def test_without_hypothesis_it_says_what_to_install() -> None:
    code = "import sys; sys.modules['hypothesis'] = None; import checker.testing"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "ImportError: checker.testing needs Hypothesis; install it with: pip install 'report-checker[testing]'" in done.stderr


def test_nothing_else_needs_hypothesis() -> None:
    code = "import sys; sys.modules['hypothesis'] = None; import checker.cli, checker.api, checker.pytest_plugin.collecting"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
