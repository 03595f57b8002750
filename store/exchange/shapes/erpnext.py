"""Quotations of ERPNext. An expired one is a sent one: that it expired follows from its days."""

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
    statuses={
        "draft": Status.DRAFT,
        "open": Status.SENT,
        "replied": Status.SENT,
        "expired": Status.SENT,
        "ordered": Status.WON,
        "partially ordered": Status.WON,
        "lost": Status.LOST,
        "cancelled": Status.DECLINED,  # withdrawn by us
    },
)
