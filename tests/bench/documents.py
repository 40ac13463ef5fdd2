"""Large documents of our own sentences, the same each time."""

from __future__ import annotations

import io
from collections.abc import Iterator

from docx import Document

LINES_A_PAGE = 8
FIELDS = ("tưới tiêu", "trồng rau sạch", "dạy nghề may", "chăn nuôi gà", "thu gom rác", "đọc sách", "bảo vệ rừng", "phòng cháy")
PROSE = (
    "Ban chỉ đạo xã {unit} giao từng thành viên phụ trách địa bàn, duy trì họp giao ban hằng tháng, kịp thời tháo gỡ khó khăn trong {field}; các tổ "
    "chức đoàn thể vận động hội viên cùng tham gia, đưa nội dung này vào tiêu chí bình xét cuối năm của từng thôn, từng tổ tự quản.",
    "Công tác tuyên truyền về {field} được đổi mới theo hướng ngắn gọn, dễ nhớ; đài truyền thanh phát vào buổi sáng và buổi chiều, kết hợp pa nô, tờ "
    "rơi và các buổi sinh hoạt cộng đồng, nhờ đó người dân hiểu rõ quyền lợi và trách nhiệm của mình, hưởng ứng ngày càng nhiều hơn.",
    "Tuy nhiên, việc triển khai {field} ở xã {unit} còn chậm so với yêu cầu: một số cán bộ kiêm nhiệm nhiều việc, thiếu kinh nghiệm; cơ sở vật chất "
    "xuống cấp, đường vào khu sản xuất chưa được nâng cấp; sự phối hợp giữa các ngành có lúc chưa chặt chẽ, thông tin báo cáo chưa đầy đủ.",
)
UNITS = ("Hoà Lạc", "Tân Phong", "Bình An", "Mỹ Thuận", "Đông Khê", "Phú Cường")

HOSTILE = {
    "digits": "7",
    "brackets": "(",
    "brackets open and close": "()",
    "“trong đó ”": "trong đó ",
    "“1.000 ”": "1.000 ",
    "“|”": "|",
    "“a)”": "a)",
}


def hostile(piece: str, size: int = 1_000_000) -> bytes:
    """A document of one piece of text over and over, so many bytes of it."""
    data = piece.encode()
    return data * (size // len(data))


def word(pages: int) -> bytes:
    """A Word report of so many pages: prose with breakdowns, shares and changes, and a table every other page."""
    document = Document()
    document.add_paragraph("ỦY BAN NHÂN DÂN HUYỆN VĨNH HOÀ")
    document.add_paragraph("Số: 118/BC-UBND")
    document.add_paragraph("Vĩnh Hoà, ngày 12 tháng 12 năm 2024")
    document.add_paragraph("BÁO CÁO")
    document.add_paragraph("Kết quả đào tạo nghề và giải quyết việc làm năm 2024")
    for page in range(1, pages + 1):
        document.add_paragraph(f"{page}. Kết quả tại địa bàn số {page}", style="Heading 1")
        for sentence in sentences(page):
            document.add_paragraph(sentence)
        if page % 2 == 0:
            rows = list(budget(page))
            table = document.add_table(rows=len(rows), cols=len(rows[0]))
            for cells, texts in zip(table.rows, rows, strict=True):
                for cell, text in zip(cells.cells, texts, strict=True):
                    cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def ruled(pages: int) -> bytes:
    """A Word file of so many pages, each of them a ruled table of 19 rows."""
    document = Document()
    for page in range(1, pages + 1):
        rows = [*budget(page), *list(budget(page + pages))[1:]]
        table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
        for cells, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(cells.cells, texts, strict=True):
                cell.text = text
        document.add_page_break()
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def sentences(page: int) -> Iterator[str]:
    """About a page of prose, every other paragraph with figures; what is stated is what it adds up to."""
    for line in range(LINES_A_PAGE):
        unit, field = UNITS[(page + line) % len(UNITS)], FIELDS[(page * 3 + line) % len(FIELDS)]
        a, b, c = 40 + (page * 7 + line * 3) % 50, 12 + (page + line * 5) % 30, 3 + (page + line) % 9
        if line % 2:
            yield PROSE[(page + line) % len(PROSE)].format(unit=unit, field=field)
        elif line % 4:
            yield (
                f"Đến ngày {1 + line:02d}/{1 + page % 12}/2024, xã {unit} {page} có {a + b + c} hộ đăng ký tham gia {field}, trong đó: {a} hộ vay "
                f"vốn, {b} hộ tự đầu tư, {c} hộ góp công; kinh phí {grouped(1000 * a)}.000 đồng, do ngân sách huyện hỗ trợ theo quy định."
            )
        else:
            yield (
                f"Về {field}, thôn {page}, xã {unit} thực hiện {a + b}/{a + b + 10} buổi theo kế hoạch, đạt {percent(a + b, a + b + 10)}%; "
                f"số người dự là {grouped(900 + a * b)} lượt người, tăng {c} buổi so với năm 2023 ({a + b - c} buổi)."
            )


def budget(page: int) -> Iterator[list[str]]:
    """A table with amounts and a total row."""
    yield ["STT", "Nội dung", "Số lượng", "Đơn giá (1.000đ)", "Thành tiền (1.000đ)"]
    total = 0
    for row in range(1, 9):
        quantity, price = 2 + (page + row) % 11, 150 + 10 * row
        total += quantity * price
        yield [str(row), f"Hỗ trợ học viên đợt {row}", str(quantity), grouped(price), grouped(quantity * price)]
    yield ["", "Tổng cộng", "", "", grouped(total)]


def table(rows: int) -> bytes:
    """A Markdown table of so many rows, with amounts and a total row."""
    lines = ["| STT | Nội dung | Số lượng | Đơn giá (đồng) | Thành tiền (đồng) |", "|-|-|-:|-:|-:|"]
    total = 0
    for row in range(1, rows + 1):
        quantity, price = 1 + row % 13, 1000 * (5 + row % 17)
        total += quantity * price
        lines.append(f"| {row} | Học viên lớp số {row} | {quantity} | {grouped(price)} | {grouped(quantity * price)} |")
    lines.append(f"| | Tổng cộng | | | {grouped(total)} |")
    return ("\n".join(lines) + "\n").encode()


def number(value: int) -> str:
    return f"{value:02d}"


def grouped(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def percent(part: int, whole: int) -> str:
    """Half up, to two digits."""
    hundredths = (20000 * part + whole) // (2 * whole)
    return f"{hundredths // 100},{hundredths % 100:02d}"


def rule_file(count: int) -> bytes:
    """So many rules of a form, of four kinds, each with words of its own."""
    finds = (
        "values: {{given: {{near: [chỉ tiêu mẫu {n}], unit: person}}, spent: {{table: [mẫu {n}], row: tổng cộng, column: chỉ tiêu}}}}",
        "rows: {{columns: {{given: {{vi: [được giao mẫu {n}]}}, spent: {{vi: [đã chi mẫu {n}]}}}}}}",
        "values: {{given: {{near: [kinh phí mẫu {n}], unit: VND}}, spent: {{near: [giải ngân mẫu {n}], unit: VND}}}}",
        "totals: {{labels: {{vi: [tổng cộng mẫu {n}]}}}}",
    )
    rule = "- id: form/r{n}\n  code: F{n:03d}\n  title: {{vi: Mẫu {n}}}\n  why: {{vi: Mẫu {n}}}\n  severity: error\n  tests: {{}}\n"
    rules = (
        (rule + "  find: {{" + finds[n % 4] + "}}\n").format(n=n) + f"  must: {'spent <= given' if n % 4 < 3 else 'total == sum(parts)'}\n"
        for n in range(count)
    )
    return ("pack: form\nrules:\n" + "".join(rules)).encode()
