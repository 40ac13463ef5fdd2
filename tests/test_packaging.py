"""What is installed works: from a wheel, an editable install and a checkout; on any console.

Environments are made without the network: they borrow the dependencies of the one that runs the tests, and not its checker.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from checker import __version__

ROOT = Path(__file__).resolve().parent.parent
WRONG = ROOT / "fixtures" / "ke-hoach-thuc-hien-chi-thi.wrong.md"
MISSING = [name for name in ("pip", "hatchling", "editables") if importlib.util.find_spec(name) is None]
needs_builder = pytest.mark.skipif(bool(MISSING), reason=f"{', '.join(MISSING)} not installed (pip install .[dev])")

LOADED = """
import checker, checker.rules
packs = checker.rules.load_packs()
print(checker.rules.shipped())
print(checker.__file__)
print(sum(len(pack.rules) for pack in packs))
"""


def run(command: Sequence[str | Path], cwd: Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return subprocess.run(command, cwd=cwd, env={**inherited, **env}, capture_output=True, check=False)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", out, ROOT]
    done = run(command, out)
    assert done.returncode == 0, done.stderr.decode()
    (built,) = out.glob("*.whl")
    return built


class Environment:
    """A virtual environment with the dependencies of this one, and nothing of the checker."""

    def __init__(self, folder: Path) -> None:
        venv.create(folder / "env", with_pip=False, symlinks=os.name != "nt")
        self.cwd = folder
        self.bin = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
        self.python = self.bin / "python"
        site = Path(sysconfig.get_path("purelib", vars={"base": str(folder / "env")}))
        (site / "borrowed.pth").write_text(sysconfig.get_path("purelib"), "utf-8")

    def install(self, *what: str | Path) -> None:
        command = [
            sys.executable,
            "-m",
            "pip",
            "--python",
            self.python,
            "install",
            "--quiet",
            "--no-deps",
            "--no-index",
            "--no-build-isolation",
        ]
        done = run([*command, *what], self.cwd)
        assert done.returncode == 0, done.stderr.decode()

    def loaded(self, cwd: Path | None = None) -> tuple[Path, Path, int]:
        """Where the rules are found, where the package is, and how many rules there are."""
        done = run([self.python, "-c", LOADED], cwd or self.cwd)
        assert done.returncode == 0, done.stderr.decode()
        rules, package, count = done.stdout.decode().splitlines()
        return Path(rules), Path(package).parent, int(count)


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    return Environment(tmp_path)


def shipped_rules() -> int:
    return sum(file.read_text("utf-8").count("\n- id: ") for file in (ROOT / "rules").rglob("*.yaml"))


@needs_builder
def test_rules_registers_and_locales_are_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    rules = {f"checker/packs/{file.relative_to(ROOT / 'rules').as_posix()}" for file in (ROOT / "rules").rglob("*") if file.is_file()}
    assert rules
    assert rules <= inside
    sources = [file for file in (ROOT / "checker").rglob("*") if file.is_file() and "__pycache__" not in file.parts]
    data = {file.relative_to(ROOT).as_posix() for file in sources if file.suffix != ".pyc"}
    assert {name for name in data if name.startswith(("checker/locales/", "checker/registers/"))}
    assert data <= inside
    assert "checker/py.typed" in inside
    assert not {name for name in inside if name.startswith(("tests/", "fixtures/"))}


@needs_builder
def test_a_wheel_works(wheel: Path, environment: Environment) -> None:
    environment.install(wheel)
    rules, package, count = environment.loaded()
    assert rules == package / "packs"
    assert environment.cwd.resolve() in package.resolve().parents
    assert count == shipped_rules()
    done = run([environment.bin / "checker", "check", WRONG], environment.cwd)
    assert done.returncode == 1, done.stderr.decode()
    assert "D301" in done.stdout.decode()
    assert run([environment.bin / "checker", "--version"], environment.cwd).stdout.decode().strip() == f"checker {__version__}"
    page = run([environment.bin / "checker", "check", WRONG, "--format", "html"], environment.cwd)
    assert page.stdout.decode().startswith("<!doctype html>"), page.stderr.decode()


@needs_builder
def test_an_editable_install_works(environment: Environment) -> None:
    environment.install("--editable", ROOT)
    rules, package, count = environment.loaded()
    assert (rules, package) == (ROOT / "rules", ROOT / "checker")
    assert count == shipped_rules()
    assert run([environment.bin / "checker", "check", WRONG], environment.cwd).returncode == 1


def test_a_checkout_works(environment: Environment) -> None:
    assert run([environment.python, "-c", "import checker.rules"], environment.cwd).returncode != 0
    rules, package, count = environment.loaded(cwd=ROOT)
    assert (rules, package) == (ROOT / "rules", ROOT / "checker")
    assert count == shipped_rules()
    assert run([environment.python, "-m", "checker", "check", WRONG], ROOT).returncode == 1


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
@pytest.mark.parametrize("arguments", [[str(WRONG)], [str(WRONG), "--format", "json"], ["không-có.md"]], ids=["text", "json", "problem"])
def test_any_console_gets_utf8(arguments: list[str], encoding: str) -> None:
    """Windows has such consoles; the output is UTF-8 whatever the environment says."""
    env = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = run([sys.executable, "-m", "checker", "check", *arguments], ROOT, **env)
    assert done.returncode == (2 if "không-có.md" in arguments else 1)
    assert b"Traceback" not in done.stderr
    told = (done.stdout + done.stderr).decode("utf-8")
    assert "không-có.md" in told if "không-có.md" in arguments else "lịch không có" in told
