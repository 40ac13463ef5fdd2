"""Pictures of places, made when somebody asks for one: most are never looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from checker.document import Recognition
from checker.place import Place, Spot


class Pictures(Mapping[Spot, bytes]):
    """PNGs of what was recognised, by place."""

    def __init__(self, recognition: Recognition, places: Iterable[Place]) -> None:
        self._recognition = recognition
        self._places = {place.spot: place for place in places if recognition.confidence(place) is not None}

    def __getitem__(self, spot: Spot) -> bytes:
        picture = self._recognition.picture(self._places[spot])
        if picture is None:
            raise KeyError(spot)
        return picture

    def __iter__(self) -> Iterator[Spot]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
