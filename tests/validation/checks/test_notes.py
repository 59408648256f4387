from __future__ import annotations

from pipeline.validation.checks.notes import marker_without_note, note_without_marker, note_without_text
from tests.validation.samples import material, values

TIED = "Reeds grow here.[^1] Ponds dry out.[^2]\n\n[^1]: Osei 2001.\n[^2]: Lind 2004.\n"


def test_notes_and_markers_that_belong_together_are_none() -> None:
    for check in (note_without_marker, marker_without_note, note_without_text):
        assert values(check, material(TIED)) == []


def test_a_note_without_its_marker_is_found() -> None:
    assert values(note_without_marker, material(TIED.replace("out.[^2]", "out."))) == [("2 Lind 2004.",)]


def test_a_marker_without_its_note_is_found() -> None:
    assert values(marker_without_note, material(TIED.replace("[^2]: Lind 2004.\n", ""))) == [("dry out. [2]",)]


def test_raised_figures_in_a_report_without_notes_are_no_markers() -> None:
    assert values(marker_without_note, material("The pond has 40 m[^2] of water.")) == []


def test_a_note_without_text_is_found() -> None:
    assert values(note_without_text, material("Reeds.[^1]\n\n[^1]: \n")) == [("1",)]


def test_a_raised_figure_beyond_the_notes_numbers_is_no_marker() -> None:
    assert values(marker_without_note, material(TIED.replace("out.", "out for 40 m[^9]."))) == []


def test_a_figure_beyond_the_markers_numbers_is_no_note() -> None:
    works = f"{TIED}[^138]: A work at the head of a column.\n"
    assert values(note_without_marker, material(works)) == []


def test_a_sign_that_stands_twice_ties_a_name_to_a_line_under_it() -> None:
    head = "Ada Osei[^†], Bo Lind[^‡]\n\nHeron Society[^†], Otter Fund[^‡]\n\n" + TIED
    assert values(marker_without_note, material(head)) == []
