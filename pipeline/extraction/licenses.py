"""Licences as SPDX identifiers, where the words leave no doubt.

The Creative Commons family names its licence by elements and a version ("Attribution-NonCommercial 4.0", "CC BY-NC
4.0") or by an address. Without a version there are several licences of that name, so there is no identifier.
Identifiers: the SPDX License List (spdx.org/licenses); ports of version 3.0 that it knows are named, others are not.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_URL = re.compile(
    r"(?:https?://)?(?:www\.)?creativecommons\.org/(?:licenses|publicdomain)/"
    r"(?P<code>[a-z-]+)/(?P<version>[0-9]\.[0-9])(?:/(?P<port>[a-z]{2,3})(?![\w.]))?(?:/(?:deed|legalcode)[\w.-]*)?/?",
    re.I,
)
_SHORT = re.compile(
    r"\bCC[- ](?P<code>BY(?:[- ]NC)?(?:[- ](?:SA|ND))?)[- ]?(?:v\.? ?)?(?P<version>[1-4]\.0|2\.5)"
    r"(?:[- ](?P<port>IGO|US|AT|DE|NL|AU))?\b"
)
_ELEMENT = r"Attribution|Non-?Commercial|Share-?Alike|No ?-?Deriv(?:ative)?s?(?: Works)?"
_LONG = re.compile(
    rf"Attribution(?:[-–, /]+(?:{_ELEMENT}))*[\s,(]*(?:\([A-Z -]+\)\s*)?(?:License,? |Licence,? )?(?:version )?"
    r"(?P<version>[1-4]\.0|2\.5)(?: (?P<port>IGO))?",
    re.I,
)
_ZERO = re.compile(r"\bCC0(?: 1\.0)?\b|Creative Commons Zero", re.I)
_OGL = re.compile(
    r"Open Government Licence,?(?: for public sector information)?,? \(?v(?:ersion)? ?\.?(?P<version>[123])\.0", re.I
)
_CODES = {"by", "by-nc", "by-nc-nd", "by-nc-sa", "by-nd", "by-sa"}
_VERSIONS = {"1.0", "2.0", "2.5", "3.0", "4.0"}
_PORTS = {
    ("by", "3.0"): {"at", "au", "de", "igo", "nl", "us"},
    ("by-nc", "3.0"): {"de"},
    ("by-nc-nd", "3.0"): {"de", "igo"},
    ("by-nc-sa", "3.0"): {"de", "igo"},
    ("by-nd", "3.0"): {"de"},
    ("by-sa", "3.0"): {"at", "de", "igo"},
}


class License(NamedTuple):
    """A licence named in content[start:end]."""

    start: int
    end: int
    spdx: str


def find_license(content: str) -> License | None:
    """The first licence that a text names for certain."""
    found = [*_creative_commons(content), *_others(content)]
    return min(found, default=None)


def find_license_url(content: str) -> tuple[int, int] | None:
    """Where the address of a Creative Commons licence stands."""
    match = _URL.search(content)
    return match.span() if match else None


def _creative_commons(content: str) -> list[License]:
    found = []
    for pattern in (_URL, _SHORT):
        for match in pattern.finditer(content):
            code = re.sub(r"[ _]", "-", match["code"].casefold())
            spdx = _identifier(code, match["version"], (match["port"] or "").casefold())
            if spdx:
                found.append(License(match.start(), match.end(), spdx))
    for match in _LONG.finditer(content):
        if re.search(r"creative commons|\bCC\b", content[: match.end() + 40], re.I):
            spdx = _identifier(_code_of(match.group()), match["version"], (match["port"] or "").casefold())
            if spdx:
                found.append(License(match.start(), match.end(), spdx))
    return found


def _code_of(name: str) -> str:
    folded = re.sub(r"[^a-z]", "", name.casefold())
    parts = ["by", "nc" if "noncommercial" in folded else "", "sa" if "sharealike" in folded else ""]
    parts.append("nd" if "noderiv" in folded else "")
    return "-".join(part for part in parts if part)


def _identifier(code: str, version: str, port: str) -> str | None:
    if code == "zero":
        return "CC0-1.0" if version == "1.0" else None
    if code not in _CODES or version not in _VERSIONS:
        return None
    if not port:
        return f"CC-{code.upper()}-{version}"
    return f"CC-{code.upper()}-{version}-{port.upper()}" if port in _PORTS.get((code, version), set()) else None


def _others(content: str) -> list[License]:
    found = [License(m.start(), m.end(), "CC0-1.0") for m in _ZERO.finditer(content)]
    return found + [License(m.start(), m.end(), f"OGL-UK-{m['version']}.0") for m in _OGL.finditer(content)]
