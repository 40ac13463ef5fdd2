"""Rules tried on their own examples, and what is said of it: which did not do what they should, and which have never fired."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from checker.examples import Tried, try_rule
from checker.locales.unreadable import Unreadable
from checker.rules import Pack, Rule, RuleError, load_packs
from checker.rules.faults import near


def chosen_packs(packs: tuple[Pack, ...], rules: tuple[Rule, ...], wanted: tuple[str, ...]) -> tuple[tuple[Rule, ...], tuple[Pack, ...]]:
    """The rules to test, and all packs: those in force and the files and folders that `wanted` names. Raises RuleError."""
    if not wanted:
        return rules, packs
    files = tuple(name for name in wanted if Path(name).exists())
    known = {pack.name for pack in packs}
    for name in wanted:
        if name not in files and name not in known:
            raise RuleError(f"{name}: there is no such rule file, folder or pack{near(name, known)}")
    old = {rule.file for pack in packs for rule in pack.rules}
    every = load_packs(tuple(file for file in files if str(Path(file)) not in old)) if files else packs
    given = [Path(file).resolve() for file in files]
    chosen = [
        rule
        for pack in every
        for rule in pack.rules
        if pack.name in wanted or any(Path(rule.file).resolve().is_relative_to(path) for path in given)
    ]
    return tuple(chosen), every


def report(rules: Iterable[Rule], packs: tuple[Pack, ...]) -> tuple[str, bool]:
    """What is said of the rules, a line each for what is wrong, and whether any rule failed."""
    lines: list[str] = []
    tried = wrong = quiet = count = 0
    for rule in rules:
        count += 1
        results = _tried(rule, packs, lines)
        failed = [one for one in results if one.wrong]
        lines += [f"✖ {rule.code} {rule.id} · {_place(rule)} · {one.kind} {one.number}: {one.wrong}" for one in failed]
        if results and not any(one.fired for one in results):
            quiet += 1
            lines.append(f"✖ {rule.code} {rule.id} · {_place(rule)}: it has never fired: no example gives it anything to check")
        lines += [f"✖ {rule.code} {rule.id} · {_place(rule)}: it has no example that {lack}" for lack in _lacking(rule)]
        tried, wrong = tried + len(results), wrong + len(failed)
    problems = len([line for line in lines if line.startswith("✖")])
    lines.append(f"{_many(count, 'rule')}, {_many(tried, 'example')}: {tried - wrong} as they should be, {wrong} not; {quiet} never fired")
    return "\n".join(lines) + "\n", problems > 0


def _tried(rule: Rule, packs: tuple[Pack, ...], lines: list[str]) -> list[Tried]:
    try:
        return list(try_rule(rule, packs))
    except (Unreadable, RuleError) as error:
        lines.append(f"✖ {rule.code} {rule.id} · {_place(rule)}: an example cannot be read: {error}")
        return []


def _lacking(rule: Rule) -> list[str]:
    """The kinds of examples that a rule should have and has not."""
    tests = rule.source.tests
    told = ((tests.holds, "holds"), (tests.broken, "is broken"), (tests.silent, "it must be silent on"))
    return [what for examples, what in told if not examples]


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _place(rule: Rule) -> str:
    return f"{rule.file}:{rule.line}"
