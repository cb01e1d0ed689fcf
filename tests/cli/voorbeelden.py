"""One good question for each command and agreement, taken from the contract."""

from __future__ import annotations

from typing import Any

TOEGANG: dict[str, Any] = {
    "peildatum": "2026-03-01",
    "geboortedatum": "1990-05-01",
    "woonplaats": "0153",
    "lokale_voorziening": {"onderzocht": True, "volstaat": False},
    "overgangsrecht": False,
    "criteria": {"all-inclusive": {"1": True, "2": True, "3": True, "4": None}, "modulair": {"1": False}},
}
TOEGANG_DRECHTSTEDEN: dict[str, Any] = {
    "peildatum": "2018-03-01",
    "geboortedatum": "1990-05-01",
    "criteria": {"beschermd-wonen": {"1": True, "2": True, "3": True, "4": True, "5": True}},
}
NIEUWE_CLIENT: dict[str, Any] = {
    "meldingsdatum": "2023-05-01",
    "gemeente": "0109",
    "aanvragen": ["2022-04-30"],
    "gebruik": [{"van": "2020-01-01", "tot": "2022-06-30"}],
}
NIEUWE_CLIENT_IJSSELVECHT: dict[str, Any] = {
    "meldingsdatum": "2023-05-01",
    "gemeente": "0148",
    "aanvragen": [],
    "gebruik": [],
}
INSCHALING: dict[str, Any] = {
    "ondersteuning_24_7": True,
    "kan_zelf_alarmeren": True,
    "zelfstandige_woning": True,
    "cluster": 4,
    "werk": "oefenen-en-stimuleren",
}
VERREKEN_ENSCHEDE: dict[str, Any] = {
    "jaar": 2023,
    "resultaat": "1250000.00",
    "reserve": {"begin": "2000000.00", "plafond": "2500000.00"},
    "sleutel": {"0153": "9000000.00", "0147": "1000000.00"},
    "maatregelen": "0.00",
    "reserve_inzetten": True,
}
VERREKEN_ALMELO: dict[str, Any] = {
    "jaar": 2023,
    "resultaat": "600000.00",
    "reserve": {"begin": "100000.00"},
    "budget": "10000000.00",
    "egalisatie_percentage": "0.05",
    "sleutel": {"0141": "3", "0163": "1"},
    "maatregelen": "0.00",
    "reserve_inzetten": True,
}
VERREKEN_IJSSELVECHT: dict[str, Any] = {
    "jaar": 2023,
    "rijksbudget": "1000000.00",
    "uitvoeringskosten": "60000.00",
    "afwijkend_besluit": None,
    "voorzieningen": "900000.00",
    "sleutel": {"0193": "0.7", "0148": "0.3"},
}
SCENARIO: dict[str, Any] = {
    "van": 2022,
    "tot": 2024,
    "wlz_uitname": "644000000.00",
    "macro": {"2022": "1425741000.00", "2023": "1426377000.00", "2024": "1426877000.00"},
    "voorraad": {"start": 2022, "eerste": "0.93168019", "factor": "0.83118825", "einde": 2029},
    "aandeel": {"historisch": "0.00924547", "objectief": "0.01015903", "van": 2022, "tot": 2032},
    "centrum": "0114",
    "sleutel": {"0114": "0.636748", "0109": "0.207787", "1681": "0.155465"},
}
# a path that shrinks: in 2023 the share is 0.4 and all money is still historic (0.5), so the objective part is negative
KRIMP: dict[str, Any] = {
    "van": 2022,
    "tot": 2023,
    "wlz_uitname": "0.00",
    "macro": {"2022": "1000000.00", "2023": "1000000.00"},
    "voorraad": {"start": 2023, "eerste": "0.5", "factor": "0.5", "einde": 2029},
    "aandeel": {"historisch": "0.5", "objectief": "0.3", "van": 2022, "tot": 2024},
    "centrum": "0114",
    "sleutel": {"0114": "0.5", "0109": "0.3", "1681": "0.2"},
}
SROI: dict[str, Any] = {
    "contractwaarde": "7500000.00",
    "jaarwaarde": "2500000.00",
    "meegenomen": "0.00",
    "inzet": [
        {"groep": "wajong", "fte": "0.5", "maanden": 12, "looncompensatie": "0.00"},
        {"groep": "drechtwerk", "bedrag": "4000.00"},
        {"groep": "vrijwilligers", "dagdelen": 10, "personen": 2},
        {"groep": "participatieplek", "plekken": 1, "maanden": 12},
    ],
}
STEM: dict[str, Any] = {"ronden": [{"0193": "voor", "0148": "tegen", "0160": "onthouding"}, {"0193": "voor"}]}
RISICO: dict[str, Any] = {
    "eigen_vermogen": "-10.00",
    "resultaten": {"2022": "-50000.00", "2023": "1.00", "2024": "-9.00"},
    "omzet": "1000000.00",
    "liquiditeit": {"current_ratio": "0.8"},
}

Vraag = tuple[tuple[str, ...], dict[str, Any]]
# every question that is asked with a file: the words of the command, and a good question
VRAGEN: dict[str, Vraag] = {
    "toegang enschede": (("toegang", "toets", "enschede"), TOEGANG),
    "toegang drechtsteden": (("toegang", "toets", "drechtsteden"), TOEGANG_DRECHTSTEDEN),
    "nieuwe-client boce": (("nieuwe-client", "boce"), NIEUWE_CLIENT),
    "nieuwe-client ijsselvecht": (("nieuwe-client", "ijsselvecht"), NIEUWE_CLIENT_IJSSELVECHT),
    "inschaling": (("inschaling", "drechtsteden"), INSCHALING),
    "verreken enschede": (("verreken", "enschede"), VERREKEN_ENSCHEDE),
    "verreken almelo": (("verreken", "almelo"), VERREKEN_ALMELO),
    "verreken ijsselvecht": (("verreken", "ijsselvecht"), VERREKEN_IJSSELVECHT),
    "verdeelmodel": (("verdeelmodel",), SCENARIO),
    "sroi": (("sroi", "drechtsteden"), SROI),
    "stem": (("stem", "ijsselvecht"), STEM),
    "risico": (("risico", "drechtsteden"), RISICO),
}

# every question that is asked with options alone
LOSSE_VRAGEN: tuple[tuple[str, ...], ...] = (
    ("regeling", "lijst"),
    *(("regeling", "toon", id_) for id_ in ("enschede", "almelo", "boce", "drechtsteden", "ijsselvecht")),
    ("regeling", "vergelijk", "enschede", "ijsselvecht"),
    ("termijn", "besluit", "--start", "2026-12-11"),
    ("termijn", "wet", "--weken", "6", "--start", "2026-04-02"),
    ("termijn", "overeenkomst", "--maanden", "2", "--start", "2026-04-02"),
    ("termijn", "ondersteuningsplan", "--regeling", "drechtsteden", "--start", "2018-04-02"),
    ("tarief", "drechtsteden", "--arrangement", "vpt", "--zwaarte", "licht", "--op", "2018-01-01"),
    ("verdeelmodel", "boce"),
    ("opzegging", "ijsselvecht", "--dagtekening", "2026-07-01"),
    ("opzegging", "drechtsteden", "--dagtekening", "2026-08-31"),
    ("dekking",),
)
