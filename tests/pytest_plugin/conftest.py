"""A folder with reports, and pytest run in it with the checker's plugin."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from importlib.metadata import entry_points
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOADED: tuple[str, ...] = () if "checker" in entry_points(group="pytest11").names else ("-p", "checker.pytest_plugin")

RIGHT = "| Item | Cost (USD) |\n|-|-|\n| Travel | 1,200 |\n| Food | 300 |\n| Total | 1,500 |\n"
WRONG = RIGHT.replace("1,500", "1,600")
WARNED = "| No | Item | Cost |\n|-|-|-|\n| 1 | Rice | 12 |\n| 2 | Oil | 30 |\n| 4 | Salt | 7 |\n| 5 | Fish | 9 |\n"
DOUBTFUL = "Trong năm đã đưa gần 3.800 lao động đi làm việc, gồm: Nhật Bản 2.500 lao động, Đài Loan 900 lao động, Hàn Quốc 350 lao động.\n"
NOTHING = "Thư cảm ơn gửi các thầy cô.\n"
RULE = """pack: own
rules:
- id: own/lent
  code: Z101
  title: {en: No more is paid back than was lent}
  why: {en: Two columns may be swapped.}
  severity: warning
  find: {rows: {columns: {lent: {en: [lent]}, repaid: {en: [repaid]}}}}
  must: repaid <= lent
  tests: {}
"""

Files = Callable[[Mapping[str, str | bytes]], Path]
Run = Callable[..., pytest.RunResult]
Outcomes = dict[tuple[str, str], tuple[str, str, list[tuple[str, str]]]]


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """The inner runs are told nothing by the environment of the outer one, but where the checker is."""
    for name in ("PYTEST_ADDOPTS", "PYTEST_XDIST_WORKER", "PYTEST_XDIST_WORKER_COUNT", "PYTEST_XDIST_TESTRUNUID"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", ""))))


@pytest.fixture
def run(pytester: pytest.Pytester) -> Run:
    """pytest with the plugin, in this process. Hypothesis would load anew for each."""
    quick = ("-p", "no:hypothesispytest", "-W", "ignore:Module already imported:pytest.PytestAssertRewriteWarning")
    return lambda *arguments: pytester.runpytest_inprocess(*LOADED, *quick, *arguments)


@pytest.fixture
def files(pytester: pytest.Pytester) -> Files:
    """Writes files, by name."""

    def write(texts: Mapping[str, str | bytes]) -> Path:
        for name, text in texts.items():
            path = pytester.path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return pytester.path

    return write


def junit(path: Path) -> Outcomes:
    """The cases of a JUnit file: (class, name) → outcome, message, properties. Each must be there once."""
    out: Outcomes = {}
    for case in ElementTree.parse(path).getroot().iter("testcase"):
        told = next((child for child in case if child.tag in ("failure", "skipped", "error")), None)
        key = (case.attrib["classname"], case.attrib["name"])
        assert key not in out, key
        properties = [(p.attrib["name"], p.attrib["value"]) for p in case.iter("property")]
        outcome, message = ("passed", "") if told is None else (told.tag, told.attrib.get("message", ""))
        out[key] = (outcome, message, properties)
    return out


def ids(result: pytest.RunResult) -> list[str]:
    """The node ids that `--collect-only -q` prints."""
    return [line for line in result.outlines if "::" in line and not line.startswith(("ERROR", "FAILED"))]
