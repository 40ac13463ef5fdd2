"""YAML → nodes: text, numbers as JSON has them, lists and objects. Tags, aliases and several documents in a file are refused."""

from __future__ import annotations

from typing import Any

from checker.place import Place
from checker.readers import ReadError
from checker.readers.records.nodes import NUMBER, Builder, List, Node, Object, Scalar
from checker.text import Text

_NOTHING = ("null", "~", "")


def read_yaml(text: str, path: str) -> Node:
    """The one value in the text. Raises ReadError."""
    import yaml

    built = Builder()
    documents = 0
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise ReadError("yaml_several")
            elif isinstance(event, yaml.NodeEvent):
                _take(event, built, path, yaml)
            elif isinstance(event, yaml.CollectionEndEvent):
                built.close()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise ReadError("no_yaml", line=mark.line + 1 if mark else 1, why=error.problem or "?") from error
    except yaml.YAMLError as error:
        raise ReadError("no_yaml", line=1, why=str(error).splitlines()[0]) from error
    return built.root or List(Place(file=path))


def _take(event: Any, built: Builder, path: str, yaml: Any) -> None:
    line = event.start_mark.line + 1
    if isinstance(event, yaml.AliasEvent):
        raise ReadError("yaml_alias", line=line)
    if event.tag is not None and event.tag != "!":
        raise ReadError("yaml_tag", line=line)
    place = Place(file=path, part="body", line=line, column=event.start_mark.column + 1)
    if isinstance(event, yaml.ScalarEvent):
        scalar = _scalar(event, place)
        if built.awaits_key:
            built.key(scalar.text)
        else:
            built.add(scalar)
    elif built.awaits_key:
        raise ReadError("yaml_key", line=line)
    else:
        built.add(Object(place) if isinstance(event, yaml.MappingStartEvent) else List(place))


def _scalar(event: Any, place: Place) -> Scalar:
    value, plain = event.value, not event.style
    if plain and value in _NOTHING:
        return Scalar(Text.at("", place))
    quoted = event.style in ("'", '"')
    return Scalar(Text.at(value.replace("\n", " "), place.ahead(1) if quoted else place), plain and NUMBER.match(value) is not None)
