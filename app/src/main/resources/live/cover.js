"use strict";

function showCover(cover) {
  document.getElementById("missing").hidden = cover.people === 0;
  const bare = cover.lines.filter(line => !line.covered);
  const counted = cover.people > cover.lines.length ? "the " + cover.lines.length + " who lack most of " + cover.people : cover.people + " protected";
  document.getElementById("missing-title").textContent = "What is missing right now: " + counted;
  showItems(document.getElementById("gaps"), cover.lines.map(coverLine));
  document.getElementById("all-covered").hidden = bare.length > 0;
}

function coverLine(line) {
  const id = "cover-" + (line.case || line.person);
  const item = document.getElementById(id) || document.createElement("li");
  item.id = id;
  item.dataset.severity = line.severity;
  const text = JSON.stringify(line);
  if (item.dataset.text === text) {
    return item;
  }
  item.dataset.text = text;
  const who = document.createElement("p");
  who.className = "headline";
  who.textContent = line.person + (line.case ? " (" + line.case + ")" : "") + (line.covered ? ": covered" : "");
  item.replaceChildren(who, ...line.gaps.map(gapLine));
  return item;
}

function gapLine(gap) {
  const words = document.createElement("p");
  words.className = "gap";
  words.dataset.severity = gap.severity;
  const what = document.createElement("strong");
  what.textContent = gap.severity + " " + gap.kind.replaceAll("-", " ");
  const about = (gap.about ? " " + gap.about : "") + ", since " + when(gap.since);
  const due = gap.deadline ? ", due " + when(gap.deadline) : "";
  words.append(what, about + due + (gap.detail ? ": " + gap.detail : "") + ". " + gap.owner.replaceAll("-", " ") + ": " + gap.toDo + ".");
  return words;
}

function when(text) {
  return new Date(text).toLocaleString("en-GB", {dateStyle: "short", timeStyle: "short"});
}

function refreshCover() {
  return refresh("/cover", showCover);
}
