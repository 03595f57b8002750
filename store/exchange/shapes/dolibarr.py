"""Commercial proposals of Dolibarr: a row for each line of a quote, with the quote's own total."""

from store.exchange.cells import Words
from store.exchange.shapes.grouping import by_ref
from store.exchange.shapes.shape import Shape
from store.records.words import Status

DOLIBARR = Shape(
    name="dolibarr",
    columns={
        "Ref": "ref",
        "Tiers": "lead",
        "Date de proposition": "sent_on",
        "Date de fin de validité": "valid_until",
        "Montant HT": "amount",
        "Statut": "status",
        "Note (publique)": "notes",
        "Description ligne": "title",
    },
    optional=frozenset({"Note (publique)", "Description ligne"}),
    statuses=Words(
        {
            "0": Status.DRAFT,
            "1": Status.SENT,
            "2": Status.WON,
            "3": Status.LOST,
            "4": Status.WON,  # signed, and billed since
        }
    ),
    gather=by_ref,
)
