"use strict";

function showStrangers(all) {
  document.getElementById("unfamiliar").hidden = all.length === 0;
  const items = all.map(face => document.getElementById("stranger-" + face.id) || newStranger(face));
  showItems(document.getElementById("strangers"), items);
}

function newStranger(face) {
  const item = document.createElement("li");
  item.id = "stranger-" + face.id;
  const image = document.createElement("img");
  image.alt = "Unfamiliar face";
  image.src = "/unfamiliar/" + face.id + ".jpg";
  const words = document.createElement("p");
  words.textContent = "At " + face.place + " (" + face.camera + "), " + new Date(face.seen).toLocaleTimeString("en-GB");
  const button = document.createElement("button");
  button.textContent = "I have looked: forget it";
  button.onclick = async () => {
    await fetch("/unfamiliar/" + face.id + "/dismiss", {method: "POST", headers: {"X-Haetae-Action": "unfamiliar"}});
    refreshStrangers();
  };
  item.append(image, words, button);
  return item;
}

function refreshStrangers() {
  return refresh("/unfamiliar", showStrangers);
}
