"use strict";

// Every tile asks for its next picture when it has shown the last. One that is not live is taken
// away: an old picture must never look like now.
async function follow(image) {
  let shown = null;
  while (image.isConnected) {
    try {
      const answer = await fetch("/cameras/" + encodeURIComponent(image.dataset.camera) + ".jpg",
          {signal: AbortSignal.timeout(3000)});
      if (answer.status === 200) {
        const next = URL.createObjectURL(await answer.blob());
        image.src = next;
        if (shown) URL.revokeObjectURL(shown);
        shown = next;
      } else {
        image.removeAttribute("src");
      }
    } catch {
      image.removeAttribute("src");
    }
    await new Promise(resolve => setTimeout(resolve, 150));
  }
}

const followed = new WeakSet();
function followAll() {
  for (const image of document.querySelectorAll("img[data-camera]")) {
    if (!followed.has(image)) {
      followed.add(image);
      follow(image);
    }
  }
}

const sound = document.getElementById("sound");
let audio = null;

// Two tones, the second higher, three times: to be told from any telephone.
function siren() {
  if (!audio) return;
  for (let n = 0; n < 6; n++) {
    const tone = audio.createOscillator();
    const gain = audio.createGain();
    tone.type = "square";
    tone.frequency.value = n % 2 ? 1320 : 880;
    gain.gain.value = 0.2;
    tone.connect(gain).connect(audio.destination);
    tone.start(audio.currentTime + n * 0.22);
    tone.stop(audio.currentTime + n * 0.22 + 0.18);
  }
}

// Browsers play nothing before somebody has pressed something.
if (sound) {
  sound.onclick = () => {
    audio = audio || new AudioContext();
    audio.resume();
    sound.setAttribute("aria-pressed", "true");
    sound.textContent = sound.dataset.on;
    siren();
  };
}

const spoken = document.getElementById("spoken");
const title = document.title;
const heard = new Set();

// What is new is heard and read out once. The list itself is no live region: whatever else changes
// in it would be read out again.
function tellNewIncidents(first) {
  const fresh = [...document.querySelectorAll(".incident.open[id]")].filter(row => !heard.has(row.id));
  for (const row of fresh) heard.add(row.id);
  const dangers = document.querySelectorAll(".incident.danger.open[id]").length;
  const named = dangers > 0 ? "▲ " + dangers + " · " + title : title;
  if (document.title !== named) document.title = named;
  if (first || fresh.length === 0) return;
  if (spoken) spoken.textContent = fresh.map(row => row.querySelector("h3").innerText).join(". ");
  if (fresh.some(row => row.matches(".danger"))) siren();
}

// A house that answers nothing is as lost as one that can't be reached.
const LONGEST_SILENCE = 6000;
const lost = document.querySelector(".lost");
const answers = {stream: true, page: true};
let answered = performance.now();
function connected(part, is) {
  answers[part] = is;
  if (part === "page" && is) answered = performance.now();
  if (lost) lost.hidden = answers.stream && answers.page;
}

// A button that is taken away under a finger would not be pressed. Held back for a while only: a
// press may end outside of the page, where nothing tells of it.
let pressedUntil = 0;
const press = (milliseconds) => () => { pressedUntil = performance.now() + milliseconds; };
for (const down of ["pointerdown", "keydown"]) document.addEventListener(down, press(2000));
for (const up of ["pointerup", "pointercancel", "keyup"]) document.addEventListener(up, press(300));

let last = "";
document.body.addEventListener("htmx:beforeSwap", event => {
  const detail = event.detail;
  if (detail.xhr.responseURL && !detail.xhr.responseURL.endsWith("/wall/now")) {
    location.href = "/sign-in"; // signed out meanwhile
    detail.shouldSwap = false;
    return;
  }
  connected("page", detail.xhr.status === 200);
  const pressing = performance.now() < pressedUntil;
  if (pressing) setTimeout(() => htmx.trigger(document.body, "haetae:changed"), 400);
  if (detail.xhr.status !== 200 || pressing || detail.xhr.responseText === last) {
    detail.shouldSwap = false;
    return;
  }
  last = detail.xhr.responseText;
});
document.body.addEventListener("htmx:sendError", () => connected("page", false));
document.body.addEventListener("htmx:timeout", () => connected("page", false));
document.body.addEventListener("htmx:afterSwap", () => { followAll(); age(); tellNewIncidents(false); });

if (document.getElementById("now")) {
  const events = new EventSource("/events");
  events.onopen = () => connected("stream", true);
  events.onerror = () => connected("stream", false);
  for (const word of ["alert", "incidents"]) {
    events.addEventListener(word, () => htmx.trigger(document.body, "haetae:changed"));
  }
  tellNewIncidents(true);
  setInterval(() => {
    if (performance.now() - answered > LONGEST_SILENCE) connected("page", false);
  }, 1000);
}
followAll();
