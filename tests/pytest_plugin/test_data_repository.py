"""The sample repository: what its README says is wrong is found, with one process and with two."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from checker.rules import load_packs

from .conftest import LOADED, ROOT, junit

RULES = [rule for pack in load_packs() for rule in pack.rules]
SAMPLE = ROOT / "fixtures" / "data-repository"
WRONG = {
    (f"reports.{row[0]}", row[1]) for row in re.findall(r"^\| `(\S+)` \| ([A-Z]\d{3})", (SAMPLE / "README.md").read_text("utf-8"), re.M)
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(SAMPLE, tmp_path_factory.mktemp("data") / "sample"))


def run(sample: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", *LOADED, "-p", "no:cacheprovider", *arguments]
    return subprocess.run(command, cwd=sample, capture_output=True, text=True, encoding="utf-8", check=False)


def test_two_processes_find_what_one_does(sample: Path) -> None:
    pytest.importorskip("xdist")
    alone, together = sample / "one.xml", sample / "two.xml"
    one = run(sample, "--checker", f"--junitxml={alone}")
    two = run(sample, "--checker", "-n", "2", f"--junitxml={together}")
    assert (one.returncode, two.returncode) == (1, 1), one.stdout + two.stdout
    assert junit(alone) == junit(together)
    assert len(junit(alone)) == 10 * (2 + len(RULES)) + 6
    collected = {line for line in run(sample, "--collect-only", "-q").stdout.splitlines() if "::" in line}
    assert len(collected) == len(junit(alone))


def test_what_is_wrong_is_found_and_nothing_else(sample: Path) -> None:
    run(sample, f"--junitxml={sample / 'j.xml'}")
    cases = junit(sample / "j.xml")
    failed = {(name, dict(properties)["code"]) for (name, _), (outcome, _, properties) in cases.items() if outcome == "failure"}
    assert failed == WRONG
    assert len(failed) == 5
    assert {outcome for (name, _), (outcome, _, _) in cases.items() if "cam-on" in name} == {"skipped"}
    assert {outcome for (name, _), (outcome, _, _) in cases.items() if "checks" in name} == {"passed"}


def test_there_are_ten_reports() -> None:
    assert len(list((SAMPLE / "reports").iterdir())) == 10
