"""Headers and footers of a Word file are parts of their own, each with its paragraphs counted from one."""

from __future__ import annotations

import io

import docx

from checker.document import Paragraph
from checker.readers import read


def test_two_headers_are_two_parts() -> None:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Đầu trang một"
    made.sections[0].footer.paragraphs[0].text = "Chân trang"
    made.add_paragraph("Thân bài")
    made.add_section().header.is_linked_to_previous = False
    made.sections[1].header.paragraphs[0].text = "Đầu trang hai"
    data = io.BytesIO()
    made.save(data)
    found = [block for block in read("a.docx", data.getvalue()).blocks if isinstance(block, Paragraph)]
    parts = {block.text.value: (block.part, block.text.place(0).part, block.text.place(0).paragraph) for block in found}
    assert parts == {
        "Thân bài": ("body", "body", 1),
        "Đầu trang một": ("header", "header", 1),
        "Chân trang": ("footer", "footer", 1),
        "Đầu trang hai": ("header2", "header2", 1),
    }
