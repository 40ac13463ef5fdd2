"""The words of the reports that are drawn, by language. Labels hold nothing that a rule takes for a cue."""

from __future__ import annotations

from typing import NamedTuple

from checker.testing.drawn import Language


class Words(NamedTuple):
    """`counted` and `measured` are titles of columns, of whole numbers and of others. `sentences` have {whole} and {parts}; a part is
    made of its name, its number and `thing`."""

    opening: str
    first: tuple[str, ...]
    second: tuple[str, ...]
    place: str
    total: str
    counted: tuple[str, ...]
    measured: tuple[str, ...]
    budget: tuple[str, str, str, str]
    bought: tuple[str, ...]
    sentences: tuple[str, ...]
    thing: str

    @property
    def places(self) -> tuple[str, ...]:
        return tuple(f"{first} {second}" for second in self.second for first in self.first)

    @property
    def goods(self) -> tuple[str, ...]:
        return tuple(f"{what} {second}" for second in self.second for what in self.bought)


WORDS: dict[Language, Words] = {
    "vi": Words(
        opening="Kết quả thực hiện trong năm như sau.",
        first=("An", "Tân", "Phú", "Long", "Vĩnh", "Thạnh", "Hòa", "Mỹ"),
        second=("Lộc", "Thành", "Hưng", "Khánh", "Lợi"),
        place="Xã",
        total="Tổng cộng",
        counted=("Số lao động (người)", "Số hộ", "Số lớp", "Số nhà"),
        measured=("Diện tích (ha)", "Sản lượng (tấn)", "Kinh phí (triệu đồng)", "Doanh thu (tỷ đồng)"),
        budget=("Nội dung", "Số lượng", "Đơn giá (1.000đ)", "Thành tiền (1.000đ)"),
        bought=("Ghế gỗ", "Bảng viết", "Quạt điện", "Tủ sách", "Đèn bàn", "Áo phao", "Máy in", "Giá sắt"),
        sentences=(
            "Trong năm, toàn tỉnh đã đưa {whole} lao động đi làm việc ở nước ngoài, gồm: {parts}.",
            "Các xã đã tuyển được {whole} lao động, cụ thể: {parts}.",
        ),
        thing="lao động",
    ),
    "en": Words(
        opening="The results of the year were as follows.",
        first=("Upper", "Lower", "North", "South", "East", "West", "Great", "Little"),
        second=("Ashford", "Bexley", "Camden", "Dover", "Fulham"),
        place="Parish",
        total="Total",
        counted=("Workers (people)", "Households", "Classes", "Houses"),
        measured=("Area (ha)", "Output (tonnes)", "Cost (million USD)", "Revenue (million USD)"),
        budget=("Item", "Quantity", "Unit price (USD)", "Amount (USD)"),
        bought=("Wooden chair", "White board", "Fan", "Bookcase", "Desk lamp", "Life jacket", "Printer", "Steel shelf"),
        sentences=(
            "In that year the province sent {whole} workers abroad, comprising: {parts}.",
            "The parishes hired {whole} workers, comprising: {parts}.",
        ),
        thing="workers",
    ),
}
