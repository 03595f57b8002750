"""Quotations of ERPNext. An expired one is a sent one: that it expired follows from its days."""

from store.exchange.cells import Words
from store.exchange.shapes.shape import Shape
from store.records.words import Status

ERPNEXT = Shape(
    name="erpnext",
    columns={
        "ID": "ref",
        "Party": "lead_2",
        "Customer Name": "lead",
        "Date": "sent_on",
        "Valid Till": "valid_until",
        "Currency": "currency",
        "Grand Total": "amount",
        "Status": "status",
        "Lost Reasons": "reason",
        "Detailed Reason": "notes",
    },
    optional=frozenset({"Party", "Currency", "Lost Reasons", "Detailed Reason"}),
    statuses=Words(
        {
            "Draft": Status.DRAFT,
            "Open": Status.SENT,
            "Replied": Status.SENT,
            "Expired": Status.SENT,
            "Ordered": Status.WON,
            "Partially Ordered": Status.WON,
            "Lost": Status.LOST,
            "Cancelled": Status.DECLINED,  # withdrawn by us
        }
    ),
)
