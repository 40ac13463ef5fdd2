"""Blocks that stand side by side are read one after the other."""

from __future__ import annotations

from tests.pages.paper import Paper, shown

PROSE = "Trong năm vừa qua, các xã đã mở thêm nhiều lớp học nghề may cho bà con ở vùng cao và dạy nghề mộc cho thanh niên."


def test_a_letterhead_is_read_left_then_right() -> None:
    paper = Paper().lines("ỦY BAN NHÂN DÂN").lines("HUYỆN VĨNH HOÀ", x=78).lines("Số: 118/BC-UBND", x=75)
    paper.y = 90
    paper.lines("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", x=270).lines("Độc lập - Tự do - Hạnh phúc", x=300)
    paper.lines("Vĩnh Hoà, ngày 12 tháng 12 năm 2024", x=280).lines("BÁO CÁO", x=250, gap=40).set(PROSE, gap=20)
    assert shown(paper) == [
        "ỦY BAN NHÂN DÂN",
        "HUYỆN VĨNH HOÀ",
        "Số: 118/BC-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Vĩnh Hoà, ngày 12 tháng 12 năm 2024",
        "BÁO CÁO",
        PROSE,
    ]


def test_one_side_may_be_longer() -> None:
    paper = Paper().set(PROSE).lines("Nơi nhận:", "- Như trên;", "- Lưu: VT.", gap=20)
    paper.put(350, paper.y - 3 * 15, "CHỦ TỊCH")
    assert shown(paper) == [PROSE, "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "CHỦ TỊCH"]


def test_blanks_to_be_filled_in_are_no_gap() -> None:
    paper = Paper()
    paper.put(72, 90, "Số:")
    paper.put(140, 90, "/BC-UBND")
    paper.words[1] = paper.words[1]._replace(blank=True)
    assert shown(paper) == ["Số: /BC-UBND"]


def test_the_gaps_of_a_stretched_line_are_all_wide() -> None:
    paper = Paper()
    for x, word in zip((72, 150, 230, 310, 395), ("Hội", "nghị", "triển", "khai", "xong"), strict=True):
        paper.put(x, 90, word, size=30)
    assert shown(paper) == ["Hội nghị triển khai xong"]
