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

const heard = new Set();
function soundNewDangers(first) {
  let fresh = false;
  for (const row of document.querySelectorAll(".incident.danger.open[id]")) {
    fresh = fresh || !heard.has(row.id);
    heard.add(row.id);
  }
  if (fresh && !first) siren();
}

const lost = document.querySelector(".lost");
const answers = {stream: true, page: true};
function connected(part, is) {
  answers[part] = is;
  if (lost) lost.hidden = answers.stream && answers.page;
}

// A button that is taken away under a finger would not be pressed.
let pressing = false;
document.addEventListener("pointerdown", () => { pressing = true; });
document.addEventListener("pointerup", () => { setTimeout(() => { pressing = false; }, 300); });

let last = "";
document.body.addEventListener("htmx:beforeSwap", event => {
  const detail = event.detail;
  if (detail.xhr.responseURL && !detail.xhr.responseURL.endsWith("/wall/now")) {
    location.href = "/sign-in"; // signed out meanwhile
    detail.shouldSwap = false;
    return;
  }
  connected("page", detail.xhr.status === 200);
  if (detail.xhr.status !== 200 || pressing || detail.xhr.responseText === last) {
    detail.shouldSwap = false;
    return;
  }
  last = detail.xhr.responseText;
});
document.body.addEventListener("htmx:sendError", () => connected("page", false));
document.body.addEventListener("htmx:timeout", () => connected("page", false));
document.body.addEventListener("htmx:afterSwap", () => { followAll(); age(); soundNewDangers(false); });

if (document.getElementById("now")) {
  const events = new EventSource("/events");
  events.onopen = () => connected("stream", true);
  events.onerror = () => connected("stream", false);
  for (const word of ["alert", "incidents"]) {
    events.addEventListener(word, () => htmx.trigger(document.body, "haetae:changed"));
  }
  soundNewDangers(true);
}
setInterval(age, 1000);
followAll();
age();
