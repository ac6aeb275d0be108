// On a <form data-saved="Saved"> with [data-status] inside: each choice is saved at once; the button does the same. A choice
// that could not be saved is sent as the button sends it, so that a page says why.
export default function saveAtOnce(form) {
  const status = form.querySelector("[data-status]");
  form.addEventListener("change", async () => {
    status.textContent = "";
    const sent = fetch(form.action, { method: "POST", body: new FormData(form), credentials: "same-origin" });
    const answer = await sent.catch(() => null); // no network
    if (answer?.ok) status.textContent = form.dataset.saved;
    else form.requestSubmit();
  });
}
