"""What a PDF must not do to PDFium: unpack without end, or draw forms within forms without end.

PDFium reads what a page draws as soon as it is opened, and cannot be stopped: the bytes are looked at before.
"""

import re
import zlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping

import attrs

from govreport.diagnostics import Message
from govreport.readers.refusals import too_large

MOST_UNPACKED = 400_000_000  # bytes of all packed streams
MOST_STREAMS = 100_000
MOST_DRAWN = 20_000  # forms that one form draws, itself and all within each other
_DEEPEST = 45  # forms within each other that PDFium follows
_HEAD = 4_000  # bytes of the dictionary before a stream
_CHUNK = 65_536

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_NUMBER = re.compile(rb"(\d{1,10})\s+\d{1,5}\s+$")
_FORM = re.compile(rb"/Subtype\s*/Form\b")
_FILTERS = re.compile(rb"/(?:FlateDecode|Fl)\b")
_OTHER_FILTERS = re.compile(rb"/(?:LZW|ASCII85|ASCIIHex|RunLength)Decode\b|/(?:LZW|A85|AHx|RL)\b|/Crypt\b")
_END = re.compile(rb"endstream")
_HOLDS_NAMES = re.compile(rb"/Type\s*/ObjStm\b")
_DRAWN = re.compile(rb"/([^\s/<>\[\](){}%]{1,127})\s+Do\b")
_NAMED = re.compile(rb"/([^\s/<>\[\](){}%]{1,127})\s+(\d{1,10})\s+\d{1,5}\s+R\b")


@attrs.frozen
class _Stream:
    """A stream: the number of its object, the dictionary before it, what it holds unpacked."""

    number: int
    head: bytes
    content: bytes


def screen(data: bytes) -> None:
    """Look through the streams of a PDF before it is opened.

    Raises:
        ReadError: They unpack to too much, or draw each other too often.
    """
    forms: dict[int, Counter[bytes]] = {}
    places = [data]
    for stream in _streams(data):
        if _FORM.search(stream.head):
            forms[stream.number] = _drawn(stream)
        elif _HOLDS_NAMES.search(stream.head):
            places.append(stream.content)
    if not any(forms.values()):
        return
    targets: dict[bytes, set[int]] = {}
    for place in places:
        for match in _NAMED.finditer(place):
            if int(match[2]) in forms:
                targets.setdefault(match[1], set()).add(int(match[2]))
    if (drawn := _most_drawn(forms, targets)) > MOST_DRAWN:
        raise too_large(Message(zh="嵌套图形", en="forms within each other"), drawn, MOST_DRAWN)


def _drawn(stream: _Stream) -> Counter[bytes]:
    """What a form draws, by name; where that is not seen, all that it names, more than once."""
    if stream.content and not _OTHER_FILTERS.search(stream.head):
        return Counter(match[1] for match in _DRAWN.finditer(stream.content))
    return Counter({match[1]: 2 for match in _NAMED.finditer(stream.head)})


def _most_drawn(forms: Mapping[int, Counter[bytes]], targets: Mapping[bytes, set[int]]) -> int:
    """How many forms the form that draws most of them draws."""
    edges = {
        number: Counter({form: times for name, times in names.items() for form in targets.get(name, ())})
        for number, names in forms.items()
    }
    drawn = dict.fromkeys(forms, 1)
    for _ in range(_DEEPEST):
        after = {
            number: min(1 + sum(times * drawn[form] for form, times in within.items()), 10 * MOST_DRAWN)
            for number, within in edges.items()
        }
        if after == drawn:
            break
        drawn = after
    return max(drawn.values(), default=0)


def _streams(data: bytes) -> Iterator[_Stream]:
    left = MOST_UNPACKED
    ends = [match.start() for match in _END.finditer(data)]
    for count, match in enumerate(_STREAM.finditer(data), 1):
        if count > MOST_STREAMS:
            raise too_large(Message(zh="数据流", en="streams"), count, MOST_STREAMS)
        low = max(match.start() - _HEAD, 0)
        opened = data.rfind(b"obj", low, match.start())
        number = _NUMBER.search(data, max(opened - _HEAD // 100, 0), opened) if opened >= 0 else None
        head = data[max(opened, low) : match.start()]
        filters = _FILTERS.findall(head)
        if not filters:
            end = bisect_right(ends, match.end())
            content = data[match.end() : ends[end]] if end < len(ends) else b""
        elif content := _unpacked(data, match.end(), left):
            left -= len(content)
            for _ in filters[1:]:
                content = _unpacked(content, 0, left)
                left -= len(content)
        yield _Stream(int(number[1]) if number else 0, head, content)


def _unpacked(data: bytes, start: int, most: int) -> bytes:
    """A packed stream, as far as it can be unpacked: where it ends, it says itself."""
    unpacker = zlib.decompressobj()
    view = memoryview(data)
    parts, size = [], 0
    try:
        for at in range(start, len(data), _CHUNK):
            waiting: bytes | memoryview = view[at : at + _CHUNK]
            while waiting and not unpacker.eof:
                parts.append(unpacker.decompress(waiting, _CHUNK))
                size += len(parts[-1])
                waiting = unpacker.unconsumed_tail
                if size > most:
                    raise too_large(
                        Message(zh="字节", en="bytes"), MOST_UNPACKED + size - most, MOST_UNPACKED
                    )
            if unpacker.eof:
                break
    except zlib.error:
        pass
    return b"".join(parts)
