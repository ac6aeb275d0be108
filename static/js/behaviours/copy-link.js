// On a <button hidden data-copy="address" data-copied="Copied">: copies the address and says so.
export default function copyLink(button) {
  if (!navigator.clipboard) return;
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.setAttribute("aria-live", "polite");
    button.textContent = button.dataset.copied;
    setTimeout(() => {
      button.textContent = label;
    }, 4000);
  });
}
