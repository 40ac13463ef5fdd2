"""The number format of every style of a workbook, as its code."""

from __future__ import annotations

from checker.containers import Container
from checker.readers.xlsx.parts import local, named
from checker.sheets.codes import GENERAL

_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "#,##0;-#,##0", 6: "#,##0;-#,##0", 7: "#,##0.00;-#,##0.00", 8: "#,##0.00;-#,##0.00",
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)",
    39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)", 41: '#,##0;(#,##0);"-"', 42: '#,##0;(#,##0);"-"',
    43: '#,##0.00;(#,##0.00);"-"', 44: '#,##0.00;(#,##0.00);"-"', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 48: "0.0E+0", 49: "@",
    **dict.fromkeys(range(27, 37), "dd/mm/yyyy"), **dict.fromkeys(range(50, 59), "dd/mm/yyyy"),
}  # fmt: skip


def read_formats(container: Container, part: str) -> list[str]:
    """The codes, by the number of the style. Raises ContainerError."""
    root = container.xml(part)
    codes = dict(_BUILT_IN)
    for entry in named(root, "numFmt"):
        if (id := entry.get("numFmtId", "")).isdecimal() and len(id) < 9:
            codes[int(id)] = entry.get("formatCode") or GENERAL
    formats = next((element for element in root if local(element) == "cellXfs"), ())
    return [codes.get(int(id), GENERAL) if (id := xf.get("numFmtId", "0")).isdecimal() and len(id) < 9 else GENERAL for xf in formats]
