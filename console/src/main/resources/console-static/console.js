// What is bad must be said: the note of a point is demanded as soon as "bad" is chosen.
document.addEventListener("change", (event) => {
  const check = event.target.closest("[data-check]");
  if (check) {
    const bad = check.querySelector('input[value="BAD"]').checked;
    check.querySelector('input[name^="note-"]').required = bad;
  }
});
