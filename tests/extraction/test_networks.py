"""Networks whose members the text lists."""

from __future__ import annotations

import pytest

from pipeline.extraction.networks import extract_networks
from pipeline.extraction.prose import prose_of
from pipeline.model.records import Network, Organization
from tests.markdown_document import from_markdown


def networks(prose: str) -> list[Network]:
    document = from_markdown(f"## A\n\n{prose}")
    return extract_networks(document, prose_of(document), [])


@pytest.mark.parametrize(
    ("prose", "name", "members"),
    [
        (
            "Current states in the Fen Network include Ohio, West Virginia and Utah.",
            "Fen Network",
            ["Ohio", "West Virginia", "Utah"],
        ),
        ("Members of the Fen Alliance are Ohio, Iowa, and Utah.", "Fen Alliance", ["Ohio", "Iowa", "Utah"]),
        ("The Fen League’s member districts are Aldham and Corby.", "Fen League", ["Aldham", "Corby"]),
        (
            "The Fen Union has four members: Aldham, Corby, Mill, and Dunmore.",
            "Fen Union",
            ["Aldham", "Corby", "Mill", "Dunmore"],
        ),
        ("The Fen Compact comprises Ohio, Iowa and Utah.", "Fen Compact", ["Ohio", "Iowa", "Utah"]),
        (
            "The Fen League comprises Fondation du Lac, Beit al-Amal and Ohio.",
            "Fen League",
            ["Fondation du Lac", "Beit al-Amal", "Ohio"],
        ),
        ("The Fen Union, a network of Aldham, Corby and Mill, keeps a log.", "Fen Union", ["Aldham", "Corby", "Mill"]),
        ("The Fen Union, an alliance of the Ada Trust, and Corby, met.", "Fen Union", ["Ada Trust", "Corby"]),
        ("The Fen Union is an alliance of Aldham, Corby and Mill.", "Fen Union", ["Aldham", "Corby", "Mill"]),
        (
            "The Fen Alliance digs. Its members include Aldham, Corby and West Mill.",
            "Fen Alliance",
            ["Aldham", "Corby", "West Mill"],
        ),
        (
            "Partners in the Loam Initiative include Farm Trust; the University of Mill; and Corby College.",
            "Loam Initiative",
            ["Farm Trust", "University of Mill", "Corby College"],
        ),
        (
            "Members of the Fen Alliance are Mill County and the Department of Health and Welfare.",
            "Fen Alliance",
            ["Mill County", "Department of Health and Welfare"],
        ),
        (
            "Members of the Fen Alliance are Ghana, Togo, and Trinidad and Tobago.",
            "Fen Alliance",
            ["Ghana", "Togo", "Trinidad and Tobago"],
        ),
    ],
)
def test_listed_members_are_taken_in_printed_order(prose: str, name: str, members: list[str]) -> None:
    assert [(n.name, n.members) for n in networks(prose)] == [(name, members)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Members of the network include Aldham, Corby and Mill.",
        "The network’s members are Aldham, Corby and Mill.",
        "Network partners are Aldham, Corby and Mill.",
        "The Network comprises Aldham, Corby and Mill.",
        "Its members are Aldham, Corby and Mill.",
    ],
)
def test_the_network_is_the_last_that_was_named_so(sentence: str) -> None:
    (found,) = networks(f"The Dry Land Alliance is older. The Fen Network (FN) is a group of clinics. {sentence}")
    assert (found.name, found.acronym, found.members) == ("Fen Network", "FN", ["Aldham", "Corby", "Mill"])


def test_a_network_that_nobody_named_has_no_record() -> None:
    assert networks("The Fen Alliance is old. Members of the network include Aldham, Corby and Mill.") == []


def test_an_acronym_stands_for_the_name_that_defines_it() -> None:
    (found,) = networks("The Fen Water Network (FWN) is old.\n\nStates in the FWN include Ohio and Utah.")
    assert (found.name, found.acronym) == ("Fen Water Network", "FWN")
    assert [(e.field, e.exact) for e in found.evidence] == [
        ("name", "FWN"),
        ("name", "Fen Water Network"),
        ("acronym", "FWN"),
        ("members", "Ohio"),
        ("members", "Utah"),
    ]


@pytest.mark.parametrize(
    "prose",
    [
        "Members of the team include teachers, parents and students.",
        "Schools in Ohio include Mill High and Corby High.",
        "Members of the Fen Alliance include many towns.",
        "Members of the Steering Committee are Ada Quill and John Obi.",
        "Members of the Fen Alliance are Ohio, Iowa and other states of the north.",
    ],
)
def test_what_lists_no_names_or_is_no_network_is_none(prose: str) -> None:
    assert networks(prose) == []


def test_a_list_printed_twice_is_one_network_with_the_fuller_list() -> None:
    prose = "Members of the Fen Alliance are Ohio and Utah.\n\nMembers of the Fen Alliance are Ohio, Iowa and Utah."
    (found,) = networks(prose)
    assert found.members == ["Ohio", "Iowa", "Utah"]


def test_network_and_members_are_tied_to_the_organizations_of_that_name() -> None:
    organizations = [
        Organization(
            id=own,
            name=name,
            printed_name=name,
            acronym=None,
            note=None,
            description=None,
            website=None,
            source="text",
            mentions=1,
            evidence=[],
        )
        for own, name in (("fen-alliance", "Fen Alliance"), ("farm-trust", "The Farm Trust"))
    ]
    document = from_markdown("## A\n\nMembers of the Fen Alliance are the Farm Trust and Ohio.")
    (found,) = extract_networks(document, prose_of(document), organizations)
    assert (found.organization_id, found.member_ids) == ("fen-alliance", ["farm-trust", None])
