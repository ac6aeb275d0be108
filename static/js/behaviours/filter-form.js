// On a GET <form> of filters: choosing sends it at once; its [data-without-script] button is then not needed.
export default function filterForm(form) {
  form.querySelectorAll("[data-without-script]").forEach((button) => {
    button.hidden = true;
  });
  form.addEventListener("change", (event) => {
    if (event.target.matches("select, input[type=checkbox], input[type=radio]")) {
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
