"""The command line: `checker check`, `checker explain`, `checker rules`, `checker schema`."""

from __future__ import annotations

import argparse
import gc
import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from checker import __version__

if TYPE_CHECKING:
    from checker.results import Problem, Results
    from checker.rules import Pack, Rule

OK, FOUND, FAILED = 0, 1, 2
_CODE = re.compile(r"[a-z]{1,3}\d{1,3}")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command. 2: not all the work could be done; 1: something at or above --fail-on was found; 0 otherwise."""
    _utf8(sys.stdout, sys.stderr)
    gc.set_threshold(100_000, 50, 100)  # a report is a large tree without cycles: looking for them costs a quarter of the time
    words = list(sys.argv[1:] if argv is None else argv)
    if words and Path(words[0]).suffix and Path(words[0]).is_file():
        print(f'checker: to check a report, write: checker check "{words[0]}"', file=sys.stderr)
        return FAILED
    arguments = _parser().parse_args(words)
    from checker.rules import RuleError

    try:
        return int(arguments.run(arguments))
    except RuleError as error:
        print(f"checker: {error}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return 130


def _utf8(*streams: TextIO) -> None:
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="checker", description="Finds the figures of a report that contradict each other.")
    parser.add_argument("--version", action="version", version=f"checker {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser(
        "check", help="check reports", description="Checks reports: .docx, .md, .txt; folders and globs; - for standard input."
    )
    check.set_defaults(run=_check)
    check.add_argument("files", nargs="+", metavar="FILE", help="a report, a folder, a pattern in quotes, or -")
    check.add_argument("--format", default="text", help="text (default) or json")
    check.add_argument("--output", metavar="FILE", help="write there instead of standard output")
    check.add_argument("--all", action="store_true", dest="all_checks", help="show the checks that hold too, and the figures in none")
    check.add_argument(
        "--fail-on", choices=("error", "warning", "note", "never"), default="error", help="exit 1 from this severity on (default: error)"
    )
    check.add_argument("--require-checks", action="store_true", help="exit 2 for a document in which nothing could be checked")
    check.add_argument("--lang", choices=("vi", "en"), default="", help="language of the messages (default: the document's)")
    check.add_argument(
        "--locale", choices=("vi", "en"), default="", help="how the document writes numbers: vi 1.234,5, en 1,234.5 (default: detected)"
    )
    check.add_argument("--colour", "--color", choices=("auto", "always", "never"), default="auto", dest="colour")
    _rule_options(check)
    explain = commands.add_parser("explain", help="a rule's manual page", description="The manual page of a rule.")
    explain.set_defaults(run=_explain)
    explain.add_argument("code", metavar="CODE", help="a code or an id: T101, table/total-row")
    explain.add_argument("--lang", choices=("vi", "en"), default="en")
    explain.add_argument("--rules", action="append", default=[], metavar="PATH", help="add rule files")
    rules = commands.add_parser("rules", help="list the rules", description="Lists the rules.")
    rules.set_defaults(run=_rules)
    rules.add_argument("--lang", choices=("vi", "en"), default="en")
    _rule_options(rules)
    schema = commands.add_parser("schema", help="JSON Schemas", description="Prints the JSON Schema of the report (--format json).")
    schema.set_defaults(run=_schema)
    schema.add_argument("what", choices=("report",))
    return parser


def _rule_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rules", action="append", default=[], metavar="PATH", help="add rule files or folders of them")
    parser.add_argument("--select", action="append", default=[], metavar="CODE", help="only these rules: T101, T, table/; may be repeated")
    parser.add_argument("--ignore", action="append", default=[], metavar="CODE", help="not these rules; may be repeated")


# ------------------------------------------------------------------------------------------------ check


def _check(arguments: argparse.Namespace) -> int:
    from checker import writers
    from checker.api import chosen
    from checker.results import Results, Show
    from checker.rules import RuleError, load_packs

    try:
        writer = writers.get(arguments.format)
    except KeyError:
        raise RuleError(f"there is no output format '{arguments.format}'; known are {', '.join(writers.names())}") from None
    packs = load_packs(tuple(arguments.rules))
    rules = chosen(packs, _codes(arguments.select), _codes(arguments.ignore))
    results = _results(arguments, packs, rules)
    results = Results(results.reports, results.problems, tuple((p.name, p.sha256) for p in packs), arguments.lang, __version__)
    code, verdict = _exit(results, arguments)
    colour = arguments.colour == "always" or (
        arguments.colour == "auto" and not arguments.output and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    )
    text = writer.write(results, Show(arguments.all_checks, colour, verdict=verdict, lang=arguments.lang or "vi"))
    _put(text, arguments.output)
    if verdict and arguments.format != "text":
        print(verdict, file=sys.stderr)
    return code


def _results(arguments: argparse.Namespace, packs: tuple[Pack, ...], rules: tuple[Rule, ...]) -> Results:
    from checker.readers import ReadError, read
    from checker.results import Problem, Results
    from checker.run import check_document

    reports, problems = [], []
    for path, data in _sources(arguments.files):
        try:
            if isinstance(data, Problem):
                problems.append(data)
            else:
                reports.append(check_document(read(path, data), packs, rules, arguments.lang, arguments.locale))
        except ReadError as error:
            problems.append(Problem(path, str(error)))
        except RecursionError:
            problems.append(Problem(path, "the document is nested too deep to be read"))
    return Results(tuple(reports), tuple(problems))


def _sources(files: Sequence[str]) -> Iterator[tuple[str, bytes | Problem]]:
    """Every document that the arguments name, with its bytes, or with what is wrong."""
    from checker.api import load
    from checker.readers import ReadError, extensions
    from checker.results import Problem

    for name in files:
        if name == "-":
            yield name, sys.stdin.buffer.read()
            continue
        paths = _expand(name, extensions)
        if not paths:
            yield name, Problem(name, _missing(name, extensions()))
        for path in paths:
            try:
                yield str(path), load(path)
            except ReadError as error:
                yield str(path), Problem(str(path), str(error))


def _expand(name: str, extensions: object) -> list[Path]:
    import glob

    path = Path(name)
    if path.is_dir():
        known = extensions() if callable(extensions) else ()
        return sorted(p for p in path.rglob("*") if p.suffix.lower() in known and p.is_file() and not p.name.startswith(("~$", ".")))
    if not path.exists() and glob.has_magic(name):
        return sorted(p for p in map(Path, glob.glob(name, recursive=True)) if p.is_file())
    return [path] if path.exists() else []


def _missing(name: str, known: Sequence[str]) -> str:
    """Why nothing was found under that name, and what was likely meant."""
    import glob
    from difflib import get_close_matches

    path = Path(name)
    if path.is_dir():
        return f"no file in this folder can be read; known are {', '.join(known)}"
    near = get_close_matches(path.name, glob.glob("*", root_dir=path.parent), 1)  # empty for a folder that cannot be listed
    return "there is no such file or folder" + (f"; did you mean '{path.with_name(near[0])}'?" if near else "")


def _exit(results: Results, arguments: argparse.Namespace) -> tuple[int, str]:
    """The exit code and why."""
    from checker.report import Severity

    if results.problems:
        return FAILED, f"exit 2: {_number(len(results.problems), 'file')} could not be read"
    if arguments.require_checks and any(report.verdict == "unchecked" for report in results.reports):
        return FAILED, "exit 2: a document in which nothing could be checked"
    if arguments.fail_on == "never":
        return OK, ""
    least = Severity(arguments.fail_on)
    found = {s: sum(report.found(s) for report in results.reports) for s in Severity if s.rank >= least.rank}
    if not any(found.values()):
        return OK, ""
    return FOUND, "exit 1: " + ", ".join(_number(n, s.value) for s, n in reversed(found.items()) if n)


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _codes(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(_code(code.strip()) for value in values for code in value.split(",") if code.strip())


def _code(text: str) -> str:
    return text.upper() if _CODE.fullmatch(text) else text


def _put(text: str, output: str | None) -> None:
    from checker.rules import RuleError

    if not output:
        sys.stdout.write(text)
        return
    try:
        Path(output).write_text(text, "utf-8")
    except OSError as error:
        raise RuleError(f"{output}: the output cannot be written: {error.strerror}") from error


# ------------------------------------------------------------------------------------------------ the others


def _explain(arguments: argparse.Namespace) -> int:
    from checker.manual import page
    from checker.rules import load_packs

    packs = load_packs(tuple(arguments.rules))
    sys.stdout.write(page(packs, _code(arguments.code), arguments.lang))
    return OK


def _rules(arguments: argparse.Namespace) -> int:
    from checker.api import chosen
    from checker.manual import listing
    from checker.rules import load_packs

    packs = load_packs(tuple(arguments.rules))
    rules = chosen(packs, _codes(arguments.select), _codes(arguments.ignore))
    sys.stdout.write(listing(sorted(rules, key=lambda rule: rule.code), arguments.lang))
    return OK


def _schema(_: argparse.Namespace) -> int:
    from checker.manual import report_schema

    sys.stdout.write(report_schema())
    return OK


if __name__ == "__main__":
    sys.exit(main())
