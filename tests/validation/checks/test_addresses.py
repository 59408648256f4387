from __future__ import annotations

import pytest

from pipeline.validation.checks.addresses import address_fits_another, address_key, own_label, shared_url
from tests.validation.samples import material, organization, values

HERON = organization("Heron Society", "www.heronsociety.example")
OTTER = organization("Otter Fund", "http://www.HeronSociety.example/")


def test_two_organizations_under_one_address_are_found() -> None:
    found = list(shared_url(material(organizations=[HERON, OTTER])))
    assert [o.values for o in found] == [("www.heronsociety.example", "Heron Society", "Otter Fund")]
    assert "seems to be that of “Heron Society”" in found[0].message


def test_two_addresses_are_none() -> None:
    others = [HERON, organization("Otter Fund", "www.otterfund.example")]
    assert values(shared_url, material(organizations=others)) == []


def test_pages_of_one_site_are_two_addresses() -> None:
    rooms = [organization("Heron Lab", "www.uni.example/heron"), organization("Otter Lab", "www.uni.example/otter")]
    assert values(shared_url, material(organizations=rooms)) == []


def test_a_programme_may_share_the_address_of_its_organization() -> None:
    programme = organization("Heron Society Youth Programme", "www.heronsociety.example")
    assert values(shared_url, material(organizations=[HERON, programme])) == []


def test_a_portal_serves_many() -> None:
    many = [organization(f"{name} Office", "www.state.example") for name in ("Road", "Water", "Forest", "School")]
    assert values(shared_url, material(organizations=many)) == []


def test_a_domain_that_is_another_organizations_name_is_found() -> None:
    rows = [
        organization("Beaver Alliance", "www.otterfund.example", description="Dams and ponds."),
        organization("Otter Fund", "www.otterfund.example/en"),
    ]
    assert values(address_fits_another, material(organizations=rows)) == [
        ("www.otterfund.example", "Beaver Alliance", "Otter Fund")
    ]


@pytest.mark.parametrize(
    "website", ["www.beavers.example", "www.ba-ponds.example", "beaveralliance.example", "www.ponds4all.example"]
)
def test_a_domain_made_from_its_own_organizations_words_is_none(website: str) -> None:
    rows = [
        organization("Beaver Alliance", website, description="Ponds for all."),
        organization("Otter Fund", "www.otterfund.example"),
    ]
    assert values(address_fits_another, material(organizations=rows)) == []


def test_what_is_printed_need_not_be_an_address() -> None:
    assert address_key("[see below]") == "[see below]"
    odd = [organization("Heron Society", "[none"), organization("Otter Fund", "n/a")]
    assert values(shared_url, material(organizations=odd)) == []


def test_the_owners_label_stands_before_the_public_suffix() -> None:
    assert own_label("www2.heron.ac.uk") == "heron"
    assert own_label("heron.example") == "heron"
