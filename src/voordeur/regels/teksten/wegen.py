"""Texts on help that is needed later."""

TEKSTEN = {
    "arrangement.naam": "{naam} vraagt dit.",
    "arrangement.dag_en_nacht_ja": "Er is dag en nacht hulp.",
    "arrangement.dag_en_nacht_nee": "Hulp dag en nacht is niet nodig.",
    "arrangement.alarm_ja": "De cliënt kan zelf alarm slaan.",
    "arrangement.alarm_nee": "De cliënt kan niet zelf alarm slaan.",
    "arrangement.geen_cluster": "De cliënt woont niet in een groep.",
    "arrangement.cluster": "De cliënt woont in een groep van {van} tot en met {tot} bewoners.",
    "arrangement.cluster_groot": "De cliënt woont in een groep van {van} of meer bewoners.",
    "arrangement.woning": "Er is een zelfstandige woning.",
    "arrangement.zwaarten": "De zwaarte is een van deze: {zwaarten:lijst}.",
    "komt_eraan.op_tijd": "Hulp is nodig op {nodig_op:datum}. Het besluit is er uiterlijk op {uiterlijk:datum}.",
    "komt_eraan.krap": (
        "Hulp is nodig op {nodig_op:datum}. Volgens de termijnen kan het besluit er pas op {uiterlijk:datum} zijn. "
        "Werk dus sneller."
    ),
}
