"""The themes by which the optional fields are shown: in the triage sheet and in the detail."""

import msgspec

from tui.language import N_, _


class Theme(msgspec.Struct, frozen=True):
    """Fields of a quote and of its lead that belong together (PRACTICES)."""

    name: str
    of_quote: tuple[str, ...]
    of_lead: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Its name, in the person's language."""
        return _(self.name)


THEMES: tuple[Theme, ...] = (
    Theme(
        N_("Urgency"),
        (
            *("urgent", "purpose", "impact", "alternatives", "delivery_due"),
            *("decision_expected", "prep_minutes", "displaced"),
        ),
    ),
    Theme(
        N_("Scope"),
        (
            *("brief", "options", "feasible", "volume", "tool", "service"),
            *("prerequisite", "redirect_to", "similar_to", "discovery"),
        ),
    ),
    Theme(
        N_("Deciders"),
        (
            *("requester", "end_client", "sourcing_only", "lowest_price", "incumbent"),
            *("competitors", "silence"),
        ),
        ("sector",),
    ),
    Theme(
        N_("Fit"),
        (
            *("enthusiasm_mine", "enthusiasm_theirs", "in_zone", "rapport"),
            *("wants_miracle", "goals_revised", "target_fit"),
        ),
        ("target_fit",),
    ),
    Theme(
        N_("Channels"),
        ("simple", "on_site", "call_at"),
        ("regular", "platform", "insists", "reason", "language"),
    ),
    Theme(
        N_("Lead"),
        (),
        ("flags", "mismatch", "remedy", "concessions", "cause", "recontact_on", "source"),
    ),
    Theme(
        N_("Refusal"),
        (
            *("mode", "referred_to", "stated_reason", "private_reason"),
            *("went", "could_have_known"),
        ),
    ),
)
