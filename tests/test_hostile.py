"""Files that mean harm: one clear line each, nothing executed, nothing fetched, in bounded time and memory.

The processes get 60 seconds and 1 GB of address space beyond what Python needs; `tests/bench/bench.py hostile` measures both.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tools.hostile import READABLE, UNREADABLE

_RUN = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (3 * 1024**3, 3 * 1024**3))
def forbidden(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "os.system") or (event == "open" and arguments[0] == "/etc/passwd"):
        raise SystemExit(f"FORBIDDEN {event} {arguments}")
sys.addaudithook(forbidden)
from checker.cli import main
sys.exit(main(["check", "--format", "json", "--lang", "en", *sys.argv[1:]]))
"""


def checked(path: Path) -> tuple[int, list[str], str]:
    """The exit code, the problems, and what was said on the error stream."""
    done = subprocess.run([sys.executable, "-c", _RUN, str(path)], capture_output=True, text=True, timeout=60, check=False)
    return done.returncode, [problem["message"] for problem in json.loads(done.stdout)["problems"]], done.stderr


@pytest.mark.parametrize(("name", "made"), [pytest.param(*item, id=item[0]) for item in UNREADABLE.items()])
def test_it_is_refused_in_one_line(name: str, made: Callable[[], bytes], tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(made())
    code, problems, said = checked(tmp_path / name)
    assert (code, len(problems), said) == (2, 1, "exit 2: 1 file could not be read\n")
    assert problems[0]
    assert "\n" not in problems[0]
    assert len(problems[0]) < 400


@pytest.mark.parametrize(("name", "made"), [pytest.param(*item, id=item[0]) for item in READABLE.items()])
def test_it_ends(name: str, made: Callable[[], bytes], tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(made())
    code, problems, said = checked(tmp_path / name)
    assert code in (0, 1, 2)
    assert len(problems) == (code == 2)
    assert "Traceback" not in said
    assert "FORBIDDEN" not in said
