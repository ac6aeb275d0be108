// On an element with an id and data-live-url: fetches the page again every two seconds and takes over what stands in the
// element of that id, until it carries data-live-over. What has the focus keeps it; what [data-live-says] holds is read
// out when it changes.
const PAUSE = 2000;

export default function live(element) {
  hideHints(element);
  if ("liveOver" in element.dataset) return;
  const voice = document.createElement("p");
  voice.className = "visually-hidden";
  voice.setAttribute("role", "status");
  element.before(voice);
  let said = wordsOf(element);

  async function look() {
    const next = await fetched(element);
    if (next) {
      takeOver(element, next);
      const words = wordsOf(element);
      if (words !== said) voice.textContent = said = words;
      if ("liveOver" in next.dataset) {
        element.dataset.liveOver = "";
        return;
      }
    }
    setTimeout(look, PAUSE);
  }
  setTimeout(look, PAUSE);
}

async function fetched(element) {
  try {
    const answer = await fetch(element.dataset.liveUrl, { headers: { Accept: "text/html" } });
    if (!answer.ok) return null;
    return new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(element.id);
  } catch {
    return null; // no network for a moment: look again
  }
}

function takeOver(element, next) {
  const hadFocus = element.contains(document.activeElement);
  const wasOpen = element.querySelector("details[open]") !== null;
  element.innerHTML = next.innerHTML;
  if (wasOpen) element.querySelector("details")?.setAttribute("open", "");
  hideHints(element);
  if (hadFocus) element.querySelector("button, a")?.focus();
}

function hideHints(element) {
  element.querySelectorAll("[data-without-script]").forEach((hint) => { hint.hidden = true; });
}

function wordsOf(element) {
  return [...element.querySelectorAll("[data-live-says]")].map((each) => each.innerText.replace(/\s+/g, " ").trim()).join(". ");
}
