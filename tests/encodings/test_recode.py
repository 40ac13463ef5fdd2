"""Documents in old letters are read, with the places of the file; others stay as they are."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from checker import check
from checker.document import Cell, Document, Footnote, Paragraph, Table
from checker.encodings import tcvn3, vni
from checker.encodings.recode import recoded
from checker.lazy import Lazy
from checker.place import Place
from checker.readers import read
from checker.text import Text, join
from tests.tools.docx_from_markdown import docx_from_markdown

ROOT = Path(__file__).resolve().parent.parent.parent
OLD = {"tcvn3": tcvn3.encoded, "vni": vni.encoded}
LINES = (
    "Năm nay toàn huyện đã đưa 43 lao động đi làm việc ở nước ngoài.",
    "Trong đó: nữ 12 người, nam 30 người; kinh phí được hỗ trợ 1.250 nghìn đồng.",
    "Ưu tiên hộ nghèo, hộ cận nghèo và người có công.",
)
old = pytest.mark.parametrize("name", OLD)


def paragraph(raw: str, number: int = 1) -> Paragraph:
    return Paragraph(Text.at(raw, Place(file="a.docx", part="body", paragraph=number, offset=1)))


def document(*raws: str) -> Document:
    return Document("a.docx", "docx", "0", tuple(paragraph(raw, number) for number, raw in enumerate(raws, 1)))


def values(made: Document) -> list[str]:
    return [block.text.value for block in made.blocks if isinstance(block, Paragraph)]


@old
def test_old_letters_inside_a_format_that_is_unicode(name: str) -> None:
    made = recoded(document(*map(OLD[name], LINES)))
    assert values(made) == list(LINES)
    assert made.details == (("encoding", name),)


@old
def test_places_are_those_of_the_file(name: str) -> None:
    raw = OLD[name](LINES[1])
    (block,) = (b for b in recoded(document(*map(OLD[name], LINES))).blocks if isinstance(b, Paragraph) and "1.250" in b.text.value)
    for words in ("12", "người", "1.250", "nghìn đồng"):
        start = block.text.value.index(words)
        place = block.text.place(start, start + len(words))
        assert place.offset == raw.index(OLD[name](words)) + 1
    line = read("a.txt", "\n".join(map(OLD[name], LINES)).encode()).blocks[0]
    assert isinstance(line, Paragraph)
    start = line.text.value.index("lao động")
    place = line.text.place(start, start + 8)
    first = OLD[name](LINES[0])
    assert place.column is not None
    assert place.end_column is not None
    assert first[place.column - 1 : place.end_column - 1] == OLD[name]("lao động")


@old
def test_each_text_of_a_mixed_document_is_judged_for_itself(name: str) -> None:
    modern = ("Tổng số: 43 người, bằng 25 °C và 3 µm ®", "Kinh phí có 5 nguồn", "Total 12 cases", "Résumé à Genève")
    made = recoded(document(*modern, *map(OLD[name], LINES)))
    assert values(made) == [*modern, *LINES]


@old
def test_tables_notes_and_references(name: str) -> None:
    encoded = OLD[name]
    cells = tuple(Cell(Text.at(encoded(words), Place(table="1", row=1, col=1))) for words in (*LINES, "Số người", "Cộng"))
    text = Text.at(encoded("Hỗ trợ người nghèo"), Place(paragraph=9, offset=1))
    noted = Paragraph(text, notes=((len(encoded("Hỗ trợ")), "1"),))
    table = Table(Lazy(1, lambda _: cells), "1", nested=(Table((cells,), "1.1"),))
    made = recoded(Document("a", "docx", "0", (table, noted, Footnote("1", Text.at(encoded(LINES[0]), Place())))))
    outer, paragraph, note = made.blocks
    assert isinstance(outer, Table)
    assert [cell.text.value for cell in outer.rows[0]] == [*LINES, "Số người", "Cộng"]
    assert [cell.text.value for cell in outer.nested[0].rows[0]] == [*LINES, "Số người", "Cộng"]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.notes == ((len("Hỗ trợ"), "1"),)
    assert isinstance(note, Footnote)
    assert note.text.value == LINES[0]


@old
def test_pieces_of_several_lines_keep_their_places(name: str) -> None:
    encoded = OLD[name]
    text = join([Text.at(encoded(words), Place(line=number, column=3)) for number, words in enumerate(LINES, 1)])
    (block,) = recoded(Document("a", "text", "0", (Paragraph(text),))).blocks
    assert isinstance(block, Paragraph)
    assert block.text.value == " ".join(LINES)
    place = block.text.place(block.text.value.index("kinh phí"))
    assert (place.line, place.column) == (2, encoded(LINES[1]).index(encoded("kinh phí")) + 3)


def test_a_letter_that_is_a_soft_hyphen_elsewhere() -> None:
    """TCVN3 has ư where Unicode has the soft hyphen."""
    assert values(recoded(document("Sè ng\u00adêi", "N\u00adíc", *map(tcvn3.encoded, LINES))))[:2] == ["Số người", "Nước"]
    assert values(recoded(document("a co\u00adoperation of 5 n\u00adets")))[0] == "a cooperation of 5 nets"


SILENT = [
    "Xã có 12 hộ, có cả ý kiến của các ông, các bà; số còn lại là con cái và ông bà.",
    "The plan was carried out: 12 cases, naïve façades at 25 °C, 3 µm, Microsoft® Word™, 5 £, § 3, ± 2, 1 ½.",
    "Le projet a été réalisé à Genève: où, déjà, la réunion a reçu 12 élèves français; coût: 3 € près du lycée.",
    "Für die Prüfung größerer Übungen fährt man später über Österreich; schöne Grüße, außerdem Öl.",
    "Niño, mañana, año, España, corazón, también, ¿qué?, ¡sí!",
    "µm µg µl µs ®®® © ª º ¹²³ «12» °°°° ¬ ¶ § ¦ ¨ µµ µa µn ®a ®i ®o",
    "Ångström, smørrebrød, Malmö, Tromsø, æbleskiver, Köln, Noël, çok güzel",
]


@pytest.mark.parametrize("text", SILENT)
def test_other_texts_are_never_recoded(text: str) -> None:
    given = document(text, *[f"{text} {number}" for number in range(5)])
    assert recoded(given) is given


@pytest.mark.parametrize(
    "path",
    [
        *sorted((ROOT / "fixtures").glob("*.md")),
        *sorted((ROOT / "fixtures").glob("*.docx")),
        *sorted((ROOT / "tests" / "reports").glob("*.txt")),
        *sorted((ROOT.parent / "shared" / "seeds").glob("*.txt")),
    ],
    ids=lambda path: path.name,
)
def test_reports_in_unicode_stay_as_they_are(path: Path) -> None:
    made = read(path.name, path.read_bytes())
    assert recoded(made) is made
    assert not made.details


@old
@pytest.mark.parametrize("path", sorted((ROOT / "fixtures").glob("*.wrong.md")), ids=lambda path: path.name)
def test_a_report_in_old_letters_has_the_same_findings(name: str, path: Path) -> None:
    text = unicodedata.normalize("NFC", path.read_text("utf-8"))
    text = text if name == "vni" else tcvn3.decoded(tcvn3.encoded(text))  # TCVN3 has no capitals with tones
    plain, inside = check(text.encode(), name="a.md"), check(OLD[name](text).encode(), name="a.md")
    octets = check(OLD[name](text).encode("cp1252"), name="a.md")
    for other in (inside, octets):
        assert other.details == (("encoding", name),)
        assert [(f.code, f.fingerprint, f.message) for f in other.findings] == [(f.code, f.fingerprint, f.message) for f in plain.findings]
        assert [f.place.line for f in other.findings] == [f.place.line for f in plain.findings]


@old
def test_a_word_file_in_old_letters_has_the_same_findings(name: str) -> None:
    text = (ROOT / "fixtures" / "bao-cao-so-ket-dua-lao-dong.wrong.md").read_text("utf-8")
    text = text if name == "vni" else tcvn3.decoded(tcvn3.encoded(text))
    plain, other = (check(docx_from_markdown(words), name="a.docx") for words in (text, OLD[name](text)))
    assert dict(other.details) == {"encoding": name}
    assert len(plain.findings) > 3
    assert [(f.code, f.fingerprint, f.message) for f in other.findings] == [(f.code, f.fingerprint, f.message) for f in plain.findings]
