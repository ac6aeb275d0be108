"""Whatever an organiser's audit log may say has words in the interface."""

import ast
from collections.abc import Iterator

from elmo_events.organisers.labels import ACTIONS, DETAILS, KINDS
from tests.architecture.source import calls, python_files, tree

OWN = {"by", "organiser_id"}  # keywords that are no details


def recorders(module: ast.Module) -> dict[str, int]:
    """The functions of a file that write an audit entry, each with the place of its argument `action`."""
    functions = (node for node in ast.walk(module) if isinstance(node, ast.FunctionDef))
    arguments = {function: [one.arg for one in function.args.args] for function in functions}
    return {
        function.name: names.index("action")
        for function, names in arguments.items()
        if "action" in names and any(name_of(call) == "record" for call in calls(function))
    }


def entries() -> Iterator[tuple[str, ast.Call]]:
    """Each action that an organiser's log may say, and the call that writes it."""
    modules = [tree(path) for path in python_files()]
    shared = {"record": 1} | {
        name: place for module in modules for name, place in recorders(module).items() if not name.startswith("_")
    }
    for module in modules:
        places = shared | recorders(module)
        for call in calls(module):
            place = places.get(name_of(call), len(call.args))
            action = call.args[place] if place < len(call.args) else None
            if isinstance(action, ast.Constant) and (name_of(call) != "record" or tells_organiser(call)):
                yield str(action.value), call


def name_of(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def tells_organiser(call: ast.Call) -> bool:
    return len(call.args) > 3 or any(keyword.arg == "organiser_id" for keyword in call.keywords)


def test_every_action_has_words() -> None:
    written = {action for action, _call in entries()}
    assert len(written) > 30
    assert written - set(ACTIONS) == set()


def test_every_detail_has_words() -> None:
    details = {keyword.arg for _action, call in entries() for keyword in call.keywords if keyword.arg} - OWN
    assert {"rows", "section"} <= details
    assert details - set(DETAILS) == set()


def test_every_thing_that_it_concerns_has_words() -> None:
    pairs = [part for _action, call in entries() for part in call.args if isinstance(part, ast.Tuple)]
    kinds = {str(pair.elts[0].value) for pair in pairs if isinstance(pair.elts[0], ast.Constant)}
    assert kinds - set(KINDS) == set()
