// On the board: meetings (data-meeting, data-slots: where they may stand) are dragged onto free places (data-slot,
// data-table). What people have been told moves only after a page has asked. Without dragging, each meeting's own page does
// the same.
export default function boardDrag(board) {
  const form = board.querySelector("[data-board-form]");
  const places = board.querySelectorAll("[data-slot]");
  let dragged = null;

  const isFree = (place) => !place.querySelector("[data-meeting]") && dragged.dataset.slots.split(" ").includes(place.dataset.slot);

  board.querySelectorAll("[data-meeting][data-slots]").forEach((card) => {
    card.draggable = true;
    card.querySelector("a").draggable = false;
  });

  board.addEventListener("dragstart", (event) => {
    dragged = event.target.closest?.("[data-meeting][data-slots]") ?? null;
    if (!dragged) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.dataset.meeting);
    dragged.classList.add("is-dragged");
    places.forEach((place) => place.classList.toggle("is-open", isFree(place)));
  });

  board.addEventListener("dragover", (event) => {
    const place = event.target.closest?.("[data-slot].is-open");
    places.forEach((each) => each.classList.toggle("is-target", each === place));
    if (dragged && place) event.preventDefault();
  });

  board.addEventListener("drop", (event) => {
    const place = event.target.closest?.("[data-slot].is-open");
    if (!dragged || !place) return;
    event.preventDefault();
    const { slot, table } = place.dataset;
    if ("told" in dragged.dataset) {
      window.location.assign(`${dragged.dataset.url}?${new URLSearchParams({ slot, table })}`);
      return;
    }
    form.action = dragged.dataset.url;
    form.elements.slot.value = slot;
    form.elements.table.value = table;
    form.requestSubmit();
  });

  board.addEventListener("dragend", () => {
    places.forEach((place) => place.classList.remove("is-open", "is-target"));
    dragged?.classList.remove("is-dragged");
    dragged = null;
  });
}
