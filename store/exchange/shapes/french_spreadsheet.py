"""A list of quotes kept by hand in a French spreadsheet, which saved it as CSV.

One row a quote, with a count of its follow-ups, and the day and the channel of the last one.
"""

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
    statuses={
        "brouillon": Status.DRAFT,
        "envoye": Status.SENT,
        "signe": Status.WON,
        "refuse": Status.LOST,
        "sans suite": Status.NO_RESPONSE,
    },
    channels={"tel": Channel.PHONE, "mail": Channel.EMAIL, "sms": Channel.SMS},
    needs_title=True,
)
