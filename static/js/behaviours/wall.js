// On a region with data-seconds: fetches the page anew that often and shows its region instead; when the network is gone,
// what is there stays. Inside, [data-until] counts down. Without scripts the page reloads itself.
import countdown from "./countdown.js";

export default function wall(region) {
  const start = () => region.querySelectorAll("[data-until]").forEach(countdown);
  const renew = async () => {
    try {
      const answer = await fetch(window.location.href, { cache: "no-store" });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector('[data-behaviour="wall"]');
      if (!fresh) return;
      region.replaceChildren(...fresh.childNodes);
      start();
    } catch {
      // the network is gone for now: the next round tries again
    }
  };
  setInterval(renew, Number(region.dataset.seconds) * 1000);
  start();
}
