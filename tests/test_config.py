"""The user's configuration, and findings that somebody accepted."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from checker import check
from checker.acceptance import accept
from checker.checking import Asked, Checking
from checker.config import config_for
from checker.report import DiscrepancyReport
from checker.rules import RuleError

BAD = "| Mục | Kinh phí |\n|-|-|\n| An | 120,5 |\n| Ba | 79,5 |\n| Cộng | 210,0 |\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "q2.md"
    path.parent.mkdir()
    path.write_text(BAD, "utf-8")
    return path


def checked(path: Path, asked: Asked | None = None) -> DiscrepancyReport:
    return Checking(asked or Asked()).check(str(path), path.read_bytes())


def test_without_a_file_nothing_changes(report: Path) -> None:
    assert config_for(report).file is None
    assert [finding.severity.value for finding in checked(report).findings] == ["error"]


@pytest.mark.parametrize("name", ["checker.toml", "pyproject.toml"])
def test_it_is_found_upwards(report: Path, tmp_path: Path, name: str) -> None:
    table = "[tool.checker]\n" if name == "pyproject.toml" else ""
    (tmp_path / name).write_text(f'{table}severity = {{T101 = "note"}}\n', "utf-8")
    assert [finding.severity.value for finding in checked(report).findings] == ["note"]


def test_the_nearest_counts_alone(report: Path, tmp_path: Path) -> None:
    (tmp_path / "checker.toml").write_text('ignore = ["T101"]\n', "utf-8")
    (report.parent / "checker.toml").write_text('fail-on = "note"\n', "utf-8")
    assert checked(report).findings
    assert Checking(Asked()).in_force(str(report)).asked.fail_on == "note"


def test_a_pyproject_that_says_nothing_of_the_checker_is_passed_over(report: Path, tmp_path: Path) -> None:
    (tmp_path / "checker.toml").write_text('ignore = ["T101"]\n', "utf-8")
    (report.parent / "pyproject.toml").write_text("[project]\nname = 'x'\n", "utf-8")
    assert not checked(report).findings


def test_what_is_asked_for_goes_before_it(report: Path, tmp_path: Path) -> None:
    (tmp_path / "checker.toml").write_text('select = ["N"]\nlang = "vi"\n', "utf-8")
    assert not checked(report).findings
    assert [finding.message for finding in checked(report, Asked(select=("T",), lang="en")).findings] == [
        "stated 210,0, computed 200 (off by +10)"
    ]
    assert checked(report, Asked(configured=False)).findings


def test_the_library_reads_it_only_when_asked_to(report: Path, tmp_path: Path) -> None:
    (tmp_path / "checker.toml").write_text('ignore = ["T101"]\n', "utf-8")
    assert check(report).findings
    assert not check(report, config=True).findings


def test_rules_stand_where_the_file_says(report: Path, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    rule = 'pack: mine\nvariables: {word: x}\nrules:\n- {id: mine/a, extends: T101, code: M001, title: {vi: "${word}"}}\n'
    (tmp_path / "own" / "a.yaml").write_text(rule, "utf-8")
    (tmp_path / "checker.toml").write_text('rules = ["own"]\nignore = ["T101"]\nvariables = {word = "Dòng cuối"}\n', "utf-8")
    assert [finding.title for finding in checked(report).findings] == ["Dòng cuối"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('selct = ["T101"]', "there is no key 'selct' here; did you mean 'select'?"),
        ('fail-on = "eror"', "'fail-on': invalid enum value 'eror'"),
        ("select = [", "the configuration cannot be read"),
        ('severity = {T999 = "note"}', "a rule 'T999' that there is not"),
        ('[[accepted]]\nfingerprint = "a"\nreson = "b"', "there is no key 'reson' here; did you mean 'reason'?"),
    ],
)
def test_what_is_wrong_is_said(report: Path, tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "checker.toml").write_text(text, "utf-8")
    with pytest.raises(RuleError) as error:
        checked(report)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def accepted_by_lan(report: Path) -> DiscrepancyReport:
    (finding,) = checked(report).findings
    accept(str(report), finding.fingerprint, 'Xã An được tính "hai lần"', "Lan", datetime.date(2024, 5, 7))
    return checked(report)


def test_an_accepted_finding_is_explained_not_gone(report: Path) -> None:
    after = accepted_by_lan(report)
    (finding,) = after.findings
    assert finding.accepted is not None
    assert (finding.accepted.reason, finding.accepted.by, finding.accepted.on) == ('Xã An được tính "hai lần"', "Lan", "2024-05-07")
    assert (after.open, after.verdict, after.stale) == ((), "consistent", ())


def test_one_whose_finding_is_mended_is_stale(report: Path) -> None:
    accepted_by_lan(report)
    report.write_text(BAD.replace("210,0", "200,0"), "utf-8")
    (stale,) = checked(report).stale
    assert stale.accepted.reason == 'Xã An được tính "hai lần"'
    assert stale.file.endswith("q2.md.checker.toml")


def test_a_repository_lists_its_own(report: Path, tmp_path: Path) -> None:
    (finding,) = checked(report).findings
    entry = f'[[accepted]]\nfingerprint = "{finding.fingerprint}"\nreason = "so"\n'
    (tmp_path / "checker.toml").write_text(entry, "utf-8")
    assert not checked(report).open
    (tmp_path / "checker.toml").write_text(entry + 'file = "data/other.md"\n', "utf-8")
    assert checked(report).open
    (tmp_path / "checker.toml").write_text(entry.replace(finding.fingerprint, "0" * 16) + 'file = "data/q2.md"\n', "utf-8")
    assert [stale.fingerprint for stale in checked(report).stale] == ["0" * 16]


def test_a_text_has_no_file_beside_it(report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (finding,) = checked(report).findings
    for name in (".checker.toml", "-.checker.toml"):
        (tmp_path / name).write_text(f'[[accepted]]\nfingerprint = "{finding.fingerprint}"\nreason = "so"\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    assert check(BAD, config=True).open
    assert Checking(Asked()).check("-", BAD.encode()).open
