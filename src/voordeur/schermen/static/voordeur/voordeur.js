// Voordeur: wat htmx niet zelf doet. Zonder dit bestand werkt alles ook.
"use strict";

// After a part of the page was replaced: put the focus where the reader has to go on, and say that it changed.
document.addEventListener("htmx:afterSettle", (gebeurtenis) => {
  const deel = gebeurtenis.target;
  // what tells by itself how far something is does not take the focus
  if ("stil" in deel.dataset) { return; }
  const doel = deel.querySelector("[role=alert], h1, h2");
  if (doel) {
    doel.setAttribute("tabindex", "-1");
    doel.focus();
  }
  const omroep = document.getElementById("omroep");
  omroep.textContent = deel.dataset.omroep || "De pagina is bijgewerkt.";
});

// Escape closes the menu at the bottom and gives the focus back to its button.
document.addEventListener("keydown", (gebeurtenis) => {
  const menu = document.querySelector(".onderrail details[open]");
  if (gebeurtenis.key === "Escape" && menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// In the list of cases the arrows go from case to case; they do nothing anywhere else on the page.
document.addEventListener("keydown", (gebeurtenis) => {
  const stap = { ArrowDown: 1, ArrowUp: -1 }[gebeurtenis.key];
  if (!stap || !gebeurtenis.target.closest(".zaak")) { return; }
  const zaken = [...document.querySelectorAll(".zaak h3 a")];
  const hier = zaken.indexOf(gebeurtenis.target.closest(".zaak").querySelector("h3 a"));
  const naar = zaken[hier + stap];
  if (naar) { gebeurtenis.preventDefault(); naar.focus(); }
});

// On paper every explanation is open.
window.addEventListener("beforeprint", () => {
  document.querySelectorAll("details.waarom").forEach((uitleg) => { uitleg.open = true; });
});
