"""One line a figure: what it is, how much, and whether the aim is met."""

from dataclasses import dataclass, field


@dataclass
class Report:
    missed: list[str] = field(default_factory=list)

    def title(self, text: str) -> None:
        print(f"\n{text}")

    def note(self, name: str, figure: str) -> None:
        print(f"  {name:<58} {figure}", flush=True)

    def at_most(self, name: str, figure: float, aim: float, unit: str, more: str = "") -> None:
        self._line(name, figure, f"≤ {aim:g} {unit}", unit, figure <= aim, more)

    def at_least(self, name: str, figure: float, aim: float, unit: str, more: str = "") -> None:
        self._line(name, figure, f"≥ {aim:g} {unit}", unit, figure >= aim, more)

    def _line(  # noqa: PLR0917  a table's columns
        self, name: str, figure: float, aim: str, unit: str, met: bool, more: str
    ) -> None:
        sign = "met" if met else "MISSED"
        print(f"  {name:<58} {figure:8.2f} {unit:<8} aim {aim:<14} {sign} {more}".rstrip(), flush=True)
        if not met:
            self.missed.append(name)
