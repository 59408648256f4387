"""The title of the work and what stands with it, on real pages."""

from __future__ import annotations

from tests.layout.pages import BOLD, FERRY, FLOOD, ITALIC, MARKET, MILLS, REEDS, SANS_BOLD, SIZE, Paper, outcome


def marked(paper: Paper) -> list[tuple[str, str, int | None]]:
    return [x for x in outcome(paper.blocks()) if x[0] in ("title", "heading")]


def test_the_largest_words_of_the_first_page_are_the_title() -> None:
    paper = Paper().text("Living by the Water", font=BOLD, size=22.0).text(FLOOD).heading("Ferries").text(FERRY)
    assert marked(paper) == [("title", "Living by the Water", None), ("heading", "Ferries", 1)]


def test_an_excerpt_begins_with_a_heading_and_has_no_title() -> None:
    paper = Paper().heading("3. Ferries", size=16.0).text(FERRY).heading("3.1. Crews", size=12.0).text(REEDS)
    paper.heading("4. Mills", size=16.0).text(MILLS)
    assert marked(paper) == [("heading", "3. Ferries", 1), ("heading", "3.1. Crews", 2), ("heading", "4. Mills", 1)]


def test_a_chapters_large_number_is_no_title() -> None:
    paper = Paper().text("4", font=SANS_BOLD, size=40.0).text("Ferries and Mills", font=SANS_BOLD, size=24.0)
    paper.text(FERRY).text(MILLS)
    assert marked(paper) == [("title", "Ferries and Mills", None)]


def test_names_between_title_and_abstract_head_nothing() -> None:
    paper = Paper().text("Living by the Water", font=BOLD, size=22.0, align="center")
    paper.text("Ada Brook and Tom Reed", size=12.0, align="center").text("Lakeside Institute", align="center")
    paper.heading("Abstract", align="center", size=11.0).text(FLOOD, size=9.0, left=92.0, width=428.0)
    paper.heading("1 Ferries").text(FERRY).text(MARKET).heading("2 Mills").text(MILLS).text(REEDS)
    assert [text for kind, text, _ in marked(paper) if kind == "heading"] == ["Abstract", "1 Ferries", "2 Mills"]


def test_a_title_of_one_word_may_head_a_section_too() -> None:
    paper = Paper().text("Ferries", font=BOLD, size=22.0).text(FLOOD).heading("FERRIES", size=SIZE).text(FERRY)
    paper.heading("MILLS", size=SIZE).text(MILLS).text("So it is.", font=ITALIC)
    assert marked(paper)[1:] == [("heading", "FERRIES", 1), ("heading", "MILLS", 1)]


def test_an_abstract_is_no_quotation_though_it_is_inset() -> None:
    paper = Paper().text("Living by the Water", font=BOLD, size=22.0, align="center")
    paper.text("Ada Brook and Tom Reed", size=12.0, align="center").heading("Abstract", align="center", size=9.0)
    paper.text(FLOOD, size=9.0, left=102.0, width=408.0).heading("1 Ferries", size=12.0).text(FERRY).text(MARKET)
    paper.heading("2 Mills", size=12.0).text(MILLS).text(REEDS)
    found = outcome(paper.blocks())
    assert found[2:4] == [("heading", "Abstract", 1), ("paragraph", FLOOD, None)]


def test_a_heading_without_number_is_the_equal_of_numbered_ones_in_its_type() -> None:
    paper = Paper().text("Living by the Water", font=BOLD, size=22.0, align="center")
    paper.text("Ada Brook and Tom Reed", align="center").heading("Abstract", align="center", size=12.0).text(FLOOD)
    paper.heading("1 Ferries", size=12.0).text(FERRY).heading("2 Mills", size=12.0).text(MILLS)
    assert [level for kind, _, level in marked(paper) if kind == "heading"] == [1, 1, 1]


def test_display_type_close_below_the_title_is_its_subtitle() -> None:
    paper = Paper().text("Living by the Water", font=BOLD, size=24.0, at=200.0, gap=6.0)
    paper.text("What Ferries and Mills Have in Common", size=16.0, gap=24.0)
    paper.text("Prepared by Ada Brook, keeper of the beacons, and Tom Reed, warden of the reeds and sluices")
    paper.text("Lakeside Institute for the Study of the Lower Valley").text("May of the second year")
    paper.page().heading("Ferries").text(FERRY).text(MARKET).heading("Mills").text(MILLS).text(REEDS)
    assert [text for kind, text, _ in marked(paper) if kind == "title"] == [
        "Living by the Water",
        "What Ferries and Mills Have in Common",
    ]


def test_a_name_led_away_from_the_title_is_no_subtitle_however_large() -> None:
    paper = Paper().text("Living by the Water", font=BOLD, size=24.0, at=200.0, gap=30.0)
    paper.text("Ada Brook", size=16.0, gap=10.0)
    paper.text("Printed for the Lakeside Institute for the Study of the Lower Valley and all who keep its banks")
    paper.text("May of the second year").page().heading("Ferries").text(FERRY).heading("Mills").text(MILLS)
    assert [text for kind, text, _ in marked(paper) if kind == "title"] == ["Living by the Water"]


def test_the_first_heading_close_below_the_title_is_no_subtitle() -> None:
    paper = Paper().text("Living by the Water", font=BOLD, size=24.0, gap=0.0)
    paper.text("Ferries", font=BOLD, size=14.0, gap=12.0).text(FERRY).text(MARKET).heading("Mills").text(MILLS)
    assert marked(paper) == [("title", "Living by the Water", None), ("heading", "Ferries", 1), ("heading", "Mills", 1)]


def test_what_stands_above_the_title_heads_nothing() -> None:
    paper = Paper().text("LAKESIDE COURT", font=BOLD, align="center").text("Sitting in the old mill", align="center")
    paper.text("Brook v Reed", font=BOLD, size=16.0, align="center").heading("The facts", size=12.0).text(FERRY)
    paper.heading("The law", size=12.0).text(MILLS)
    assert [text for kind, text, _ in marked(paper) if kind == "heading"] == ["The facts", "The law"]


def test_a_title_may_stand_below_many_lines_that_say_whose_it_is() -> None:
    paper = Paper().text("Date: 4 May 2031").text("Docket: T-1182-29").text("Heard at the old mill by the lake")
    for name, role in (("LAKESIDE FERRIES", "Applicant"), ("THE BOARD OF MEADOWS AND SLUICES", "Respondent")):
        paper.text(name, font=BOLD, align="center").text(role, left=400.0, width=140.0)
    paper.text("Counsel for both sides spoke in writing only.").heading("REASONS", size=13.0, align="center")
    paper.heading("I. Fog", size=SIZE).text(FERRY).heading("II. Ice", size=SIZE).text(MILLS)
    assert marked(paper) == [("title", "REASONS", None), ("heading", "I. Fog", 1), ("heading", "II. Ice", 1)]


def test_a_summary_before_numbered_chapters_is_no_subtitle() -> None:
    paper = Paper().text("Living by the Water", font=BOLD, size=24.0).heading("Summary", size=16.0)
    paper.heading("Aims", size=12.0).text(FERRY).heading("1 Ferries", size=16.0).text(MILLS)
    paper.heading("1.1 Crews", size=12.0).text(REEDS)
    assert marked(paper)[:2] == [("title", "Living by the Water", None), ("heading", "Summary", 1)]


def test_a_court_sets_its_title_in_bold_below_lines_of_the_same_size() -> None:
    paper = Paper().text("LAKESIDE COURT", align="center").text("Case No. 4417", align="center")
    paper.text("Date: 4 May 2031", align="center").text("Before the keeper of the mills", align="center")
    paper.text("Brook v Reed", font=BOLD, align="center")
    paper.text("Ada Brook for herself", align="center").heading("The facts", size=SIZE, font=ITALIC).text(FERRY)
    paper.heading("The law", size=SIZE, font=ITALIC).text(MILLS)
    assert marked(paper) == [("title", "Brook v Reed", None), ("heading", "The facts", 1), ("heading", "The law", 1)]
