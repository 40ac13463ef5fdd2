"""A text of the document in pieces: plain words, figures (which may have others in them), references to notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from checker.place import Spot
from checker.view.shape import Mark, Paragraph, View, Words
from checker.writers.html.names import Ids
from checker.writers.html.states import State
from checker.writers.html.words import Phrases


class Piece(NamedTuple):
    """A bit of text; with `look` a figure, which has others in it where there is `inside`; with `note` a reference to that note, which may
    not be there."""

    text: str
    look: str = ""
    id: str = ""
    target: str = ""
    label: str = ""
    checks: str = ""
    inside: Sequence[Piece] = ()
    note: str = ""


class Pieces:
    """Cuts the texts of one document."""

    def __init__(self, view: View, states: Mapping[Spot, State], ids: Ids, phrases: Phrases) -> None:
        self._notes = {block.marker for block in view if isinstance(block, Paragraph) and block.kind == "note"}
        self._states = states
        self._ids = ids
        self._phrases = phrases
        self._given: set[str] = set()

    def of(self, words: Words) -> Sequence[Piece]:
        if not words.marks and not words.notes:
            return (Piece(words.text),) if words.text else ()
        return tuple(self._cut(words, 0, len(words.text), list(words.marks), list(words.notes)))

    def _cut(self, words: Words, start: int, end: int, marks: list[Mark], notes: list[tuple[int, str]]) -> Iterator[Piece]:
        """The pieces of a stretch. `marks` lie in it, in order, outer before inner; what is used of `notes` is taken away."""
        while marks:
            mark = marks.pop(0)
            inner: list[Mark] = []
            while marks and marks[0].start < mark.end:
                inner.append(marks.pop(0))
            yield from self._plain(words, start, mark.start, notes)
            yield self._figure(words, mark, inner, notes)
            start = mark.end
        yield from self._plain(words, start, end, notes)

    def _plain(self, words: Words, start: int, end: int, notes: list[tuple[int, str]]) -> Iterator[Piece]:
        """Text outside of figures, and the notes referred to up to its end."""
        while notes and notes[0][0] <= end:
            offset, mark = notes.pop(0)
            if start < offset:
                yield Piece(words.text[start:offset])
            yield Piece(
                mark, note=mark, id=self.first(self._ids.reference(mark)), target=self._ids.note(mark) if mark in self._notes else ""
            )
            stands_there = words.text.startswith(mark, offset)
            start = max(start, offset + len(mark) if stands_there else offset)
        if start < end:
            yield Piece(words.text[start:end])

    def _figure(self, words: Words, mark: Mark, inner: list[Mark], notes: list[tuple[int, str]]) -> Piece:
        state, text = self._states[mark.spot], words.text[mark.start : mark.end]
        name = self._ids.figure(mark.spot)
        target = self._ids.finding(state.findings[0]) if state.findings else name
        inside = tuple(self._cut(words, mark.start, mark.end, inner, notes)) if inner else ()
        return Piece(text, state.look, self.first(name), target, self._label(text, state), " ".join(state.checks), inside)

    def _label(self, text: str, state: State) -> str:
        said, count = self._phrases(f"state_{state.look}"), len(state.findings)
        return self._phrases("labelled_findings" if count else "labelled", text=text, state=said, count=count)

    def first(self, name: str) -> str:
        """The id, for the first that asks for it."""
        if name in self._given:
            return ""
        self._given.add(name)
        return name
