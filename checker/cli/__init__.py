"""The command line, one command a file: `checker check`, `checker explain`, `checker rules`, `checker schema`.

check, explain, rules, schema   the commands: what they may be told, and what they do
options                         what several of them may be told
sources                         the files that the arguments name
documents                       those files, read
exits                           exit codes, and why

A command imports what it needs when it runs: `checker --help` does not wait for the rest.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from checker import __version__
from checker.cli import accept, check, config, explain, rules, schema, trace
from checker.cli.exits import FAILED, INTERRUPTED


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command. 2: not all the work could be done; 1: something at or above --fail-on was found; 0 otherwise."""
    _utf8(sys.stdout, sys.stderr)
    gc.set_threshold(1_000_000, 50, 100)  # a report is a large tree without cycles: looking for them costs a quarter of the time
    words = list(sys.argv[1:] if argv is None else argv)
    if words and Path(words[0]).suffix and Path(words[0]).is_file():
        print(f'checker: to check a report, write: checker check "{words[0]}"', file=sys.stderr)
        return FAILED
    arguments = parser().parse_args(words)
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
        return INTERRUPTED


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    whole = argparse.ArgumentParser(prog="checker", description="Finds the figures of a report that contradict each other.")
    whole.add_argument("--version", action="version", version=f"checker {__version__}")
    commands = whole.add_subparsers(required=True, metavar="COMMAND")
    for command in (check, explain, rules, trace, accept, config, schema):
        command.add_to(commands)
    return whole


def _utf8(*streams: TextIO) -> None:
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
