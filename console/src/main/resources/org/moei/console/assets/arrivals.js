// One line a person: Enter keeps and goes on, "=" copies from above, "?" means asked and not known, "!" calls a medic.
const form = /** @type {HTMLFormElement | null} */ (document.getElementById("line"));
const names = ["sex", "age", "language", "urgent", "alone", "wayOut", "with", "name"];

/** @param {number} column of the cell in the row */
function above(column) {
  const lines = document.querySelectorAll("tr[data-line]");
  const cell = lines[lines.length - 1]?.querySelectorAll("td")[column];
  return cell?.querySelector("bdi")?.textContent?.trim() ?? "";
}

form?.addEventListener("keydown", event => {
  const field = /** @type {HTMLInputElement} */ (event.target);
  const column = names.indexOf(field.name);
  if (column < 0 || event.isComposing) return;
  if (event.key === "=" && field.value === "") {
    field.value = above(column + 1);
    event.preventDefault();
  } else if (event.key === "+" && field.name === "with" && field.value === "") {
    const tokens = document.querySelectorAll("tr[data-line] td.token");
    field.value = tokens[tokens.length - 1]?.textContent?.trim() ?? "";
    event.preventDefault();
  } else if (event.key === "!" && field.name !== "name") {
    const urgent = /** @type {HTMLInputElement} */ (form.elements.namedItem("urgent"));
    urgent.value = urgent.value.startsWith("!") ? urgent.value : "! " + urgent.value;
    urgent.focus();
    event.preventDefault();
  } else if (event.key === "Enter") {
    event.preventDefault();
    form.requestSubmit();
  }
});

// What is typed survives a reload of the page until it is kept.
const draft = "moei.line:" + location.pathname;
if (form) {
  try {
    const kept = JSON.parse(sessionStorage.getItem(draft) ?? "{}");
    for (const name of names) if (kept[name]) /** @type {HTMLInputElement} */ (form.elements.namedItem(name)).value = kept[name];
  } catch { sessionStorage.removeItem(draft); }
  form.addEventListener("input", () => {
    sessionStorage.setItem(draft, JSON.stringify(Object.fromEntries(names.map(name => [name, /** @type {HTMLInputElement} */ (form.elements.namedItem(name)).value]))));
  });
  form.addEventListener("submit", () => sessionStorage.removeItem(draft));
  // The link to the line that was just kept is visible, and the next line is ready.
  document.querySelector("tr[data-line]:last-of-type")?.classList.add("saved-now");
}
