"""People: by the frames that show them, with role, body, place and honorific."""

from __future__ import annotations

import pytest

from pipeline.extraction import extract
from pipeline.model.profile import Profile
from pipeline.model.records import Person
from tests.markdown_document import from_markdown


def people_of(source: str) -> list[Person]:
    return extract(from_markdown(source), Profile()).people


def people(prose: str) -> list[Person]:
    return people_of(f"# A Report\n\n## Findings\n\n{prose}\n")


def test_people_who_are_thanked_may_stand_with_their_bodies() -> None:
    found = people("We thank Ada Obi (Elm Trust), Ben Finch of Fen Council, and Cleo Marsh.")
    assert [p.name for p in found] == ["Ada Obi", "Ben Finch", "Cleo Marsh"]


def test_two_people_share_an_apposition_in_the_plural() -> None:
    found = people("Ada Obi and Ben Finch, co-directors of the Elm Trust, wrote to us.")
    assert [(p.name, p.role, p.organization) for p in found] == [
        ("Ada Obi", "co-directors", "Elm Trust"),
        ("Ben Finch", "co-directors", "Elm Trust"),
    ]


def test_a_letter_is_signed_with_name_and_office_on_two_lines() -> None:
    [person] = people("The Elm Trust works.\n\nAda Obi\n\nPresident, The Elm Trust")
    assert (person.name, person.role, person.organization) == ("Ada Obi", "President", "The Elm Trust")


def test_thanks_hold_for_a_whole_list_of_people() -> None:
    found = people("We thank Ada Obi, Ben Finch, and the late Cleo Marsh, who walked with us.")
    assert [p.name for p in found] == ["Ada Obi", "Ben Finch", "Cleo Marsh"]


def described(prose: str) -> tuple[str, str | None, str | None, str | None]:
    [person] = people(prose)
    return person.name, person.role, person.organization, person.place


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        (
            "Ada Obi, director of soil research at the Tarn Institute in Leeds, said:",
            ("Ada Obi", "director of soil research", "Tarn Institute", "Leeds"),
        ),
        (
            "Similarly, Ada Obi, a senior nurse and shift lead from the Elm Trust, emphasised that it works.",
            ("Ada Obi", "senior nurse and shift lead", "Elm Trust", None),
        ),
        (
            "According to Ada Obi, senior director of bees at PollenWatch, it is so.",
            ("Ada Obi", "senior director of bees", "PollenWatch", None),
        ),
        (
            "Ada Obi, superintendent of the Tarn School District in Ohio, commented:",
            ("Ada Obi", "superintendent", "Tarn School District", "Ohio"),
        ),
        ("Ada Obi, the mayor of Tarnby, wrote back.", ("Ada Obi", "mayor", None, "Tarnby")),
        ("Ada Obi, a farmer from Tarnby, wrote back.", ("Ada Obi", "farmer", None, "Tarnby")),
        (
            "Ada Obi, Director of Policy at the Elm Trust, agreed.",
            ("Ada Obi", "Director of Policy", "Elm Trust", None),
        ),
        ("Ada Obi, chief executive, Elm Trust, agreed.", ("Ada Obi", "chief executive", "Elm Trust", None)),
        ("Ada Obi, the Elm Trust’s chief economist, agreed.", ("Ada Obi", "chief economist", "Elm Trust", None)),
        ("“It works,” said Principal Ada Obi.", ("Ada Obi", "Principal", None, None)),
        ("It works, said executive director Ada Obi.", ("Ada Obi", "executive director", None, None)),
        ("Former Health Secretary Ada Obi disagreed.", ("Ada Obi", "Health Secretary", None, None)),
        ("Ada Obi noted that it works.", ("Ada Obi", None, None, None)),
        ("Ada Obi, a well-sinker from Tarnby, recalled the flood.", ("Ada Obi", "well-sinker", None, "Tarnby")),
        ("Ada Obi, 52, a roofer from Tarnby, had applied.", ("Ada Obi", "roofer", None, "Tarnby")),
        ("Ada Obi, PhD, is director of wells at the Elm Trust.", ("Ada Obi", "director of wells", "Elm Trust", None)),
        ("The Elm Trust grew; its chair, Ada Obi, agrees.", ("Ada Obi", "chair", "Elm Trust", None)),
        ("The Head of Property Services, Ada Obi, said so.", ("Ada Obi", "Head of Property Services", None, None)),
        ("Dr Ada Obi, a GP at Castle Surgery, agreed.", ("Ada Obi", "GP", "Castle Surgery", None)),
        (
            "Ada Obi, Ph.D., R.N., serves as Chief Nursing Officer at Elm Hospital.",
            ("Ada Obi", "Chief Nursing Officer", "Elm Hospital", None),
        ),
        ("The panel, chaired by Ada Obi, met twice.", ("Ada Obi", None, None, None)),
        ("We thank Ada Obi for her patience.", ("Ada Obi", None, None, None)),
        ("We are grateful to the late Ada Obi.", ("Ada Obi", None, None, None)),
        ("Ada Obi (chair) is director of the Elm Trust.", ("Ada Obi", "director", "Elm Trust", None)),
        ("Professor Ada Obi of Fen University replied.", ("Ada Obi", "Professor", "Fen University", None)),
        (
            "Huda al-Amin, professor of law at Fen University, agrees.",
            ("Huda al-Amin", "professor of law", "Fen University", None),
        ),
        ("Elder Ada Obi, who opened the circle, spoke last.", ("Ada Obi", None, None, None)),
        ("Ada Obi of the Elm Trust said it works.", ("Ada Obi", None, "Elm Trust", None)),
        ("Marguerite, a pupil at Hollow High School, said so.", ("Marguerite", "pupil", "Hollow High School", None)),
        ("Ada van der Meer, a nurse, said so.", ("Ada van der Meer", "nurse", None, None)),
        ("“It works,” said Rhys ap Gwilym.", ("Rhys ap Gwilym", None, None, None)),
        ("Ada O’Hara-Finch, a nurse, said so.", ("Ada O’Hara-Finch", "nurse", None, None)),
        ("Ada Obi, 41, a nurse, said so.", ("Ada Obi", "nurse", None, None)),
        ("Tariq (16) had been coming for years.", ("Tariq", None, None, None)),
        ("Chloe, 15, told us so.", ("Chloe", None, None, None)),
        ("PC Ada Obi of the Elm Police agreed.", ("Ada Obi", None, "Elm Police", None)),
        (
            "Ada Obi, PhD, director of bees at the Elm Trust, agreed.",
            ("Ada Obi", "director of bees", "Elm Trust", None),
        ),
        (
            "Ada Obi, Professor in Law at Fen University, agreed.",
            ("Ada Obi", "Professor in Law", "Fen University", None),
        ),
        ("Ada Obi, Land and Water Commissioner, agreed.", ("Ada Obi", "Land and Water Commissioner", None, None)),
        ("Their teacher, Ada Obi, joked that it works.", ("Ada Obi", "teacher", None, None)),
        ("The mayor of Tarnby, Ada Obi, faces a choice.", ("Ada Obi", "mayor", None, "Tarnby")),
        ("The Elm Trust’s chair, Ada Obi, agreed.", ("Ada Obi", "chair", "Elm Trust", None)),
        ("Ada Obi is the director of the Elm Trust.", ("Ada Obi", "director", "Elm Trust", None)),
        ("Ada Obi is Chief Executive of the Elm Trust.", ("Ada Obi", "Chief Executive", "Elm Trust", None)),
        (
            "Tarn School District Superintendent Ada Obi agreed.",
            ("Ada Obi", "Superintendent", "Tarn School District", None),
        ),
        ("The Elm Trust’s director Ada Obi agreed.", ("Ada Obi", "director", "Elm Trust", None)),
        ("The Elm Trust’s Ada Obi said so.", ("Ada Obi", None, "Elm Trust", None)),
        ("Ada Obi: “It works.”", ("Ada Obi", None, None, None)),
        ("As Ada Obi, who manages the Fen Youth Project, explained:", ("Ada Obi", None, "Fen Youth Project", None)),
        ("Ada Obi, who runs the Elm Trust in Leeds, agreed.", ("Ada Obi", None, "Elm Trust", "Leeds")),
        ("“It works,” recounted village elder Ada Obi.", ("Ada Obi", "village elder", None, None)),
        ("A bus driver named Clarence told us so.", ("Clarence", "bus driver", None, None)),
        ("It was the idea of Ada “Rain” Obi, a nurse.", ("Ada “Rain” Obi", "nurse", None, None)),
        ("“It works,” said Ada Obi, a well-sinker from Dunmore.", ("Ada Obi", "well-sinker", None, "Dunmore")),
        ("Ada Obi, Elm Trust", ("Ada Obi", None, "Elm Trust", None)),
        ("- “It works.” (Ada, parent)", ("Ada", "parent", None, None)),
        ("> “It works.” — Ada Obi, Elm Trust", ("Ada Obi", None, "Elm Trust", None)),
        ("Ada Obi\\\nPresident, Elm Trust", ("Ada Obi", "President", "Elm Trust", None)),
    ],
)
def test_an_attribution_gives_role_body_and_place(
    prose: str, expected: tuple[str, str | None, str | None, str | None]
) -> None:
    assert described(prose) == expected


@pytest.mark.parametrize(
    "prose",
    [
        "The Elm Trust said that it works.",
        "New Hampshire noted that it works.",
        "It paid boards in the Great Fens states.",
        "Elder Care said so.",
        "Health Scotland said so.",
        "Marsh Mutual, an insurer, said so.",
        "Open Fields, a charity, said so.",
        "The Fairness Review noted that it works.",
        "Several Interviewees said so.",
        "Participants said so. The Tarn District Report states that it works.",
        "On Monday, a teacher said so.",
        "The Prime Minister announced it. The Chief Inspector agreed.",
        "Member States said so. Patient Safety Week began.",
        "Ada Obi (2016) found that it works.",
        "Breathe Easy, a volunteer group that meets weekly, said so.",
        "— Participant 7, Tarnby",
        "Interviews took place in Tarnby (12) and Dunmore (8).",
        "Ada Obi, and later her deputy, walked by.",
    ],
)
def test_bodies_places_and_common_words_are_no_people(prose: str) -> None:
    assert people(prose) == []


def test_an_honorific_at_any_mention_counts_and_later_surnames_are_mentions() -> None:
    [person] = people("Ada Obi, a nurse, said so. Dr. Obi went on. Obi also shared that it works.")
    assert (person.name, person.honorific) == ("Ada Obi", "Dr.")
    assert [e.exact for e in person.evidence if e.field is None] == ["Ada Obi", "Obi", "Obi"]
    assert {e.field: e.exact for e in person.evidence if e.field} == {"honorific": "Dr.", "role": "nurse"}


def test_a_surname_that_nobody_introduced_is_no_person() -> None:
    assert people("Obi also shared that it works.") == []


def test_a_family_name_that_is_a_common_word_counts_inside_sentences_only() -> None:
    [person] = people("Ada Page, a nurse, said so. Page numbers fill a page. Later Page agreed.")
    assert [e.exact for e in person.evidence if e.field is None] == ["Ada Page", "Page"]


def test_a_full_name_is_a_persons_when_the_family_name_is_taken_up() -> None:
    [person] = people("Ada Obi has sold fish for years.\n\n“It works,” explains Obi.")
    assert person.name == "Ada Obi"


def test_a_full_name_beside_a_persons_is_a_persons() -> None:
    assert [p.name for p in people("Our thanks go to Ada Obi and Ben Finch, who edited it.")] == [
        "Ada Obi",
        "Ben Finch",
    ]


def test_a_role_in_the_plural_holds_for_two() -> None:
    assert [p.name for p in people("We spoke to co-authors Ada Obi and Ben Finch.")] == ["Ada Obi", "Ben Finch"]


def test_members_of_parliament_and_people_with_degrees_are_people() -> None:
    assert [p.name for p in people("Present were Ada Obi MP (Fen East) and Ben Finch OBE.")] == ["Ada Obi", "Ben Finch"]


def test_who_wrote_the_report_is_an_author_and_who_wrote_another_work_is_not() -> None:
    [author] = people("This report was written by Ada Obi.")
    assert author.kind == "author"
    [other] = people("The song was written by Ada Obi.")
    assert other.kind == "mentioned"


def test_rows_of_a_table_of_people_are_people() -> None:
    ada, ben = people(
        "| Name | Position | Organisation |\n| --- | --- | --- |\n"
        "| Dr Ada Obi | Nurse | Elm Trust |\n| Ben Finch | Farmer | |"
    )
    assert (ada.name, ada.honorific, ada.role, ada.organization) == ("Ada Obi", "Dr", "Nurse", "Elm Trust")
    assert (ben.name, ben.role, ben.organization) == ("Ben Finch", "Farmer", None)


def test_a_column_of_contacts_holds_people_with_their_roles() -> None:
    [ada] = people(
        "| Partner organization | Contact person |\n| --- | --- |\n| Elm Trust (ETT) | Ada Obi, Program Dean |"
    )
    assert (ada.name, ada.role, ada.organization) == ("Ada Obi", "Program Dean", "Elm Trust")


def test_a_table_of_other_names_holds_no_people() -> None:
    assert people("| Name | Position |\n| --- | --- |\n| North | 1 |\n| South | 2 |") == []


def test_another_honorific_goes_before_the_rank_that_is_the_role() -> None:
    [person] = people("Professor Ada Obi of Fen University came. Dr. Obi said so.")
    assert (person.role, person.honorific) == ("Professor", "Dr.")


def test_somebody_with_an_honorific_only_is_named_by_the_surname() -> None:
    [person] = people("Dr. Obi said so.")
    assert (person.name, person.honorific) == ("Obi", "Dr.")


def test_a_title_and_family_name_are_taken_up_by_the_full_name() -> None:
    [person] = people("Cllr Obi asked twice. The chair, Cllr Ada Obi, replied.")
    assert (person.name, person.honorific, person.role) == ("Ada Obi", "Cllr", "chair")


def test_an_office_alone_belongs_to_the_one_body_of_its_paragraph() -> None:
    [person] = people("It began in the Tarn School District in Tarnby, Ohio. There, Superintendent Ada Obi led it.")
    assert (person.organization, person.place) == ("Tarn School District", "Tarnby, Ohio")


def test_an_office_alone_after_two_bodies_is_left_open() -> None:
    [person] = people("The Elm School District and the Tarn School District met. Superintendent Ada Obi led it.")
    assert person.organization is None


def test_authors_of_works_are_no_people() -> None:
    assert people("It works.[^1]\n\n[^1]: Obi, A., & Finch, B. (2017). *Rye*. Leeds: Elm Press.") == []


def test_the_imprint_names_officers_under_the_bodys_name() -> None:
    source = """# A Report

The Tarn Trust lends boats.

**TARN TRUST**

Ada Obi (Ohio), President\\
Ben Finch Rowe, Executive Director

## Findings

Nothing else.
"""
    ada, ben = people_of(source)
    assert (ada.name, ada.role, ada.place, ada.organization, ada.kind) == (
        "Ada Obi",
        "President",
        "Ohio",
        "Tarn Trust",
        "officer",
    )
    assert (ben.name, ben.role, ben.place, ben.organization) == (
        "Ben Finch Rowe",
        "Executive Director",
        None,
        "Tarn Trust",
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ada Obi, Chair", ("Ada Obi", None, "Chair")),
        ("Chair: Ada Obi", ("Ada Obi", None, "Chair")),
        ("Ada Obi – Chair", ("Ada Obi", None, "Chair")),
        ("Ada Obi (Chair)", ("Ada Obi", None, "Chair")),
        ("Hon. Ada Obi (ret.), Vice Chair", ("Ada Obi", "Hon.", "Vice Chair")),
    ],
)
def test_imprints_name_officers_in_several_forms(line: str, expected: tuple[str, str | None, str]) -> None:
    source = f"# A Report\n\n**TARN TRUST**\n\n{line}\n\n## Findings\n\nThe Tarn Trust works.\n"
    [person] = people_of(source)
    assert (person.name, person.honorific, person.role) == expected
    assert (person.kind, person.organization) == ("officer", "Tarn Trust")


def test_a_persons_organization_is_tied_to_its_record() -> None:
    [person] = people("Ada Obi, a nurse at the Elm Trust, said so.")
    assert person.organization_id == "elm-trust"
