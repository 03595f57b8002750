"""A list of quotes kept by hand in a French spreadsheet, which saved it as CSV.

One row a quote, with a count of its follow-ups, and the day and the channel of the last one.
"""

from store.exchange.cells import Words
from store.exchange.shapes.shape import Shape
from store.records.words import Channel, Status

FRENCH_SPREADSHEET = Shape(
    name="tableur-fr",
    columns={
        "Client": "lead",
        "Devis": "ref",
        "Objet": "title",
        "Montant HT": "amount",
        "Envoyé le": "sent_on",
        "Valable jusqu'au": "valid_until",
        "Statut": "status",
        "Relances": "follow_ups",
        "Dernière relance": "last_follow_up_on",
        "Canal": "channel",
        "Remarques": "notes",
    },
    statuses=Words(
        {
            "Brouillon": Status.DRAFT,
            "Envoyé": Status.SENT,
            "Signé": Status.WON,
            "Refusé": Status.LOST,
            "Sans suite": Status.NO_RESPONSE,
        }
    ),
    channels=Words({"tél": Channel.PHONE, "mail": Channel.EMAIL, "SMS": Channel.SMS}),
    needs_title=True,
)
