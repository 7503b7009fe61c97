"""The tree-construction cases of html5lib-tests, and a Beautiful Soup tree written in their notation.

https://github.com/html5lib/html5lib-tests/tree/master/tree-construction
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bs4 import BeautifulSoup
from bs4.element import Comment, Doctype, NavigableString, ProcessingInstruction, Tag

_SECTION = re.compile(r"^#(data|errors|new-errors|document-fragment|document|script-on|script-off)$")
_NAMESPACE = re.compile(r"^(\|\s+<)(?:svg|math) ")
_ATTRIBUTE_NAMESPACE = re.compile(r"^(\|\s+)(xlink|xml|xmlns) (?=\S+=\")")
_DOCTYPE = re.compile(r'(\S*)(?: PUBLIC "([^"]*)"| SYSTEM(?= ))?(?: "(.*)")?', re.DOTALL)


class Case(NamedTuple):
    """A document and the `tree` that the standard makes of it, a line a node; `name`: file and number."""

    name: str
    data: str
    tree: list[str]


def read_cases(folder: Path) -> list[Case]:
    """Cases of every .dat file that a Beautiful Soup tree can express: whole documents, read without scripting."""
    return [case for path in sorted(folder.rglob("*.dat")) for case in _of_file(path)]


def lines(soup: BeautifulSoup) -> list[str]:
    """The tree in the notation of the cases, without namespaces; a template's content are its children."""
    found: list[str] = []
    waiting = [(node, 0) for node in reversed(soup.contents)]
    while waiting:
        node, depth = waiting.pop()
        indent = "| " + "  " * depth
        found += [indent + line for line in _written(node)]
        if isinstance(node, Tag):
            waiting += [(child, depth + 1) for child in reversed(node.contents)]
    return found


def _of_file(path: Path) -> Iterator[Case]:
    text = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    for number, part in enumerate(re.split(r"(?:\A|\n\n)(?=#data\n)", text), start=0):
        sections = _sections(part)
        if "data" in sections and "document-fragment" not in sections and "script-on" not in sections:
            yield Case(f"{path.stem}:{number}", "\n".join(sections["data"]), _expected(sections["document"]))


def _sections(part: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in part.removesuffix("\n").split("\n"):
        if match := _SECTION.match(line):
            current = found.setdefault(match[1], [])
        else:
            current.append(line)
    return found


def _expected(document: list[str]) -> list[str]:
    """Lines of a tree as `lines` writes them: nodes over several lines joined, contents of templates moved up."""
    nodes: list[str] = []
    for line in document:
        if line.startswith("| "):
            nodes.append(line)
        elif nodes:
            nodes[-1] += "\n" + line
    found: list[str] = []
    contents: list[int] = []
    for node in nodes:
        depth = len(node) - len(node[2:].lstrip(" ")) - 2
        while contents and depth <= contents[-1]:
            contents.pop()
        if node[2:].strip() == "content":
            contents.append(depth)
            continue
        found.append(_plain("| " + node[2 + 2 * len(contents) :]))
    return found


def _plain(node: str) -> str:
    """A node without namespace, and with the white space of a comment collapsed."""
    if node.lstrip("| ").startswith("<!-- "):
        indent, data = node.split("<!-- ", 1)
        return indent + _comment(data.removesuffix(" -->"))
    return _ATTRIBUTE_NAMESPACE.sub(r"\1\2:", _NAMESPACE.sub(r"\1", node))


def _written(node: object) -> list[str]:
    if isinstance(node, Tag):
        values = {k: " ".join(v) if isinstance(v, list) else str(v) for k, v in node.attrs.items()}
        return [f"<{node.name}>", *(f'  {key}="{values[key]}"' for key in sorted(values))]
    if isinstance(node, Doctype):
        match = _DOCTYPE.fullmatch(str(node))
        name, public, system = match.groups(default="") if match else (str(node), "", "")
        return [f'<!DOCTYPE {name} "{public}" "{system}">' if public or system else f"<!DOCTYPE {name}>"]
    if isinstance(node, Comment):
        return [_comment(str(node))]
    if isinstance(node, ProcessingInstruction):
        return [f"<?{node}>"]
    assert isinstance(node, NavigableString)
    return [f'"{node}"']


def _comment(data: str) -> str:
    return f"<!-- {' '.join(data.split())} -->"
