"""Values to plain JSON data and back, by their own field types."""

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from tieline.errors import InputError

T = TypeVar("T")
Decode = Callable[[Any], Any]


def to_plain(value: Any) -> Any:
    """Dataclasses as objects, enums as strings, dates as ISO, tuples as lists."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {name: to_plain(getattr(value, name)) for name in _names(type(value))}
    return value


def from_plain(cls: type[T], data: Mapping[str, Any]) -> T:
    """Undo `to_plain`; raises InputError where the data do not fit the class."""
    unhashed: Any = cls  # mypy takes no type[T] for hashable
    try:
        built: T = _dataclass(unhashed)(data)
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"not a {cls.__name__.lower()} in Tieline's form: {error}") from error
    return built


@cache
def _names(cls: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls))


@cache
def _dataclass(cls: type) -> Decode:
    hints = get_type_hints(cls)
    parts = [(name, _decoder(hints[name])) for name in _names(cls)]

    def decode(data: Any) -> Any:
        return cls(**{name: part(data[name]) for name, part in parts})

    return decode


def _decoder(hint: Any) -> Decode:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        (some,) = [arg for arg in get_args(hint) if arg is not type(None)]
        return _optional(_decoder(some))
    if origin is tuple:
        return _tuple(get_args(hint))
    if is_dataclass(hint) and isinstance(hint, type):
        return _dataclass(hint)
    if hint is date:
        return date.fromisoformat
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    return _exactly(hint)


def _optional(decode: Decode) -> Decode:
    return lambda data: None if data is None else decode(data)


def _tuple(arguments: tuple[Any, ...]) -> Decode:
    decode = _decoder(arguments[0])
    return lambda data: tuple(decode(item) for item in data)


def _exactly(hint: type) -> Decode:
    accepted = (int, float) if hint is float else hint

    def decode(data: Any) -> Any:
        if not isinstance(data, accepted):
            raise TypeError(f"{data!r} is no {hint.__name__}")
        return data

    return decode
