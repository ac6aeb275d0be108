"""What makes a test process quick without any test seeing it."""

import gc
from typing import Any

from werkzeug.routing import Rule


def look_for_rubbish_seldom() -> None:
    """Python looks through all that was ever imported again and again: a tenth of the time of all tests."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def compile_addresses_once() -> None:
    """Werkzeug compiles each address into a function, which takes 0.15 s for an application. The addresses are the same in
    every application that tests make, so that the functions may be too.
    """
    compile_afresh = Rule._compile_builder
    compiled: dict[tuple[str, str, bool], Any] = {}

    def compile_once(rule: Rule, append_unknown: bool = True) -> Any:
        key = (rule.endpoint, rule.rule, append_unknown)
        if key not in compiled:
            compiled[key] = compile_afresh(rule, append_unknown)
        return compiled[key]

    Rule._compile_builder = compile_once  # type: ignore[method-assign]
