"""PDFs written object by object, for tests that need a broken one."""

from __future__ import annotations

import zlib
from pathlib import Path

HELLO = b"BT /F1 12 Tf 72 700 Td (Hello world) Tj ET"


def raw_pdf(
    path: Path,
    content: bytes = HELLO,
    *,
    page: str = "",
    resources: str = "",
    catalog: str = "",
    packed: bool = False,
    length: str | None = None,
    more: tuple[str, ...] = (),
) -> Path:
    """One page with that content stream; `page`, `resources` and `catalog` are further entries of those dictionaries.

    `more` are further objects, numbered from 6. `length` is what the content stream states, if not the true length.
    """
    stream = zlib.compress(content) if packed else content
    filtered = "/Filter /FlateDecode " if packed else ""
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        f"/Resources << /Font << /F1 5 0 R >> {resources} >> {page} >>".encode(),
        f"<< {filtered}/Length {length or len(stream)} >>\nstream\n".encode() + stream + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *(body.encode("latin-1") for body in more),
    ]
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{o:010d} 00000 n \n".encode() for o in offsets)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    path.write_bytes(out)
    return path


def text_of(path: Path) -> str:
    """All that is read from it, in drawing order."""
    from pipeline.reading import read

    return "".join(glyph.text for page in read(path) for glyph in page.glyphs)
