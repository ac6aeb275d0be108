// On a <form>: a second click while the first one is under way sends nothing more. Coming back to the page by the
// browser's "back" makes it usable again.
export default function sendOnce(form) {
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  window.addEventListener("pageshow", () => { sent = false; });
}
