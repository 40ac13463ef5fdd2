"""Numbers in words, read and printed, from 0 to 10^15.

`print_words` writes the canonical form. `read_words` accepts every spelling variant that the locale lists and refuses
everything else: what it reads must be what `print_words` writes, after both are brought to one spelling.
"""

from __future__ import annotations

import re
from functools import lru_cache

from checker.locales import Locale
from checker.text import fold_words

LIMIT = 10**15
_WORD = re.compile(r"[^\W\d_]+")
_NOT_WORDS = re.compile(r"[^\W\d_]+|[\s.,/()-]+")
_MOST_WORDS = 60


def print_words(number: int, locale: Locale) -> str:
    """`number` in words, canonical spelling. Raises ValueError outside 0..10^15."""
    if not 0 <= number <= LIMIT:
        raise ValueError(f"{number} is outside 0..{LIMIT}")
    return _of(locale).say(number)


def read_words(text: str, locale: Locale) -> int | None:
    """The number that `text` says, or None where a word is unknown or stands where it cannot."""
    return _of(locale).read(text)


class _Numerals:
    """The number words of one locale, prepared."""

    def __init__(self, locale: Locale) -> None:
        data = locale.section("words")
        self.printed: list[str] = data["below_hundred"]
        self.small = {fold_words(word).replace("-", " "): n for n, word in enumerate(self.printed)}
        self.hundred = fold_words(data["hundred"])
        self.zero_hundred = fold_words(data["zero_hundred"])
        self.link, self.link_below, self.link_optional = fold_words(data["link"]), data["link_below"], data["link_optional"]
        self.scales: list[tuple[str, int]] = [(fold_words(word), 10**power) for word, power in data["scales"]]
        top = data.get("top")
        self.top: tuple[str, int] | None = (fold_words(top[0]), 10 ** top[1]) if top else None
        self.same = {fold_words(a): fold_words(b) for a, b in data["same"].items()}
        self.contextual = [(f" {fold_words(a)} ", f" {fold_words(b)} ") for a, b in data["contextual"].items()]
        self.half = {fold_words(word) for word in data["half"]}
        self.filler = {fold_words(word) for word in data["filler"]}
        self.dropped = sorted((fold_words(phrase).split() for phrase in data["units_dropped"]), key=len, reverse=True)

    def say(self, number: int) -> str:
        return " ".join(self._say(number, first=True)) or self.printed[0]

    def _say(self, number: int, first: bool) -> list[str]:
        """The words of `number`; `first` says that nothing stands before it."""
        low = number
        words: list[str] = []
        if self.top:
            high, low = divmod(number, self.top[1])
            if high:
                words += [*self._say(high, first), self.top[0]]
        for scale, size in self.scales:
            group, low = divmod(low, size)
            if group:
                words += [*self._say_group(group, first and not words), scale]
        return words + self._say_group(low, first and not words)

    def _say_group(self, group: int, first: bool) -> list[str]:
        hundreds, rest = divmod(group, 100)
        words: list[str] = []
        if hundreds:
            words += [self.printed[hundreds], self.hundred]
        elif group and not first and self.zero_hundred:
            words.append(self.zero_hundred)
        if rest and words and rest < self.link_below:
            words.append(self.link)
        return [*words, self.printed[rest]] if rest else words

    def read(self, text: str) -> int | None:
        words = self._words(text)
        if not words or len(words) > _MOST_WORDS or " ".join(words[-2:]) == self.zero_hundred:
            return None
        halves = len(words) > 1 and words[-1] in self.half
        words = words[:-1] if halves else words
        number = self._value(words)
        if number is None or number > LIMIT or self._comparable(words) != self._comparable(self.say(number).split()):
            return None
        half = self._half_of(words[-1])
        return number if not halves else number + half if half else None

    def _words(self, text: str) -> list[str]:
        """Single words in one spelling each, without a unit or filler at the end; [] where something is no word."""
        folded = fold_words(text)
        if _NOT_WORDS.sub("", folded):
            return []
        words = [self.same.get(word, word) for word in _WORD.findall(folded)]
        shorter = True
        while shorter:
            shorter = False
            for phrase in ([word] for word in self.filler):
                if words[-1:] == phrase:
                    words, shorter = words[:-1], True
            for phrase in self.dropped:
                if len(words) > len(phrase) and words[-len(phrase) :] == phrase:
                    words, shorter = words[: -len(phrase)], True
        return words

    def _value(self, words: list[str]) -> int | None:
        """Adds and multiplies; whether the words were in order is for `read` to say."""
        total, below, group, position = 0, 0, 0, 0
        sizes = dict(self.scales)
        zero, _, _ = self.zero_hundred.partition(" ")
        while position < len(words):
            word = words[position]
            reach = next((n for n in (3, 2, 1) if " ".join(words[position : position + n]) in self.small), 0)
            if word == self.hundred:
                group *= 100
            elif word in sizes:
                below, group = below + group * sizes[word], 0
            elif self.top and word == self.top[0]:
                total, below, group = (total + below + group) * self.top[1], 0, 0
            elif reach:
                group += self.small[" ".join(words[position : position + reach])]
                position += reach - 1
            elif word not in (self.link, zero):
                return None
            position += 1
        return total + below + group

    def _half_of(self, word: str) -> int:
        sizes = dict([*self.scales, (self.hundred, 100), *([self.top] if self.top else [])])
        return sizes.get(word, 0) // 2

    def _comparable(self, words: list[str]) -> str:
        """One spelling for variants that depend on the word before; optional words dropped."""
        text = f" {' '.join(words)} ".replace("-", " ")
        for variant, usual in self.contextual:
            text = text.replace(variant, usual)
        if self.zero_hundred:
            text = text.replace(f" {self.zero_hundred} ", " ")
        if self.link_optional:
            text = text.replace(f" {self.link} ", " ")
        return text


@lru_cache(maxsize=8)
def _of(locale: Locale) -> _Numerals:
    return _Numerals(locale)
