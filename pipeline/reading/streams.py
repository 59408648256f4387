"""Streams found whole, and unpacked within bounds.

pdfminer unpacks a stream whole, however large: a few kilobytes can stand for gigabytes (a "zip bomb"). Images are never
unpacked here, so what is (content, fonts, object and cross-reference streams) is small in every honest file. The bound
is put where pdfminer calls zlib; it offers no other place.
"""

from __future__ import annotations

import zlib
from types import SimpleNamespace
from typing import Any

from pdfminer import ascii85, pdftypes
from pdfminer.pdfparser import PDFParser
from pdfplumber import pdf

from pipeline.reading.faults import LimitHit

STREAM_BYTES = 512 * 1024 * 1024  # of one unpacked stream; the content of a dense page of maps has some ten million

END_WINDOW = 24  # bytes: line ends on both sides of the content, and the end mark


def bounded_decompress(data: bytes) -> bytes:
    """As zlib.decompress. Raises LimitHit where more than STREAM_BYTES would come out, zlib.error as that does."""
    unpacking = zlib.decompressobj()
    content = unpacking.decompress(data, STREAM_BYTES)
    if unpacking.unconsumed_tail:
        raise LimitHit(f"a stream in it unpacks to more than {STREAM_BYTES} bytes")
    if not unpacking.eof:
        raise zlib.error("incomplete or truncated stream")  # pdfminer then takes what can be had of it
    return content


def asciihexdecode(data: bytes) -> bytes:
    """As pdfminer's, which fails where the end mark is missing after an odd number of digits (ISO 32000-1, 7.4.2)."""
    return ascii85.asciihexdecode(data if b">" in data else data + b">")


class LengthMindingParser(PDFParser):
    """pdfminer's parser, reading a stream up to its end mark where its stated length is wrong."""

    def do_keyword(self, pos: int, token: Any) -> None:
        """As pdfminer's; its own way of finding the end mark is taken where the length does not lead there."""
        if token is not self.KEYWORD_STREAM or self.fallback or self._length_holds(pos):
            super().do_keyword(pos, token)
            return
        self.fallback = True
        try:
            super().do_keyword(pos, token)
        finally:
            self.fallback = False

    def _length_holds(self, pos: int) -> bool:
        dictionary = self.curstack[-1][1] if self.curstack else None
        length = dictionary.get("Length") if isinstance(dictionary, dict) else None
        if not isinstance(length, int) or length < 0:
            return True  # pdfminer has an answer to these; following a reference here would empty the parser's stack
        self.fp.seek(pos + len(b"stream") + length)
        return b"endstream" in self.fp.read(END_WINDOW)


def bind() -> None:
    """Have pdfminer unpack within bounds, and mind the length of streams."""
    vars(pdf)["PDFParser"] = LengthMindingParser
    vars(pdftypes)["zlib"] = SimpleNamespace(
        decompress=bounded_decompress, decompressobj=zlib.decompressobj, error=zlib.error
    )
    vars(pdftypes)["asciihexdecode"] = asciihexdecode
