"""What columns are usually called, in English and French: a guess for a person to correct."""

from collections.abc import Mapping, Sequence

from store.exchange.cells import plain
from store.exchange.mapping import Mapped

_USUAL: Mapping[str, str] = {
    "lead": "client, lead, prospect, customer, societe, entreprise, tiers, nom, company, name",
    "ref": "ref, reference, devis, numero, n°, number, quote number, no, devis n°, num",
    "title": "title, objet, titre, subject, projet, project, description, prestation, intitule",
    "amount": "amount, montant, montant ht, prix, price, total, total ht, prix ht, value, valeur",
    "currency": "currency, devise, monnaie",
    "status": "status, statut, etat, state, avancement",
    "asked": "asked, demande le, date de demande, recu le",
    "sent": "sent, envoye le, date, date d'envoi, envoi, sent on, date du devis, envoye",
    "deadline": "deadline, valable jusqu'au, echeance, expiration, valid until, validite",
    "follow_ups": "follow-ups, relances, nombre de relances, nb relances",
    "last_follow_up": "last follow-up, derniere relance",
    "channel": "channel, canal, moyen",
    "note": "note, notes, remarque, remarques, commentaire, commentaires, comment, comments",
    "contact": "contact, interlocuteur, personne",
    "email": "email, e-mail, mail, courriel",
    "phone": "phone, telephone, tel",
}


def guessed(header: Sequence[str]) -> dict[str, str]:
    """The column of each field that seems to have one; each column holds one field."""
    columns = {plain(cell): cell for cell in reversed(header) if cell.strip()}
    found: dict[str, str] = {}
    for field, names in _USUAL.items():
        for name in names.split(", "):
            if name in columns:
                found[field] = columns.pop(name)
                break
    return found


def likely_mapping(header: Sequence[str]) -> str:
    """The text of a mapping to begin with: COLUMN stands where nobody can guess the column."""
    found = guessed(header)
    wanted = dict.fromkeys(("lead", "title", "amount", "sent"), "COLUMN")
    return Mapped(wanted | found).text
