"""What a font's name and descriptor say of its letters."""

from __future__ import annotations

import pytest

from pipeline.reading.fonts import font_of


@pytest.mark.parametrize(
    ("name", "family", "bold", "italic"),
    [
        ("Helvetica", "Helvetica", False, False),
        ("Helvetica-Bold", "Helvetica", True, False),
        ("Times-BoldItalic", "Times", True, True),
        ("Helvetica-Oblique", "Helvetica", False, True),
        ("ABCDEF+Georgia,Bold", "Georgia", True, False),
        ("ABCDEF+Calibri-Light", "Calibri", False, False),
        ("SourceSansPro-Semibold", "SourceSansPro", True, False),
        ("SourceSansPro-BlackIt", "SourceSansPro", True, True),
        ("ArialMT", "ArialMT", False, False),
        ("Arial-BoldMT", "Arial", True, False),
        ("CMBX10", "CMBX10", True, False),
        ("CMTI10", "CMTI10", False, True),
        ("CMR10", "CMR10", False, False),
        ("NimbusRomNo9L-Medi", "NimbusRomNo9L", True, False),
        ("NimbusRomNo9L-MediItal", "NimbusRomNo9L", True, True),
        ("HelveticaNeue-Medium", "HelveticaNeue", False, False),
        ("LinLibertineO", "LinLibertine", False, False),
        ("LinLibertineOI", "LinLibertine", False, True),
        ("LinLibertineTB", "LinLibertine", True, False),
        ("LinBiolinumOBI", "LinBiolinum", True, True),
        ("AdvOT3b30f6db.B", "AdvOT3b30f6db", True, False),
        ("StoneSans-Semi", "StoneSans", True, False),
        ("StoneSans-SemiItalic", "StoneSans", True, True),
        ("MyriadPro-SemiCn", "MyriadPro", False, False),
    ],
)
def test_a_name_tells_family_weight_and_slope(name: str, family: str, bold: bool, italic: bool) -> None:
    font = font_of(name)
    assert (font.bold, font.italic) == (bold, italic)
    assert font.family.startswith(family)


@pytest.mark.parametrize("name", ["Blackletter", "Bodoni", "Slate", "Optima"])
def test_a_family_whose_name_only_sounds_like_a_style_has_none(name: str) -> None:
    assert (font_of(name).bold, font_of(name).italic) == (False, False)


def test_the_descriptor_tells_what_the_name_does_not() -> None:
    assert font_of("F1", flags=1 << 6).italic
    assert font_of("F1", flags=1 << 18).bold
    assert font_of("F1", flags=1).fixed_pitch
    assert (font_of("F1", weight=700).bold, font_of("F1", weight=400).bold) == (True, False)


@pytest.mark.parametrize(
    "name", ["ABCDEF+NimbusMonL-Regu", "CMTT9", "SFTT1000", "DejaVuSansMono", "Consolas", "CourierNew"]
)
def test_type_of_one_width_is_known_by_its_name(name: str) -> None:
    assert font_of(name).fixed_pitch


@pytest.mark.parametrize("name", ["MonotypeCorsiva", "NimbusRomNo9L-Regu", "CMTI10", "ConcourseT4"])
def test_other_type_is_not_of_one_width(name: str) -> None:
    assert not font_of(name).fixed_pitch
