"""A reference to one work, taken apart by the forms that style guides and everyday notes share.

Known are the author-date form ("Marsh, A. (2011). Title. Place: Publisher."; APA Publication Manual, 7th ed., chapter
9; with the year bare, Harvard and Chicago author-date), the note form ("Ada Marsh, Title (Place: Publisher, 2011)";
Chicago Manual of Style, 17th ed., 14.23), and the informal one with the year at the end ("Body. Title. (2011).
Retrieved from …"). What tells the title is its place in the form, its quotation marks, or its italics, in this order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extraction.english import english
from pipeline.extraction.reference_authors import leading_names, named_last, reference_authors
from pipeline.extraction.reference_publishers import ANY_YEAR, MONTH, YEAR, find_publisher
from pipeline.extraction.sentences import Span, sentences
from pipeline.extraction.wordlists import AUXILIARIES
from pipeline.model.text import Text

_URL = re.compile(r"(?:https?://|www\.)[^\s<>“”\"]+|\bdoi:\s?10\.[^\s<>“”\"]+", re.I)
_ACCESS = re.compile(
    r"\b(?:(?:last )?(?:retrieved|accessed|viewed|available|downloaded)\b|as of\b|url:|doi:|online at\b|at$)",
    re.I,
)
_ARCHIVE = re.compile(r"\b(?:ar|bio|med|soc)[xr]?[Rr]?[Xx]iv\b[: ]")
_UNDATED = r"n\. ?d\.?|no date|undated|forthcoming|in press"
_BRACKETED = re.compile(
    rf"\(\s*(?:(?P<year>{YEAR})[a-z]?(?:[-–/][0-9]{{2,4}})?"
    r"(?:,\s*[^\W\d_]+\.?(?:[-–/ ][^\W\d_]+)?(?:\s[0-9]{1,2})?(?:[-–][0-9]{1,2})?)?"
    rf"|[^\W\d_]+ (?P<later>{YEAR})|(?P<undated>{_UNDATED}))\s*\)",
    re.I,
)
_BARE_AFTER_AUTHORS = re.compile(rf"[.,]\s+(?P<year>{YEAR})[a-z]?[.,:]\s+|[.,]\s+(?P<undated>n\. ?d\.)[,:]?\s+", re.I)
# A title in single marks ends where a mark of division follows; a mark before a letter is an apostrophe.
_QUOTED = re.compile(
    r"“(?P<curly>[^“”]{4,}?)”|\"(?P<straight>[^\"]{4,}?)\"|(?<!\w)‘(?P<single>[^‘]{4,}?)’(?=\s*[,.;:(]|\s*$)"
)
# "Clean Wells Act, Pub. L. No. 114-95 (2015)": laws have no authors, and what follows is where they are printed.
_LAW = re.compile(
    r"(?P<title>[^\W\d_][^,;()]*? (?:Act|Code|Law|Directive|Regulation|Statute)(?: of [0-9]{4})?),? "
    r"(?:(?=\()|[0-9]+ U\.? ?S\.? ?C|Pub|P\.L|[0-9]+ Stat|[0-9]+ C\.?F\.?R|c\. ?[0-9]|No\.)"
)
# "Court of Accounts, Annual Report 2018, pp. 17–37": the year tells the issue and belongs to the title.
_ISSUE = re.compile(rf"(?P<title>[^\W\d_][^,;.()]*? {YEAR})(?=[,.;]|$)")
_DATE_AFTER_TITLE = re.compile(rf"[,.]?\s*\(?(?:{MONTH}\b[^,]*,?\s*)?{YEAR}\b", re.I)
_EDITION = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_SIGNAL = re.compile(
    r"\s*(?:(?:see|cf\.?|compare|e\.g\.|for example|for (?:more|details|a review|an overview)[^,:]{0,40}|adapted from"
    r"|sources?|quoted in|cited in|data from|also|and)\b,?:?\s*(?:also|generally|e\.g\.|for example)?,?:?\s*)+",
    re.I,
)
_REPEATED = re.compile(r"\s*(?:ibid|id\.|op\. ?cit|supra|loc\. ?cit)\b", re.I)
FEWEST_TITLE_LETTERS = 4
LONGEST_PUBLISHER = 40  # characters: what follows a question and is longer is its subtitle
FEWEST_TITLE_WORDS = 3  # of a title that nothing but its place marks


@dataclass(frozen=True, slots=True)
class Work:
    """A work's parts as stretches of the text; `url` is the address with a scheme."""

    title: Span
    authors: tuple[Span, ...]
    year: Span | None
    dated: bool  # a year, or "n.d." and the like, is printed
    publisher: Span | None
    place: Span | None
    url: str | None
    url_at: Span | None


@dataclass(frozen=True, slots=True)
class _Date:
    """A printed date: the stretch of its mark, and of its year where it has one."""

    start: int
    end: int
    year: Span | None


def parse_work(text: Text, start: int, end: int) -> Work | None:
    """The work that text.content[start:end] refers to, or None where it is no reference for certain.

    A reference has a title, and a date or an address.
    """
    content = text.content
    if _REPEATED.match(content, start, end):
        return None
    if signal := _SIGNAL.match(content, start, end):
        start = signal.end()
    url, url_at = _address(content, start, end)
    access = _ACCESS.search(content, start, url_at.start if url_at else end)
    stop = access.start() if access and access.start() > start else url_at.start if url_at else end
    archive = _ARCHIVE.search(content, start, stop)
    stop = archive.start() if archive else stop
    date = _date(content, start, stop)
    found = (
        _by_author_and_date(content, start, stop, date)
        or _marked(text, start, stop)
        or _plain(content, start, stop, date)
    )
    if found is None:
        return None
    title, authors_end = found
    date = date or _later_date(content, title.end, stop) or _later_date(content, title.start, title.end)
    if date is None and url is None:
        return None
    after = Span(date.start, date.end) if date else None
    publisher, place, printed = find_publisher(text, title, after, stop)
    year = date.year if date and date.year else printed
    before = min(authors_end, title.start)
    authors = reference_authors(content, start, before) or named_last(content, start, before)
    return Work(title, tuple(authors), year, date is not None or printed is not None, publisher, place, url, url_at)


def _address(content: str, start: int, end: int) -> tuple[str | None, Span | None]:
    match = _URL.search(content, start, end)
    if match is None:
        return None, None
    printed = match.group().rstrip(".,;:'’")
    while printed.endswith((")", "]")) and printed.count("(") + printed.count("[") < printed.count(")") + printed.count(
        "]"
    ):
        printed = printed[:-1].rstrip(".,;:")
    span = Span(match.start(), match.start() + len(printed))
    if printed.casefold().startswith("doi:"):
        return f"https://doi.org/{printed[4:].strip()}", span
    return (printed if "://" in printed else f"https://{printed}"), span


def _date(content: str, start: int, stop: int) -> _Date | None:
    """The date in brackets, or the bare year between authors and title."""
    match = _BRACKETED.search(content, start, stop)
    if match:
        key = "year" if match["year"] else "later"
        return _Date(match.start(), match.end(), Span(*match.span(key)) if match[key] else None)
    bare = _BARE_AFTER_AUTHORS.search(content, start, stop)
    if bare and reference_authors(content, start, bare.start() + 1):
        return _Date(bare.start(), bare.end(), Span(*bare.span("year")) if bare["year"] else None)
    return None


def _later_date(content: str, start: int, stop: int) -> _Date | None:
    years = [Span(*m.span()) for m in ANY_YEAR.finditer(content, start, stop)]
    if years:
        return _Date(years[-1].start, years[-1].end, years[-1])
    undated = re.compile(r"\(?\b(?:n\. ?d\.)\)?", re.I).search(content, start, stop)
    return _Date(undated.start(), undated.end(), None) if undated else None


def _by_author_and_date(content: str, start: int, stop: int, date: _Date | None) -> tuple[Span, int] | None:
    """Title right after a date that stands right after the authors."""
    if date is None or not reference_authors(content, start, date.start):
        return None
    if len(sentences(content[start : date.start])) > 1:
        return None  # "Body. Title. (2011).": the title stands before the date
    begin = date.end + len(content[date.end : stop]) - len(content[date.end : stop].lstrip(" .,:"))
    quoted = _QUOTED.match(content, begin, stop)
    if quoted:
        return _quoted_span(quoted), date.start
    spans = [Span(begin + s.start, begin + s.end) for s in sentences(content[begin:stop])]
    return (_bare_title(content, begin, _title_end(content, spans)), date.start) if spans else None


def _title_end(content: str, spans: Sequence[Span]) -> int:
    """End of the first sentence; a question or an exclamation goes on into its subtitle ("What works? Lessons …")."""
    first, *rest = spans
    if not rest or content[first.end - 1] not in "?!":
        return first.end
    short = rest[0].end - rest[0].start <= LONGEST_PUBLISHER and reference_authors(content, *rest[0])
    return first.end if short and len(rest) == 1 else rest[0].end


def _marked(text: Text, start: int, stop: int) -> tuple[Span, int] | None:
    """The title in quotation marks, else in italics.

    Italics mark the journal where the title is plain; there no authors stand right before them.
    """
    quoted = _QUOTED.search(text.content, start, stop)
    if quoted:
        return _quoted_span(quoted), quoted.start()
    for first, last in _italics(text, start, stop):
        before = text.content[start:first].strip(" .,:")
        if " " not in text.content[first:last].strip() or last - first < FEWEST_TITLE_LETTERS:
            continue
        told = not before or reference_authors(text.content, start, first) or named_last(text.content, start, first)
        return (_bare_title(text.content, first, last), first) if told else _before_container(text, start, first)
    return None


def _italics(text: Text, start: int, stop: int) -> list[tuple[int, int]]:
    spans = [(max(a, start), min(b, stop)) for a, b, style in text.styles() if style.italic]
    return [(a, b) for a, b in spans if a < b]


def _before_container(text: Text, start: int, container: int) -> tuple[Span, int] | None:
    """ "A. Marsh, P. Roy, Title of the paper, *Journal* …": the title stands between the names and the italics."""
    names = leading_names(text.content, start, container)
    if not names:
        return None
    begin = names[-1].end
    others = re.compile(r",? (?:and |& )?et al\.").match(text.content, begin, container)
    begin = others.end() if others else begin
    piece = text.content[begin:container]
    end = begin + len(re.sub(r"[,.:;\s]*\b(?:in|In):?\s*$", "", piece))
    title = _bare_title(text.content, begin, end)
    if not text.content[title.start].isupper() and not text.content[title.start].isdigit():
        return None  # a name in a form of its own: the title's beginning is not known
    return (title, begin) if len(text.content[title.start : title.end].split()) >= FEWEST_TITLE_WORDS else None


def _plain(content: str, start: int, stop: int, date: _Date | None) -> tuple[Span, int] | None:
    """ "Body. Title. (2011)." or "Body, Title, May 2011": nothing but its place marks the title."""
    end = date.start if date else stop
    spans = [Span(start + s.start, start + s.end) for s in sentences(content[start:end])]
    if len(spans) >= 2 and reference_authors(content, *spans[0]) and _has_no_verb(content, spans[1]):
        return _bare_title(content, *spans[1]), spans[0].end
    comma = content.find(", ", start, end)
    if comma < 0 or len(spans) != 1 or not reference_authors(content, start, comma):
        return None
    if law := _LAW.match(content, start, end):
        return Span(*law.span("title")), start
    if (issue := _ISSUE.match(content, comma + 2, end)) and set(
        issue["title"].casefold().split()
    ) & english().work_nouns:
        return Span(*issue.span("title")), comma
    last = _DATE_AFTER_TITLE.search(content, comma + 2, end)
    title = _bare_title(content, comma + 2, last.start() if last else end)
    found = content[title.start : title.end].split()
    return (
        (title, comma)
        if len(found) >= FEWEST_TITLE_WORDS and found[0][0].isupper() and _has_no_verb(content, title)
        else None
    )


def _has_no_verb(content: str, span: Span) -> bool:
    """A title without a mark of its own is told from a sentence by having no auxiliary and no date in it."""
    piece = content[span.start : span.end]
    return not {w.casefold().strip(".,") for w in piece.split()} & AUXILIARIES and not ANY_YEAR.search(piece)


def _quoted_span(match: re.Match[str]) -> Span:
    name = next(n for n in ("curly", "straight", "single") if match[n] is not None)
    inner = match[name]
    return Span(match.start(name), match.start(name) + len(inner.rstrip(" .,;")))


def _bare_title(content: str, start: int, end: int) -> Span:
    """Without white space, the stop that ends it, and brackets after it (edition, report number)."""
    bare = content[start:end].rstrip(" .,;:(")
    if edition := _EDITION.search(bare):
        bare = bare[: edition.start()].rstrip(" .,;:") or bare
    lead = len(bare) - len(bare.lstrip(" .,:;"))
    return Span(start + lead, start + len(bare))
