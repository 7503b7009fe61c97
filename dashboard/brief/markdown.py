"""A brief as Markdown (CommonMark)."""

import re

from dashboard.brief.parts import Brief, Part

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!]|^(?:[-+=]|\d+[.)])(?=\s|$))")
"""What Markdown reads as markup: anywhere in a line, or as its beginning."""

_ADDRESS = re.compile(r"https?://[^\s<>]+$")


def markdown(brief: Brief) -> str:
    """The brief as a text file; nothing in it is markup but what stands here."""
    parts = [_part(part) for part in brief.parts if part.items]
    return "\n".join([f"# Brief: {escaped(brief.subject)}", "", escaped(brief.lead), "", *parts])


def escaped(text: str) -> str:
    """One line that Markdown shows as it is."""
    return _SPECIAL.sub(
        lambda found: "\\" + found[0] if not found[0][0].isdigit() else found[0][:-1] + "\\" + found[0][-1], text
    )


def _item(text: str) -> str:
    """`text` escaped, but for the address that it ends with: backslashes would break it."""
    address = _ADDRESS.search(text)
    return f"{escaped(text[: address.start()])}<{address[0]}>" if address else escaped(text)


def _part(part: Part) -> str:
    lines = [f"## {escaped(part.heading)}", ""]
    if part.text:
        lines += [escaped(part.text), ""]
    return "\n".join([*lines, *(f"- {_item(item)}" for item in part.items), ""])
