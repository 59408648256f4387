"""The report's own record: imprint, authors, licence, contacts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.extraction import extract
from pipeline.extraction.licenses import find_license
from pipeline.extraction.report import title_with_colon
from pipeline.model.records import Report
from pipeline.model.text import Text
from pipeline.profiles import load_profile
from tests.builders import BODY as BODY_STYLE
from tests.builders import text
from tests.markdown_document import from_markdown

PROFILE = load_profile("none")
BODY = "\n\n## Wells\n\nThe marsh is wide. We have best wells here. A reed grows.\n"


def report(front: str, back: str = "") -> Report:
    document = from_markdown(f"# Deep Water: A Review\n\n{front}{BODY}{back}")
    return extract(document, PROFILE).report


def authors(front: str) -> list[tuple[str, str | None, str | None]]:
    return [(a.name, a.role, a.affiliation) for a in report(front).authors]


@pytest.mark.parametrize(
    ("line", "publisher", "year"),
    [
        ("© 2018 by the Fen Water Trust. It is licensed to all.", "Fen Water Trust", 2018),
        ("Copyright © 2021, Loam Institute. All rights reserved.", "Loam Institute", 2021),
        ("Copyright 2019 Loam Institute", "Loam Institute", 2019),
        ("© Loam Institute, 2020", "Loam Institute", 2020),
        ("© 2015–2018 The New Fen", "The New Fen", 2018),
        ("© 2022 Loam Works, Inc. All rights reserved.", "Loam Works, Inc.", 2022),
        ("Published by the Loam Institute, under a grant. (c) 2017", "Loam Institute", 2017),
        ("© 2018 Fen Water Trust (FWT). All rights reserved.", "Fen Water Trust", 2018),
        ("© 2018 The Authors. Published by Loam Press.", "Loam Press", 2018),
        ("© Crown copyright 2018", None, 2018),
        ("Published by the Fen Trust, 14 Mill Lane, Corby.\n\n© 2018 The Fen Trust", "The Fen Trust", 2018),
        ("Published by the Fen Trust, 14 Mill Lane, Corby.", "Fen Trust", None),
        ("Fen Trust | Spring 2022", None, 2022),
        ("May 2016", None, 2016),
        ("A text about 1999 wells", None, None),
    ],
)
def test_publisher_and_year_come_from_the_copyright_line(line: str, publisher: str | None, year: int | None) -> None:
    found = report(line)
    assert (found.publisher, found.year) == (publisher, year)


def test_the_profile_names_a_publisher_only_where_the_report_does_not() -> None:
    document = from_markdown("# Deep Water\n\nMay 2016" + BODY)
    profile = PROFILE.model_copy(update={"publisher": "Loam Institute"})
    assert extract(document, profile).report.publisher == "Loam Institute"


@pytest.mark.parametrize(
    ("words", "spdx"),
    [
        ("a Creative Commons Attribution 4.0 International License", "CC-BY-4.0"),
        ("Creative Commons Attribution-NonCommercial-ShareAlike 3.0 Unported", "CC-BY-NC-SA-3.0"),
        ("Creative Commons Attribution-NoDerivatives 4.0", "CC-BY-ND-4.0"),
        ("Creative Commons Attribution–NonCommercial–NoDerivs 2.5", "CC-BY-NC-ND-2.5"),
        ("licensed CC BY-SA 4.0", "CC-BY-SA-4.0"),
        ("licensed CC-BY-NC 4.0.", "CC-BY-NC-4.0"),
        ("the CC BY 3.0 IGO licence", "CC-BY-3.0-IGO"),
        ("see https://creativecommons.org/licenses/by-nc-nd/4.0/deed.en", "CC-BY-NC-ND-4.0"),
        ("see http://creativecommons.org/licenses/by-sa/3.0/de/", "CC-BY-SA-3.0-DE"),
        ("CC0 1.0 Universal", "CC0-1.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
        ("Open Government Licence v3.0", "OGL-UK-3.0"),
        ("a Creative Commons Attribution licence", None),
        ("a Creative Commons licence", None),
        ("the Attribution 4.0 method", None),
        ("https://creativecommons.org/licenses/by/3.0/zz/", None),
        ("All rights reserved.", None),
    ],
)
def test_a_licence_is_named_where_its_words_leave_no_doubt(words: str, spdx: str | None) -> None:
    found = find_license(f"This work is under {words}")
    assert (found.spdx if found else None) == spdx


def test_the_licences_address_gets_the_scheme_that_a_uri_needs() -> None:
    assert report("© 2020 Fen (creativecommons.org/licenses/by/4.0).").license_url == (
        "https://creativecommons.org/licenses/by/4.0"
    )


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        (
            "Ada Best, Program Associate\\\nLoam Network",
            [("Ada Best", "Program Associate", "Loam Network")],
        ),
        (
            "Mara Lind, PhD\\\nSenior Researcher, Rowan Fund\n\nTomás Ibarra\\\nDirector of Programs, City Library",
            [
                ("Mara Lind", "Senior Researcher", "Rowan Fund"),
                ("Tomás Ibarra", "Director of Programs", "City Library"),
            ],
        ),
        ("By Dr. Ada Quill and John O. Obi", [("Ada Quill", None, None), ("John O. Obi", None, None)]),
        (
            "Authors: Ada Quill (Fen Trust); John Obi (Loam Institute)",
            [
                ("Ada Quill", None, "Fen Trust"),
                ("John Obi", None, "Loam Institute"),
            ],
        ),
        (
            "Ada Quill, John Obi, and Nora Dale\\\nFen Institute",
            [
                ("Ada Quill", None, "Fen Institute"),
                ("John Obi", None, "Fen Institute"),
                ("Nora Dale", None, "Fen Institute"),
            ],
        ),
        ("Ada Quill, Program\\\nAssociate\\\nLoam Network", [("Ada Quill", "Program Associate", "Loam Network")]),
        (
            "Ada Quill, Director of soil\\\nand water\\\nLoam Network",
            [
                ("Ada Quill", "Director of soil and water", "Loam Network"),
            ],
        ),
        ("Ada Quill, Ph.D.\\\nLoam Network", [("Ada Quill", None, "Loam Network")]),
        ("Ada Quill", [("Ada Quill", None, None)]),
        (
            "Written by\n\nAda Quill\\\nSenior Fellow at the Fen Institute",
            [
                ("Ada Quill", "Senior Fellow", "Fen Institute"),
            ],
        ),
        (
            "Written by Ada Quill and Dr John Obi for the Fen and River Trust",
            [("Ada Quill", None, "Fen and River Trust"), ("John Obi", None, "Fen and River Trust")],
        ),
        (
            "Prepared by Ada Quill, Evaluator\\\nand John Obi, Analyst",
            [("Ada Quill", "Evaluator", None), ("John Obi", "Analyst", None)],
        ),
        (
            "Ana María Ruiz de la Fuente, Lan Phạm, and Musa ag Idal",
            [("Ana María Ruiz de la Fuente", None, None), ("Lan Phạm", None, None), ("Musa ag Idal", None, None)],
        ),
        (
            "Ada Quill and John Obi\n\nLoam Commons\n\n© 2020 Loam Commons",
            [("Ada Quill", None, None), ("John Obi", None, None)],
        ),
        ("Banque de France\\\nAda Quill, Analyst", [("Ada Quill", "Analyst", None)]),
        (
            "Ada Quill, School of Marsh and Land Engineering",
            [("Ada Quill", None, "School of Marsh and Land Engineering")],
        ),
        ("BY ADA QUILL, PHD, AND JUN PARK", [("ADA QUILL", None, None), ("JUN PARK", None, None)]),
        ("Authors: Ada Quill (Reed Officer)\n\nReed Team, Fen Council", [("Ada Quill", "Reed Officer", "Reed Team")]),
        ("Deep Water\\\nA Review", []),
        ("Marsh Wells", []),
        ("FEN TRUST\n\nAda Quill, President", []),
        ("Prepared by the Fen Trust", []),
    ],
)
def test_authors_stand_under_the_title_or_after_by(front: str, expected: list[object]) -> None:
    assert authors(front) == expected


def test_a_name_that_the_text_writes_with_an_article_is_no_author() -> None:
    document = from_markdown(f"# Deep Water\n\nFen Gazette{BODY}\nIt stood in the Fen Gazette of May.\n")
    assert extract(document, PROFILE).report.authors == []


def test_names_in_capitals_are_spelt_as_the_text_spells_them() -> None:
    document = from_markdown(f"# Deep Water\n\nBY ADA QUILL{BODY}\nAda Quill is a nurse.\n")
    assert [a.name for a in extract(document, PROFILE).report.authors] == ["Ada Quill"]


def test_authors_whom_only_a_sentence_credits_are_the_reports_authors() -> None:
    found = extract(from_markdown(f"# Deep Water{BODY}\nThis report was written by Ada Quill.\n"), PROFILE)
    assert [(a.name, a.role) for a in found.report.authors] == [("Ada Quill", None)]
    assert "Ada Quill" in [e.exact for e in found.report.evidence if e.field == "authors"]


def test_authors_whom_the_title_page_does_not_name_are_those_that_a_section_is_about() -> None:
    about = (
        "\n\n## About the Authors\n\nDr. Ada Quill is a senior fellow at the Fen Institute, where she digs.\n\n"
        "John Obi is director of wells for Loam Works. Both live in Corby."
    )
    found = extract(from_markdown(f"# Deep Water\n\nMay 2020{BODY}{about}"), PROFILE).report
    assert [(a.name, a.role, a.affiliation) for a in found.authors] == [
        ("Ada Quill", "senior fellow", "Fen Institute"),
        ("John Obi", "director of wells", "Loam Works"),
    ]


def test_the_publishers_officers_are_no_authors() -> None:
    front = "Ada Quill, Associate\\\nLoam Network\n\nFEN TRUST\n\nIda Dale (Ohio), President\\\nOle Moor, Chair"
    assert authors(front) == [("Ada Quill", "Associate", "Loam Network")]
    assert authors(front.replace("FEN TRUST", "Fen Trust")) == [("Ada Quill", "Associate", "Loam Network")]


@pytest.mark.parametrize(
    ("front", "address"),
    [
        (
            "One Mill Avenue, NW, Suite 700 • Washington, DC 20001-1431",
            "One Mill Avenue, NW, Suite 700, Washington, DC 20001-1431",
        ),
        (
            "One Mill Avenue, NW, Suite 700 •\\\nWashington, DC 20001",
            "One Mill Avenue, NW, Suite 700, Washington, DC 20001",
        ),
        (
            "One Mill\\\nAvenue, NW,\\\nSuite 700\\\nWashington, DC 20001",
            "One Mill Avenue, NW, Suite 700, Washington, DC 20001",
        ),
        ("1200 G Street NW\\\nFloor 3\\\nWashington, DC 20005", "1200 G Street NW, Floor 3, Washington, DC 20005"),
        (
            "2200 Harbor Boulevard, Suite 12, Mill City, OH 44101",
            "2200 Harbor Boulevard, Suite 12, Mill City, OH 44101",
        ),
        ("P.O. Box 12\\\nMill City, Ohio 44101", "P.O. Box 12, Mill City, Ohio 44101"),
        (
            "14 Mill Lane\\\nAldham\\\nSuffolk IP7 6NR\\\nUnited Kingdom",
            "14 Mill Lane, Aldham, Suffolk IP7 6NR, United Kingdom",
        ),
        ("5 Quai du Lac\\\n1201 Geneva\\\nSwitzerland", "5 Quai du Lac, 1201 Geneva, Switzerland"),
        ("Civic Centre, 1 Market Place\\\nCorby WX1 2AB", "Civic Centre, 1 Market Place, Corby WX1 2AB"),
        ("Rue du Lac 15\\\n1201 Geneva\\\nSwitzerland", "Rue du Lac 15, 1201 Geneva, Switzerland"),
        ("Lindenstraße 4\\\n10969 Berlin\\\nGermany", "Lindenstraße 4, 10969 Berlin, Germany"),
        ("P.O. Box 12, Mill City, OH 44101-0501", "P.O. Box 12, Mill City, OH 44101-0501"),
        ("80 Mill Road\\\nOttawa, ON K1A 0B1", "80 Mill Road, Ottawa, ON K1A 0B1"),
        ("Level 2, 80 Mill Road\\\nCarlton VIC 3053", "Level 2, 80 Mill Road, Carlton VIC 3053"),
        ("8 Mill Quay, Dublin 2, D02 X285", "8 Mill Quay, Dublin 2, D02 X285"),
        ("P.O. Box 3019, Nairobi, Kenya", "P.O. Box 3019, Nairobi, Kenya"),
        ("Fen Trust, 14 Mill Lane, Leeds LS1 4AB", "14 Mill Lane, Leeds LS1 4AB"),
        ("Write to: Fen Trust, 14 Mill Lane, Leeds LS1 4AB.", "14 Mill Lane, Leeds LS1 4AB"),
        ("Fen Trust\\\n14 Mill Lane, Leeds\\\nLS1 4AB", "14 Mill Lane, Leeds, LS1 4AB"),
        ("We met in Ohio 44101 times", None),
    ],
)
def test_an_address_ends_at_the_towns_code_and_begins_at_the_street(front: str, address: str | None) -> None:
    assert report(front).address == address


def test_phone_fax_and_website_are_those_first_printed() -> None:
    found = report(
        "Phone (202) 555-7000 • Fax (202) 555-8072 • www.fen.example\n\nT 216.555.0142",
        "\n<!-- back -->\n\nvoice: 202.555.7000 | fax: 202.555.8072",
    )
    assert (found.phone, found.fax, found.website) == ("(202) 555-7000", "(202) 555-8072", "www.fen.example")


def test_contacts_on_the_back_page_serve_where_the_front_has_none() -> None:
    found = report("May 2020", "\n<!-- back -->\n\nTel. +44 (0)1473 555 019, fen.org, 2 Mill Lane, Corby, OH 44101")
    assert (found.phone, found.website) == ("+44 (0)1473 555 019", "fen.org")
    assert found.address == "2 Mill Lane, Corby, OH 44101"


def test_a_licences_address_and_mail_are_no_website() -> None:
    assert report("See https://creativecommons.org/licenses/by/4.0/ or ada@fen.org").website is None


def test_a_licence_of_the_report_itself_is_found_in_its_text() -> None:
    about = "\n\nThis report, but for pictures, is licensed under CC BY-ND 4.0."
    assert report("May 2020", about).license == "CC-BY-ND-4.0"
    assert report("May 2020", "\n\nMany schools share texts under CC BY-ND 4.0.").license is None


def test_each_value_is_evident_where_it_is_printed() -> None:
    found = report("© 2018 by the Fen Water Trust. Licensed CC BY 4.0. Phone (202) 555-7000")
    assert {(e.field, e.exact) for e in found.evidence} >= {
        ("title", "Deep Water: A Review"),
        ("publisher", "Fen Water Trust"),
        ("year", "2018"),
        ("license", "CC BY 4.0"),
        ("phone", "(202) 555-7000"),
    }


def test_an_imprint_at_the_end_of_the_body_is_found_by_its_sign() -> None:
    assert report("", "\n© 2018 Fen Water Trust").publisher == "Fen Water Trust"


@pytest.mark.parametrize(
    ("first", "second", "sizes", "title"),
    [
        ("Deep Water", "A Review of Wells", (24.0, 14.0), "Deep Water: A Review of Wells"),
        ("Deep Water:", "A Review of Wells", (24.0, 14.0), "Deep Water: A Review of Wells"),
        ("Deep Water", "of the Northern Fens", (24.0, 14.0), "Deep Water of the Northern Fens"),
        ("Deep Water", "In the Northern Fens", (24.0, 14.0), "Deep Water In the Northern Fens"),
        ("Deep Water and", "Shallow Wells", (24.0, 24.0), "Deep Water and Shallow Wells"),
    ],
)
def test_a_subtitle_that_only_its_size_tells_from_the_title_follows_a_colon(
    first: str, second: str, sizes: tuple[float, float], title: str
) -> None:
    lines = [text(t, style=replace(BODY_STYLE, size=s)) for t, s in zip((first, second), sizes, strict=True)]
    assert title_with_colon(Text.join(lines)) == title
