"""A person who uses the keyboard alone: Tab until it is reached, then type, Enter or Space."""

from playwright.sync_api import Locator, Page

MOST_STEPS = 250
FOCUS = "element => element === document.activeElement"
# The ring may be drawn by the element, by what it covers (a card's link), or by a box around it.
VISIBLE = """element => {
  const rings = style => style.outlineStyle !== "none" || style.boxShadow !== "none";
  const around = [element, element.parentElement, element.closest("li, article, .field, label")].filter(Boolean);
  return around.some(one => [null, "::before", "::after"].some(part => rings(getComputedStyle(one, part))));
}"""


class Keyboard:
    def __init__(self, page: Page) -> None:
        self.page = page

    def reach(self, target: Locator) -> None:
        """Press Tab until it has the focus, which must be seen."""
        target.wait_for(state="attached")
        for _ in range(MOST_STEPS):
            if target.evaluate(FOCUS):
                assert target.evaluate(VISIBLE), f"the focus on {target} cannot be seen"
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab never reaches {target}")

    def press(self, target: Locator, key: str = "Enter") -> None:
        self.reach(target)
        self.page.keyboard.press(key)

    def write(self, target: Locator, text: str) -> None:
        """Replace what stands in a field."""
        self.reach(target)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(text)
