"""Advice on platforms (PRACTICES F)."""

from decimal import Decimal

from store.errors import Facts, Refused
from store.records.follow_up import FollowUp
from store.records.lead import Lead
from store.records.platform import Platform
from store.records.quote import Quote
from store.records.settings import Settings
from store.records.text import fold
from store.records.words import Channel, Direction, Status
from store.rules.advice import Advice, Level
from store.rules.calls import is_call
from store.rules.leads import LeadStanding
from store.rules.marking import lead_rule, quote_rule
from store.rules.standing import Standing

NO_COVER = Decimal(300)
"""Up to this amount, in any currency, nobody goes to court over a quote."""


def own_platform(lead: Lead, settings: Settings) -> Platform | None:
    """The known platform through which the lead came, and on which contact stays (F1)."""
    return settings.platform_named(lead.platform) if lead.platform else None


def past_platform(platform: Platform, channel: Channel) -> Refused:
    """What to say to contact through the channel, past the platform's own (F1)."""
    return Refused("off_platform", insist=True, platform=platform.name, channel=str(channel))


def left_platform(contact: FollowUp, lead: Lead, settings: Settings) -> Platform | None:
    """The lead's platform, where the contact is one of ours past its own channel (F1)."""
    is_ours = contact.direction is Direction.OUT
    stays = not is_ours or contact.channel is Channel.PLATFORM
    return None if stays else own_platform(lead, settings)


def refuses_voice(
    contact: FollowUp, quote: Quote, lead: Lead, settings: Settings
) -> Platform | None:
    """The lead's platform, where it does not let us call through it for that service (F4)."""
    is_ours = contact.direction is Direction.OUT and contact.channel is Channel.PLATFORM
    platform = own_platform(lead, settings) if is_ours and is_call(contact) else None
    if platform is None or platform.voice_services is None:
        return None
    allowed = {fold(service) for service in platform.voice_services}
    return None if fold(quote.service.strip()) in allowed else platform


@quote_rule("F1", "off_platform")
def off_platform(standing: Standing) -> Advice | None:
    """Somebody insisted on going past the platform's own channel (PRACTICES F1)."""
    if not standing.lead.platform:
        return None
    for contact in reversed(standing.contacts):
        platform = _left(standing, contact)
        if platform is not None:
            facts = {"platform": platform.name, "channel": str(contact.channel)}
            return Advice("off_platform", facts=facts)
    return None


@lead_rule("F2", "banned")
def banned(standing: LeadStanding) -> Advice | None:
    """The lead's platform has banned me, for a while or for good (PRACTICES F2)."""
    platform = standing.lead.platform
    ban = standing.day.platforms.ban(platform) if platform else None
    if ban is None:
        return None
    return Advice("banned", facts={"platform": ban.platform, "until": ban.until})


@lead_rule("F2", "complained")
def complained(standing: LeadStanding) -> Advice | None:
    """A complaint bans nobody, but is kept with its lead (PRACTICES F2)."""
    complaints = standing.day.platforms.complaints(standing.lead.id)
    if not complaints:
        return None
    latest = complaints[-1]
    facts: Facts = {"platform": latest.platform, "on": latest.on, "count": len(complaints)}
    return Advice("complained", Level.INFO, facts)


@lead_rule("F3", "platform_share")
def platform_share(standing: LeadStanding) -> Advice | None:
    """More than half of what was won in 12 months came through its platform (PRACTICES F3)."""
    platform = fold(standing.lead.platform.strip())
    share = standing.day.platforms.share if platform else None
    if share is None or share.platform != platform or not share.is_most:
        return None
    facts: Facts = {
        "platform": standing.lead.platform,
        "percent": share.percent,
        "currency": share.currency,
    }
    return Advice("platform_share", facts=facts)


@quote_rule("F5", "no_recourse", closed=True)
def no_recourse(standing: Standing) -> Advice | None:
    """A small quote that was taken off its platform has no cover in a dispute (PRACTICES F5).

    A signed one too: that is when there are disputes.
    """
    quote = standing.quote
    if quote.amount > NO_COVER or not (quote.status.is_open or quote.status is Status.WON):
        return None
    platforms = (_left(standing, contact) for contact in standing.contacts)
    platform = next((each for each in platforms if each is not None), None)
    if platform is None:
        return None
    facts: Facts = {"amount": quote.amount, "currency": quote.currency, "platform": platform.name}
    return Advice("no_recourse", Level.INFO, facts)


def _left(standing: Standing, contact: FollowUp) -> Platform | None:
    return left_platform(contact, standing.lead, standing.rulebook.settings)
