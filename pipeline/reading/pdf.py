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
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import PdfminerException

from pipeline.errors import DamagedPdf, EncryptedPdf, LimitReached, NotAPdf, NoText
from pipeline.model.pages import Page, Pages, Source
from pipeline.reading import catalog
from pipeline.reading.limits import Limits
from pipeline.reading.page import read_page

# pdfminer warns of each oddity that it gets over by itself; what it can't get over is raised.
logging.getLogger("pdfminer").setLevel(logging.ERROR)

HEADER_WINDOW = 1024  # readers accept the header within the first 1,024 bytes (ISO 32000-1, annex H, note 13)

# What pdfminer raises on broken files: its own errors, and what Python raises where a value has an unexpected type.
BROKEN = (PdfminerException, PDFException, PSException, ValueError, TypeError, KeyError, IndexError, AttributeError,
          AssertionError, RecursionError, OverflowError, ArithmeticError, NotImplementedError, EOFError)  # fmt: skip


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
        source = Source(
            name=path.name,
            sha256=_digest(path),
            page_count=count,
            metadata=catalog.metadata(pdf),
            language=catalog.language(pdf),
            outline=catalog.outline(pdf),
            tagged=catalog.is_tagged(pdf),
        )
    return Pages(source, partial(_stream, path, limits))


def _stream(path: Path, limits: Limits) -> Iterator[Page]:
    """One page after the other; what pdfplumber keeps of a page is let go before the next."""
    seen_text = False
    with _opened(path) as pdf:
        labels = catalog.page_labels(pdf, len(pdf.pages))
        tagged = catalog.is_tagged(pdf)
        for number, plumber_page in enumerate(pdf.pages, start=1):
            try:
                page = read_page(pdf, plumber_page, labels[number - 1], tagged)
            except BROKEN as error:
                raise DamagedPdf(path.name, f"the page can't be read ({_say(error)})", page=number) from error
            finally:
                plumber_page.close()
            if len(page.glyphs) > limits.glyphs_a_page:
                reason = f"{len(page.glyphs)} glyphs on one page, more than {limits.glyphs_a_page}"
                raise LimitReached(path.name, reason, page=number)
            seen_text = seen_text or any(not glyph.text.isspace() for glyph in page.glyphs)
            yield page
    if not seen_text:
        raise NoText(path.name, "no page has text: the pages are pictures or empty")


@contextmanager
def _opened(path: Path) -> Iterator[PDF]:
    """The file in pdfplumber, its faults as our errors."""
    try:
        pdf = pdfplumber.open(path)
        pdf.pages  # noqa: B018 - the page tree is read here, and may be broken
    except BROKEN as error:
        if isinstance(error, PDFPasswordIncorrect) or isinstance(
            error.args[:1] and error.args[0], PDFPasswordIncorrect
        ):
            raise EncryptedPdf(path.name, "it can be opened with a password only") from error
        raise DamagedPdf(path.name, f"it can't be opened ({_say(error)})") from error
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


def _say(error: Exception) -> str:
    """The error's own words in one short line."""
    inner = error.args[0] if isinstance(error, PdfminerException) and error.args else error
    words = " ".join(str(inner).split())[:120]
    return f"{type(inner).__name__}: {words}" if words else type(inner).__name__
