// On a <nav> with data-menu-label: on a narrow screen it is folded behind a button.
export default function menu(nav) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "menu-button";
  button.textContent = nav.dataset.menuLabel;
  button.setAttribute("aria-controls", nav.id);
  const show = (open) => {
    button.setAttribute("aria-expanded", String(open));
    nav.classList.toggle("is-folded", !open);
  };
  button.addEventListener("click", () => show(button.getAttribute("aria-expanded") !== "true"));
  nav.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && getComputedStyle(button).display !== "none") {
      show(false);
      button.focus();
    }
  });
  nav.before(button);
  show(false);
}
