"""Word files with comments: on the very figure, and nothing else changed."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree

from checker import check
from checker.annotators import annotate, is_untouched
from checker.notes import notes_of
from checker.readers import ReadError, read
from tests.annotators.word import BODY, ELSEWHERE, WHOLE, W, commented, note, notes, report, texts

FIXTURES = sorted((Path(__file__).parents[2] / "fixtures").glob("*.wrong.docx"))
TOUCHED = {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels", "word/comments.xml"}


@pytest.fixture(scope="module")
def original() -> bytes:
    return report()


@pytest.fixture(scope="module")
def annotated(original: bytes) -> bytes:
    return annotate("a.docx", original, notes(original))


def parts(data: bytes) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert archive.testzip() is None
    return {name: archive.read(name) for name in archive.namelist()}


def zipped(found: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in found.items():
            archive.writestr(name, part)
    return out.getvalue()


def formatted(data: bytes) -> list[tuple[str, str]]:
    """Every character that the main part shows with the formatting of its run."""
    root = etree.fromstring(parts(data)["word/document.xml"])
    runs = [run for run in root.iter(W + "r") if run.find(W + "commentReference") is None]
    looks = [(b"" if (look := run.find(W + "rPr")) is None else etree.tostring(look)).decode() for run in runs]
    return [(letter, look) for run, look in zip(runs, looks, strict=True) for text in run.iterfind(W + "t") for letter in text.text or ""]


@pytest.mark.parametrize("figure", [figure for figure in BODY if figure not in ELSEWHERE])
def test_a_comment_encloses_exactly_the_figure(annotated: bytes, figure: str) -> None:
    found = commented(annotated)[f"lời bình về {figure}"]
    assert unicodedata.normalize("NFC", found) == WHOLE.get(figure, figure)


@pytest.mark.parametrize(("figure", "before"), ELSEWHERE.items())
def test_what_cannot_have_a_comment_has_it_nearby_and_it_says_where(annotated: bytes, figure: str, before: str) -> None:
    found = commented(annotated)[f"Ở chỗ {figure}:\nlời bình về {figure}"]
    assert found == before


def test_a_text_box_has_its_comment_outside(annotated: bytes) -> None:
    root = etree.fromstring(parts(annotated)["word/document.xml"])
    marks = root.iter(W + "commentReference", W + "commentRangeStart", W + "commentRangeEnd")
    assert not [mark for mark in marks if any(above.tag == W + "txbxContent" for above in mark.iterancestors())]


def test_nothing_else_is_changed(original: bytes, annotated: bytes) -> None:
    before, after = parts(original), parts(annotated)
    assert list(after)[: len(before)] == list(before)
    assert {name for name in after if before.get(name) != after[name]} == TOUCHED
    assert formatted(annotated) == formatted(original)


def read_as(data: bytes) -> list[tuple[str, object]]:
    return [(text.value, text.marks) for text in texts(read("a.docx", data))]


def test_the_reader_reads_the_same(original: bytes, annotated: bytes) -> None:
    assert read_as(annotated) == read_as(original)


def test_twice_is_once(original: bytes, annotated: bytes) -> None:
    assert annotate("a.docx", annotated, notes(original)) == annotated


def test_comments_of_a_mended_file_are_taken_out(original: bytes, annotated: bytes) -> None:
    left = annotate("a.docx", annotated, [note(original, "120", "còn lại")])
    assert commented(left) == {"còn lại": "120"}
    assert commented(annotate("a.docx", annotated, [])) == {}
    assert formatted(annotate("a.docx", annotated, [])) == formatted(original)


def test_without_notes_the_file_stays_as_it_is(original: bytes) -> None:
    assert annotate("a.docx", original, []) is original


def test_a_copy_is_known_as_long_as_nobody_saves_it(original: bytes, annotated: bytes) -> None:
    assert is_untouched("a.docx", annotated)
    assert not is_untouched("a.docx", original)
    changed = docx.Document(io.BytesIO(annotated))
    changed.paragraphs[0].add_run(" thêm")
    out = io.BytesIO()
    changed.save(out)
    assert not is_untouched("a.docx", out.getvalue())


def test_other_peoples_comments_stay(original: bytes) -> None:
    document = docx.Document(io.BytesIO(original))
    document.add_comment(document.paragraphs[0].runs[0], "của người khác", author="Lan", initials="L")
    out = io.BytesIO()
    document.save(out)
    data = out.getvalue()
    once = annotate("a.docx", data, notes(data))
    assert commented(once)["của người khác"] == "Có tổng cộng "
    assert len(commented(once)) == len(notes(data)) + 1
    assert annotate("a.docx", once, notes(data)) == once
    assert commented(annotate("a.docx", once, [])) == {"của người khác": "Có tổng cộng "}


def test_several_comments_in_one_run_and_in_one_another(original: bytes) -> None:
    given = [note(original, "số 51-52", "ngoài"), note(original, "51", "trong"), note(original, "52 họp", "sau")]
    once = annotate("a.docx", original, given)
    assert commented(once) == {"ngoài": "số 51-52", "trong": "51", "sau": "52 họp"}
    assert annotate("a.docx", once, given) == once
    assert formatted(once) == formatted(original)


def test_a_text_that_does_not_stand_there_has_its_comment_where_the_paragraph_begins(original: bytes) -> None:
    counted = note(original, "Thêm")._replace(text="3.")
    assert commented(annotate("a.docx", original, [counted])) == {"lời bình về Thêm": "←"}


def test_a_paragraph_that_is_not_there(original: bytes) -> None:
    lost = note(original, "120")
    lost = lost._replace(place=type(lost.place)(part="body", paragraph=9_999, offset=3))
    assert commented(annotate("a.docx", original, [lost])) == {"Ở chỗ 120:\nlời bình về 120": "←"}


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.stem)
def test_every_finding_of_a_fixture_stands_on_its_figure(fixture: Path) -> None:
    data = fixture.read_bytes()
    before = check(data, name=fixture.name)
    given = notes_of(before)
    once = annotate(fixture.name, data, given)
    after = check(once, name=fixture.name)
    assert [(c.fingerprint, c.place) for c in after.checks] == [(c.fingerprint, c.place) for c in before.checks]
    assert sorted(commented(once).items()) == sorted((note.comment, note.text) for note in given)
    assert annotate(fixture.name, once, notes_of(after)) == once
    read_back = docx.Document(io.BytesIO(once))
    assert {(c.author, c.text) for c in read_back.comments} == {("Checker", note.comment) for note in given}


def test_a_strict_file_stays_strict(original: bytes) -> None:
    strict = as_strict(original)
    given = notes(strict)
    once = annotate("a.docx", strict, given)
    for name in TOUCHED - {"[Content_Types].xml"}:
        assert b"schemas.openxmlformats.org/wordprocessingml" not in parts(once)[name]
        assert b"purl.oclc.org/ooxml" in parts(once)[name]
    assert read_as(once) == read_as(strict)
    assert annotate("a.docx", once, given) == once
    assert len(etree.fromstring(parts(once)["word/comments.xml"])) == len(given)


def as_strict(data: bytes) -> bytes:
    """The same file in the namespaces of Strict OOXML."""
    names = {
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math": b"http://purl.oclc.org/ooxml/officeDocument/math",
    }
    found = parts(data)
    for transitional, strict in names.items():
        found = {name: part.replace(transitional, strict) for name, part in found.items()}
    return zipped(found)


def test_macros_stay(original: bytes) -> None:
    data = zipped({**parts(original), "word/vbaProject.bin": bytes(range(256)) * 40})
    once = annotate("a.docm", data, notes(original))
    assert parts(once)["word/vbaProject.bin"] == bytes(range(256)) * 40


EXTENDED = "http://schemas.microsoft.com/office/word/2012/wordml"
THREADS = (
    f'<w15:commentsEx xmlns:w15="{EXTENDED}"><w15:commentEx w15:paraId="0000000A" w15:done="0"/>'
    '<w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A" w15:done="0"/>'
    '<w15:commentEx w15:paraId="0000000C" w15:done="1"/></w15:commentsEx>'
)


def test_an_answer_to_ours_stays_as_a_comment_of_its_own(original: bytes) -> None:
    """As newer Word saves them: ours has an entry in another part, and the answer names it."""
    found = parts(annotate("a.docx", original, [note(original, "120")]))
    w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    found["word/comments.xml"] = found["word/comments.xml"].replace(b"<w:p>", f'<w:p {w14} w14:paraId="0000000A">'.encode(), 1)
    found["word/commentsExtended.xml"] = THREADS.encode()
    relation = b'<Relationship Id="x9" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/>'
    found["word/_rels/document.xml.rels"] = found["word/_rels/document.xml.rels"].replace(
        b"</Relationships>", relation + b"</Relationships>"
    )
    left = etree.fromstring(parts(annotate("a.docx", zipped(found), []))["word/commentsExtended.xml"])
    assert [dict(entry.attrib) for entry in left] == [
        {f"{{{EXTENDED}}}paraId": "0000000B", f"{{{EXTENDED}}}done": "0"},
        {f"{{{EXTENDED}}}paraId": "0000000C", f"{{{EXTENDED}}}done": "1"},
    ]


@pytest.mark.parametrize("part", ["docProps/core.xml", "word/styles.xml", "word/footnotes.xml"])
def test_a_damaged_part_that_the_document_can_do_without(original: bytes, part: str) -> None:
    once = annotate("a.docx", zipped({**parts(original), part: b"<"}), [note(original, "120"), note(original, "210")])
    assert commented(once)["lời bình về 120"] == "120"


def test_damaged_comments_of_others_are_not_written_over(original: bytes) -> None:
    found = parts(annotate("a.docx", original, [note(original, "120")]))
    with pytest.raises(ReadError, match=r"comments\.xml"):
        annotate("a.docx", zipped({**found, "word/comments.xml": b"<"}), [note(original, "120")])


def test_what_cannot_be_annotated_says_so(original: bytes) -> None:
    with pytest.raises(ReadError, match=r"\.md.*\.docx"):
        annotate("a.md", b"x", [])
    with pytest.raises(ReadError, match="damaged"):
        annotate("a.docx", original[: len(original) // 2], [])
