"""Open a PDF and stream its pages."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.pdf import PDF

from pipeline.errors import DamagedPdf, EncryptedPdf, LimitReached, NotAPdf, NoText
from pipeline.model.pages import Fault, OutlineEntry, Page, Pages, Source
from pipeline.reading import catalog, streams
from pipeline.reading.faults import BROKEN, LimitHit, kept_as_fault, say
from pipeline.reading.limits import Limits
from pipeline.reading.page import read_page
from pipeline.reading.type3 import FontResources

# pdfminer warns of each oddity that it gets over by itself; what it can't get over is raised.
logging.getLogger("pdfminer").setLevel(logging.ERROR)

streams.bind()

HEADER_WINDOW = 1024  # readers accept the header within the first 1,024 bytes (ISO 32000-1, annex H, note 13)


def read(path: Path, limits: Limits = Limits()) -> Pages:  # noqa: B008 - immutable
    """The pages of a PDF, as a stream; each iteration walks the file once.

    Raises NotAPdf, DamagedPdf, EncryptedPdf or LimitReached at once, and DamagedPdf, LimitReached or (at the end of
    the stream, where no page had text) NoText while it is walked.
    """
    _check_bytes(path, limits)
    with _opened(path) as pdf:
        count = len(pdf.pages)
        if count == 0:
            raise DamagedPdf(path.name, "no page can be found in it")
        if count > limits.pages:
            raise LimitReached(path.name, f"it has {count} pages, more than {limits.pages}")
        source, labels = _source(pdf, path, count)
    return Pages(source, partial(_stream, path, limits, labels))


def _source(pdf: PDF, path: Path, count: int) -> tuple[Source, list[str | None]]:
    """What the file says of itself, as far as it can be read, and its page labels."""
    faults: list[Fault] = []
    outline: list[OutlineEntry] = []
    labels: list[str | None] = [None] * count
    said: dict[str, str] = {}
    language: str | None = None
    with kept_as_fault("outline", faults):
        outline.extend(catalog.outline(pdf))
    with kept_as_fault("page labels", faults):
        labels[:] = catalog.page_labels(pdf, count)
    with kept_as_fault("metadata", faults):
        said.update(catalog.metadata(pdf))
        language = catalog.language(pdf)
    source = Source(
        name=path.name,
        sha256=_digest(path),
        page_count=count,
        metadata=said,
        language=language,
        outline=tuple(outline),
        tagged=catalog.is_tagged(pdf),
        faults=tuple(faults),
    )
    return source, labels


def _stream(path: Path, limits: Limits, labels: list[str | None]) -> Iterator[Page]:
    """One page after the other; what pdfplumber keeps of a page is let go before the next."""
    seen_text = False
    broken: Fault | None = None
    with _opened(path) as pdf:
        tagged = catalog.is_tagged(pdf)
        for number, plumber_page in enumerate(pdf.pages, start=1):
            try:
                page = read_page(pdf, plumber_page, labels[number - 1], tagged, limits.objects_a_page)
            except LimitHit as hit:
                raise LimitReached(path.name, str(hit), page=number) from hit
            finally:
                plumber_page.close()
            seen_text = seen_text or any(not glyph.text.isspace() for glyph in page.glyphs)
            broken = broken or next((f for f in page.faults if f.part == "content"), None)
            yield page
    if not seen_text and broken:
        raise DamagedPdf(path.name, f"no text can be read from it ({broken.reason})")
    if not seen_text:
        raise NoText(path.name, "no page has text: the pages are pictures or empty")


@contextmanager
def _opened(path: Path) -> Iterator[PDF]:
    """The file in pdfplumber, its faults as our errors."""
    try:
        pdf = pdfplumber.open(path)
        pdf.rsrcmgr = FontResources()
        pdf.pages  # noqa: B018 - the page tree is read here, and may be broken
    except LimitHit as hit:
        raise LimitReached(path.name, str(hit)) from hit
    except BROKEN as error:
        if isinstance(error, PDFPasswordIncorrect) or isinstance(
            error.args[:1] and error.args[0], PDFPasswordIncorrect
        ):
            raise EncryptedPdf(path.name, "it can be opened with a password only") from error
        raise DamagedPdf(path.name, f"it can't be opened ({say(error)})") from error
    with pdf:
        yield pdf


def _check_bytes(path: Path, limits: Limits) -> None:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(HEADER_WINDOW)
    except OSError as error:
        raise NotAPdf(path.name, f"it can't be opened: {error.strerror}", "Check the path.") from error
    if not size:
        raise NotAPdf(path.name, "the file is empty")
    if b"%PDF-" not in head:
        raise NotAPdf(path.name, "it does not begin like a PDF")
    if size > limits.file_bytes:
        raise LimitReached(path.name, f"it has {size} bytes, more than {limits.file_bytes}")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
