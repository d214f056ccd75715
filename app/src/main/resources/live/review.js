"use strict";

function showReview(review) {
  document.getElementById("review").hidden = review.alerts === 0;
  const reasons = Object.entries(review.falseAlarms).map(([reason, count]) => reason + " " + count);
  document.getElementById("verdicts").textContent = review.alerts + " alerts of closed incidents: " +
      "of the respondent " + review.respondents + (reasons.length ? "; false: " + reasons.join(", ") : "") + ".";
  document.getElementById("steps").replaceChildren(...review.steps.map(step => {
    const item = document.createElement("li");
    item.textContent = "A threshold above " + step.score.toFixed(3) + " would have spared " + step.mistakesLess +
        " of another person, and lost " + step.respondentsLost + " of a respondent.";
    return item;
  }));
}

function refreshReview() {
  return refresh("/review", showReview);
}
