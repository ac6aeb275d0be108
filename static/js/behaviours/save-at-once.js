// On a <form data-saved="Saved"> with [data-status] inside: each choice is saved at once; the button does the same.
export default function saveAtOnce(form) {
  const status = form.querySelector("[data-status]");
  form.addEventListener("change", async () => {
    status.textContent = "";
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), credentials: "same-origin" });
    if (answer.ok) status.textContent = form.dataset.saved;
  });
}
