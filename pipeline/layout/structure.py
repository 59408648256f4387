"""What the document as a whole tells about its chunks: heading looks and levels, contents, what the text says twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from pipeline.layout.arrangement import Arrangement, Column
from pipeline.layout.body import HALF_POINT, Body
from pipeline.layout.capitals import are_small_capitals
from pipeline.layout.captions import is_caption, is_source_line, names_a_figure, names_a_float
from pipeline.layout.chunks import INDENT, Chunk, chunks_of
from pipeline.layout.contents import ContentsFinder, Entry
from pipeline.layout.footnotes import mark_of
from pipeline.layout.headings import (
    Look,
    bare_words,
    is_underlined,
    look_of,
    may_be_heading,
    normal,
    stands_out,
    witnesses,
)
from pipeline.layout.initials import with_initials
from pipeline.layout.labels import IN_BRACKETS
from pipeline.layout.levels import Found, levels_of
from pipeline.layout.measures import Measures, commonest
from pipeline.layout.nameless_labels import told_labels
from pipeline.layout.numbered_paragraphs import numbered_paragraphs
from pipeline.layout.numbering import number_of
from pipeline.layout.pitches import Pitches
from pipeline.layout.rows import Key, Row, key_of
from pipeline.layout.run_in import RunIn, looks_that_open, run_in_of
from pipeline.layout.tags import tagged_levels
from pipeline.layout.titles import Unit, is_running_prose, is_sentences, title_keys, with_title
from pipeline.model.pages import Source

FEW_WORDS = 12  # of a heading in small type or italics: a longer line so set is a caption, a remark or a quotation
FEWEST_ALIKE = 2  # headings that vouch for others of their look
FEWEST_INDENTS = 1  # paragraphs of several rows that show an indent, before it is the document's


@dataclass(frozen=True, slots=True)
class Structure:
    """Decisions of the whole document."""

    body: Body
    pitches: Pitches
    units: dict[Key, tuple[Unit, ...]]  # of each column, by its first row
    levels: dict[Key, int]  # of each heading, by its first row
    entry_levels: dict[Key, int]
    title: frozenset[Key]
    told_labels: dict[Key, str]  # of chunks whose label's glyphs have no meaning: what their list tells
    unlisted: frozenset[Key]  # of chunks that begin with a person's initial or a paragraph's number: no item's label
    run_ins: dict[Key, RunIn]  # of paragraphs that open with a heading
    indent: float  # points by which the document indents first lines, 0 where it does not
    words: str  # all running text without its headings, bare, to find what is printed twice
    unnoted: frozenset[str]  # note marks raised in the running text that have no note at the foot of a page

    def is_labelled(self, chunk: Chunk) -> bool:
        """Whether a chunk starts with a list item's label or a drawn bullet; an ornament before a caption is none."""
        first = chunk.rows[0]
        if names_a_figure(chunk.text[first.label_end :]):
            return False
        return first.shape_bullet or (bool(first.label_end) and key_of(first) not in self.unlisted)

    def units_of(self, column: Column) -> tuple[Unit, ...]:
        """A column's chunks and contents entries."""
        return self.units[key_of(column.rows[0])]

    def repeated(self, chunk: Chunk) -> bool:
        """Whether the running text says the same elsewhere; a heading that is printed again under each part does not
        repeat the text."""
        bare = bare_words(chunk.text)
        key = key_of(chunk.rows[0])
        itself = key not in self.levels or key in self.run_ins
        return len(bare) > 20 and self.words.count(bare) > itself

    @staticmethod
    def of(
        source: Source,
        arrangements: Sequence[Arrangement],
        body: Body,
        pitches: Pitches,
        measures: Measures,
        finder: ContentsFinder,
    ) -> Structure:
        """The structure of arranged pages."""
        columns = [p for a in arrangements for p in a.parts if isinstance(p, Column)]
        units = {key_of(c.rows[0]): tuple(_units(c, pitches, measures, finder)) for c in columns}
        flat = [(c, u) for c in columns for u in units[key_of(c.rows[0])]]
        entries = [u for _, u in flat if isinstance(u, Entry)]
        entry_levels = _entry_levels(entries)
        told = witnesses(
            [(o.title, o.level) for o in source.outline]
            or [(" ".join(line.text for line in e.lines), entry_levels[key_of(e.rows[0])]) for e in entries]
        )
        title = title_keys(flat, body)
        headings = _headings(flat, body, title)
        beside_title = with_title(flat, headings, title, told, body)
        headings = [u for u in headings if key_of(u.rows[0]) not in beside_title]
        looking = {key_of(u.rows[0]) for u in headings}
        if not told:
            others = [u for _, u in flat if isinstance(u, Chunk) and key_of(u.rows[0]) not in looking | title]
            told = tagged_levels(headings, others, {a.sheet.number: a.sheet for a in arrangements})
        units = _with_stops(units, {bare_words(normal(u.text)) for u in headings if u.text.endswith(".")})
        run_ins = _run_ins(flat, body, title | looking)
        found = {key_of(u.rows[0]): Found(u.text, look_of(u), told.get(normal(u.text))) for u in headings}
        chunks = {key_of(u.rows[0]): u for _, u in flat if isinstance(u, Chunk)}
        found |= {key: Found(r.words_of(chunks[key]), r.look, None) for key, r in run_ins.items()}
        ordered = [key for key in chunks if key in found]
        levels = levels_of([found[key] for key in ordered])
        abstract = {key: 1 for key in ordered[:1] if _is_under_title(key, title, [found[k].look for k in ordered])}
        return Structure(
            body,
            pitches,
            units,
            {key: levels[f.look] for key, f in found.items()} | abstract,
            entry_levels,
            title,
            {key_of(c.rows[0]): label for c, label in told_labels(chunks.values())},
            frozenset(key_of(c.rows[0]) for c in _unlisted(list(chunks.values()), looking)),
            run_ins,
            _usual_indent(list(chunks.values()), body),
            " ".join(bare_words(u.text) for key, u in chunks.items() if key not in looking),
            frozenset(_raised_marks(columns)) - frozenset(_foot_marks(columns)),
        )


def _units(column: Column, pitches: Pitches, measures: Measures, finder: ContentsFinder) -> Iterator[Unit]:
    left, right = measures.edges(column)
    rows = list(column.rows)
    if column.flow == "foot":
        yield Chunk(column.rows, left, right, "the foot's rows")
        return
    entries = finder.entries(rows) if column.flow == "body" else {}
    waiting: list[Row] = []
    i = 0
    while i < len(rows):
        if i in entries:
            yield from chunks_of(waiting, left, right, pitches) if waiting else ()
            waiting = []
            yield entries[i]
            i += len(entries[i].rows)
        else:
            waiting.append(rows[i])
            i += 1
    if waiting:
        yield from chunks_of(waiting, left, right, pitches)


def _with_stops(units: Mapping[Key, tuple[Unit, ...]], stopped: Set[str]) -> dict[Key, tuple[Unit, ...]]:
    """The units with the full stops of contents titles that leader dots hide: out of step, or ending their headings."""

    def mended(unit: Unit) -> Unit:
        if not isinstance(unit, Entry) or not unit.between or not unit.between.text.startswith("."):
            return unit
        title = " ".join(line.text for line in unit.lines)
        ends = unit.own_stop or bare_words(normal(title)) in stopped
        return unit.with_stop() if ends and title[-1:] not in ".?!" else unit

    return {key: tuple(mended(u) for u in found) for key, found in units.items()}


def _entry_levels(entries: Sequence[Entry]) -> dict[Key, int]:
    """Depth from 1 by indent: the distinct left edges in order, those closer than an em being one; where all start at
    one edge, by type."""
    edges: list[float] = []
    for x0 in sorted(e.left for e in entries):
        if not edges or x0 - edges[-1] > INDENT * entries[0].rows[0].line.size:
            edges.append(x0)
    if len(edges) == 1:
        return _levels_by_type(entries)
    return {key_of(e.rows[0]): 1 + max(i for i, edge in enumerate(edges) if edge <= e.left + 0.01) for e in entries}


def _levels_by_type(entries: Sequence[Entry]) -> dict[Key, int]:
    """Depth from 1 by size and weight, if the list begins with the most prominent type, and has it again: each part
    stands out among its sections."""
    looks = [(-round(e.lines[0].style.size / HALF_POINT), not e.lines[0].style.bold) for e in entries]
    ranked = sorted(set(looks))
    told = looks[0] == ranked[0] and looks.count(ranked[0]) > 1
    return {key_of(e.rows[0]): 1 + (ranked.index(k) if told else 0) for e, k in zip(entries, looks, strict=True)}


def _headings(flat: Sequence[tuple[Column, Unit]], body: Body, title: frozenset[Key]) -> list[Chunk]:
    """Chunks that look like headings and are followed by text in another look.

    What could as well be something else is one, too, where its look is that of headings mostly.
    """
    likely = list(_likely_headings(flat, body, title))
    looks = Counter(look_of(chunk) for chunk, sure in likely if sure)
    doubted = Counter(look_of(chunk) for chunk, sure in likely if not sure)
    mostly = {look for look, n in looks.items() if n >= max(FEWEST_ALIKE, doubted[look])}
    return [chunk for chunk, sure in likely if sure or look_of(chunk) in mostly]


def _likely_headings(
    flat: Sequence[tuple[Column, Unit]], body: Body, title: frozenset[Key]
) -> Iterator[tuple[Chunk, bool]]:
    """Chunks that look like headings, and whether there is no doubt that they are some."""
    followers = [u for _, u in flat[1:]] + [None]
    for (column, unit), following in zip(flat, followers, strict=bool(flat)):
        if not isinstance(unit, Chunk) or column.flow != "body" or key_of(unit.rows[0]) in title:
            continue
        if not may_be_heading(unit, body) or _is_beside_figure(unit.text) or _is_bulleted(unit):
            continue
        if isinstance(following, Chunk) and look_of(following) == look_of(unit) and len(following.text) > 200:
            continue
        yield unit, not _is_doubtful(unit, body) or _heads(unit, following, body)


def _is_beside_figure(text: str) -> bool:
    """Whether a text in a heading's type belongs to a table or a figure."""
    return is_caption(text) or names_a_float(text) or is_source_line(text)


def _is_doubtful(chunk: Chunk, body: Body) -> bool:
    """Whether what looks like a heading is one only where it heads text: small type, a small letter first or one word
    in capitals may be a figure's, a colon names the value beside it, italics with a stop are a remark, a sentence in
    bold or capitals ("It is so ordered.") and what differs by a line below it alone may be stressed."""
    text, style = chunk.text, chunk.style
    if body.smaller(style) or text[0].islower() or text[-1] == ":" or (style.italic and text[-1] == "."):
        return True
    if text[-1] == "." and not body.larger(style) and not number_of(text):
        return True
    if is_underlined(chunk) and not stands_out(style, text, body):
        return True
    return len(text.split()) == 1 and not style.italic and not body.distinct(style) and not are_small_capitals(chunk)


def _is_bulleted(chunk: Chunk) -> bool:
    """Whether a chunk begins with a bullet, or with the dash before the name of who said it."""
    first = chunk.text[0]
    return chunk.rows[0].shape_bullet or bool(chunk.rows[0].label_end and not first.isalnum() and first != "(")


def _heads(chunk: Chunk, following: Unit | None, body: Body) -> bool:
    """Whether text in the body's type follows below a few words, or in theirs or smaller, or a list."""
    if not isinstance(following, Chunk) or len(chunk.text.split()) > FEW_WORDS:
        return False
    small = is_sentences(following, body) and following.style.size < chunk.style.size + HALF_POINT
    first = following.rows[0]
    listed = first.shape_bullet or first.label_end > 0 or bool(IN_BRACKETS.match(first.text))
    return small or listed or is_running_prose(following, body)


def _unlisted(chunks: Sequence[Chunk], headings: Set[Key]) -> Iterator[Chunk]:
    """The chunks whose label is no list item's."""
    yield from with_initials(c for c in chunks if key_of(c.rows[0]) not in headings)
    yield from numbered_paragraphs(chunks, headings)


def _is_under_title(first: Key, title: frozenset[Key], looks: Sequence[Look]) -> bool:
    """Whether the first heading stands on the title's page in a look of its own: an abstract's, under nothing else."""
    return not looks[0].run_in and looks.count(looks[0]) == 1 and any(page == first[0] for page, _ in title)


def _run_ins(flat: Sequence[tuple[Column, Unit]], body: Body, others: frozenset[Key]) -> dict[Key, RunIn]:
    """The paragraphs that open with a run-in heading."""
    found = {
        key_of(u.rows[0]): opening
        for c, u in flat
        if isinstance(u, Chunk) and c.flow == "body" and key_of(u.rows[0]) not in others
        if (opening := run_in_of(u, body)) and not is_caption(u.text) and not is_source_line(u.text)
    }
    looks = looks_that_open(list(found.values()))
    return {key: opening for key, opening in found.items() if opening.look in looks}


def _usual_indent(chunks: Sequence[Chunk], body: Body) -> float:
    """The commonest indent of first lines, where it is no exception."""
    indents = [round(c.indent) for c in chunks if len(c.rows) > 1 and c.indent > INDENT * body.size]
    return commonest(indents) or 0.0 if len(indents) >= FEWEST_INDENTS else 0.0


def _foot_marks(columns: Sequence[Column]) -> Iterator[str]:
    for row in (row for c in columns if c.flow == "foot" for row in c.rows):
        if mark := mark_of(row):
            yield mark.label


def _raised_marks(columns: Sequence[Column]) -> Iterator[str]:
    for column in columns:
        if column.flow == "foot":
            continue
        for row in column.rows:
            for span in row.line.styles:
                if span.style.position == "superscript":
                    yield row.text[span.start : span.end].strip()
