"""The figures of a page: their extents by what is drawn and by captions, and the words that are labels in them.

As in PDFFigures 2.0 (Clark and Divvala, JCDL 2016), a figure is what is drawn beside a caption with no running text
between or within; as with Praczyk and Nogueras-Iso (2013), what is drawn hangs together by nearness. A figure without
a caption shows by how it is drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.figures.captions import captions_of, names_a_table, tells_source
from pipeline.figures.ink import Cluster, Label, clusters_of, ink_of
from pipeline.figures.labels import LARGEST, labels_of
from pipeline.figures.prose import prose_lines
from pipeline.figures.telling import is_set_for_text, is_tabular, what_tells
from pipeline.model.figures import Figure
from pipeline.model.geometry import Box, union
from pipeline.model.lines import Line
from pipeline.model.sheets import Sheet

TITLES = 1  # lines of display type on a drawing: its own title
LABELS = 3  # of a figure without a caption at least
MAIN = 0.2  # of the largest thing drawn near a caption, in area: smaller ones do not tell on which side it is set
NO_TEXT = 10.0  # points: the size of a document without a letter
MEET = 0.3  # ems: the rules of a table are drawn a rule's thickness apart, at its corners a little more
NEAR = 1.0  # ems: the parts of one drawing stand closer together than it stands to the text
SMALLEST = 6.0  # ems in width and height: smaller drawings without a caption are icons, logos and ornaments
SMALLEST_NAMED = 3.0  # ems, of one with a caption
TO_CAPTION = 10.0  # ems from a caption to its figure at most: axis titles and legends may stand between
PLAY = 1.0  # points by which what is drawn may stick out of its box
PARTS = 8.0  # ems between the parts of a figure under one caption, at most


@dataclass(frozen=True, slots=True)
class _Page:
    """A page's lines: those of captions, those of running text, and all others; and the size of its type in points.

    `tables` has the first lines of tables' captions: what is drawn next to one is a table's.
    """

    number: int
    captions: tuple[tuple[Box, int], ...]  # with the first glyph of each
    tables: tuple[Box, ...]
    prose: tuple[Box, ...]
    texts: tuple[Box, ...]  # each line of both, and of tables' captions
    free: tuple[Label, ...]
    em: float

    @classmethod
    def of(cls, number: int, labels: Sequence[Label], em: float) -> _Page:
        """The lines sorted out."""
        captions = captions_of([x.line for x in labels])
        named = {line.glyphs[0] for caption in captions for line in caption}
        tables = [x for x in labels if names_a_table(x.line.text)]
        named |= {x.line.glyphs[0] for x in tables}
        prose = prose_lines([x.line for x in labels if x.line.glyphs[0] not in named])
        return cls(
            number,
            tuple((union(line.box for line in caption), caption[0].glyphs[0]) for caption in captions),
            tuple(x.box for x in tables),
            tuple(x.box for x in labels if x.line.glyphs[0] in prose),
            tuple(x.box for x in labels if x.line.glyphs[0] in prose | named),
            tuple(x for x in labels if x.line.glyphs[0] not in prose | named and not tells_source(x.line.text)),
            em,
        )

    def blocked(self, box: Box) -> bool:
        """Whether running text or a caption stands in a box."""
        return any(box.holds_center_of(text) for text in self.texts)

    def figure(self, box: Box, reason: str) -> Figure:
        """What is drawn within a box, with its labels."""
        whole, labels = labels_of(box, self.free, self.em)
        return Figure(self.number, whole, labels, reason)


def figures_of(sheet: Sheet, lines: Sequence[Line], em: float) -> list[Figure]:
    """The page's figures among these lines, from the top down. `em` is the size of the document's text in points."""
    if not (sheet.fills or sheet.rules or sheet.images):
        return []
    labels = [Label(line, line.box) for line in lines]
    page = _Page.of(sheet.number, labels, em)
    ink = ink_of(sheet, labels, page.prose, em)
    framed = [c for c in clusters_of(ink, MEET * em) if is_set_for_text(c, labels, em)]
    for_text = {id(i) for c in framed for i in c.ink}
    clusters = clusters_of([i for i in ink if id(i) not in for_text], NEAR * em)
    figures = _named(page, clusters + [c for c in framed if not is_tabular(c, labels, em)])
    for cluster in clusters:
        told = what_tells(cluster, labels, em) if _is_large(cluster.box, SMALLEST * em) else None
        if told and not page.blocked(cluster.box) and not any(f.box.intersection(cluster.box) for f in figures):
            figure = page.figure(cluster.box, told)
            figures += [] if _is_ornament(figure, em) else [figure]
    return sorted(figures, key=lambda f: f.box)


def _is_ornament(figure: Figure, em: float) -> bool:
    """Whether a drawing is there to be pretty: a cover or a masthead, which is cut off at the page's head or has titles
    printed on it, or an illustration with hardly a word."""
    titles = sum(line.size > LARGEST * em for line in figure.lines)
    return figure.box.top < PLAY or titles > TITLES or len(figure.lines) < LABELS


def text_size(sheets: Sequence[Sheet]) -> float:
    """The size of most of a document's text, in points (to the half, as type is designed)."""
    sizes: Counter[float] = Counter()
    for line in (line for sheet in sheets for line in sheet.lines):
        sizes[round(2 * line.size) / 2] += len(line)
    return max(sizes, key=lambda size: (sizes[size], size), default=NO_TEXT)


def without_figures(sheet: Sheet, figures: Sequence[Figure]) -> Sheet:
    """The sheet without what is drawn in figures; its lines are as they were."""
    boxes = [figure.box.grown(PLAY) for figure in figures]

    def is_free(drawn: Box) -> bool:
        """Whether it lies in no figure."""
        return not any(box.holds_center_of(drawn) for box in boxes)

    return replace(
        sheet,
        rules=tuple(r for r in sheet.rules if is_free(r.box)),
        fills=tuple(f for f in sheet.fills if is_free(f.box)),
        images=tuple(i for i in sheet.images if is_free(i.box)),
    )


def words_outside(lines: Sequence[Line], figures: Sequence[Figure]) -> list[Line]:
    """The lines that are labels of no figure."""
    held = {line.glyphs[0] for figure in figures for line in figure.lines}
    return [line for line in lines if line.glyphs[0] not in held]


def _named(page: _Page, drawn: Sequence[Cluster]) -> list[Figure]:
    """The figures that captions name.

    Each drawing goes to the nearest caption, also to a table's, which names no figure; of those above and those below
    a caption, the side counts on which more of the page's captions have theirs, since a document sets all its captions
    on one side of the figures.
    """
    captions = [box for box, _ in page.captions]
    own: list[list[Cluster]] = [[] for _ in (*captions, *page.tables)]
    for cluster in drawn:
        near = [
            (_distance(c, cluster.box), k)
            for k, c in enumerate((*captions, *page.tables))
            if _can_name(page, c, cluster.box)
        ]
        if near:
            own[min(near)[1]].append(cluster)
    sides = [_sides(caption, own[k]) for k, caption in enumerate(captions)]
    above = sum(bool(over) for over, _ in sides) >= sum(bool(under) for _, under in sides)
    figures = []
    for (caption, first), (over, under) in zip(page.captions, sides, strict=True):
        side = (over or under) if above else (under or over)
        whole = _whole(page, sorted(side, key=lambda b: (_distance(caption, b), b)))
        figure = page.figure(whole, "drawn beside its caption") if whole else None
        if figure and _is_large(figure.box, SMALLEST_NAMED * page.em):
            figures.append(replace(figure, caption=first))
    return figures


def _sides(caption: Box, drawn: Sequence[Cluster]) -> tuple[list[Box], list[Box]]:
    """What is drawn above and below a caption, a side only if it has something of the main size there."""
    least = max((c.box.area for c in drawn if c.has_areas), default=0.0) * MAIN
    sides: tuple[list[Cluster], list[Cluster]] = ([], [])
    for cluster in drawn:
        sides[cluster.box.center[1] >= caption.center[1]].append(cluster)
    over, under = (
        [c.box for c in side] if any(c.has_areas and c.box.area >= least for c in side) else [] for side in sides
    )
    return over, under


def _can_name(page: _Page, caption: Box, box: Box) -> bool:
    """Whether a caption stands near enough to what is drawn, with no running text between."""
    if _distance(caption, box) > TO_CAPTION * page.em or page.blocked(box):
        return False
    left, right = max(caption.x0, box.x0), min(caption.x1, box.x1)
    between = Box(left, min(caption.bottom, box.bottom), right, max(caption.top, box.top))
    return not any(between.intersection(text) for text in page.prose)


def _whole(page: _Page, parts: Sequence[Box]) -> Box | None:
    """The parts as one: the nearest, and whatever is near it without text between."""
    whole: Box | None = None
    for part in parts:
        if whole is None:
            whole = part
        elif _distance(whole, part) <= PARTS * page.em and not page.blocked(union([whole, part])):
            whole = union([whole, part])
    return whole


def _distance(a: Box, b: Box) -> float:
    """The larger of the gaps in width and height between two boxes; 0 where they meet."""
    return max(0.0, a.x0 - b.x1, b.x0 - a.x1, a.top - b.bottom, b.top - a.bottom)


def _is_large(box: Box, least: float) -> bool:
    return min(box.width, box.height) >= least
