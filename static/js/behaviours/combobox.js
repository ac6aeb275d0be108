// On an element around one line of text: suggests what the address in data-from knows for the letters typed so far
// (a JSON list of texts, asked with ?q=). Arrow keys or a tap choose; whatever else was typed stays as it is.
const PAUSE = 150; // milliseconds without a key before we ask

let lists = 0;

export default function combobox(element) {
  const field = element.querySelector("input");
  const { from, least, listLabel, found, none } = element.dataset;
  const list = document.createElement("ul");
  const status = document.createElement("p");
  let waiting, asking;
  let chosen = -1;

  list.id = `combobox-${(lists += 1)}`;
  list.className = "combobox-list";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", listLabel);
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-expanded", "false");
  element.append(list, status);

  function close() {
    clearTimeout(waiting);
    asking?.abort();
    chosen = -1;
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  function show(texts) {
    list.replaceChildren(...texts.map((text, number) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${number}`;
      option.textContent = text;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      return option;
    }));
    chosen = -1;
    field.removeAttribute("aria-activedescendant");
    list.hidden = texts.length === 0;
    field.setAttribute("aria-expanded", String(texts.length > 0));
    status.textContent = texts.length ? found.replace("{number}", texts.length) : none;
  }

  async function ask() {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    try {
      const answer = await fetch(`${from}?q=${encodeURIComponent(field.value.trim())}`, { signal });
      const texts = answer.ok ? await answer.json() : [];
      if (!signal.aborted) show(texts.filter((text) => text !== field.value));
    } catch (error) {
      if (error.name !== "AbortError") close(); // without an answer it is a plain line of text
    }
  }

  function mark(number) {
    chosen = number;
    [...list.children].forEach((option, place) => {
      option.setAttribute("aria-selected", String(place === number));
      if (place === number) option.scrollIntoView({ block: "nearest" });
    });
    if (number < 0) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", list.children[number].id);
  }

  function take(option) {
    field.value = option.textContent;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    close();
  }

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    if (field.value.trim().length < Number(least)) close();
    else waiting = setTimeout(ask, PAUSE);
  });
  field.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const last = list.children.length - 1;
    if (event.key === "ArrowDown") mark(chosen >= last ? 0 : chosen + 1);
    else if (event.key === "ArrowUp") mark(chosen <= 0 ? last : chosen - 1);
    else if (event.key === "Enter" && chosen >= 0) take(list.children[chosen]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  field.addEventListener("blur", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps its focus
  list.addEventListener("click", (event) => {
    const option = event.target.closest("li");
    if (option) take(option);
  });
}
