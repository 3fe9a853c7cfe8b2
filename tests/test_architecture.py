"""The shape of the code: who may import whom, how long things get, what is never called."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "generator"
MODULES = {
    path.relative_to(ROOT).as_posix(): ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))
}
SCRIPTS = {
    path.relative_to(ROOT).as_posix(): ast.parse(path.read_text("utf-8"))
    for path in sorted((ROOT / ".github" / "scripts").glob("*.py"))
}
ALL = {**MODULES, **SCRIPTS}

ARROW = (
    {"source", "finding", "model", "storage"},
    {"language", "manual"},
    {"evidence"},
    {"claims"},
    {"site"},
    {"report", "changes", "reading"},
    {"pipeline", "ingest"},
    {"serving"},
    {"cli"},
    {"__main__"},
)
"""Rooms in the order the facts travel. Each may use what stands to its left, never what stands to its right."""

EDGE = {"generator/cli.py", "generator/__main__.py"}
"""Where words are printed, and the clock and git are asked."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def room(module: str) -> str:
    """Return the room of a module, given as a path or as a dotted name."""
    parts = module.removesuffix(".py").replace("/", ".").split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def rank(name: str) -> int:
    """Return the place of a room in the arrow."""
    places = [place for place, rooms in enumerate(ARROW) if name in rooms]
    assert places, f"generator/{name} has no place in the arrow of tests/test_architecture.py"
    return places[0]


def imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and dotted name of everything a module imports from the package, wherever the import stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names if alias.name.split(".")[0] == "generator")
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: imports are absolute"
            if node.module and node.module.split(".")[0] == "generator":
                for alias in node.names:
                    whole = f"{node.module}.{alias.name}"
                    is_module = (ROOT / f"{whole.replace('.', '/')}.py").exists() or (
                        ROOT / whole.replace(".", "/")
                    ).is_dir()
                    yield node.lineno, whole if is_module else node.module


def test_facts_travel_one_way() -> None:
    """A module imports its own room and those to its left."""
    seen, wrong = 0, []
    for path, tree in MODULES.items():
        if path == "generator/__init__.py":
            continue
        own = room(path)
        for line, name in imports(tree):
            seen += 1
            other = room(name)
            is_same = own == other or {own, other} <= ARROW[0]
            if not is_same and rank(other) >= rank(own):
                wrong.append(f"{path}:{line}: {own} imports {name}")
    assert seen > 50
    assert wrong == []


def test_no_module_imports_itself_by_a_detour() -> None:
    """The modules can be put in one order in which each needs only earlier ones."""
    paths = {path.removesuffix(".py").replace("/", ".").removesuffix(".__init__"): path for path in MODULES}
    graph = {
        name: {other for _, other in imports(MODULES[path]) if other != name and other in paths}
        for name, path in paths.items()
    }
    assert sum(len(needed) for needed in graph.values()) > 50
    list(TopologicalSorter(graph).static_order())


def functions(tree: ast.Module) -> Iterator[Function]:
    """Yield all functions and methods, nested ones included."""
    yield from (node for node in ast.walk(tree) if isinstance(node, Function))


def lines_of(function: Function) -> int:
    """Return the length of a function in lines, without decorators and docstring."""
    length = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    has_docstring = ast.get_docstring(function) is not None
    return length - ((first.end_lineno or first.lineno) - first.lineno + 1 if has_docstring else 0)


def parameters_of(function: Function) -> int:
    """Return how many parameters a function takes, self and cls aside."""
    given = function.args
    every = [*given.posonlyargs, *given.args, *given.kwonlyargs, *filter(None, [given.vararg, given.kwarg])]
    return sum(parameter.arg not in ("self", "cls") for parameter in every)


def test_modules_are_short() -> None:
    """A module has at most 400 lines."""
    lengths = {path: len((ROOT / path).read_text("utf-8").splitlines()) for path in ALL}
    assert len(lengths) > 30
    assert {path: length for path, length in lengths.items() if length > 400} == {}


def test_functions_are_short() -> None:
    """A function has at most 40 lines besides its docstring, and at most five parameters."""
    found = [
        (f"{path}:{function.lineno}: {function.name}", function) for path in ALL for function in functions(ALL[path])
    ]
    assert len(found) > 100
    assert [f"{place} has {lines_of(function)} lines" for place, function in found if lines_of(function) > 40] == []
    # Commands of the edge take one parameter an option.
    plain = [(place, function) for place, function in found if not place.startswith("generator/cli.py")]
    assert [f"{place} takes {parameters_of(it)}" for place, it in plain if parameters_of(it) > 5] == []


def decorators(node: ast.ClassDef) -> Iterator[tuple[str, ast.expr]]:
    """Yield the name of each decorator of a class with the decorator."""
    for decorator in node.decorator_list:
        called = decorator.func if isinstance(decorator, ast.Call) else decorator
        yield (called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")), decorator


def test_values_are_frozen() -> None:
    """Every dataclass is frozen."""
    seen, wrong = 0, []
    for path, tree in ALL.items():
        for node in ast.walk(tree):
            for name, decorator in decorators(node) if isinstance(node, ast.ClassDef) else ():
                if name != "dataclass":
                    continue
                seen += 1
                given = {word.arg: word.value for word in decorator.keywords} if isinstance(decorator, ast.Call) else {}
                frozen = given.get("frozen")
                if not (isinstance(frozen, ast.Constant) and frozen.value is True):
                    wrong.append(f"{path}:{node.lineno}: {node.name}")
    assert seen > 20
    assert wrong == []


def test_public_names_have_docstrings() -> None:
    """Every module, public class, function and method says what it is for."""
    missing, seen = [], 0
    for path, tree in ALL.items():
        if ast.get_docstring(tree) is None and (tree.body or not path.endswith("__init__.py")):
            missing.append(path)
        scopes: list[tuple[str, ast.AST]] = [(path, tree)]
        for place, scope in scopes:
            for node in ast.iter_child_nodes(scope):
                if not isinstance(node, ast.ClassDef | Function) or node.name.startswith("_"):
                    continue
                seen += 1
                if ast.get_docstring(node) is None:
                    missing.append(f"{place}:{node.lineno}: {node.name}")
                if isinstance(node, ast.ClassDef):
                    scopes.append((path, node))
    assert seen > 100
    assert missing == []


def called(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and last name of everything that is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            yield node.lineno, function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def from_calls(names: set[str], exempt: set[str]) -> list[str]:
    """Return the places in the package, *exempt* modules aside, where one of *names* is called."""
    looked_at = {path: tree for path, tree in MODULES.items() if path not in exempt}
    assert len(looked_at) > 20
    return [
        f"{path}:{line}: {name}" for path, tree in looked_at.items() for line, name in called(tree) if name in names
    ]


@pytest.mark.parametrize(
    ("names", "exempt"),
    [
        pytest.param({"float"}, set[str](), id="no-inexact-number"),
        pytest.param({"now", "today", "utcnow", "time_ns", "localtime"}, EDGE, id="no-clock"),
        pytest.param({"print", "echo", "secho"}, EDGE, id="only-the-edge-prints"),
        pytest.param({"urlopen", "urlretrieve", "fetch_url", "create_connection"}, set[str](), id="no-network"),
        pytest.param({"random", "choice", "shuffle", "uuid4", "getenv"}, EDGE, id="no-chance"),
    ],
)
def test_never_called(names: set[str], exempt: set[str]) -> None:
    """Numbers are exact, and no stage asks the clock, the network or chance, or prints."""
    assert from_calls(names, exempt) == []


def test_nothing_is_caught_blindly() -> None:
    """No except takes everything, unless it only clears up and passes it on."""
    seen, wrong = 0, []
    for path, tree in ALL.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ExceptHandler):
                seen += 1
                names = {name.id for name in ast.walk(node.type) if isinstance(name, ast.Name)} if node.type else {""}
                is_passed_on = isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None
                if names & {"", "Exception", "BaseException"} and not is_passed_on:
                    wrong.append(f"{path}:{node.lineno}")
    assert seen > 5
    assert wrong == []


def test_stages_do_not_know_the_story() -> None:
    """Nothing in the generator knows the dossier that ships with it: another story is another seeds folder."""
    story = ("microsoft", "kt corp", "마이크로소프트", "케이티", "ked-20", "joongang")
    seen = 0
    found = []
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix in {".py", ".yaml", ".html", ".md", ".css", ".js", ".json", ".jinja"}:
            seen += 1
            text = path.read_text("utf-8").lower()
            found += [f"{path.relative_to(ROOT)}: {word}" for word in story if word in text]
    assert seen > 30
    # Doctests and manual pages may show real expressions; ids and templates may not name anybody.
    kept = [place for place in found if not place.split(": ")[0].endswith(".py")]
    assert [place for place in kept if not place.startswith("generator/manual/")] == []


def test_the_top_level_shows_the_card() -> None:
    """A stranger sees the commission at once: configuration, docs, generator, seeds, tests, CI and the rest."""
    ours = {"mkdocs.yml", "docs", "generator", "seeds", "tests", ".github", "README.md", "CONTRIBUTING.md", "LICENSE"}
    assert {name for name in ours if not (ROOT / name).exists()} == set()
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith((".", "__"))}
    assert folders <= {"docs", "generator", "seeds", "tests", "requirements", "site"}
