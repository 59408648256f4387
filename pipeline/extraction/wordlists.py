"""Closed word classes of English that several rules refer to. They name no report's subject."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a list that is written with spaces between them."""
    return frozenset(text.split())


MONTHS = words("january february march april may june july august september october november december")
MONTHS_SHORT = words("jan feb mar apr jun jul aug sep sept oct nov dec")

ARTICLES = words("a an the")

SENTENCE_OPENERS = words(
    "the a an this that these those it its he she they we you i his her their our your my there here "
    "in on at by for from with as to of after before during since until once when while although though if unless "
    "because however moreover furthermore therefore thus hence but and or so yet nor no not what who which how why "
    "where whether many most some several all both each every another such other others more much few "
    "then now today instead indeed also finally first second third according among between through across under "
    "over within without despite"
)
