"""Who may import whom, and who holds the door of each outside library."""

import ast
from functools import cache
from pathlib import Path

import crawler
import dashboard

_ROOT = Path(__file__).parents[1]
_MODULES = sorted([*_ROOT.glob("crawler/**/*.py"), *_ROOT.glob("dashboard/**/*.py")])

_DOORS = {
    "httpx": (
        "crawler/answer.py",
        "crawler/body.py",
        "crawler/connect.py",
        "crawler/failures.py",
        "crawler/fetch.py",
        "crawler/plan.py",
    ),
    "httpcore": ("crawler/connect.py", "crawler/pipes.py"),
    "h2": ("crawler/connect.py",),
    "brotli": ("crawler/decoding.py",),
    "zstandard": ("crawler/decoding.py", "crawler/batches.py"),
    "asyncio": (
        "crawler/fetch.py",
        "crawler/connect.py",
        "crawler/pipes.py",
        "crawler/turns.py",
        "crawler/engine.py",
        "crawler/rules.py",
        "crawler/checked.py",
        "crawler/site.py",
        "crawler/render.py",
        "crawler/render_requests.py",
    ),
    "bs4": ("crawler/extract/",),
    "selectolax": ("crawler/extract/tree.py",),
    "webencodings": ("crawler/extract/encoding.py",),
    "ada_url": ("crawler/urls.py",),
    "defusedxml": ("crawler/sitemaps.py",),
    "duckdb": (
        "crawler/analyse/",
        "crawler/checks/",
        "crawler/nightly.py",
        "crawler/site.py",
        "dashboard/dataset.py",
    ),
    "pyarrow": (
        "crawler/schema.py",
        "crawler/batches.py",
        "crawler/before.py",
        "crawler/elsewhere.py",
        "crawler/finish.py",
        "crawler/demand/store.py",
        "crawler/datapackage.py",
        "crawler/site.py",
        "crawler/analyse/",
        "crawler/checks/",
    ),
    "sqlite3": ("crawler/journal.py",),
    "rich": ("crawler/progress.py",),
    "playwright": ("crawler/render.py",),
    "plotly": ("dashboard/figures/", "dashboard/components/chart.py"),
}


@cache
def _imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def _name(path: Path) -> str:
    return path.relative_to(_ROOT).as_posix()


def test_crawler_and_dashboard_never_meet() -> None:
    other = {"crawler": "dashboard", "dashboard": "crawler"}
    met = [
        f"{_name(path)} imports {name}"
        for path in _MODULES
        for name in _imports(path)
        if name.split(".")[0] == other[_name(path).split("/")[0]]
    ]
    assert met == []


def test_each_library_has_one_door() -> None:
    outside = [
        f"{_name(path)} uses {library}"
        for path in _MODULES
        for library in {name.split(".")[0] for name in _imports(path)} & set(_DOORS)
        if not _name(path).startswith(_DOORS[library])
    ]
    assert outside == []


def test_extraction_gives_facts_and_never_opinions() -> None:
    for path in _ROOT.glob("crawler/extract/**/*.py"):
        assert not [n for n in _imports(path) if n.startswith(("crawler.checks", "crawler.analyse"))], path


def test_the_packages_are_this_checkouts() -> None:
    for package in (crawler, dashboard):
        assert Path(package.__file__ or "").is_relative_to(_ROOT)


def test_every_module_says_what_it_is() -> None:
    silent = [_name(p) for p in _MODULES if not ast.get_docstring(ast.parse(p.read_text(encoding="utf-8")))]
    assert silent == []
