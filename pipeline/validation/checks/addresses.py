"""Addresses on the web that seem to belong to somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote, urlsplit

from rapidfuzz import fuzz

from pipeline.model.evidence import Evidence
from pipeline.model.records import Organization
from pipeline.validation.material import Material
from pipeline.validation.registry import Check, Observation
from pipeline.validation.spelling import plain
from pipeline.validation.words import squeeze

PORTAL = 3  # more organizations under one address are a portal's or a host's, and no mistake
RELATED = 60.0  # rapidfuzz partial ratio from which a domain may have been made from a name
SHORTEST_LABEL = 4  # letters: shorter domains are initials of anything
_SMALL_WORDS = frozenset(["a", "an", "the", "of", "and", "for", "in", "on", "at", "to", "with", "by"])
_SECOND_LEVEL = frozenset({
    "ac", "co", "com", "edu", "gov", "govt", "gob", "gouv", "mil", "net", "nhs", "or", "org", "sch",
})  # fmt: skip


def address_key(printed: str) -> str:
    """An address without what does not tell it from others: scheme, www, case of the host, closing slash."""
    try:
        parts = urlsplit(printed if "//" in printed else f"//{printed}")
    except ValueError:  # what is printed is no address at all (a bracket in the host): compare it as it stands
        return printed.casefold()
    host = (parts.hostname or "").removeprefix("www.")
    path = unquote(parts.path).rstrip("/")
    return f"{host}{path}{f'?{parts.query}' if parts.query else ''}"


def host_of(printed: str) -> str:
    """The host of an address, without www."""
    return address_key(printed).split("/")[0].split("?")[0]


def own_label(host: str) -> str:
    """The part of a host that its owner chose: the label before the public suffix."""
    labels = host.split(".")
    if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL:
        return labels[-3]
    return labels[-2] if len(labels) > 1 else labels[0]


def shared_url(material: Material) -> Iterator[Observation]:
    """Organizations that stand under one address."""
    for key, group in _by_address(material.records.organizations).items():
        if len(group) < 2 or len(group) > PORTAL or _akin(group):
            continue
        owner = _owner(key, group)
        names = " and ".join(f"“{o.printed_name}”" for o in group)
        whose = f" It seems to be that of “{owner.printed_name}”." if owner else ""
        yield Observation(
            f"{names} stand under one address, {group[0].website}.{whose}",
            (str(group[0].website), *(o.printed_name for o in group)),
            tuple(e for o in group for e in _spots(o)),
        )


def address_fits_another(material: Material) -> Iterator[Observation]:
    """An address whose domain is made from the name of another organization of the table."""
    groups = _by_address(material.records.organizations)
    alone = [(key, group[0]) for key, group in groups.items() if len(group) == 1]
    listed = [o for group in groups.values() for o in group]
    for key, organization in alone:
        label = squeeze(own_label(key.split("/")[0]))
        if len(label) < SHORTEST_LABEL or _fits(label, organization) or _may_fit(label, organization):
            continue
        others = [o for o in listed if o is not organization and _fits(label, o)]
        if len(others) == 1:
            other = others[0]
            yield Observation(
                f"“{organization.printed_name}” stands under {organization.website}, which fits "
                f"“{other.printed_name}” better.",
                (str(organization.website), organization.printed_name, other.printed_name),
                (*_spots(organization), *_spots(other)),
            )


def _by_address(organizations: Sequence[Organization]) -> dict[str, list[Organization]]:
    groups: dict[str, list[Organization]] = {}
    for organization in organizations:
        if organization.website:
            groups.setdefault(address_key(organization.website), []).append(organization)
    return groups


def _akin(group: Sequence[Organization]) -> bool:
    """Whether one's name is part of another's: an organization and its programme may share an address."""
    words = [_words(o.name) for o in group]
    return any(a <= b for i, a in enumerate(words) for k, b in enumerate(words) if i != k)


def _owner(key: str, group: Sequence[Organization]) -> Organization | None:
    label = squeeze(own_label(key.split("/")[0]))
    fitting = [o for o in group if _fits(label, o)]
    return fitting[0] if len(fitting) == 1 else None


def _fits(label: str, organization: Organization) -> bool:
    """Whether a domain is an organization's name, acronym or initials, with no letter more or less."""
    words = [w for w in re.findall(r"[^\W_]+", plain(organization.name)) if w not in _SMALL_WORDS]
    forms = {squeeze(organization.name), "".join(words), "".join(w[0] for w in words)}
    forms |= {squeeze(organization.acronym)} if organization.acronym else set()
    return label in forms


def _may_fit(label: str, organization: Organization) -> bool:
    """Whether a domain may have been made from an organization's name or description in a freer way."""
    said = squeeze(f"{organization.printed_name} {organization.description or ''}")
    initials = "".join(w[0] for w in re.findall(r"[^\W_]+", plain(organization.printed_name)))
    return fuzz.partial_ratio(label, said) >= RELATED or label[:3] in initials


def _words(name: str) -> frozenset[str]:
    return frozenset(w for w in re.findall(r"[^\W_]+", plain(name)) if w not in _SMALL_WORDS)


def _spots(organization: Organization) -> tuple[Evidence, ...]:
    """Where the name and the address are printed."""
    chosen = [e for e in organization.evidence if e.field in ("name", "printed_name", "website")]
    return tuple(chosen or organization.evidence[:2])


CHECKS = (
    Check(
        "shared-url",
        "source",
        "Two organizations stand under one web address.",
        "Two or three organizations of the table have the same address (scheme, www and closing slash aside), and none "
        "of their names is part of another's. If the domain is one's name or acronym, it is said whose it seems to be.",
        "Look up the right address; correct the record of the organization that has the other's.",
        shared_url,
    ),
    Check(
        "address-fits-another",
        "source",
        "An organization's web address fits another one better.",
        "The domain is exactly the name, acronym or initials of another organization of the table, and has nothing to "
        "do with the name or description of its own.",
        "Look up the right address and correct the record.",
        address_fits_another,
    ),
)
