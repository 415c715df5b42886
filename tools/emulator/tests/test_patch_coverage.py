"""Each patch has a test that is marked with its name; verify_patches.py shows that it fails without it."""

import ast
from pathlib import Path

from mlinfra_emulator.patches import PATCHES


def marked(source: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(source.read_text())):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.patch":
            names.add(ast.literal_eval(node.args[0]))
    return names


def test_each_patch_has_a_test() -> None:
    tested = set().union(*(marked(source) for source in Path(__file__).parent.glob("test_*.py")))
    assert tested == set(PATCHES)
