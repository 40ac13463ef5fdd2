"""The READMEs tell the truth: what they show is what the tool prints, what they list is what there is, what they tell to write works.

`python tests/test_readme.py` writes the outputs and the lists anew.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import msgspec
import pytest

from checker import check, finders
from checker.cli import parser
from checker.formula.functions import FUNCTIONS
from checker.locales import load
from checker.pytest_plugin import pytest_addoption
from checker.rules import load_packs

ROOT = Path(__file__).resolve().parent.parent
README, VIETNAMESE = ROOT / "README.md", ROOT / "README.vi.md"
OWN = re.compile(r"^<!-- file: (?P<name>\S+) -->\n```\w+\n(?P<text>.*?)^```$", re.M | re.S)
CONSOLE = re.compile(r"^```console\n\$ (?P<command>[^\n]*)\n(?P<output>.*?)^```$", re.M | re.S)
GENERATED = re.compile(r"^<!-- generated: (?P<what>\w+) -->\n(?P<text>.*?)^<!-- end -->$", re.M | re.S)
RUN = re.compile(r"^<!-- run -->\n```python\n(?P<text>.*?)^```$", re.M | re.S)
BLOCK = re.compile(r"^<!-- ci: (?P<name>\w+) -->\n```sh\n(?P<text>.*?)^```$", re.M | re.S)
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
ELSEWHERE = {"--version", "--help"}
PYTESTS = {"--dist"}


def text(path: Path = README) -> str:
    return path.read_text("utf-8")


def shown() -> list[re.Match[str]]:
    return [block for path in (README, VIETNAMESE) for block in CONSOLE.finditer(text(path))]


# ------------------------------------------------------------------------------------------------ what is generated


def prints(command: str, cwd: Path) -> str:
    """What a command of the page prints, as a person sees it."""
    program, *arguments = shlex.split(command)
    start = [sys.executable, *(["-m", "checker"] if program == "checker" else [])]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"}
    done = subprocess.run([*start, *arguments], cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return done.stdout.decode().replace("\r\n", "\n")


def rules() -> Iterator[str]:
    yield from ("| code | severity | id | what should hold |", "| --- | --- | --- | --- |")
    for rule in sorted(
        (rule for pack in load_packs() for rule in pack.rules), key=lambda rule: "TNDRPC".find(rule.code[0]) * 1000 + int(rule.code[1:])
    ):
        yield f"| {rule.code} | {rule.severity.value} | {rule.id} | {rule.source.title['en']} |"


def functions() -> Iterator[str]:
    yield from ("| function | | example |", "| --- | --- | --- |")
    for name, function in FUNCTIONS.items():
        yield f"| `{name}` | {function.summary} | `{function.example}` |"


def finder_list() -> Iterator[str]:
    yield from ("| finder | finds | roles | options |", "| --- | --- | --- | --- |")
    for name in finders.every():
        finder = finders.get(name)
        about = " ".join((finder.__doc__ or "").strip().split("\n\n")[0].split())
        yield f"| `{name}` | {about} | {roles_of(finder)} | {options_of(finder)} |"


def roles_of(finder: finders.Finder) -> str:
    if get_origin(finder.Options) is dict:
        return "one for each key: number"
    fields = msgspec.structs.fields(finder.Options)
    if "columns" in {field.name for field in fields}:
        return "one for each key of `columns`: number"
    least = {field.name: "" if field.type is str else {} for field in fields if field.required}
    choices = [{field.name: choice} for field in fields if get_origin(field.type) is Literal for choice in get_args(field.type)] or [{}]
    told = [_told(finder.roles(finder.Options(**{**least, **choice}))) for choice in choices]
    if len(set(told)) == 1:
        return told[0]
    return "; ".join(f"{key} {value}: {roles}" for choice, roles in zip(choices, told, strict=True) for key, value in choice.items())


def _told(roles: Mapping[str, str]) -> str:
    return ", ".join(f"`{role}` {kind}" for role, kind in roles.items())


def options_of(finder: finders.Finder) -> str:
    fields = msgspec.structs.fields(get_args(finder.Options)[1] if get_origin(finder.Options) is dict else finder.Options)
    return ", ".join(f"`{field.name}`{'*' if field.required else ''}{_kind(field.type)}" for field in fields) or "none"


def _kind(kind: Any) -> str:
    if get_origin(kind) is Literal:
        return f" ({' or '.join(get_args(kind))})"
    return {str: " (text)", dict[str, list[str]]: "", dict[str, dict[str, list[str]]]: " (words for each role)"}.get(
        kind, " (lists of words)"
    )


LISTS = {"rules": rules, "functions": functions, "finders": finder_list}


def anew(page: str, cwd: Path) -> str:
    """The page with its outputs and lists as they are now."""
    page = GENERATED.sub(lambda m: f"<!-- generated: {m['what']} -->\n" + "\n".join(LISTS[m["what"]]()) + "\n<!-- end -->", page)
    return CONSOLE.sub(lambda m: f"```console\n$ {m['command']}\n{prints(m['command'], cwd)}```", page)


def furnish(folder: Path) -> Path:
    """A folder with the fixtures and the files that the page shows."""
    shutil.copytree(ROOT / "fixtures", folder / "fixtures", dirs_exist_ok=True)
    for own in OWN.finditer(text()):
        (folder / own["name"]).write_text(own["text"], "utf-8")
    return folder


# ------------------------------------------------------------------------------------------------ README.md


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return furnish(tmp_path_factory.mktemp("readme"))


@pytest.mark.parametrize("number", range(len(shown())))
def test_what_is_shown_is_what_is_printed(number: int, place: Path) -> None:
    block = shown()[number]
    assert prints(block["command"], place) == block["output"]


@pytest.mark.parametrize("what", LISTS)
def test_what_is_listed_is_what_there_is(what: str) -> None:
    (written,) = [m["text"] for m in GENERATED.finditer(text()) if m["what"] == what]
    assert written.splitlines() == list(LISTS[what]())


@pytest.mark.parametrize("number", range(len(RUN.findall(text()))))
def test_the_python_runs(number: int, place: Path) -> None:
    code = [m["text"] for m in RUN.finditer(text())][number]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", code], cwd=place, env=env, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("name", ["loans.yaml", "form.yaml"])
def test_the_examples_of_the_rule_files_behave(place: Path, name: str) -> None:
    assert prints(f"checker rules test {name}", place).endswith("as they should be, 0 not; 0 never fired\n")


def test_the_tests_of_the_page_pass(place: Path) -> None:
    from importlib.metadata import entry_points

    loaded = () if "checker" in entry_points(group="pytest11").names else ("-p", "checker.pytest_plugin")
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    names = ("test_loans.py", "test_drawn.py", "loans.checks.yml")
    command = [sys.executable, "-m", "pytest", *loaded, "--checker", "-q", *names]
    done = subprocess.run(command, cwd=place, env=env, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode()
    assert "5 passed" in done.stdout.decode()


def test_every_key_of_a_rule_is_explained() -> None:
    from checker.rules.model import RuleSource

    rows = text().split("### The keys")[1].split("###")[0]
    assert all(f"`{key}`" in rows for key in RuleSource.__struct_fields__)


def test_the_fields_named_are_there() -> None:
    report = check("| Item | Cost |\n|-|-|\n| A | 1 |\n| B | 2 |\n| Total | 4 |")
    library = text().split("## Calling the library")[1].split("### JSON")[0]
    (finding,) = report.findings
    for row in library.split("| field | |")[1].splitlines()[2:]:
        for name in re.findall(r"`(\w+)`", row.split("|")[1]) if row.startswith("|") else ():
            assert hasattr(finding, name), name
    place_row = next(row for row in library.splitlines() if row.startswith("| `place`"))
    for name in re.findall(r"`(\w+)`", place_row):
        assert hasattr(finding.place if name != "place" else finding, name), name
    sentence = library.split("The report has ")[1].split("A finding has")[0]
    for name in re.findall(r"`(\w+)`", sentence):
        assert hasattr(report, name) or hasattr(report.coverage, name), name


# ------------------------------------------------------------------------------------------------ both pages


def options(command: str = "") -> set[str]:
    """The options of a command, or of all."""
    (commands,) = [action for action in parser()._actions if isinstance(action, argparse._SubParsersAction)]
    parsers = [parser for name, parser in commands.choices.items() if not command or name == command]
    return {option for parser in parsers for action in parser._actions for option in action.option_strings if option.startswith("--")}


def plugin_options() -> set[str]:
    """The options of the pytest plugin."""
    added = pytest.Parser(_ispytest=True)
    pytest_addoption(added)
    return {name for option in added.getgroup("checker").options for name in option.names()}


@pytest.mark.parametrize("path", [README, VIETNAMESE], ids=lambda path: path.name)
def test_the_options_named_exist(path: Path) -> None:
    assert set(OPTION.findall(text(path))) - ELSEWHERE - PYTESTS <= options() | plugin_options()


def test_every_option_of_the_plugin_is_explained() -> None:
    table = text().split("## pytest")[1].split("###")[0]
    assert plugin_options() <= set(OPTION.findall(table))


def test_every_option_of_check_is_explained() -> None:
    table = text().split("### Options of `checker check`")[1].split("##")[0]
    assert options("check") - {"--help", "--color"} <= set(OPTION.findall(table))


@pytest.mark.parametrize("path", [README, VIETNAMESE], ids=lambda path: path.name)
def test_the_codes_named_exist(path: Path) -> None:
    known = {rule.code for pack in load_packs() for rule in pack.rules}
    own = set(re.findall(r"^  code: (\w+)", text(), re.M))
    assert set(re.findall(r"\b[TNDRPC]\d{3}\b", text(path))) - own <= known


@pytest.mark.parametrize("path", [README, VIETNAMESE], ids=lambda path: path.name)
def test_the_files_named_exist(path: Path) -> None:
    for name in re.findall(r"\b(?:fixtures|rules|tests|checker)/(?!\d)[\w./*-]*[\w*]", text(path)):
        assert list(ROOT.glob(name)), name


def test_the_messages_explained_are_given() -> None:
    given = "\n".join(load("en").data["problems"].values())
    rows = text(VIETNAMESE).split("## Khi tệp không đọc được")[1].split("##")[0].splitlines()
    messages = [row.split("`")[1] for row in rows if row.startswith("| `")]
    assert messages
    assert not [message for message in messages if message not in given]


def test_there_are_two_commands() -> None:
    assert [m["name"] for m in BLOCK.finditer(text())] == ["run", "test"]
    assert text().count("```sh\n") == 2


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        place = furnish(Path(folder))
        for page in (README, VIETNAMESE):
            page.write_text(anew(text(page), place), "utf-8")
