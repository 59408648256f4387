"""`report-pipeline extract`: a report's whole text, without the datasets."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline.children import Allowance, Answer, in_children
from pipeline.cli import console
from pipeline.cli.faults import worst
from pipeline.cli.options import Quiet, Strict
from pipeline.cli.sources import must_exist
from pipeline.cli.targets import STDOUT, write_target
from pipeline.errors import ExitCode, InputError, LimitReached, PipelineError, UsageError
from pipeline.work import pdfs_in

SUMMARY = "summary.json"


class Form(StrEnum):
    """What the text is written as."""

    MD = "md"
    JSON = "json"
    TEXT = "text"

    @property
    def suffix(self) -> str:
        """The ending of a file of that form."""
        return ".txt" if self is Form.TEXT else f".{self.value}"


class PullQuotes(StrEnum):
    """Whether display copies of sentences are in the Markdown."""

    KEEP = "keep"
    DROP = "drop"


def extract_command(
    source: Annotated[Path, typer.Argument(metavar="PDF|FOLDER", help="A PDF, or a folder of PDFs.")],
    to: Annotated[Form, typer.Option("--to", help="Markdown, the document with evidence as JSON, or text.")] = Form.MD,
    pull_quotes: Annotated[
        PullQuotes,
        typer.Option(help="Display quotes that repeat the text: keep each as a block quote of its own, or drop them."),
    ] = PullQuotes.KEEP,
    out: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--out",
            help="File to write, - for stdout (the default); for a folder of PDFs a folder.",
            metavar="FILE|DIR",
        ),
    ] = None,
    strict: Strict = False,
    time_limit: Annotated[
        float, typer.Option(help="For a folder: seconds that one file may take.", min=0.1, metavar="SECONDS")
    ] = 300.0,
    memory_limit: Annotated[
        int, typer.Option(help="For a folder: memory that one file may take.", min=64, metavar="MIB")
    ] = 2048,
    quiet: Quiet = False,
) -> None:
    """Write a report's text: headings, paragraphs, lists, quotes, notes and tables, without page furniture.

    A folder of PDFs gives one file each, and *summary.json* with what became of each: ok, refused or failed.

    Example: **report-pipeline extract report.pdf --to md -o report.md**
    """
    if not must_exist(source).is_dir():
        with console.progress(f"Extracting {source.name}"):
            content, _ = render(source, to, pull_quotes)
        write_target(out, content)
        return
    if out is None or out == STDOUT:
        raise UsageError(str(source), "a folder of PDFs needs a folder to write to", "Name it with -o.")
    code = _extract_folder(pdfs_in(source), out, to, pull_quotes, Allowance(time_limit, memory_limit), strict)
    raise typer.Exit(code)


def render(pdf: Path, to: Form, pull_quotes: PullQuotes) -> tuple[bytes, int]:
    """The text in the form asked for, and the number of pages."""
    from pipeline.assembly import assemble
    from pipeline.layout import lay_out
    from pipeline.publishing.document_json import document_file
    from pipeline.publishing.markdown import to_markdown
    from pipeline.publishing.plain_text import to_text
    from pipeline.publishing.serial import to_json
    from pipeline.reading import read

    document = assemble(lay_out(read(pdf)))
    match to:
        case Form.MD:
            content = to_markdown(document, pull_quotes=pull_quotes.value)
        case Form.JSON:
            content = to_json(document_file(document))
        case Form.TEXT:
            content = to_text(document, pull_quotes=pull_quotes.value)
    return content.encode(), len(document.pages)


def render_into(folder: Path, to: Form, pull_quotes: PullQuotes, pdf: Path) -> int:
    """Write the text into `folder` under the PDF's stem; returns the number of pages."""
    content, pages = render(pdf, to, pull_quotes)
    write_target(folder / (pdf.stem + to.suffix), content)
    return pages


def _extract_folder(
    pdfs: Sequence[Path], out: Path, to: Form, pull_quotes: PullQuotes, allowance: Allowance, strict: bool
) -> ExitCode:
    answers: list[Answer[int]] = []
    with console.progress("Extracting") as step:
        for answer in in_children(partial(render_into, out, to, pull_quotes), pdfs, allowance):
            answers.append(answer)
            step(f"{len(answers)} of {len(pdfs)}, {answer.pdf.name}")
            if isinstance(answer.value, PipelineError):
                console.note(f"{_status(answer)}: {answer.value}")
    answers.sort(key=lambda a: a.pdf)
    entries = [_entry(a) for a in answers]
    write_target(out / SUMMARY, (json.dumps(entries, indent=2, ensure_ascii=False) + "\n").encode())
    counts = {s: sum(e["status"] == s for e in entries) for s in ("ok", "refused", "failed")}
    console.result(f"{out}: " + ", ".join(f"{n} {s}" for s, n in counts.items()))
    if strict:
        return worst(a.value.exit_code for a in answers if isinstance(a.value, PipelineError))
    return ExitCode.INTERNAL if counts["failed"] else ExitCode.DONE


def _status(answer: Answer[int]) -> str:
    """Refused is a clear, expected answer about the file; failed is a fault of ours."""
    if not isinstance(answer.value, PipelineError):
        return "ok"
    return "refused" if isinstance(answer.value, InputError | LimitReached) else "failed"


def _entry(answer: Answer[int]) -> dict[str, Any]:
    error = answer.value if isinstance(answer.value, PipelineError) else None
    return {
        "file": answer.pdf.name,
        "status": _status(answer),
        "reason": str(error) if error else None,
        "pages": 0 if error else answer.value,
        "seconds": answer.seconds,
    }
