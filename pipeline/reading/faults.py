"""What goes wrong in broken files, and what is kept of them all the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from pipeline.model.pages import Fault

# What pdfminer and pdfplumber raise on broken files: their own errors, and what Python raises where a value has an
# unexpected type.
BROKEN = (PdfminerException, MalformedPDFException, PDFException, PSException, ValueError, TypeError, KeyError,
          IndexError, AttributeError, AssertionError, RecursionError, OverflowError, ArithmeticError,
          NotImplementedError, EOFError, StopIteration)  # fmt: skip

REASON_LENGTH = 120

Part = Literal["content", "links", "tags", "outline", "page labels", "metadata"]


class LimitHit(Exception):
    """A limit was hit while a file was walked; the message says which. It is no fault to be got over."""


@contextmanager
def kept_as_fault(part: Part, faults: list[Fault]) -> Iterator[None]:
    """Note an error of a part of the file in `faults`, and go on with what was read of it before."""
    try:
        yield
    except BROKEN as error:
        faults.append(Fault(part, say(error)))


def say(error: BaseException) -> str:
    """The error's own words in one short line."""
    inner = error.args[0] if isinstance(error, PdfminerException | MalformedPDFException) and error.args else error
    words = " ".join(str(inner).split())[:REASON_LENGTH]
    return f"{type(inner).__name__}: {words}" if words else type(inner).__name__
