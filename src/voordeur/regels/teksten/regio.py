"""Texts on the agreements themselves."""

TEKSTEN = {
    "regeling.verlenging_verondersteld": (
        "De regeling liep tot en met {tot:datum}. "
        "Hier is aangenomen dat zij daarna is verlengd en op {dag:datum} geldt."
    ),
    "regeling.verlengd": (
        "De regeling liep tot en met {tot:datum}. Zij is daarna verlengd en geldt op {dag:datum}: besluit {besluit}."
    ),
    "regeling.lezing": "Hoe de bron is gelezen ({onderwerp}): {keuze}. De reden: {reden}.",
    "regeling.gelezen": "Gelezen is de regeling {naam}, versie {versie:datum}, met {aantal} bepalingen.",
    "regeling.lijst": "Er zijn {aantal} regelingen.",
    "regeling.foutloos": "Het bestand is in orde: vorm, gronden en namen kloppen.",
    "regeling.fouten": "Aantal fouten in het bestand: {aantal}.",
    "regeling.vergeleken": "{aantal} onderwerpen zijn vergeleken; {gelijk} zijn gelijk.",
    "regeling.klaargelegd": "De versie vanaf {versie:datum} ligt klaar. Een bestuurder of teamleider bevestigt haar.",
    "regio.gemaakt": "De regio {naam} is gemaakt: {gemeenten} gemeenten. Mandaten, per gemeente geteld: {mandaten}.",
    "regio.mandaat_wacht": (
        "De regeling geeft {aan} een mandaat ({handeling}). Zij heeft geen naam. "
        "Voeg de organisatie toe en leg het mandaat vast op de pagina Mandaten."
    ),
    "regio.was_er": "De regio {naam} was er al, met dit bestand. Er is niets veranderd.",
    "regio.link": "Met {link} kiest {mail} een wachtwoord. De link werkt een keer, drie dagen lang.",
    "regio.link_zonder_adres": (
        "VOORDEUR_SITE en --adres ontbreken. Zet in de link zelf waar Voordeur draait, in plaats van {begin}."
    ),
    "regio.weg": "De regio {regio} is weg.",
    "inlezen.sjablonen": "Er staan {aantal} sjablonen in {map}.",
    "inlezen.getoetst": "Nagekeken: {goed} rijen zijn goed, {fout} rijen hebben een fout. Er is niets veranderd.",
    "inlezen.niet_gelezen": "Let op: {bestand} is niet gelezen. Noem het bestand zoals het sjabloon.",
    "inlezen.onleesbaar": "Let op: {bestand} is niet te lezen. Geen enkele rij ervan telt mee.",
    "inlezen.ingelezen": "Ingelezen onder nummer {nummer}: {aantal} rijen zijn nieuw of gewijzigd.",
    "inlezen.terug": "Wat onder nummer {nummer} is ingelezen, is weer weg.",
    "journaal.heel": "Het journaal is heel: {regels} regels in {regios} regio's.",
    "journaal.gebroken": "Het journaal is niet heel. Aantal breuken: {breuken}.",
    "database.verhuisd": "Verhuisd en nageteld: {rijen} rijen. Zet de oude database niet meer aan.",
    "database.opnieuw_vernietigd": "Met een kopie kwam vernietigd werk terug. Opnieuw vernietigd: {aantal} inwoners.",
    "database.bijgewerkt": "De database past nu bij deze versie. Nieuwe stappen: {aantal}.",
    "sleutels.vernieuwd": "Vernieuwd met de sleutels van nu: {wat}, {aantal} keer.",
    "dienst.draait": "Voordeur draait op {adres}.",
    "rekenbewijs.herberekend": "Opnieuw uitgerekend: {aantal} rekenbewijzen. Anders dan toen: {anders}.",
    "dekking.geteld": "Van {bepalingen} bepalingen zijn er {bewezen} bewezen: hun test faalt zonder de bepaling.",
}
