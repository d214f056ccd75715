"use strict";

const ORDER_STEPS = {
  "ahead": ["extend", "revoke"],
  "in force": ["extend", "suspend", "revoke", "enrol-again"],
  "suspended": ["extend", "resume", "revoke"],
};

function day(instant) {
  return new Date(instant).toLocaleDateString("en-CA");
}

function standing(order) {
  switch (order.state) {
    case "in force": return "in force until " + day(order.until);
    case "ahead": return "in force from " + day(order.from);
    case "suspended": return "suspended";
    default: return order.state + " on " + day(order.until);
  }
}

function faces(order) {
  if (order.unapproved) {
    return "Two people must look at the photographs before this face is looked for. Approved by: " +
        (order.approvals.length ? order.approvals.join(", ") : "nobody yet") + ".";
  }
  if (order.faces > 0) {
    return (order.faces === 1 ? "One face is" : order.faces + " faces are") + " looked for.";
  }
  if (order.forgetting && order.state !== "in force") {
    return order.forgotten
        ? "Its faces were forgotten at " + new Date(order.forgotten).toLocaleTimeString("en-GB") + ": gone from memory, their key destroyed, their rows deleted."
        : "Its faces are being forgotten.";
  }
  return order.state === "in force" ? "NOBODY IS LOOKED FOR under it: see the technical alerts." : "Nobody is looked for.";
}

function showOrders(all) {
  const items = all.map(order => {
    const item = document.getElementById("order-" + order.id) || stepped("order", order.id, orderStep);
    const steps = ORDER_STEPS[order.state] || [];
    item.classList.toggle("unenforced", order.state !== "in force");
    item.classList.toggle("faceless", order.state === "in force" && order.faces === 0);
    item.querySelector(".name").textContent = order.id;
    item.querySelector(".what").textContent = order.kind + ", " + order.reference + ": keeps " +
        order.respondent + " away from " + order.places.join(", ") + "; " + standing(order);
    item.querySelector(".story").textContent = faces(order);
    for (const button of item.querySelectorAll("button")) {
      button.hidden = button.dataset.step === "approve" ? !order.unapproved : !steps.includes(button.dataset.step);
    }
    showPhotographs(item.querySelector(".photographs"), order);
    return item;
  });
  showItems(document.getElementById("orders"), items);
}

// All of them: whoever approves a face approves each photograph that it is made of.
function showPhotographs(place, order) {
  if (place.children.length === order.photographs) return;
  place.replaceChildren(...Array.from({length: order.photographs}, (_, number) => {
    const image = document.createElement("img");
    image.alt = "Enrolment photograph " + (number + 1);
    image.src = "/respondents/" + encodeURIComponent(order.respondent) + "/" + number + ".jpg";
    return image;
  }));
}

const WHY = {
  "suspend": "Why is it suspended? Its faces are forgotten at once, and enrolled again when it is enforced again.",
  "revoke": "Why is it revoked? This can't be undone: its faces are forgotten for good.",
};

async function orderStep(id, name) {
  const body = {by: signed()};
  if (!body.by) return;
  if (WHY[name]) {
    body.reason = prompt(WHY[name]) || "";
    if (!body.reason) return;
  }
  if (name === "extend") {
    body.until = prompt("Until which day? It ends at the beginning of that day.", "") || "";
    body.court = body.until && (prompt("Which court has decided it?") || "");
    body.reference = body.court && (prompt("The decision's own number?") || "");
    if (!body.reference) return;
  }
  await send("/orders/" + encodeURIComponent(id) + "/" + name, "order", body);
  refreshOrders();
}

function refreshOrders() {
  return refresh("/orders", showOrders);
}
