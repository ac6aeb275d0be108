// On an element with data-when="field-name" and data-is="value one|value two": is shown only while the field in
// the same form has such a value (no data-is: while it is ticked or filled). Hidden fields are not sent.
function current(form, name) {
  return [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)]
    .filter((field) => (["checkbox", "radio"].includes(field.type) ? field.checked : field.value !== ""))
    .map((field) => field.value);
}

export default function disclosure(element) {
  const form = element.closest("form");
  const wanted = element.dataset.is?.split("|");
  const update = () => {
    const values = current(form, element.dataset.when);
    const shown = wanted ? values.some((value) => wanted.includes(value)) : values.length > 0;
    element.hidden = !shown;
    element.querySelectorAll("input, select, textarea").forEach((field) => {
      field.disabled = !shown;
    });
  };
  form.addEventListener("change", update);
  update();
}
