"""Works in notes and reference lists, taken apart."""

from __future__ import annotations

import pytest

from pipeline.extraction.footnotes import extract_footnotes
from pipeline.extraction.references import extract_references
from pipeline.extraction.sections import extract_sections
from pipeline.model.records import Reference
from tests.markdown_document import from_markdown


def references(markdown: str) -> list[Reference]:
    document = from_markdown(markdown)
    return extract_references(document, extract_footnotes(document, extract_sections(document)))


def in_note(note: str) -> list[Reference]:
    return references(f"## A\n\nText[^4].\n\n[^4]: {note}")


def parts(reference: Reference) -> tuple[object, ...]:
    r = reference
    return r.authors, r.year, r.title, r.publisher, r.place, r.url


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            "Hale, P., Quill, N., & Obi, J. (2017). *Wet Ground: A Field Study*. Mill City, OH: Loam Press.",
            (
                ["Hale, P.", "Quill, N.", "Obi, J."],
                2017,
                "Wet Ground: A Field Study",
                "Loam Press",
                "Mill City, OH",
                None,
            ),
        ),
        (
            "Hale, P. A., & Quill, N. (2011, May 3). Wet ground. *Soil Journal*, 12(3), 4–19. https://doi.org/10.5/xyz.",
            (["Hale, P. A.", "Quill, N."], 2011, "Wet ground", None, None, "https://doi.org/10.5/xyz"),
        ),
        (
            "Hale, P. (Ed.). (2014). *Handbook of wells* (2nd ed.). New York, NY: Quill & Sons, Inc.",
            (["Hale, P."], 2014, "Handbook of wells", "Quill & Sons, Inc.", "New York, NY", None),
        ),
        (
            "Hale, P. (2018). What works? Lessons from twelve farms. Loam Institute.",
            (["Hale, P."], 2018, "What works? Lessons from twelve farms", "Loam Institute", None, None),
        ),
        (
            "Hale, P. and Quill, N., 2011. Wet ground. London: Loam Press.",
            (["Hale, P.", "Quill, N."], 2011, "Wet ground", "Loam Press", "London", None),
        ),
        (
            "Paul Hale and Nora Quill, *Wet Ground* (London: Loam Press, 2011), 23–25.",
            (["Paul Hale", "Nora Quill"], 2011, "Wet Ground", "Loam Press", "London", None),
        ),
        (
            "Nora Quill, “Why Wells,” *Soil Quarterly* 12, no. 3 (2015): 4–5, https://soil.example/a_(b).",
            (["Nora Quill"], 2015, "Why Wells", None, None, "https://soil.example/a_(b)"),
        ),
        (
            "Quill, Nora, and Paul Hale. *Wet Ground*. Loam Press, 2011.",
            (["Quill, Nora", "Paul Hale"], 2011, "Wet Ground", "Loam Press", None, None),
        ),
        (
            "Loam Institute, *Atlas of Wells*, May 2019, www.loam.example/atlas.",
            (["Loam Institute"], 2019, "Atlas of Wells", None, None, "https://www.loam.example/atlas"),
        ),
        (
            'Fen Schools. "Wells at School." (2018). Retrieved from https://fen.example/x_y.',
            (["Fen Schools"], 2018, "Wells at School", None, None, "https://fen.example/x_y"),
        ),
        (
            "Loam Foundation of Dale. *Old and New Wells*. (N.D.). Retrieved from http://loam.example/a-b.pdf",
            (["Loam Foundation of Dale"], None, "Old and New Wells", None, None, "http://loam.example/a-b.pdf"),
        ),
        (
            "U.S. Department of Health and Human Services. (2020). Annual count of wells.",
            (["U.S. Department of Health and Human Services"], 2020, "Annual count of wells", None, None, None),
        ),
        (
            "Hale P, Quill NB. Wet ground. Fen Med J. 2015;12:4-9.",
            (["Hale P", "Quill NB"], 2015, "Wet ground", None, None, None),
        ),
        (
            "Paul Hale, Nora Quill, and John Obi. 2019. Wet Ground. arXiv:1905.1 https://doi.org/10.5/w",
            (["Paul Hale", "Nora Quill", "John Obi"], 2019, "Wet Ground", None, None, "https://doi.org/10.5/w"),
        ),
        (
            "P. Hale, N. B. Quill, On the drying of wells, *Soil Journal* 12 (2015) 4–9.",
            (["P. Hale", "N. B. Quill"], 2015, "On the drying of wells", None, None, None),
        ),
        (
            "P. Hale, J. Obi, and N. B. Quill. On the drying of wells. In *Proceedings of Wells*, pages 4–9, 2015.",
            (["P. Hale", "J. Obi", "N. B. Quill"], 2015, "On the drying of wells", None, None, None),
        ),
        (
            "P. Hale and N. B. Quill, “Drying wells,” *Soil Journal*, vol. 12, pp. 4–9, 2015.",
            (["P. Hale", "N. B. Quill"], 2015, "Drying wells", None, None, None),
        ),
        (
            "Hale, P. (2015). Drying wells. *Soil Journal: Wells and Rivers*, 12, 4–9.",
            (["Hale, P."], 2015, "Drying wells", None, None, None),
        ),
        (
            "Hale, P. (2015). *Drying wells*. Working Paper 4. Corby: Loam Institute.",
            (["Hale, P."], 2015, "Drying wells", "Loam Institute", "Corby", None),
        ),
        (
            "Hale, P. (2015). Drying wells. Loam Press, Cambridge.",
            (["Hale, P."], 2015, "Drying wells", "Loam Press", "Cambridge", None),
        ),
        (
            "Court of Wells, Annual Report 2018, pp. 17–37.",
            (["Court of Wells"], 2018, "Annual Report 2018", None, None, None),
        ),
        (
            "Clean Wells Act, 20 U.S.C. § 6301 (2015).",
            ([], 2015, "Clean Wells Act", None, None, None),
        ),
        (
            "Hale, P. (2020) ‘What don’t wells give? Farmers’ counts in Fen’, *Well Quarterly*, 12(3), pp. 44–61.",
            (["Hale, P."], 2020, "What don’t wells give? Farmers’ counts in Fen", None, None, None),
        ),
        (
            "The count comes from the Loam Institute, *Atlas of Wells* (2019).",
            (["Loam Institute"], 2019, "Atlas of Wells", None, None, None),
        ),
    ],
)
def test_a_work_is_taken_apart_whatever_the_style(note: str, expected: tuple[object, ...]) -> None:
    assert [parts(r) for r in in_note(note)] == [expected]


def test_a_note_with_several_works_gives_each_with_the_notes_number() -> None:
    found = in_note(
        'Fen Trust. *Old Wells*. (N.D.). Retrieved from http://f.example/a.pdf; Bog Schools. "New Wells." (2018). '
        "Retrieved from https://b.example/x; see also Hale, P. (2014). Dry wells. Loam Press."
    )
    assert [(r.note, r.authors[0], r.title) for r in found] == [
        (4, "Fen Trust", "Old Wells"),
        (4, "Bog Schools", "New Wells"),
        (4, "Hale, P.", "Dry wells"),
    ]
    assert len({r.id for r in found}) == 3


def test_authors_divided_by_semicolons_stay_with_their_work() -> None:
    (found,) = in_note("Hale, P.; Quill, N. (2014). Dry wells. Loam Press.")
    assert (found.authors, found.title) == (["Hale, P.", "Quill, N."], "Dry wells")


@pytest.mark.parametrize(
    "note",
    [
        "Ibid., p. 4.",
        "All sums are in 2019 dollars and exclude transport.",
        "Interview with N. Quill, May 3, 2017.",
        "See the appendix for the form that was used.",
        "The farms were visited in 2018; two had closed.",
        "How many wells dry up, *Annals of Soil*, 2015.",
        "Data Sources. The survey was held in 2019.",
    ],
)
def test_a_note_that_names_no_work_gives_none(note: str) -> None:
    assert in_note(note) == []


def test_reference_lists_are_read_without_a_note() -> None:
    (found,) = references("## References\n\nHale, P. (2014). *Dry wells*. Corby: Loam Press.\n\nNo work at all.")
    assert (found.note, found.footnote_id, found.title) == (None, None, "Dry wells")
    assert references("## Wells\n\nHale, P. (2014). *Dry wells*. Corby: Loam Press.") == []


def test_every_part_has_evidence() -> None:
    (found,) = in_note("Hale, P. (2014). *Dry wells*. Corby: Loam Press. https://l.example/w")
    assert [(e.field, e.exact) for e in found.evidence if e.field] == [
        ("authors", "Hale, P."),
        ("year", "2014"),
        ("title", "Dry wells"),
        ("publisher", "Loam Press"),
        ("place", "Corby"),
        ("url", "https://l.example/w"),
    ]
    assert found.footnote_id is not None


def test_a_list_of_works_is_known_without_a_heading() -> None:
    entries = "\n\n".join(
        f"Marsh, {c}. (201{i}). *Deep wells, part {c}*. Corby: Loam Press." for i, c in enumerate("ABC")
    )
    assert [r.year for r in references(f"## Wells\n\nThe fen is wide.\n\n{entries}")] == [2010, 2011, 2012]
    assert references("## Wells\n\n" + entries.partition("\n")[0]) == []
