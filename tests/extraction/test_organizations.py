"""Organizations: rows of the table of them, and names of bodies in prose."""

from __future__ import annotations

import pytest

from pipeline.extraction import extract
from pipeline.model.profile import OrganizationTable, Profile
from pipeline.model.records import Organization
from tests.markdown_document import from_markdown

PROFILE = Profile(
    organization_table=OrganizationTable(
        name=["organization", "partner", "grantee"],
        description=["description", "what it does", "services", "role"],
        website=["website", "address"],
    )
)


def organizations(prose: str) -> list[Organization]:
    return extract(from_markdown(f"# A Report\n\n## Findings\n\n{prose}\n"), PROFILE).organizations


def names(prose: str) -> list[str]:
    return [o.name for o in organizations(prose)]


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("Teachers at the Moss Hill School District met weekly.", ["Moss Hill School District"]),
        ("The Rowan Street Foundation paid for it.", ["Rowan Street Foundation"]),
        ("It was built by the Department of Inland Waters.", ["Department of Inland Waters"]),
        ("The National Conference of Harbour Masters has rules.", ["National Conference of Harbour Masters"]),
        ("It was shown at the Fenland Conference of Applied Statistics.", []),
        ("We thank the Institute for Rural Health.", ["Institute for Rural Health"]),
        ("The Coalition to End Damp Housing agreed.", ["Coalition to End Damp Housing"]),
        (
            "It follows the Department of Health and Human Services closely.",
            ["Department of Health and Human Services"],
        ),
        ("The Department for Work, Skills and Training wrote back.", ["Department for Work, Skills and Training"]),
        ("The Bread and Salt Organization of the Inner Fens wrote.", ["Bread and Salt Organization of the Inner Fens"]),
        ("Elders of the Heron Lake First Nation came.", ["Heron Lake First Nation"]),
        ("Pupils of École Pont-aux-Ânes sang.", ["École Pont-aux-Ânes"]),
        ("The Fundación Agua de la Vida paid.", ["Fundación Agua de la Vida"]),
        ("The Rural Salt Programme estimates that it works.", ["Rural Salt Programme"]),
        ("It was seen that Audit Scotland commented on it.", ["Audit Scotland"]),
        ("She is a member of the Advisory Board and of First Nations.", []),
        ("The Food and Drug Administration wrote back.", ["Food and Drug Administration"]),
        ("Nurses at St Mary’s Hospital agreed.", ["St Mary’s Hospital"]),
        ("A grant to the Alder Children’s Trust helped.", ["Alder Children’s Trust"]),
        ("Students of King’s College London took part.", ["King’s College London"]),
        ("Boats were hired from Barlow & Finch Ltd for a day.", ["Barlow & Finch Ltd"]),
        ("Both Elm City Council and the Tarn Water Authority agreed.", ["Elm City Council", "Tarn Water Authority"]),
        ("Members of the Board of Directors met the Tarn Trust.", ["Tarn Trust"]),
        ("She told the Land, Water and Planning Committee so.", ["Land, Water and Planning Committee"]),
        ("She teaches at Fen University, and Ada Obi agrees.", ["Fen University"]),
        ("A grant from the Fenish Government helped.", ["Fenish Government"]),
        ("Lutheran Social Services of North Dakota helped.", ["Lutheran Social Services of North Dakota"]),
        ("It was printed by the University of Fenland Press.", ["University of Fenland Press"]),
        ("Assistant District Attorney Ada Obi met Elm County Court.", ["Elm County Court"]),
        ("Kelly Obi of the Elm Trust agreed.", ["Elm Trust"]),
        ("The Fen Youth Project lends boats. The Reading Project ended.", ["Fen Youth Project"]),
    ],
)
def test_a_bodys_name_is_a_capitalised_phrase_with_a_head(prose: str, expected: list[str]) -> None:
    assert names(prose) == expected


@pytest.mark.parametrize(
    "prose",
    [
        "The Council agreed with the Department.",  # short forms
        "The Trade Union Act was passed.",  # a law
        "They live in School Street.",
        "Local School Boards decide.",
        "It lies in the District of Columbia.",
        "Our Coalition members agreed.",
        "The report “Hidden Costs of the National Grid Company” was read.",  # named by a title only
        "Many Schools and Universities took part.",
        "We spoke at the Conference on Rural Water.",
        "Customers and Partners were asked.",
    ],
)
def test_a_capital_and_a_head_alone_make_no_name(prose: str) -> None:
    assert names(prose) == []


def test_what_opens_a_sentence_is_no_part_of_the_name() -> None:
    assert names("Similarly, Elm City Council paid. In Elm City Council, staff met. The Elm City Council voted.") == [
        "Elm City Council"
    ]


def test_an_article_written_with_a_capital_inside_a_sentence_is_part_of_the_name() -> None:
    assert names("She works at The Lantern Collective.") == ["The Lantern Collective"]


def test_an_article_that_the_name_goes_without_elsewhere_is_no_part_of_it() -> None:
    assert names("The Elm Trust paid. She works at The Elm Trust. A grant from the Elm Trust came.") == ["Elm Trust"]


def test_an_owner_is_a_body_of_its_own() -> None:
    assert names("Acorn University’s Grain Council met Acorn University.") == ["Acorn University", "Grain Council"]


@pytest.mark.parametrize(
    ("prose", "name"),
    [
        ("Ada Obi is a spokesperson for KnowHow, she said.", "KnowHow"),
        ("Ada Obi, director of research at Bright Water, said so.", "Bright Water"),
        ("Fresh Start is a charity that lends tools.", "Fresh Start"),
        ("One of them, Fresh Start, a charity with a long history, lends tools.", "Fresh Start"),
        ("It was launched in 2013 by Open Fields. Then Open Fields and the Tarn Trust went on.", "Open Fields"),
        ("It was founded by Open Fields. Later Open Fields’s Grain Council took over.", "Open Fields"),
        ("Ada Obi, a coordinator at Jobs for the Valley, said so.", "Jobs for the Valley"),
        ("Ada Obi, Director of Policy at Centrewell, said so.", "Centrewell"),
        ("Ada Obi is Chief Executive of The Tide, she said.", "The Tide"),
        ("We thank NHS England for advice.", "NHS England"),
        ("The Elm Trust, Shelter Scotland and others agreed.", "Shelter Scotland"),
        ("The Elm Trust (formerly iBoat) agreed.", "iBoat"),
        ("With support from Open Fields, which lends tools, it grew.", "Open Fields"),
        ("The Reading Project is a nonprofit that lends books.", "Reading Project"),
        ("Ada Obi, who runs the Lighthouse, agreed.", "Lighthouse"),
        ("It was begun by the Elm Trust and funded by Open Fields and the Tarn Trust.", "Open Fields"),
    ],
)
def test_a_name_without_a_head_is_a_body_where_its_frame_says_so(prose: str, name: str) -> None:
    assert name in names(prose)


@pytest.mark.parametrize(
    "prose",
    [
        "It was launched by Grace Hall. The group liked Open Fields.",  # one suggestion is no proof
        "The Fairness Plan was launched by Ada Obi. Ada Obi, a nurse, launched it in May.",
        "We use PowerPoint and YouTube every day.",
        "They came from Yorkshire and Lancashire.",
        "A clerk at Kilbrae said so. It rains in Kilbrae.",
        "She is Director of Human Resources there.",
        "Where is a network to be found? Scores on TriviaQA and ABC rose.",
    ],
)
def test_a_name_without_a_head_and_without_proof_is_left_out(prose: str) -> None:
    assert names(prose) == []


def test_a_note_may_open_with_a_body_as_author() -> None:
    found = names("It works.[^1]\n\n[^1]: iGrain. “The Case for Rye.” (2016). Retrieved from <https://igrain.org/rye>.")
    assert found == ["iGrain"]


def test_an_acronym_in_brackets_belongs_to_the_name_and_later_names_it() -> None:
    [found] = organizations(
        "The Tarn Water Authority (TWA) opened. Later TWA closed. English learners (ELs) and ELs again. TWA it is."
    )
    assert (found.name, found.acronym, found.printed_name) == (
        "Tarn Water Authority",
        "TWA",
        "Tarn Water Authority (TWA)",
    )
    assert found.mentions == 3
    assert [e.exact for e in found.evidence] == ["Tarn Water Authority", "TWA", "TWA", "TWA"]


def test_each_spelling_is_a_record_of_its_own() -> None:
    assert names("The Harbourton School District grew. The Harbourtown School District shrank.") == [
        "Harbourton School District",
        "Harbourtown School District",
    ]


def test_headings_display_quotes_and_cells_are_no_mentions() -> None:
    source = """# A Report

## Work of the Tarn Trust

The Tarn Trust works.

>> The Tarn Trust works.

| Place | Who |
| --- | --- |
| North | Tarn Trust |
| South | Elm Trust |
"""
    [found] = extract(from_markdown(source), PROFILE).organizations
    assert (found.name, found.mentions) == ("Tarn Trust", 1)


TABLE = """# A Report

## Appendix

The Tarn Trust and PollenWatch help.

| Organization | Description | Website |
| --- | --- | --- |
| Tarn Trust (TT) | It lends boats. | www.tarn.example |
| Pollen Watch (formerly Bee Club) | It counts bees. | |
| All partners |  |  |
"""


def test_a_table_with_the_right_headings_gives_a_record_a_row() -> None:
    tarn, pollen, *_ = extract(from_markdown(TABLE), PROFILE).organizations
    assert (tarn.name, tarn.acronym, tarn.note, tarn.website, tarn.source) == (
        "Tarn Trust",
        "TT",
        None,
        "www.tarn.example",
        "table",
    )
    assert (pollen.name, pollen.note, pollen.website) == ("Pollen Watch", "formerly Bee Club", None)
    assert tarn.mentions == 1
    assert {e.field for e in tarn.evidence} == {None, "name", "acronym", "description", "website"}


def test_an_acronym_of_the_table_names_its_organization_in_the_text() -> None:
    tarn = extract(from_markdown(TABLE.replace("The Tarn Trust and", "TT and")), PROFILE).organizations[0]
    assert (tarn.name, tarn.mentions) == ("Tarn Trust", 1)


def test_a_table_of_people_and_their_bodies_is_none_of_organizations() -> None:
    table = "| Name | Organization | What it does |\n| --- | --- | --- |\n| Ada Obi | Elm | x |\n"
    source = f"# A Report\n\n## People\n\n{table}"
    assert extract(from_markdown(source), PROFILE).organizations == []


@pytest.mark.parametrize(
    "table",
    [
        "| Grantee | Services | Award |\n| --- | --- | --- |\n| Elm College | It teaches. | $40 |",
        "| Grant to | Web presence |\n| --- | --- |\n| Elm College | www.elm.example |\n| Fens | www.fen.example |",
        "| Partner | Role in the project | Contact person |\n| --- | --- | --- |\n| Elm College | Host | Ada Obi |",
    ],
)
def test_a_table_of_bodies_is_known_by_other_headings_and_by_what_its_cells_hold(table: str) -> None:
    found = extract(from_markdown(f"# A Report\n\n## Partners\n\n{table}\n"), PROFILE).organizations
    assert [o.name for o in found if o.source == "table"][:1] == ["Elm College"]
    assert all(o.website is None or o.website.startswith("www.") for o in found)


def test_postal_addresses_are_no_websites() -> None:
    table = TABLE.replace("www.tarn.example", "2 Mill Lane").replace("Website", "Address")
    assert extract(from_markdown(table), PROFILE).organizations[0].website is None


def test_a_table_of_names_alone_is_none_of_organizations() -> None:
    source = "# A Report\n\n## People\n\n| Partner | Age |\n| --- | --- |\n| Ada Obi | 40 |\n"
    assert extract(from_markdown(source), PROFILE).organizations == []


def test_names_of_the_table_keep_their_words_whole() -> None:
    source = TABLE.replace("PollenWatch", "Tarn Trustees")
    tarn = extract(from_markdown(source), PROFILE).organizations[0]
    assert tarn.mentions == 1
