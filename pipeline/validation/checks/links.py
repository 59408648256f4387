"""Links that lead elsewhere than their printed text says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, unquote, urlsplit

from pipeline.model.document import Element, TextLink
from pipeline.validation.checks.addresses import host_of, own_label
from pipeline.validation.material import Material
from pipeline.validation.registry import Check, Observation

_ADDRESS = re.compile(r"(?:https?://)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:[/?#]\S*)?", re.I)
_MAIL = re.compile(r"[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}", re.I)
_ENDINGS = frozenset({
    "com", "org", "net", "edu", "gov", "mil", "int", "info", "eu", "uk", "us", "ca", "au", "nz", "de", "fr", "ch",
    "at", "nl", "be", "ie",
})  # fmt: skip
# Hosts that stand for another by design: they shorten, resolve, archive, or check what they lead to.
_STANDS_FOR = re.compile(
    r"(?:^|\.)(?:doi\.org|handle\.net|bit\.ly|goo\.gl|tinyurl\.com|ow\.ly|t\.co|is\.gd|ssrn\.com|archive\.org|"
    r"safelinks\.protection\.outlook\.com|urldefense(?:\.proofpoint)?\.com|google\.com|lnkd\.in|fb\.me|youtu\.be)$"
)


def link_target_differs(material: Material) -> Iterator[Observation]:
    """Printed addresses whose link goes to another host or mailbox."""
    seen: set[tuple[str, str]] = set()
    for element in material.document.elements:
        for link in element.links:
            start, end = _whole_word(element, link)
            printed = element.text.content[start:end].strip(".,;:()[]<>“”\"'")
            if (printed, link.uri) in seen or not _differ(printed, link.uri):
                continue
            seen.add((printed, link.uri))
            yield Observation(
                f"“{printed}” is printed, but its link leads to {link.uri}.",
                (printed, link.uri),
                material.evidence(element.text, start, end),
            )


def _whole_word(element: Element, link: TextLink) -> tuple[int, int]:
    """The link's place widened to what stands between spaces: its box may cut letters off."""
    content = element.text.content
    start, end = link.start, link.end
    while start > 0 and not content[start - 1].isspace():
        start -= 1
    while end < len(content) and not content[end].isspace():
        end += 1
    return start, end


def _differ(printed: str, uri: str) -> bool:
    """Whether a printed address and a target name different hosts or mailboxes."""
    if _MAIL.fullmatch(printed):
        target = unquote(uri.partition("?")[0].removeprefix("mailto:")).strip()
        return uri.startswith("mailto:") and bool(target) and target.casefold() != printed.casefold()
    if uri.rstrip("/").casefold() in printed.casefold():  # two addresses set without a space between them
        return False
    if not _ADDRESS.fullmatch(printed) or not uri.startswith(("http://", "https://")):
        return False
    shown, target = host_of(printed), host_of(uri)
    if shown.rpartition(".")[2] not in _ENDINGS or not target or _STANDS_FOR.search(target) or _wraps(uri, shown):
        return False
    return not _one_owner(shown, target)


def _one_owner(a: str, b: str) -> bool:
    """Whether two hosts are one's own: sites move between hosts and endings of their owner."""
    return own_label(a) == own_label(b) or a.endswith(f".{b}") or b.endswith(f".{a}")


def _wraps(uri: str, shown: str) -> bool:
    """Whether a target carries the printed address along (a gateway)."""
    carried = [value for values in parse_qs(urlsplit(uri).query).values() for value in values]
    return any(shown in value for value in carried) or f"/{shown}" in unquote(urlsplit(uri).path)


CHECKS = (
    Check(
        "link-target-differs",
        "source",
        "A link leads elsewhere than its printed text says.",
        "An address is printed under a link whose target has another host (or mailbox). Hosts of one owner, "
        "shorteners, resolvers, archives and gateways that carry the printed address along are no difference.",
        "Open both with care; the printed address is what the datasets keep.",
        link_target_differs,
    ),
)
