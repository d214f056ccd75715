// What is bad must be said: the note of a point is demanded as soon as "bad" is chosen.
document.addEventListener("change", (event) => {
  const check = event.target.closest("[data-check]");
  if (check) {
    const bad = check.querySelector('input[value="BAD"]').checked;
    check.querySelector('input[name^="note-"]').required = bad;
  }
});

// Work by keys: J and K choose a row, a letter presses what bears it.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
  const rows = [...document.querySelectorAll("[data-row]")];
  if (rows.length === 0) return;
  const chosen = rows.findIndex((row) => row.contains(document.activeElement));
  const key = event.key.toLowerCase();
  if (key === "j" || key === "k") {
    const next = chosen < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, chosen + (key === "j" ? 1 : -1)));
    (rows[next].querySelector("a[data-key]") || rows[next]).focus();
  } else if (/^[a-z]$/.test(key)) {
    // Without a choice a letter means the only row there is, never one of several.
    const row = chosen >= 0 ? rows[chosen] : rows.length === 1 ? rows[0] : null;
    const target = row && row.querySelector(`[data-key="${key}"]`);
    if (!target) return;
    event.preventDefault();
    if (target.matches("button, a")) target.click(); else target.focus();
  }
});

function lasting(seconds) {
  if (seconds < 120) return seconds + " s";
  return seconds < 7200 ? Math.floor(seconds / 60) + " min" : Math.floor(seconds / 3600) + " h";
}

// Ages count here, so that a page in which nothing else changed is not drawn anew.
function age() {
  for (const span of document.querySelectorAll("[data-since]")) {
    const words = lasting(Math.max(0, Math.round((Date.now() - new Date(span.dataset.since)) / 1000)));
    if (span.textContent !== words) span.textContent = words;
  }
}
setInterval(age, 1000);
age();
