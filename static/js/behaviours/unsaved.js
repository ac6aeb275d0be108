// On a <form>: warns before leaving when something was changed and not sent. One that comes back from the server unsaved
// (with an error, or data-unsaved after adding a row) counts as changed.
function contents(form) {
  return new URLSearchParams(
    [...new FormData(form)].map(([name, value]) => [name, value instanceof File ? value.name : value]),
  ).toString();
}

export default function unsaved(form) {
  const atFirst = "unsaved" in form.dataset || form.querySelector("[aria-invalid]") ? null : contents(form);
  let sending = false;
  form.addEventListener("submit", () => {
    sending = true;
  });
  window.addEventListener("pageshow", () => {
    sending = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (!sending && contents(form) !== atFirst) {
      event.preventDefault();
    }
  });
}
