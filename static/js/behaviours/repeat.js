// On a list of rows (data-repeat-row inside it, a <template data-repeat-template> whose names hold __number__,
// and buttons data-repeat-add and data-repeat-remove): adds and removes rows without a round trip.
export default function repeat(list) {
  const template = list.querySelector("template[data-repeat-template]");
  const rows = () => list.querySelectorAll("[data-repeat-row]");
  let next = Number(list.dataset.repeatNext ?? rows().length);

  function add() {
    const holder = document.createElement("template");
    holder.innerHTML = template.innerHTML.replaceAll("__number__", String(next));
    next += 1;
    const row = holder.content.querySelector("[data-repeat-row]");
    const last = [...rows()].at(-1);
    if (last) last.after(row);
    else template.before(row);
    // A field with data-follows="ends" begins with what stands in that field of the row before.
    row.querySelectorAll("[data-follows]").forEach((field) => {
      const before = last?.querySelector(`[name$="-${field.dataset.follows}"]`);
      if (before?.value) field.value = before.value;
    });
    row.querySelectorAll("[data-behaviour]").forEach((element) => {
      import(`./${element.dataset.behaviour}.js`).then((module) => module.default(element));
    });
    row.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  }

  function remove(row) {
    const near = row.nextElementSibling?.matches("[data-repeat-row]") ? row.nextElementSibling : row.previousElementSibling;
    row.remove();
    (near?.querySelector("input:not([type=hidden]), select, textarea") ?? list.querySelector("[data-repeat-add]"))?.focus();
    list.dispatchEvent(new Event("change", { bubbles: true }));
  }

  list.addEventListener("click", (event) => {
    const button = event.target.closest("[data-repeat-add], [data-repeat-remove]");
    if (!button) return;
    event.preventDefault();
    if (button.matches("[data-repeat-add]")) add();
    else remove(button.closest("[data-repeat-row]"));
  });
}
