"""Finding rule files: the packs that ship, and those that are given."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.rules import RuleError, load_packs, shipped

RULE = """pack: {pack}
rules:
- id: {id}
  code: {code}
  title: {{en: A rule}}
  why: {{en: because}}
  severity: note
  find: {{totals: {{labels: {{en: [total]}}}}}}
  must: total == sum(parts)
  tests: {{}}
"""


def write(path: Path, pack: str = "mine", id_: str = "mine/a", code: str = "X101") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(RULE.format(pack=pack, id=id_, code=code), "utf-8")
    return path


def test_the_packs_that_ship_come_first(tmp_path: Path) -> None:
    packs = load_packs((str(write(tmp_path / "a.yaml")),))
    assert packs[0].name == "common"
    assert [rule.id for rule in packs[-1].rules] == ["mine/a"]


def test_a_folder_gives_all_its_rule_files(tmp_path: Path) -> None:
    write(tmp_path / "a.yaml")
    write(tmp_path / "deep" / "b.yml", id_="mine/b", code="X102")
    (tmp_path / "c.checks.yml").write_text("nothing: of rules")
    (tmp_path / "notes.txt").write_text("none")
    assert [rule.code for rule in load_packs((str(tmp_path),))[-1].rules] == ["X101", "X102"]


def test_the_hash_of_a_pack_changes_with_its_files(tmp_path: Path) -> None:
    path = write(tmp_path / "a.yaml")
    before = load_packs((str(path),))[-1].sha256
    assert load_packs((str(path),))[-1].sha256 == before
    path.write_text(path.read_text("utf-8").replace("because", "so"), "utf-8")
    assert load_packs((str(path),))[-1].sha256 != before


@pytest.mark.parametrize(
    ("id_", "code", "message"), [("table/total-row", "X101", "id 'table/total-row'"), ("mine/a", "T101", "code 'T101'")]
)
def test_a_code_of_a_shipped_rule_is_taken(tmp_path: Path, id_: str, code: str, message: str) -> None:
    with pytest.raises(RuleError, match=rf"a\.yaml:3: the {message} is taken: it stands in .*table\.yaml, line \d+"):
        load_packs((str(write(tmp_path / "a.yaml", id_=id_, code=code)),))


def test_a_missing_rule_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"none\.yaml: there is no such rule file or folder"):
        load_packs((str(tmp_path / "none.yaml"),))


def test_a_rule_file_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RuleError, match="cannot be read"):
        load_packs((str(tmp_path),))


def test_the_shipped_packs_stand_where_the_package_can_find_them() -> None:
    assert list(shipped().rglob("*.yaml"))
