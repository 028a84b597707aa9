// Every page: keys, and what htmx needs to keep focus and to say aloud what changed.
import "./keys.js";

const say = document.getElementById("say");

document.addEventListener("htmx:afterSwap", event => {
  const target = /** @type {HTMLElement} */ (event.target);
  const words = target.closest("[data-say]")?.getAttribute("data-say");
  if (words && say) say.textContent = words;
});

// An answer that is not a page fragment (session over, refused) is shown as a whole page instead of inside a table.
document.addEventListener("htmx:beforeOnLoad", event => {
  const request = /** @type {CustomEvent} */ (event).detail.xhr;
  if (new URL(request.responseURL).pathname === "/sign-in") location.assign("/sign-in?expired");
});

// Focus goes back to the row that was left.
const place = "moei.row:" + location.pathname;
const left = sessionStorage.getItem(place);
if (left) {
  sessionStorage.removeItem(place);
  /** @type {HTMLElement | null} */ (document.querySelector(`[data-row] a[href="${CSS.escape(left)}"]`))?.focus();
}
document.addEventListener("click", event => {
  const link = /** @type {HTMLElement} */ (event.target).closest?.("[data-row] a[href]");
  if (link) sessionStorage.setItem(place, link.getAttribute("href") ?? "");
});

// A form is sent once, however often its button is pressed.
document.addEventListener("submit", event => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (form.method === "post") {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, 4000);
  }
});
