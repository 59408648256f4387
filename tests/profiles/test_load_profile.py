"""Profiles: found, merged with the default, and refused with file, line and key where they break the schema."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import ExitCode, ProfileError
from pipeline.handwritten.strict_yaml import MAX_BYTES
from pipeline.profiles import load_profile
from pipeline.profiles.loading import FOLDER


def written(folder: Path, content: str | bytes) -> Path:
    file = folder / "own.yaml"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def test_a_report_without_a_profile_gets_the_default_one() -> None:
    assert load_profile("no-such-report") == load_profile("default")
    assert "theme" in load_profile("no-such-report").theme_labels


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.yaml")), ids=lambda f: f.stem)
def test_every_profile_beside_the_code_is_sound(file: Path) -> None:
    load_profile(file.stem)
    load_profile("any", file)


def test_own_lists_come_before_the_default_and_own_values_take_its_place(tmp_path: Path) -> None:
    file = written(tmp_path, "publisher: Loam Institute\ntheme_labels: [furrow, theme]\n")
    profile = load_profile("any", file)
    default = load_profile("any")
    assert profile.publisher == "Loam Institute"
    assert profile.theme_labels == ["furrow", *default.theme_labels]
    assert profile.question_introductions == default.question_introductions


def test_parts_are_merged_key_by_key(tmp_path: Path) -> None:
    profile = load_profile("any", written(tmp_path, "organization_table:\n  name: [who]\n"))
    assert profile.organization_table.name[0] == "who"
    assert profile.organization_table.website == load_profile("any").organization_table.website


def test_an_empty_profile_changes_nothing(tmp_path: Path) -> None:
    assert load_profile("any", written(tmp_path, "# nothing\n")) == load_profile("any")


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ("publisher: Loam\nthemelabels: [a]\n", 2, "themelabels: no such key; is theme_labels meant?"),
        ("publisher: Loam\nzzz: 1\n", 2, "zzz: no such key; it may be publisher, language"),
        ("theme_labels:\n  - theme\n  - 7\n", 3, "theme_labels.1: 7 is not of type 'string'"),
        ("organization_table:\n  name: partner\n", 2, "organization_table.name: 'partner' is not of type 'array'"),
        ("publisher: a\n\npublisher: b\n", 3, "publisher: the key stands in line 1 already"),
        ("a: &x [1]\nb: *x\n", 2, "*x: aliases are not taken"),
        ("- theme\n", 1, "is not of type 'object'"),
        ("publisher: 'open\n", 2, "it is no YAML"),
        ("theme_labels: " + "[" * 40 + "]" * 40, 1, "deep"),
        ("question_introductions:\n  - We asked them why they came.\n", 2, "question_introductions.0: "),
        ("publisher: 2019-01-01\n", 1, "publisher: "),
        (b"publisher: Loam\ntheme_labels: [\xff]\n", 2, "it is not UTF-8"),
    ],
)
def test_a_broken_profile_is_refused_with_file_line_and_key(
    tmp_path: Path, content: str | bytes, line: int, reason: str
) -> None:
    file = written(tmp_path, content)
    with pytest.raises(ProfileError) as caught:
        load_profile("any", file)
    assert str(caught.value).startswith(f"{file}, line {line}: ")
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code is ExitCode.USAGE


@pytest.mark.parametrize("content", ["a: 1\n" * MAX_BYTES, "\x07", "publisher: !!python/object:os.system {}"])
def test_hostile_yaml_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(ProfileError):
        load_profile("any", written(tmp_path, content))


def test_a_bomb_of_aliases_is_refused_before_it_unfolds(tmp_path: Path) -> None:
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]
    with pytest.raises(ProfileError, match="aliases"):
        load_profile("any", written(tmp_path, "\n".join(levels)))


def test_a_profile_that_is_missing_or_no_file_is_named(tmp_path: Path) -> None:
    for path in (tmp_path / "none.yaml", tmp_path):
        with pytest.raises(ProfileError, match="can't be read"):
            load_profile("any", path)


def test_a_stem_is_never_taken_for_a_path() -> None:
    assert load_profile("../profiles/voices-from-the-field") == load_profile("default")
