"""Each file in a process of its own."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from pipeline.children import Allowance, Answer, in_children
from pipeline.errors import InternalError, LimitReached, NotAPdf, PipelineError

FREE = Allowance(seconds=60, mebibytes=2048)


def behave(pdf: Path) -> str:
    """What the file's name says."""
    match pdf.stem:
        case "hangs":
            time.sleep(60)
        case "devours":
            return str(len(bytearray(4096 * 1024 * 1024)))
        case "crashes":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "refused":
            raise NotAPdf(pdf.name, "it does not begin like a PDF")
        case "fails":
            raise ValueError("a fault\nin two lines")
    return pdf.stem


def answers(*stems: str, allowance: Allowance = FREE) -> dict[str, Answer[str]]:
    return {a.pdf.stem: a for a in in_children(behave, [Path(f"{s}.pdf") for s in stems], allowance, workers=2)}


def test_bad_files_stop_no_other() -> None:
    found = answers("one", "crashes", "devours", "refused", "fails", "two")
    kinds = {stem: type(a.value) for stem, a in found.items()}
    assert kinds == {
        "one": str,
        "two": str,
        "crashes": InternalError,
        "devours": LimitReached,
        "refused": NotAPdf,
        "fails": InternalError,
    }
    assert all("\n" not in str(a.value) for a in found.values())


def test_a_file_that_hangs_is_ended_when_its_time_is_over() -> None:
    found = answers("hangs", "one", allowance=Allowance(seconds=1.5, mebibytes=2048))
    assert isinstance(found["hangs"].value, LimitReached)
    assert 1.5 <= found["hangs"].seconds < 10
    assert found["one"].value == "one"


def test_an_error_from_a_child_keeps_its_words() -> None:
    value = answers("refused")["refused"].value
    assert isinstance(value, PipelineError)
    assert str(value) == "refused.pdf: it does not begin like a PDF. Give a PDF file."
