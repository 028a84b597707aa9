// Country outlines and rings for townships, from the table beside the map. Nothing is fetched from outside.
/* global L */
const place = document.getElementById("map");
const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("tr[data-lat]")]);

if (place && typeof L !== "undefined") {
  const map = L.map(place, { minZoom: 3, maxZoom: 8, zoomSnap: .5, attributionControl: false, worldCopyJump: false, fadeAnimation: false, zoomAnimation: false });
  const style = getComputedStyle(document.documentElement);
  const ink = style.getPropertyValue("--ink").trim(), line = style.getPropertyValue("--edge").trim(), land = style.getPropertyValue("--sunk").trim();
  fetch(place.dataset.countries ?? "").then(answer => answer.json()).then(countries => {
    L.geoJSON(countries, { interactive: false, style: { color: line, weight: 1, fillColor: land, fillOpacity: 1 } }).addTo(map).bringToBack();
  });
  /** @type {Map<string, {lat: number, lng: number, names: string[], township: string}>} */
  const townships = new Map();
  for (const row of rows) {
    const lat = Number(row.dataset.lat), lng = Number(row.dataset.lng);
    if (!Number.isFinite(lat) || !Number.isFinite(lng) || (lat === 0 && lng === 0)) continue;
    const key = (row.dataset.place ?? "") + "|" + (row.dataset.country ?? "");
    const known = townships.get(key) ?? { lat, lng, names: [], township: row.dataset.place ?? "" };
    known.names.push(row.dataset.name ?? "");
    townships.set(key, known);
  }
  const bounds = [];
  for (const town of townships.values()) {
    bounds.push([town.lat, town.lng]);
    const ring = L.circleMarker([town.lat, town.lng], { radius: 6 + Math.min(8, town.names.length), color: ink, weight: 2, fillColor: ink, fillOpacity: .15 }).addTo(map);
    const text = document.createElement("span");
    text.textContent = town.township;
    ring.bindTooltip(text, { permanent: townships.size < 40, direction: "auto", className: "town", offset: [8, 0] });
    const list = document.createElement("div");
    const head = document.createElement("strong");
    head.textContent = town.township;
    list.append(head);
    for (const name of town.names) { const entry = document.createElement("div"); entry.textContent = name; list.append(entry); }
    ring.bindPopup(list);
  }
  if (bounds.length) map.fitBounds(bounds, { padding: [40, 40], maxZoom: 6 }); else map.setView([15, 101], 5);
}
