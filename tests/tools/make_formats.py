"""Makes fixtures/formats: one small report with its mistakes in every format. Needs LibreOffice.

python tests/tools/make_formats.py
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.tools.docx_from_markdown import docx_from_markdown  # noqa: E402

FOLDER = ROOT / "fixtures" / "formats"
ROWS = [("Xã", "Số lớp", "Số học viên", "Trong đó nữ"), ("Tân An", 3, 92, 40), ("Bình Hòa", 2, 61, 25), ("Phú Lộc", 4, 118, 57)]
TOTAL = ("Tổng cộng", 9, 281, 122)
TABLE = "\n".join("| " + " | ".join(map(str, row)) + " |" for row in (ROWS[0], ("---", "--:", "--:", "--:"), *ROWS[1:], TOTAL))
REPORT = f"""# BÁO CÁO

Kết quả mở lớp học nghề cho người dân huyện Mỏ Cày quý I năm 2024

## 1. Kết quả

Trong quý I, huyện mở 9 lớp cho 271 học viên, trong đó: xã Tân An 92 học viên, xã Bình Hòa 61 học viên, xã Phú Lộc 118 học viên.

Kết quả theo từng xã:

{TABLE}

## 2. Kinh phí

Kinh phí đã chi là 135.500.000 đồng (Bằng chữ: Một trăm ba mươi lăm triệu năm trăm nghìn đồng).
"""


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "bao-cao.docx").write_bytes(docx_from_markdown(REPORT))
    lines = [";".join(map(str, row)) for row in (*ROWS, TOTAL)]
    (FOLDER / "so-lieu.csv").write_text("\n".join(lines) + "\n", "utf-8")
    records = [dict(zip(ROWS[0], row, strict=True)) for row in (*ROWS[1:], TOTAL)]
    (FOLDER / "so-lieu.json").write_text(json.dumps(records, ensure_ascii=False, indent=1) + "\n", "utf-8")
    for kind in ("odt", "pdf", "html", "rtf", "doc"):
        convert(FOLDER / "bao-cao.docx", kind)
    for kind in ("xlsx", "ods", "xls"):
        convert(FOLDER / "so-lieu.csv", kind, "--infilter=CSV:59,34,76")


def convert(path: Path, kind: str, *more: str) -> None:
    with tempfile.TemporaryDirectory() as profile:
        place = f"-env:UserInstallation={Path(profile).as_uri()}"
        subprocess.run(
            ["soffice", "--headless", place, *more, "--convert-to", kind, "--outdir", FOLDER, path], check=True, capture_output=True
        )


if __name__ == "__main__":
    main()
