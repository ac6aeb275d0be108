// On an element with an id and data-live-url: fetches the page again every two seconds and takes over what stands in the
// element of that id, until it carries data-live-over. What has the focus keeps it.
const PAUSE = 2000;

export default function live(element) {
  element.querySelectorAll("[data-without-script]").forEach((hint) => { hint.hidden = true; });
  if ("liveOver" in element.dataset) return;

  async function look() {
    let next = null;
    try {
      const answer = await fetch(element.dataset.liveUrl, { headers: { Accept: "text/html" } });
      if (answer.ok) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        next = page.getElementById(element.id);
      }
    } catch {
      // no network for a moment: look again
    }
    if (next) {
      const hadFocus = element.contains(document.activeElement);
      const wasOpen = element.querySelector("details[open]") !== null;
      element.innerHTML = next.innerHTML;
      if (wasOpen) element.querySelector("details")?.setAttribute("open", "");
      element.querySelectorAll("[data-without-script]").forEach((hint) => { hint.hidden = true; });
      if (hadFocus) element.querySelector("button, a")?.focus();
      if ("liveOver" in next.dataset) {
        element.dataset.liveOver = "";
        return;
      }
    }
    setTimeout(look, PAUSE);
  }
  setTimeout(look, PAUSE);
}
