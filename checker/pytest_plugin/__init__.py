"""Reports as tests: one item for every document and rule, `data/q2.md::table/total-row`.

    pytest --checker                     # every .docx, .md and .txt that pytest comes by, and every *.checks.yml
    pytest data/q2.md --checker          # that one

or in the ini file, which switches it on for good:

    checker_files = data/*.md data/*.docx

Off unless asked for; then it adds options, a marker and the fixture `checker`, and loads nothing of the checker.

settings     what the options and the ini file say
documents    which files are documents
desk         the rules of a session, and what was found in each of its documents
ruled        what one rule says of one document, in words
items        a document, and a rule on it
examples     a file of examples, and an example
collecting   the hooks, registered when it is on
fixture      what the fixture `checker` is
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from checker.pytest_plugin.fixture import Checker

SEVERITIES = ("error", "warning", "note")


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("checker", "reports as tests (report-checker)")
    group.addoption("--checker", action="store_true", help="check the figures of reports: .docx, .md, .txt; and *.checks.yml")
    group.addoption(
        "--checker-rules", action="append", default=[], metavar="PATH", help="add a rule file, or a folder of them; may be repeated"
    )
    group.addoption(
        "--checker-select", action="append", default=[], metavar="CODE", help="only these rules: T101, T, table/; may be repeated"
    )
    group.addoption("--checker-ignore", action="append", default=[], metavar="CODE", help="not these rules; may be repeated")
    group.addoption("--checker-fail-on", choices=SEVERITIES, help="fail from this severity on (default: error)")
    group.addoption(
        "--checker-unchecked", choices=("skip", "fail"), default="skip", help="what a rule does that decides nothing (default: skip)"
    )
    parser.addini("checker_files", "patterns of reports to check, from the root folder; switches the checker on", type="args", default=[])
    parser.addini("checker_rules", "rule files, or folders of them, from the ini file's folder", type="paths", default=[])
    parser.addini(
        "checker_fail_on", "fail from this severity on: error, warning, note (default: as checker.toml says, else error)", default=""
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "checker: a rule on a report, or an example of a rule (report-checker)")
    if not (config.getoption("--checker") or config.getini("checker_files")):
        return
    from checker.pytest_plugin.collecting import Collecting
    from checker.pytest_plugin.desk import desk_of

    for severity in SEVERITIES:
        config.addinivalue_line("markers", f"{severity}: the severity of the checker's rule")
    config.pluginmanager.register(Collecting(desk_of(config)), "checker-collecting")


@pytest.fixture(scope="session")
def checker(request: pytest.FixtureRequest) -> Checker:
    """Checks a report by the session's rules: `checker.check("data/q2.md").open` are the findings."""
    from checker.pytest_plugin.desk import desk_of
    from checker.pytest_plugin.fixture import Checker

    return Checker(desk_of(request.config), request.config.rootpath)
