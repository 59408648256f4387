"""Figures of the text as records: one for each value and phrase, with every printing."""

from __future__ import annotations

from pipeline.extraction.prose import prose_of
from pipeline.extraction.sections import extract_sections
from pipeline.extraction.statistics import extract_statistics
from pipeline.model.records import Statistic
from tests.markdown_document import from_markdown


def statistics(markdown: str) -> list[Statistic]:
    document = from_markdown(markdown)
    return extract_statistics(document, prose_of(document), extract_sections(document))


def test_a_figure_stands_with_its_sentence_and_section() -> None:
    (figure,) = statistics("## Rivers\n\nRain fell. It fed 48 mills. Then it stopped.")
    assert (figure.text, figure.sentence, figure.section_id) == ("48 mills", "It fed 48 mills.", "rivers")
    assert [(e.field, e.exact) for e in figure.evidence] == [(None, "48 mills"), ("sentence", "It fed 48 mills.")]


def test_one_figure_said_twice_is_one_record_with_two_printings() -> None:
    (figure,) = statistics("## A\n\nIt fed 48 mills.\n\n## B\n\nOf the 48 mills, none is left.")
    assert [e.exact for e in figure.evidence if e.field is None] == ["48 mills", "48 mills"]
    assert figure.section_id == "a"


def test_one_value_in_two_phrases_is_two_records() -> None:
    assert [s.text for s in statistics("## A\n\nIt fed 48 mills. It fed about 48 mills.")] == [
        "48 mills",
        "about 48 mills",
    ]


def test_a_display_copy_adds_a_printing_and_no_record() -> None:
    (figure,) = statistics("## A\n\nThe river fed 48 mills for a long while.\n\n>> The river fed 48 mills")
    assert len([e for e in figure.evidence if e.field is None]) == 2


def test_sentences_in_cells_count_and_numeric_cells_do_not() -> None:
    table = (
        "| Body | Work | Mills |\n| --- | --- | --- |\n| Fen Trust | The trust looks after 48 old mills. | 48 mills |"
    )
    assert [s.text for s in statistics(f"## A\n\n{table}")] == ["48 old mills"]


def test_headings_contents_notes_and_addresses_state_no_figures() -> None:
    markdown = (
        "# 48 Mills\n\n200 Harbor Boulevards, Mill City\n\n## Contents\n\n- 48 mills 3\n\n## 48 mills\n\nText[^1]."
        "\n\n[^1]: It fed 48 mills."
    )
    assert statistics(markdown) == []


def test_hyphens_and_spaces_that_do_not_break_are_read_as_others() -> None:
    found = statistics("## A\n\nThe five\u2010year plan fed 48\u00a0mills and twenty\u2011five dams.")
    assert [(s.text, s.value, s.unit) for s in found] == [
        ("five\u2010year", 5, "years"),
        ("48\u00a0mills", 48, "mills"),
        ("twenty\u2011five dams", 25, "dams"),
    ]


def test_ids_do_not_depend_on_where_a_figure_stands() -> None:
    one = statistics("## A\n\nIt fed 48 mills. It cost $3M.")
    two = statistics("## B\n\nIt cost $3M.\n\nIt fed 48 mills.")
    assert {s.id for s in one} == {s.id for s in two}
