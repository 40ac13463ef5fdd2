"""A rule file to begin with: one rule that works, its examples, and what each key is for."""

from __future__ import annotations

import re
from pathlib import Path

from checker.rules import RuleError

_NO_NAME = re.compile(r"[^a-z0-9-]+")
_TEMPLATE = """\
pack: {pack}
rules:
- id: {pack}/share                       # a name of your own; unique
  code: {code}                            # one to three capital letters and three digits; unique
  title: {{vi: Đã chi không quá số được giao, en: No more is spent than was given}}
  why:
    vi: Ở mỗi dòng của bảng, số đã chi không được lớn hơn số được giao.
    en: In every row of the table what was spent must not be more than what was given.
  severity: error                        # error | warning | note
  find:
    rows:                                # the finder: columns by their headers, row by row
      columns:
        given: {{vi: [được giao], en: [given]}}
        spent: {{vi: [đã chi], en: [spent]}}
      support: 1/2                       # so many of the rows must hold, or the columns were misread
  must: spent <= given                   # the formula over these roles
  rounding: note                         # accept | note | refuse: what a check that only rounding explains becomes
  message:                               # what the author reads; {{stated}}, {{computed}}, {{gap}} are filled in
    vi: "đã chi {{stated}}, được giao {{computed}}"
    en: "spent {{stated}}, given {{computed}}"
  tests:                                 # `checker rules test {file}` tries them
    holds:
    - given: |
        | Đơn vị | Được giao | Đã chi |
        |--------|-----------|--------|
        | An     | 120       | 118    |
        | Ba     | 95        | 95     |
    broken:
    - given: |
        | Đơn vị | Được giao | Đã chi |
        |--------|-----------|--------|
        | An     | 120       | 118    |
        | Ba     | 95        | 96     |
      computed: "95"
    silent:
    - given: |
        | Đơn vị | Được giao |
        |--------|-----------|
        | An     | 120       |
        | Ba     | 95        |
"""


def start(file: str) -> str:
    """Writes the file and says what to do with it. Raises RuleError where it is there already or cannot be written."""
    path = Path(file)
    pack = _NO_NAME.sub("-", path.stem.lower()).strip("-") or "mine"
    code = (re.sub(r"[^A-Z]", "", path.stem.upper())[:1] or "X") + "001"
    try:
        with path.open("x", encoding="utf-8") as out:
            out.write(_TEMPLATE.format(pack=pack, code="X001" if code[0] in "TNDRPC" else code, file=file))
    except FileExistsError as error:
        raise RuleError(f"{file}: there is a file of that name already") from error
    except OSError as error:
        raise RuleError(f"{file}: the file cannot be written: {error.strerror}") from error
    return f"{file}: a rule file with one rule\n  checker rules test {file}\n  checker check --rules {file} REPORT\n"
