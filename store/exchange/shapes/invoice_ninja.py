"""Quotes of Invoice Ninja 4: lines about the report stand before the header.

A due date before the day of the quote is what a form filled in, and says nothing.
"""

from store.exchange.cells import Words
from store.exchange.shapes.grouping import by_ref
from store.exchange.shapes.shape import Shape
from store.records.words import Status

INVOICE_NINJA = Shape(
    name="invoice-ninja",
    columns={
        "Client": "lead",
        "Email": "email",
        "Quote Number": "ref",
        "Amount": "amount",
        "Status": "status",
        "Quote Date": "sent_on",
        "Due Date": "valid_until",
        "Public Notes": "notes",
        "Private Notes": "notes_2",
        "Item Notes": "title",
    },
    optional=frozenset({"Email", "Public Notes", "Private Notes", "Item Notes"}),
    statuses=Words(
        {
            "Draft": Status.DRAFT,
            "Sent": Status.SENT,
            "Viewed": Status.SENT,
            "Expired": Status.SENT,
            "Approved": Status.WON,
            "Converted": Status.WON,
        }
    ),
    gather=by_ref,
    mends_deadline=True,
)
