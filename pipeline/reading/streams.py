"""Streams unpacked within bounds.

pdfminer unpacks a stream whole, however large: a few kilobytes can stand for gigabytes (a "zip bomb"). Images are never
unpacked here, so what is (content, fonts, object and cross-reference streams) is small in every honest file. The bound
is put where pdfminer calls zlib; it offers no other place.
"""

from __future__ import annotations

import zlib
from types import SimpleNamespace

from pdfminer import ascii85, pdftypes

from pipeline.reading.faults import LimitHit

STREAM_BYTES = 512 * 1024 * 1024  # of one unpacked stream; the content of a dense page of maps has some ten million


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


def bind() -> None:
    """Have pdfminer unpack within bounds."""
    vars(pdftypes)["zlib"] = SimpleNamespace(
        decompress=bounded_decompress, decompressobj=zlib.decompressobj, error=zlib.error
    )
    vars(pdftypes)["asciihexdecode"] = asciihexdecode
