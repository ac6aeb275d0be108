// On an element with data-until and data-now (ISO times; now is the server's): counts down to it in minutes and seconds.
// Who asked for less motion sees it change once a minute.
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

export function timeLeft(until, now) {
  const seconds = Math.max(0, Math.round((until - now) / 1000));
  const minutes = Math.floor(seconds / 60);
  if (calm.matches) return `${Math.ceil(seconds / 60)} min`;
  return `${minutes}:${String(seconds % 60).padStart(2, "0")}`;
}

export default function countdown(element) {
  const until = Date.parse(element.dataset.until);
  const ahead = Date.parse(element.dataset.now) - Date.now();
  const show = () => {
    const text = timeLeft(until, Date.now() + ahead);
    if (element.textContent !== text) element.textContent = text;
    if (!element.isConnected) clearInterval(timer);
  };
  const timer = setInterval(show, 1000);
  show();
}
