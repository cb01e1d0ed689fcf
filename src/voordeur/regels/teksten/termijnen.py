"""Texts on terms, penalties and notice."""

TEKSTEN = {
    "termijn.lengte": "{naam}: de termijn is {lengte} en loopt vanaf {vanaf}, op {start:datum}. Die dag telt niet mee.",
    "termijn.lengte_terug": "{naam}: de termijn is {lengte} en telt terug vanaf {vanaf}, op {start:datum}.",
    "termijn.vaste_dag": "{naam}: de termijn eindigt op een vaste dag, geteld vanaf {start:datum}.",
    "termijn.opschorting": "De termijn staat stil van {van:datum} tot en met {tot:datum}. Dat telt {dagen} dagen.",
    "termijn.uitstel": "Op {op:datum} is uitstel afgesproken of gegeven. Dat telt {dagen} dagen.",
    "termijn.einde_ruw": "Zonder verschuiving is {einde_ruw:datum} de laatste dag.",
    "termijn.open_dag": "{uiterlijk:datum} is een gewone werkdag. De termijn schuift niet.",
    "termijn.gesloten_dag": "{dag:datum} telt niet als laatste dag: {reden}.",
    "termijn.verschoven": "De termijn schuift door naar {uiterlijk:datum}.",
    "termijn.twee_open_dagen": "In de termijn zitten minstens twee open dagen. Daarom wordt het {uiterlijk:datum}.",
    "termijn.overeenkomst_verschuift_niet": "Dit is geen termijn van de wet. Zij schuift niet: {uiterlijk:datum}.",
    "termijn.uitgesloten": "De wet sluit verschuiven hier uit. Het blijft {uiterlijk:datum}.",
    "termijn.terug_verschuift_niet": "Een termijn die terugtelt, schuift niet. Het blijft {uiterlijk:datum}.",
    "termijn.te_lang": "Een termijn van {lengte} is te lang om te verschuiven. Het blijft {uiterlijk:datum}.",
    "termijn.voorlopig": "Voorlopig: extra gesloten dagen zijn alleen bekend voor {van} tot en met {tot}.",
    "dwangsom.te_vroeg": (
        "De ingebrekestelling kwam op {ontvangen:datum}. De termijn liep nog tot en met {einde:datum}. "
        "Daarom is er geen dwangsom."
    ),
    "dwangsom.eerste_dag": (
        "De ingebrekestelling kwam op {ontvangen:datum}. De dwangsom loopt {na} dagen later: vanaf {eerste:datum}."
    ),
    "dwangsom.totaal": "De dwangsom telt {dagen} dagen (hoogstens {hoogste}). Samen is dat {totaal:euro}.",
    "opzegging.termijn": (
        "Opzeggen gaat met een {vorm} en {maanden} maanden vooraf. "
        "Na een brief van {dagtekening:datum} kan dat op zijn vroegst per {vroegst:datum}."
    ),
    "opzegging.vaste_ingang": "Opzeggen kan alleen per een vaste dag. De eerstvolgende is {per:datum}.",
    "opzegging.per": "De opzegging gaat in per {per:datum}.",
    "opzegging.zorg": (
        "De opzegtermijn is {perioden} hele periode(n) na de periode waarin {opgezegd_op:datum} valt. "
        "De laatste dag zorg is {laatste:datum}."
    ),
    "opzegging.zorg_direct": "De zorg stopt meteen, op {dag:datum}. De reden: {reden}.",
    "periode.blok": "Dit is periode {nummer}: {dagen} dagen, van {van:datum} tot en met {tot:datum}.",
}
