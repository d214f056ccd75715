"use strict";

const cameras = document.getElementById("cameras");
const alerts = document.getElementById("alerts");
const state = document.getElementById("state");
const MOST_SHOWN = 12;

function addCamera(camera) {
  const figure = document.createElement("figure");
  figure.className = "camera";
  figure.id = "camera-" + camera.id;
  const image = document.createElement("img");
  image.alt = "Camera " + camera.id;
  const view = document.createElement("div");
  view.className = "view";
  const say = document.createElement("p");
  say.className = "say";
  say.hidden = true;
  const unfit = document.createElement("p");
  unfit.className = "unfit";
  unfit.hidden = true;
  view.append(image, say, unfit);
  const caption = document.createElement("figcaption");
  const name = document.createElement("span");
  name.textContent = camera.id;
  const age = document.createElement("span");
  age.className = "age";
  age.textContent = "waiting for a picture";
  caption.append(name, age);
  figure.append(view, caption);
  cameras.append(figure);
  follow(camera.id, image, age, figure);
}

function lasting(seconds) {
  if (seconds < 120) return seconds + " s";
  return seconds < 7200 ? Math.floor(seconds / 60) + " min" : Math.floor(seconds / 3600) + " h";
}

// What can't be the present is covered at once, whatever picture lies below.
function showHealth(health) {
  for (const camera of health.cameras) {
    const figure = document.getElementById("camera-" + camera.id);
    if (!figure) continue;
    const say = figure.querySelector(".say");
    const live = camera.state === "live";
    figure.classList.toggle("unwell", !live);
    figure.classList.toggle("blind", !camera.showsThePresent);
    say.hidden = live;
    say.textContent = camera.words + " for " + lasting(camera.seconds) +
        (camera.showsThePresent ? "" : ": " + camera.reason);
    say.title = camera.reason;
    figure.dataset.state = camera.words;
    const unfit = figure.querySelector(".unfit");
    const fit = camera.fit || {verdict: "", words: ""};
    unfit.hidden = fit.verdict !== "cannot_recognise";
    unfit.textContent = fit.words;
    figure.classList.toggle("gap", !unfit.hidden);
    figure.title = fit.words;
  }
  const cover = document.getElementById("cover");
  cover.hidden = health.coverGaps.length === 0;
  cover.textContent = "Gaps in the cover: " + health.coverGaps.length + " of " + health.cameras.length +
      " cameras can't be relied on (" + health.coverGaps.join(", ") + ")";
  const troubles = document.getElementById("troubles");
  document.getElementById("technical").hidden = health.alerts.length + health.alarms.length === 0;
  const system = health.alarms.map(alarm => {
    const item = document.getElementById("alarm-" + alarm.code) || systemAlarm(alarm.code);
    item.querySelector("strong").textContent = alarm.words + ": " + alarm.parts.join(", ");
    return item;
  });
  const cameras = health.alerts.map(alert => {
    const item = document.getElementById("trouble-" + alert.camera) || trouble(alert.camera);
    item.querySelector("strong").textContent = "Camera " + alert.camera + " at " +
        alert.place + ": " + alert.words + " for " + lasting(alert.seconds);
    item.querySelector(".why").textContent = alert.reason;
    item.querySelector("button").hidden = alert.state !== "moved";
    return item;
  });
  showItems(troubles, [...system, ...cameras]);
}

// Moving an item would take the focus from its button, and the button from under a click.
function showItems(list, items) {
  const same = items.length === list.children.length && items.every((item, i) => item === list.children[i]);
  if (!same) list.replaceChildren(...items);
}

function systemAlarm(code) {
  const item = document.createElement("li");
  item.id = "alarm-" + code;
  const button = document.createElement("button");
  button.textContent = "Send them again";
  button.hidden = code !== "notice-undelivered";
  button.onclick = () => fetch("/deliveries/again",
      {method: "POST", headers: {"X-Haetae-Action": "send-again"}});
  item.append(document.createElement("strong"), button);
  return item;
}

// Turned on purpose? Then a human says so; nothing forgets the old view by itself.
function trouble(camera) {
  const item = document.createElement("li");
  item.id = "trouble-" + camera;
  const why = document.createElement("span");
  why.className = "why";
  const button = document.createElement("button");
  button.textContent = "This is its view from now on";
  button.onclick = () => fetch("/cameras/" + encodeURIComponent(camera) + "/view",
      {method: "POST", headers: {"X-Haetae-Action": "accept-view"}});
  item.append(document.createElement("strong"), why, button);
  return item;
}

async function refreshHealth() {
  showHealth(await (await fetch("/health")).json());
}

// A picture that is not live is taken away: an old one must never look like now.
async function follow(id, image, age, figure) {
  let shown = null;
  for (;;) {
    try {
      const answer = await fetch("/cameras/" + encodeURIComponent(id) + ".jpg");
      if (answer.ok) {
        const next = URL.createObjectURL(await answer.blob());
        image.src = next;
        if (shown) URL.revokeObjectURL(shown);
        shown = next;
        age.textContent = figure.dataset.state || "live";
      } else {
        image.removeAttribute("src");
        age.textContent = "no picture";
      }
    } catch {
      image.removeAttribute("src");
      age.textContent = "no connection";
    }
    await new Promise(resolve => setTimeout(resolve, 150));
  }
}

function percentOf(rate) {
  return "1 in " + Math.round(1 / rate).toLocaleString("en");
}

// Whatever is told of an exercise says so itself, in both languages.
function graded(one) {
  return (one.exercise ? "훈련 EXERCISE: " : "") + one.severity;
}

function addAlert(alert) {
  document.getElementById("quiet").hidden = true;
  const item = document.getElementById("alert").content.cloneNode(true).firstElementChild;
  const set = (name, text) => { item.querySelector("." + name).textContent = text; };
  item.classList.add(alert.severity);
  set("severity", graded(alert));
  set("what", alert.respondent + " at " + alert.place + " (" + alert.camera + ")");
  item.querySelector(".crop").src = "/alerts/" + alert.id + ".jpg";
  item.querySelector(".enrolled").src = "/respondents/" + encodeURIComponent(alert.respondent) + ".jpg";
  set("distance", Math.round(alert.metres) + " m from the place (± " + Math.max(1, Math.round(alert.uncertainty)) + " m), " +
      alert.metresFromCamera.toFixed(1) + " m before the camera");
  set("trend", alert.trend);
  set("score", alert.score.toFixed(2) + " (needed " + alert.threshold.toFixed(2) + ")");
  set("evidence", alert.looks + " looks over " + alert.span.toFixed(1) + " s at a face of " + alert.faceHeight +
      " pixels; by target " + percentOf(alert.falsePositiveRate) + " strangers' passages, gallery of " + alert.gallerySize);
  set("circumstances", alert.circumstances.join("; "));
  item.querySelector(".circumstances").parentElement.hidden = alert.circumstances.length === 0;
  set("order", alert.order + ", " + alert.reference + ", in force until " + alert.until.slice(0, 10));
  set("decided", new Date(alert.decided).toLocaleTimeString("en-GB") + ", " + alert.latencyMs + " ms after the picture");
  alerts.prepend(item);
  while (alerts.children.length > MOST_SHOWN) alerts.lastElementChild.remove();
  const camera = document.getElementById("camera-" + alert.camera);
  if (camera) {
    camera.classList.add("alerted");
    setTimeout(() => camera.classList.remove("alerted"), 10000);
  }
}

const STEPS = {
  "open": ["acknowledge", "dispatch"],
  "acknowledged": ["dispatch", "resolve", "false-alarm"],
  "dispatched": ["resolve", "false-alarm"],
};
const REASONS = {
  "approach": ["another-person", "not-a-live-face", "lawful-presence", "drill"],
  "sos": ["pressed-by-mistake", "drill"],
};
const operator = document.getElementById("operator");
const answer = document.getElementById("answer");

function ago(instant) {
  return lasting(Math.max(0, Math.round((Date.now() - new Date(instant)) / 1000))) + " ago";
}

function count(number, what) {
  return number === 1 ? "one " + what : number + " " + what + "s";
}

function story(incident) {
  const alerts = count(incident.alerts, incident.cause === "sos" ? "call" : "alert");
  const told = incident.state === "open"
      ? " Nobody has answered; told so far: " + incident.told + (incident.tier ? " (call " + (incident.tier + 1) + ")." : ".")
      : "";
  const second = incident.secondPersonWanted ? " A second person must agree before a patrol is sent." : "";
  return alerts + ", the last " + ago(incident.lastAlert) + "; opened " + ago(incident.opened) + "." + told + second;
}

// The words of an incident's first line; a call for help names no respondent, for none was seen.
function what(incident) {
  return incident.cause === "sos"
      ? "a protected person calls for help, " + incident.state + "; " + incident.case
      : (incident.respondent || "somebody") + ", " + incident.state + "; " + incident.order + ", " + (incident.reference || "no longer on this site");
}

const NOT_HELD = {
  "reserved": "Not handed over by the books: it may be the test call.",
  "lost": "Lost by the books: somebody else may have it.",
};

// Where to go, in the order in which somebody who must go there reads it.
function whereabouts(call) {
  const places = call.places.join(", ");
  const near = call.metres === undefined ? "" : "about " + call.metres + " m from " + call.places[0] + ": ";
  const where = call.latitude === undefined
      ? "The watch does not say where it is; look at " + (places || "any protected place") + "."
      : "Where: " + near + call.latitude.toFixed(5) + ", " + call.longitude.toFixed(5) +
          ", measured " + ago(call.positionAt) + ".";
  const battery = call.battery === undefined ? "" : ", battery " + call.battery + " %";
  const held = call.state === "issued" ? "" : " " + (NOT_HELD[call.state] || "Given back by the books: somebody else may have it.");
  return where + " Watch " + call.watch + battery + "." + held;
}

function showIncidents(incidents) {
  // A call that nobody has answered stays on top, whatever cameras see meanwhile.
  const waits = incident => incident.cause === "sos" && incident.state === "open" ? 1 : 0;
  const shown = incidents.filter(incident => STEPS[incident.state]).sort((one, other) => waits(other) - waits(one));
  document.getElementById("calm").hidden = shown.length > 0;
  const items = shown.map(incident => {
    const item = document.getElementById("incident-" + incident.id) || stepped("incident", incident.id, step);
    item.className = "incident " + incident.severity + " " + incident.state + " " + incident.cause;
    item.dataset.cause = incident.cause;
    item.querySelector(".severity").textContent = incident.cause === "sos" ? "SOS" : graded(incident);
    item.querySelector(".what").textContent = what(incident);
    item.querySelector(".whereabouts").hidden = !incident.call;
    item.querySelector(".whereabouts").textContent = incident.call ? whereabouts(incident.call) : "";
    item.querySelector(".story").textContent = story(incident);
    for (const button of item.querySelectorAll("button")) {
      button.hidden = !STEPS[incident.state].includes(button.dataset.step);
    }
    return item;
  });
  showItems(document.getElementById("incidents"), items);
}

// An item of a template, whose buttons take the steps that they are named for.
function stepped(template, id, take) {
  const item = document.getElementById(template).content.cloneNode(true).firstElementChild;
  item.id = template + "-" + id;
  for (const button of item.querySelectorAll("button")) {
    button.onclick = () => take(id, button.dataset.step);
  }
  return item;
}

// What a step is kept under; empty, and said, while nobody has given a name.
function signed() {
  answer.textContent = "";
  const by = operator.value.trim();
  if (by) {
    localStorage.setItem("operator", by);
  } else {
    answer.textContent = "Say who you are first: the step is kept under your name.";
    operator.focus();
  }
  return by;
}

async function send(path, action, body) {
  const reply = await fetch(path, {method: "POST", headers: {"X-Haetae-Action": action}, body: JSON.stringify(body)});
  if (!reply.ok) answer.textContent = await reply.text();
}

async function step(id, name) {
  const body = {by: signed()};
  if (!body.by) return;
  if (name === "resolve") {
    body.outcome = prompt("How did it end?") || "";
    if (!body.outcome) return;
  }
  if (name === "false-alarm") {
    const reasons = REASONS[document.getElementById("incident-" + id).dataset.cause];
    body.reason = prompt("Why was it none? One of: " + reasons.join(", "), reasons[0]) || "";
    if (!body.reason) return;
  }
  await send("/incidents/" + id + "/" + name, "incident", body);
  refreshIncidents();
}

// Shows what a path has, or says why it has nothing.
async function refresh(path, show) {
  const reply = await fetch(path);
  if (reply.ok) {
    show(await reply.json());
  } else {
    answer.textContent = await reply.text();
  }
}

function refreshIncidents() {
  return refresh("/incidents", showIncidents);
}

async function repeat(milliseconds, look) {
  for (;;) {
    try {
      await look();
    } catch {
      // The connection's loss is said at the top, and every picture goes with it.
    }
    await new Promise(resolve => setTimeout(resolve, milliseconds));
  }
}

async function begin() {
  const site = await (await fetch("/site")).json();
  document.getElementById("site").textContent = "site " + site.site;
  document.getElementById("exercise").hidden = !site.exercise;
  if (site.exercise) document.title = "훈련 EXERCISE: " + document.title;
  site.cameras.forEach(addCamera);
  operator.value = localStorage.getItem("operator") || "";
  repeat(500, refreshHealth);
  repeat(1000, refreshIncidents);
  repeat(1000, refreshOrders);
  repeat(1000, refreshStrangers);
  repeat(2000, refreshCover);
  repeat(2000, refreshReleases);
  repeat(5000, refreshReview);
  (await (await fetch("/alerts")).json()).reverse().forEach(addAlert);
  const events = new EventSource("/events");
  events.onopen = () => { state.textContent = "connected"; state.className = ""; };
  events.onerror = () => { state.textContent = "CONNECTION LOST: this page sees nothing now"; state.className = "lost"; };
  events.addEventListener("incidents", () => refreshIncidents().catch(() => {}));
  events.onmessage = message => addAlert(JSON.parse(message.data));
}

begin();
