"""Text that knows where each of its characters is printed.

A `Text` is what a person reads (line breaks and hyphenation undone); its runs say, line by line, which printed
character became which character of the content. All that is cut out of it or joined with it keeps that knowledge, so
evidence can be given for any stretch of any value.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.model.evidence import CONTEXT_CHARACTERS, Evidence
from pipeline.model.geometry import Box
from pipeline.model.lines import Line, Style

NOT_IN_TEXT = -1  # drawn, but no character of the text: an undone hyphen, a note marker, a list label

# A box that ends between two glyphs that touch stops this share of the glyph's width short of the edge, so that the
# ink of the neighbour, which may reach over its own edge, is not caught.
EDGE_INSET = 0.25

# A box reaches this far above and below the baseline, in ems: capitals and descenders fit (type has them at about 0.66
# to 0.7, and 0.2 to 0.25). The em box would reach into the descenders of the line above where lines are set tight.
ABOVE_BASELINE = 0.68
BELOW_BASELINE = 0.2


@dataclass(frozen=True, slots=True)
class Run:
    """A printed line's part in a text: `at` has, for each character of the line, its index in the content."""

    line: Line
    at: array[int]

    def within(self, start: int, end: int) -> tuple[int, int] | None:
        """First and last+1 character of the line that stand in content[start:end], or None."""
        hits = [i for i, a in enumerate(self.at) if start <= a < end]
        return (hits[0], hits[-1] + 1) if hits else None


@dataclass(frozen=True, slots=True)
class Text:
    """`content` as read, and the printed `runs` that it was made of, in reading order."""

    content: str = ""
    runs: tuple[Run, ...] = ()

    def __str__(self) -> str:
        return self.content

    def __len__(self) -> int:
        return len(self.content)

    def __bool__(self) -> bool:
        return bool(self.content)

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages it is printed on, each once, in reading order."""
        return tuple(dict.fromkeys(run.line.page for run in self.runs))

    def slice(self, start: int, end: int | None = None) -> Text:
        """The characters from `start` up to `end`, with the part of each printed line that belongs to them."""
        stop = len(self.content) if end is None else min(end, len(self.content))
        runs = []
        for run, first, last in self._parts(start, stop):
            at = array("i", (a - start if start <= a < stop else NOT_IN_TEXT for a in run.at[first:last]))
            runs.append(Run(run.line.slice(first, last), at))
        return Text(self.content[start:stop], tuple(runs))

    def strip(self) -> Text:
        """Without white space at its ends."""
        bare = self.content.strip()
        start = len(self.content) - len(self.content.lstrip())
        return self if bare == self.content else self.slice(start, start + len(bare))

    @staticmethod
    def join(texts: Iterable[Text], separator: str = " ") -> Text:
        """Several texts as one, with `separator` (which nobody drew) between them."""
        content: list[str] = []
        runs: list[Run] = []
        length = 0
        for i, text in enumerate(texts):
            if i:
                content.append(separator)
                length += len(separator)
            for run in text.runs:
                runs.append(Run(run.line, array("i", (a + length if a != NOT_IN_TEXT else a for a in run.at))))
            content.append(text.content)
            length += len(text.content)
        return Text("".join(content), tuple(runs))

    def _parts(self, start: int, end: int) -> Iterator[tuple[Run, int, int]]:
        """The runs that hold content[start:end], with the line's characters that do.

        Where the stretch goes on in the next line, what is drawn at this line's end but is no text (a hyphen) is part
        of it; likewise at the next line's start.
        """
        parts = [(run, *hit) for run in self.runs if (hit := run.within(start, end))]
        for k, (run, first, last) in enumerate(parts):
            if k < len(parts) - 1:
                while last < len(run.at) and run.at[last] == NOT_IN_TEXT:
                    last += 1
            if k > 0:
                while first > 0 and run.at[first - 1] == NOT_IN_TEXT:
                    first -= 1
            yield run, first, last

    def styles(self) -> Iterator[tuple[int, int, Style]]:
        """Stretches of one style as (start, end, style), in order; characters that nobody drew join the one before."""
        set_in = {span.style for run in self.runs for span in run.line.styles}
        if len(set_in) == 1 and any(a != NOT_IN_TEXT for run in self.runs for a in run.at):
            yield 0, len(self.content), set_in.pop()
            return
        yield from self._stretches_of_one_style()

    def _stretches_of_one_style(self) -> Iterator[tuple[int, int, Style]]:
        found: list[Style | None] = [None] * len(self.content)
        for run in self.runs:
            for span in run.line.styles:
                for a in run.at[span.start : span.end]:
                    if a != NOT_IN_TEXT:
                        found[a] = span.style
        start, current = 0, next((s for s in found if s is not None), None)
        for i, style in enumerate(found):
            if style is not None and style is not current and style != current and current is not None:
                yield start, i, current
                start, current = i, style
        if current is not None:
            yield start, len(self.content), current

    def evidence(
        self,
        start: int = 0,
        end: int | None = None,
        *,
        field: str | None = None,
        labels: Mapping[int, str | None] | None = None,
    ) -> list[Evidence]:
        """Evidence for content[start:end]: an entry a page, a box a line. Empty where nothing of it is drawn."""
        stop = len(self.content) if end is None else end
        pages: dict[int, list[tuple[Run, int, int]]] = {}
        for run, first, last in self._parts(start, stop):
            first, last = _without_outer_spaces(run.line.text, first, last)
            if first < last:
                pages.setdefault(run.line.page, []).append((run, first, last))
        return [self._entry(page, parts, field, (labels or {}).get(page)) for page, parts in pages.items()]

    def _entry(
        self, page: int, parts: Sequence[tuple[Run, int, int]], field: str | None, label: str | None
    ) -> Evidence:
        inside = [a for run, first, last in parts for a in run.at[first:last] if a != NOT_IN_TEXT]
        begin, stop = min(inside), max(inside) + 1
        return Evidence(
            field=field,
            page=page,
            page_label=label,
            boxes=[list(_stretch_box(run.line, first, last).rounded()) for run, first, last in parts],
            exact=" ".join(run.line.text[first:last] for run, first, last in parts),
            prefix=self.content[max(0, begin - CONTEXT_CHARACTERS) : begin],
            suffix=self.content[stop : stop + CONTEXT_CHARACTERS],
        )


def _without_outer_spaces(text: str, first: int, last: int) -> tuple[int, int]:
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return first, last


def _stretch_box(line: Line, first: int, last: int) -> Box:
    """The box of line[first:last], drawn in a little where a neighbouring glyph touches it (EDGE_INSET).

    A raised or lowered character touches its neighbour even where that is in another text: a note's mark and the note.
    """
    x0, top, x1, bottom = line.box_of(first, last)
    if line.rotation:
        return Box(x0, top, x1, bottom)
    if _touched(line, first, first - 1):
        x0 += EDGE_INSET * (line.x1[first] - line.x0[first])
    if _touched(line, last - 1, last):
        x1 -= EDGE_INSET * (line.x1[last - 1] - line.x0[last - 1])
    size = max(span.style.size for span in line.styles)
    return Box(
        x0, max(top, line.baseline - ABOVE_BASELINE * size), x1, min(bottom, line.baseline + BELOW_BASELINE * size)
    )


def _touched(line: Line, edge: int, neighbour: int) -> bool:
    """Whether a glyph stands close beside the one at `edge`."""
    if 0 <= neighbour < len(line.text):
        return not line.text[neighbour].isspace()
    return line.style_at(edge).position != "normal"


@dataclass(frozen=True, slots=True)
class NoteRef:
    """A note's marker in a text: it stands before content[at] (at the end: at == len). `note` indexes notes or None."""

    at: int
    label: str
    note: int | None


EMPTY = Text()
