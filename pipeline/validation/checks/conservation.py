"""Is all of the text there, and does a second reader see the same?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.model.blocks import PageInfo
from pipeline.model.evidence import Evidence
from pipeline.model.geometry import Box
from pipeline.validation.material import Material
from pipeline.validation.registry import Check, Observation
from pipeline.validation.witness import PageTestimony, SeenWord, Testimony

SHOWN_WORDS = 6  # of the words that only one witness sees: enough to recognise the cause


def ledger_imbalance(material: Material) -> Iterator[Observation]:
    """Pages on which glyphs are lost or counted twice."""
    infos = {info.number: info for info in material.document.pages}
    for page in material.ledger.pages:
        if page.lost or page.doubled:
            parts = [f"{page.lost} lost"] if page.lost else []
            parts += [f"{page.doubled} counted twice"] if page.doubled else []
            yield Observation(
                f"Page {page.page}: of {page.glyphs} glyphs, {' and '.join(parts)}.",
                (f"page {page.page}: {', '.join(parts)}",),
                (_whole_page(infos[page.page]),),
            )


def witness_refused(material: Material) -> Iterator[Observation]:
    """The second witness can't open the file at all, or one of its pages."""
    testimony = material.testimony
    if testimony is None:
        return
    if testimony.refused is not None:
        yield Observation("The second reader, PDFium, can't open the file; its text was read by one only.", ())
    for page in testimony.pages:
        if not page.readable:
            yield Observation(f"The second reader, PDFium, can't open page {page.number}.", (f"page {page.number}",))


def page_count_differs(material: Material) -> Iterator[Observation]:
    """The two readers count different numbers of pages."""
    testimony = material.testimony
    ours = len(material.document.pages)
    if testimony is not None and testimony.refused is None and testimony.page_count != ours:
        counts = [f"{n} page" if n == 1 else f"{n} pages" for n in (ours, testimony.page_count)]
        yield Observation(
            f"The file was read as {counts[0]}; a second reader, PDFium, sees {counts[1]}.", tuple(counts)
        )


def page_without_text(material: Material) -> Iterator[Observation]:
    """Pages on which something is drawn, and no text: a leaf that was left blank needs no reader."""
    with_text = {line.page for e in material.document.elements for line in (run.line for run in e.text.runs)}
    with_text |= {r.page for e in material.document.elements if e.table is not None for r in e.table.regions}
    with_text |= {d.page for d in material.document.discards if d.text.strip()}
    blank = {page.number for page in _heard(material.testimony) if page.bare_page}
    found = [page for page in material.document.pages if page.number not in with_text | blank]
    if found:
        yield Observation(
            f"No text is drawn on {_pages([page.number for page in found])}, only pictures or lines.",
            tuple(f"page {page.number}" for page in found),
            tuple(_whole_page(page) for page in found),
        )


def glyphs_without_meaning(material: Material) -> Iterator[Observation]:
    """Pages with glyphs for which the PDF gives no Unicode meaning."""
    pages = [page for page in material.document.pages if page.unmapped]
    if pages:
        unmapped, glyphs = sum(p.unmapped for p in pages), sum(p.glyphs for p in material.document.pages)
        yield Observation(
            f"{unmapped} of {glyphs} glyphs ({unmapped / glyphs:.2%}) can be drawn but not read: the PDF does not say "
            "which characters they are. They are kept as “\N{REPLACEMENT CHARACTER}”.",
            tuple(f"page {page.number}: {page.unmapped} of {page.glyphs}" for page in pages),
            tuple(_whole_page(page) for page in pages),
        )


def page_unreadable(material: Material) -> Iterator[Observation]:
    """Pages whose content breaks off: what is drawn after the fault is not known."""
    for page in material.document.pages:
        for fault in page.faults:
            if fault.part == "content":
                yield Observation(
                    f"Page {page.number} can't be read to its end: {fault.reason}.",
                    (f"page {page.number}",),
                    (_whole_page(page),),
                )


def page_part_unreadable(material: Material) -> Iterator[Observation]:
    """Links, tags, outline or labels that can't be read: the text itself is whole."""
    for fault in material.document.source.faults:
        yield Observation(f"The {fault.part} of the file can't be read ({fault.reason}).", (fault.part, fault.reason))
    pages: dict[tuple[str, str], list[int]] = {}
    for page in material.document.pages:
        for fault in page.faults:
            if fault.part != "content":
                pages.setdefault((fault.part, fault.reason), []).append(page.number)
    for (part, reason), numbers in pages.items():
        where = _pages(numbers)
        yield Observation(f"The {part} of {where} can't be read ({reason}).", (part, where, reason))


def witness_differs(material: Material) -> Iterator[Observation]:
    """Pages on which words are seen by one of the two readers only."""
    unread = {page.number: page.unmapped for page in material.document.pages}
    for page in _heard(material.testimony):
        if not page.only_ours and sum(len(w.text) for w in page.only_theirs) <= unread.get(page.number, 0):
            continue  # what PDFium guesses for glyphs without a meaning: told by a check of its own
        if page.only_ours or page.only_theirs:
            parts = [f"{_count(page.only_ours)} only this reader sees"] if page.only_ours else []
            parts += [f"{_count(page.only_theirs)} only PDFium sees"] if page.only_theirs else []
            words = [*page.only_ours[:SHOWN_WORDS], *page.only_theirs[:SHOWN_WORDS]]
            yield Observation(
                f"Page {page.number}: {' and '.join(parts)}.",
                tuple(word.text for word in words),
                tuple(_spot(material, page.number, word) for word in words if word.box is not None),
            )


def evidence_differs(material: Material) -> Iterator[Observation]:
    """Pages with evidence whose boxes do not hold its text, as the second reader reads it."""
    for page in _heard(material.testimony):
        if page.false_evidence:
            number = len(page.false_evidence)
            first, found = page.false_evidence[0]
            yield Observation(
                f"Page {page.number}: {number} of {page.entries} pieces of evidence do not hold: where “{first.exact}” "
                f"should stand, PDFium reads “{' '.join(found.split())}”.",
                tuple(entry.exact for entry, _ in page.false_evidence[:SHOWN_WORDS]),
                tuple(entry for entry, _ in page.false_evidence),
            )


def _pages(numbers: Sequence[int]) -> str:
    """Page numbers as people write them: page 2; pages 2, 5-7."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    written = [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
    return f"{'page' if len(numbers) == 1 else 'pages'} {', '.join(written)}"


def _heard(testimony: Testimony | None) -> Sequence[PageTestimony]:
    return testimony.pages if testimony is not None else ()


def _count(words: Sequence[SeenWord]) -> str:
    return "1 word that" if len(words) == 1 else f"{len(words)} words that"


def _whole_page(page: PageInfo) -> Evidence:
    return Evidence(
        field=None,
        page=page.number,
        page_label=page.label,
        boxes=[list(Box(0.0, 0.0, page.width, page.height).rounded())],
        exact="",
        prefix="",
        suffix="",
    )


def _spot(material: Material, page: int, word: SeenWord) -> Evidence:
    assert word.box is not None
    return Evidence(
        field=None,
        page=page,
        page_label=material.document.page_labels.get(page),
        boxes=[list(word.box.rounded())],
        exact=word.text,
        prefix="",
        suffix="",
    )


CHECKS = (
    Check(
        "page-unreadable",
        "error",
        "A page breaks off in the middle.",
        "The instructions that draw the page are damaged; what comes before the damage is kept, what comes after it is "
        "not known.",
        "Fetch the file again or repair it with a PDF tool; or publish what was read with --publish-anyway.",
        page_unreadable,
    ),
    Check(
        "page-part-unreadable",
        "warning",
        "Links, tags, bookmarks or page labels can't be read.",
        "A part of the file that carries no text is damaged and was left out.",
        "Repair the file with a PDF tool if these matter; the text is not touched by it.",
        page_part_unreadable,
    ),
    Check(
        "ledger-imbalance",
        "error",
        "Text of the page was lost or counted twice.",
        "Every glyph that the reader hands over must stand in exactly one account of the ledger: a block of the "
        "document, or a discard with its reason.",
        "Report it: this is a fault of the pipeline. Until then, compare the page with the document.",
        ledger_imbalance,
    ),
    Check(
        "witness-refused",
        "warning",
        "The second reader can't open the file or a page of it.",
        "PDFium reads the same file independently; what it can't open is vouched for by one reader only.",
        "Open the file in a viewer and compare it with the datasets; a damaged file should be fetched again.",
        witness_refused,
    ),
    Check(
        "page-count-differs",
        "warning",
        "Two readers count different numbers of pages.",
        "The number of pages is compared with PDFium's.",
        "Open the file in a viewer, see which pages are missing, and fetch or repair the file.",
        page_count_differs,
    ),
    Check(
        "page-without-text",
        "warning",
        "A page carries no text.",
        "Something is drawn on it, and no glyph: what a picture says is in no dataset.",
        "Look at the page. If it is a scan, run optical character recognition on the file first.",
        page_without_text,
    ),
    Check(
        "glyphs-without-meaning",
        "warning",
        "Some glyphs can be drawn but not read.",
        "The font of the PDF has no Unicode meaning for them. They are never guessed.",
        "Compare the words with the page, and correct values that hold a “\N{REPLACEMENT CHARACTER}”.",
        glyphs_without_meaning,
    ),
    Check(
        "witness-differs",
        "warning",
        "Some words are seen by one of two readers only.",
        "The words of each page are compared with PDFium's, without case, accents, spaces and punctuation; what is "
        "invisible on the page does not count.",
        "Look at the spot on the page; if the words there matter, compare them with the values taken from them.",
        witness_differs,
    ),
    Check(
        "evidence-differs",
        "warning",
        "The text in the boxes is not what the evidence says.",
        "The text inside the boxes of each piece of evidence is read by PDFium and compared with it; a letter in ten "
        "may differ.",
        "Look at the spot: if another text stands there, the value may be wrong too.",
        evidence_differs,
    ),
)
