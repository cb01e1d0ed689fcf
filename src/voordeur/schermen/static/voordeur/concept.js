// Voordeur: bewaart wat iemand typt, elke paar seconden. Zonder dit bestand doet de knop 'Bewaar en ga later verder' het.
"use strict";

(() => {
  const formulier = document.querySelector("form[data-concept]");
  const stand = document.querySelector("[data-concept-stand]");
  if (!formulier || !stand) {
    return;
  }
  const ELKE = 3000;
  const GEEN_VERBINDING = "Geen verbinding: wat u typt staat nog op dit scherm.";
  let veranderd = false;
  let bezig = false;
  let weg = false;

  const zeg = (tekst, fout) => {
    stand.hidden = false;
    stand.classList.toggle("bewaard--niet", fout);
    if (stand.textContent !== tekst) {
      stand.textContent = tekst;
    }
  };

  const bewaar = async () => {
    if (!veranderd || bezig || weg) {
      return;
    }
    bezig = true;
    veranderd = false;
    const inhoud = new FormData(formulier);
    inhoud.set("_concept", "bewaar");
    try {
      const antwoord = await fetch(formulier.action, {
        method: "POST", body: new URLSearchParams(inhoud), redirect: "manual", headers: { Accept: "application/json" },
      });
      if (!antwoord.ok) {
        veranderd = true;
        zeg("Bewaren lukt nu niet. Wat u typt staat nog op dit scherm. Log zo nodig in een ander tabblad in.", true);
      } else {
        zeg(`Bewaard om ${(await antwoord.json()).om}`, false);
      }
    } catch {
      veranderd = true;
      zeg(GEEN_VERBINDING, true);
    }
    bezig = false;
  };

  const typt = () => {
    veranderd = true;
    if (!navigator.onLine) {
      zeg(GEEN_VERBINDING, true);
    }
  };

  formulier.addEventListener("input", typt);
  formulier.addEventListener("change", typt);
  window.setInterval(bewaar, ELKE);
  window.addEventListener("online", bewaar);
  window.addEventListener("offline", () => zeg(GEEN_VERBINDING, true));
  document.addEventListener("visibilitychange", bewaar);

  // Without a connection the browser would show its own error page, and what was typed would be gone.
  formulier.addEventListener("submit", (gebeurtenis) => {
    if (navigator.onLine) {
      weg = true;
      return;
    }
    gebeurtenis.preventDefault();
    zeg(GEEN_VERBINDING, true);
  });
  // Back from the next page by the button of the browser: go on keeping.
  window.addEventListener("pageshow", () => { weg = false; });
  window.addEventListener("beforeunload", (gebeurtenis) => {
    if (veranderd && !weg) {
      gebeurtenis.preventDefault();
    }
  });

  zeg("Wat u typt, wordt vanzelf bewaard.", false);
})();
