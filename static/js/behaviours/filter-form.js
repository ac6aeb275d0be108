// On a GET <form> of filters: choosing with a mouse or finger sends it at once. Who moves through the choices by
// keyboard changes the value at every step, and presses the button instead; [data-without-script] is then not needed.
export default function filterForm(form) {
  form.querySelectorAll("[data-without-script]").forEach((button) => {
    button.hidden = true;
  });
  let byPointer = false;
  form.addEventListener("pointerdown", () => { byPointer = true; });
  form.addEventListener("keydown", () => { byPointer = false; });
  form.addEventListener("change", (event) => {
    if (byPointer && event.target.matches("select, input[type=checkbox], input[type=radio]")) {
      form.requestSubmit();
    }
  });
  // Empty fields would only make the address long.
  form.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData]) {
      if (value === "") event.formData.delete(name);
    }
  });
}
