"""Open word classes of English, from the data file beside this module."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

import us
import yaml


@dataclass(frozen=True, slots=True)
class English:
    """Each class as a set of lower-case words or phrases; `english.yaml` says what each is for."""

    role_nouns: frozenset[str]
    role_modifiers: frozenset[str]
    offices: frozenset[str]
    honorifics: frozenset[str]
    speech_verbs: frozenset[str]
    person_verbs: frozenset[str]
    organization_heads: frozenset[str]
    heads_with_complement: frozenset[str]
    leading_heads: frozenset[str]
    other_heads: frozenset[str]
    generic_modifiers: frozenset[str]
    organization_nouns: frozenset[str]
    organization_verbs: frozenset[str]
    made_by: frozenset[str]
    name_possessives: frozenset[str]
    countries: frozenset[str]
    work_nouns: frozenset[str]
    title_participles: frozenset[str]
    term_introducers: frozenset[str]
    lay_roles: frozenset[str]
    nation_suffixes: frozenset[str]
    legal_forms: frozenset[str]
    backing: frozenset[str]
    running: frozenset[str]
    no_titles: frozenset[str]
    surnames: frozenset[str]


@cache
def english() -> English:
    """The word classes, read once."""
    raw: Mapping[str, str] = yaml.safe_load(files("pipeline.extraction").joinpath("english.yaml").read_text("utf-8"))
    return English(**{f.name: frozenset(w.strip() for w in raw[f.name].split(",")) for f in fields(English)})


@cache
def regions() -> frozenset[str]:
    """States and territories of the US, countries and their greatest parts, with short forms, in lower case."""
    states = us.states.STATES_AND_TERRITORIES
    return english().countries | {s.name.casefold() for s in states}


@cache
def region_codes() -> frozenset[str]:
    """Two-letter codes of the states ("MA"), as printed after a town."""
    return frozenset(s.abbr for s in us.states.STATES_AND_TERRITORIES)
