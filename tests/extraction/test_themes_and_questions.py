"""Numbered themes and findings, and listed questions."""

from __future__ import annotations

import pytest

from pipeline.extraction.questions import extract_questions
from pipeline.extraction.sections import extract_sections
from pipeline.extraction.themes import extract_themes
from pipeline.model.records import Question, Theme
from pipeline.profiles import load_profile
from tests.markdown_document import from_markdown

PROFILE = load_profile("none")


def themes(markdown: str) -> list[Theme]:
    document = from_markdown(markdown)
    return extract_themes(document, PROFILE, extract_sections(document))


def questions(markdown: str) -> list[Question]:
    document = from_markdown(markdown)
    return extract_questions(document, PROFILE, extract_sections(document))


LIST = """
## Results

Two findings stand out from the visits:

1. **Dry wells come first.** Water sinks. Farms follow.
2. **Nobody pays.**
"""


def test_a_list_of_findings_gives_number_title_and_summary() -> None:
    first, second = themes(LIST)
    assert (first.number, first.title, first.summary) == (1, "Dry wells come first.", "Water sinks. Farms follow.")
    assert (second.number, second.title, second.summary, second.section) == (2, "Nobody pays.", None, None)
    assert [(e.field, e.exact) for e in first.evidence] == [
        ("title", "Dry wells come first."),
        ("summary", "Water sinks. Farms follow."),
        ("number", "1."),
    ]


def test_a_title_that_is_not_bold_is_the_first_sentence_or_stands_before_a_colon() -> None:
    first, second = themes("## A\n\nThe themes are the following:\n\n1. Wells fail. Soon.\n2. Pay: Nobody does.")
    assert (first.title, first.summary) == ("Wells fail.", "Soon.")
    assert (second.title, second.summary) == ("Pay", "Nobody does.")


@pytest.mark.parametrize(
    "heading", ["FINDING 1: DRY WELLS COME FIRST", "Finding 1. Dry wells come first.", "Dry wells come first"]
)
def test_the_heading_that_takes_a_theme_up_is_its_section(heading: str) -> None:
    first = themes(f"{LIST}\n## {heading}\n\nText.")[0]
    assert first.title == "Dry wells come first."
    assert first.section is not None
    assert first.evidence[-1].field in ("title", "number")


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["Theme 1: Dry wells", "Theme 2: No pay"], [(1, "Dry wells"), (2, "No pay")]),
        (["Key Message One – Dry wells", "Key Message Two – No pay"], [("One", "Dry wells"), ("Two", "No pay")]),
        (["Lesson II. No pay"], [("II", "No pay")]),
        (["Barrier 1: Dry wells", "Barrier 2: No pay"], [(1, "Dry wells"), (2, "No pay")]),
        (["Takeaway #1: Dry wells"], [(1, "Dry wells")]),
        (["Finding 1: Dry wells", "Recommendation 1: Dig"], [(1, "Dry wells")]),
        (["Finding 1 Dry wells", "Finding 2 No pay"], [(1, "Dry wells"), (2, "No pay")]),
    ],
)
def test_labelled_headings_are_themes_whatever_the_label(headings: list[str], expected: list[object]) -> None:
    assert [(t.number, t.title) for t in themes("\n\n".join(f"## {h}\n\nText." for h in headings))] == expected


@pytest.mark.parametrize(
    "headings",
    [
        ["Chapter 1: Wells", "Chapter 2: Pumps"],
        ["Table 1: Wells", "Table 2: Pumps"],
        ["Appendix A: Forms", "Appendix B: Maps"],
        ["Phase 1: Digging", "Phase 2: Lining"],
        ["Recommendation 1: Dig", "Recommendation 2: Line"],
        ["Priority 1: Dig", "Priority 2: Line"],
        ["Objective 1: Wells"],
        ["Conclusion 9 Annex 10"],
        ["Ideas A Reader Has", "Wells and Pumps"],
    ],
)
def test_parts_of_the_book_and_single_labels_that_nobody_knows_are_no_themes(headings: list[str]) -> None:
    assert themes("\n\n".join(f"## {h}\n\nText." for h in headings)) == []


def test_a_list_that_is_not_announced_as_one_of_themes_is_none() -> None:
    assert themes("## A\n\nWe changed three things:\n\n1. Pumps.\n2. Pipes.") == []
    assert themes("## A\n\nThe themes were many.\n\n1. Pumps.\n2. Pipes.") == []


def test_headings_that_count_from_one_under_one_called_findings_are_themes() -> None:
    source = (
        "## Findings\n\n### 1. Dry wells\n\nText.\n\n### 2. No pay\n\nText.\n\n## Methods\n\n### 1. Visits\n\nText."
    )
    assert [(t.number, t.title, t.section) for t in themes(source)] == [
        (1, "Dry wells", "dry-wells"),
        (2, "No pay", "no-pay"),
    ]
    assert themes(source.replace("## Findings", "## 4 Findings").replace("### 1. Dry", "### 4.1 Dry")) == []


def test_headings_that_number_something_else_than_the_list_are_no_themes() -> None:
    found = themes(f"{LIST}\n\n## Barrier 1: Distance\n\nText.\n\n## Barrier 2: Cost\n\nText.")
    assert [(t.title, t.section) for t in found] == [("Dry wells come first.", None), ("Nobody pays.", None)]


def test_themes_listed_inside_a_sentence_are_taken_apart() -> None:
    first, second = themes("## A\n\nTwo themes emerged: (1) wells fail, and soon; and (2) nobody pays. More followed.")
    assert [(t.number, t.title) for t in (first, second)] == [(1, "wells fail, and soon"), (2, "nobody pays")]
    assert [(e.field, e.exact) for e in second.evidence] == [("title", "nobody pays"), ("number", "2")]
    assert themes("## A\n\nWe changed (1) pumps and (2) pipes, after many findings.") == []


def test_labels_that_run_into_paragraphs_make_themes() -> None:
    source = "## A\n\n**Finding 1: Wells fail.** In two villages they do.\n\n**Finding 2: Nobody pays.** They should."
    assert [(t.number, t.title, t.summary) for t in themes(source)] == [
        (1, "Wells fail.", None),
        (2, "Nobody pays.", None),
    ]
    assert themes("## A\n\nFinding 1: Wells fail. In two villages they do.") == []


def test_labels_inside_a_list_without_numbers_number_its_themes() -> None:
    first, _ = themes("## A\n\nThere are two key messages:\n\n- Key message 1: Dig. Deep.\n- Key message 2: Pay.")
    assert (first.number, first.title, first.summary) == (1, "Dig.", "Deep.")


@pytest.mark.parametrize(
    "introduction",
    [
        "Interview questions included the following:",
        "We asked each farmer:",
        "The visits followed these guiding questions:",
        "### Research Questions",
    ],
)
def test_a_list_of_questions_that_is_introduced_as_one_gives_its_questions(introduction: str) -> None:
    first, second = questions(f"## A\n\n{introduction}\n\n1. Why dig?\n2. Who pays?")
    assert (first.number, first.text) == (1, "Why dig?")
    assert (second.number, second.text) == (2, "Who pays?")
    assert [(e.field, e.exact) for e in first.evidence] == [("text", "Why dig?"), ("number", "1.")]


def test_questions_in_a_list_without_numbers_have_none_and_letters_stay() -> None:
    assert [q.number for q in questions("## A\n\nGuiding questions:\n\n- Why dig?\n- Who pays?")] == [None, None]
    assert [q.number for q in questions("## A\n\nGuiding questions:\n\na) Why dig?\nb) Who pays?")] == ["a", "b"]


def test_other_lists_are_no_questions() -> None:
    assert questions("## A\n\nInterview questions touched these subjects:\n\n1. Digging.\n2. Why pay?") == []
    assert questions("## A\n\nThink of a dry day.\n\n- Why dig?\n- Who pays?") == []


def test_a_display_quote_inside_a_list_does_not_end_it() -> None:
    copy = ">> Wells fail on dry days here"
    source = f"## A\n\nWells fail on dry days here. We asked:\n\n1. Why dig?\n\n{copy}\n\n2. Who pays?"
    assert [q.number for q in questions(source)] == [1, 2]
    assert len(questions(source.replace("2. Who", "1. Who"))) == 1


def test_what_the_page_puts_between_a_list_and_its_introduction_does_not_part_them() -> None:
    markdown = (
        "## A\n\nWells fail on dry days here. We asked:\n\n>> Wells fail on dry days here\n\n1. Why dig?\n2. Who pays?"
    )
    assert len(questions(markdown)) == 2
