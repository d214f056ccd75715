"use strict";

function showReleases(all) {
  document.getElementById("releases").hidden = all.length === 0;
  const items = all.map(notice => {
    const id = notice.case + "-" + notice.notice + "-" + notice.to;
    const item = document.getElementById("release-" + id) || stepped("release", id, (_, name) => releaseStep(notice, name));
    item.querySelector(".what").textContent = notice.kind.replaceAll("-", " ") + ", " + when(notice.effective) +
        ": the " + notice.to.replaceAll("-", " ") + " of " + notice.case + " has not confirmed";
    item.querySelector(".story").textContent = notice.attempts === 0 ? "Nobody has been told yet."
        : "Tried " + notice.attempts + " times; the last time: " + notice.last + ".";
    return item;
  });
  showItems(document.getElementById("notices"), items);
}

async function releaseStep(notice, name) {
  const body = {by: signed(), notice: notice.notice, to: notice.to};
  if (!body.by) return;
  if (name === "confirm") {
    body.code = prompt("Which code did the person give back?") || "";
    if (!body.code) return;
  } else {
    body.proof = prompt("Who said it to whom, where and when?") || "";
    if (!body.proof) return;
  }
  await send("/releases/" + encodeURIComponent(notice.case) + "/" + name, "release", body);
  refreshReleases();
}

function refreshReleases() {
  return refresh("/releases", showReleases);
}
