// Keys outside fields. A key marks or moves; only Enter on a form keeps, and U undoes.
const body = document.body;
let going = 0;

/** @param {EventTarget | null} target */
function inField(target) {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName))
    && !(target instanceof HTMLInputElement && /^(radio|checkbox)$/.test(target.type));
}

function rows() {
  return /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-row]")]).filter(row => row.offsetParent !== null);
}

/** @param {number} step */
function move(step) {
  const all = rows();
  if (!all.length) return;
  const here = all.findIndex(row => row.classList.contains("here"));
  const next = here < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, here + step));
  all[here]?.classList.remove("here");
  const row = all[next];
  row.classList.add("here");
  const focus = /** @type {HTMLElement | null} */ (row.querySelector("a[href], button, input:not([type=hidden])"));
  (focus ?? row).focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

/** @param {string} selector */
function press(selector) {
  const found = /** @type {HTMLElement | null} */ (document.querySelector(selector));
  found?.click();
  return found !== null;
}

document.addEventListener("focusin", event => {
  const row = /** @type {HTMLElement} */ (event.target).closest?.("[data-row]");
  if (row && !row.classList.contains("here")) {
    for (const other of rows()) other.classList.remove("here");
    row.classList.add("here");
  }
});

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Escape" && inField(event.target)) { /** @type {HTMLElement} */ (event.target).blur(); return; }
  if (inField(event.target) || body.dataset.letterKeys === "off") return;
  const key = event.key.toLowerCase();
  if (going && Date.now() - going < 1500) {
    going = 0;
    if (/^[a-z]$/.test(key) && press(`nav a[data-letter="${key.toUpperCase()}"]`)) event.preventDefault();
    return;
  }
  switch (key) {
    case "g": going = Date.now(); break;
    case "j": move(1); break;
    case "k": move(-1); break;
    case "/": {
      const find = /** @type {HTMLElement | null} */ (document.querySelector("[data-find]"));
      if (find) find.focus(); else if (press("nav a[data-find-page]")) { /* the page with the field opens */ }
      break;
    }
    case "?": press("[data-help]"); break;
    case "n": press("[data-next]"); break;
    case "u": {
      const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-undo]"));
      form?.requestSubmit();
      break;
    }
    case "x": {
      const mark = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-row].here input[type=checkbox]"));
      if (mark) mark.click();
      break;
    }
    case "1": case "2": case "3": case "4": {
      const choice = /** @type {HTMLInputElement | null} */ (document.querySelector(`input[data-key="${key}"]`));
      if (choice) { choice.checked = true; choice.focus(); choice.dispatchEvent(new Event("change", { bubbles: true })); }
      break;
    }
    case "enter": {
      const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-enter]"));
      if (form && form.querySelector("input[data-key]:checked") && !(event.target instanceof HTMLButtonElement) && !(event.target instanceof HTMLAnchorElement)) {
        form.requestSubmit();
        break;
      }
      return;
    }
    default: return;
  }
  event.preventDefault();
});
