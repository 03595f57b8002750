"""What the sample holds: leads, quotes and contacts, in days before the day that it is seen on.

Seen on a Friday, everything happened on a working day. Titles, notes and sectors are translated,
names are not.
"""

from dataclasses import dataclass, field

from store.changes.field_reading import Values
from store.records.practice_words import Flag, Silence, Went
from store.records.words import CallOutcome, Channel, Kind, RefusalMode, Status
from tui.language import N_


@dataclass(frozen=True)
class SampleLead:
    """A lead; `person` is written as `read_person` reads it."""

    name: str
    person: str
    sector: str = ""
    source: str = ""
    regular: bool = False
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True)
class SampleContact:
    """A contact so many days ago; where there is no kind, the program finds it."""

    ago: int
    kind: Kind | None = None
    channel: Channel = Channel.EMAIL
    outcome: CallOutcome | None = None
    minutes: int | None = None
    note: str = ""


@dataclass(frozen=True)
class SampleQuote:
    """A quote sent so many days ago, or a draft to be sent so many days ahead.

    What is `noted` of it was noted on the day it was closed.
    """

    lead: str
    title: str
    amount: str
    sent_ago: int | None = None
    validity: int = 21
    contacts: tuple[SampleContact, ...] = ()
    closed: tuple[int, Status] | None = None
    reason: str = ""
    asked_ago: int | None = None
    send_in: int | None = None
    snoozed_for: int | None = None
    cadence: str = ""
    urgent: bool = False
    noted: Values = field(default_factory=dict)


def _mail(ago: int, note: str = "") -> SampleContact:
    return SampleContact(ago, note=note)


def _call(ago: int, outcome: CallOutcome, minutes: int | None = None) -> SampleContact:
    return SampleContact(ago, channel=Channel.PHONE, outcome=outcome, minutes=minutes)


def _reply(ago: int, note: str = "") -> SampleContact:
    return SampleContact(ago, Kind.REPLY, note=note)


_MISSED, _VOICEMAIL, _ANSWERED = CallOutcome

_DESIGN, _PUBLIC, _LAW, _SHOP = N_("design"), N_("public"), N_("law"), N_("shop")
_CULTURE, _HEALTH = N_("culture"), N_("health")
_ENERGY, _TOURISM = N_("energy"), N_("tourism")

_MOUTH, _TENDER, _ADS = N_("word of mouth"), N_("call for tenders"), "Leboncoin"

LEADS = (
    SampleLead("Atelier Lumen", "Ana Roux <ana@lumen.example> +33 6 00 00 00 01", _DESIGN, "web"),
    SampleLead("Ville de Nay", "Jean-Marc Lacaze <com@nay.example>", _PUBLIC, _TENDER),
    SampleLead("Cabinet Rey", "Sophie Rey <s.rey@cabinet-rey.example>", _LAW, "Ana Roux"),
    SampleLead("Boulangerie L'Épi d'Or", "Karim Haddad +33 6 00 00 00 04", _SHOP, _ADS),
    SampleLead(
        "Théâtre de l'Œil", "Maud Le Goff <maud@oeil.example>", _CULTURE, _MOUTH, regular=True
    ),
    SampleLead(
        "Clinique Bellecombe", "Dr Hélène Faure <h.faure@bellecombe.example>", _HEALTH, _MOUTH
    ),
    SampleLead("Garage Müller", "Pierre Müller +33 6 00 00 00 07", _SHOP, "Karim Haddad"),
    SampleLead("Studio Ñandú", "Inés Ortega <ines@nandu.example>", _DESIGN, _MOUTH, regular=True),
    SampleLead("Librairie des Halles", "Yann Bodin <yann@halles.example>", _SHOP, _ADS),
    SampleLead("Coopérative Solàrea", "Chloé Vidal <chloe@solarea.example>", _ENERGY, "web"),
    SampleLead("Camping Les Pins", "Thierry Castan <accueil@lespins.example>", _TOURISM),
    SampleLead(
        "Mairie de Saint-Égrève", "Nadia Benali <n.benali@st-egreve.example>", _PUBLIC, _TENDER
    ),
    SampleLead(
        "Traiteur Basile",
        "Basile Morin +33 6 00 00 00 13",
        _SHOP,
        _ADS,
        flags=(Flag.RUSHES, Flag.PRICE_ONLY),
    ),
)

_OPEN = (
    SampleQuote("Atelier Lumen", N_("Website redesign"), "4800", 18, contacts=(_mail(16),)),
    SampleQuote(
        "Ville de Nay",
        N_("Annual report"),
        "9000",
        21,
        30,
        (_mail(18), _call(14, _VOICEMAIL), _mail(9, N_("Sent the offer once more."))),
    ),
    SampleQuote(
        "Cabinet Rey",
        N_("Leaflet"),
        "650",
        46,
        contacts=(_mail(44), _call(37, _MISSED), _mail(30), _call(23, _VOICEMAIL), _mail(14)),
    ),
    SampleQuote(
        "Clinique Bellecombe",
        N_("Appointment pages"),
        "7200",
        10,
        30,
        (_call(8, _ANSWERED, 12), _reply(1, N_("Could it be ready in May?"))),
    ),
    SampleQuote("Théâtre de l'Œil", N_("Season programme"), "2400", 9),
    SampleQuote("Librairie des Halles", N_("Online catalogue"), "3150", 11, 30),
    SampleQuote(
        "Boulangerie L'Épi d'Or",
        N_("Shop sign"),
        "480",
        18,
        contacts=(_mail(16), _call(1, _ANSWERED, 5)),
    ),
    SampleQuote("Garage Müller", N_("Photo report"), "1900", 9, 30, (_mail(7),)),
    SampleQuote("Camping Les Pins", N_("Summer campaign"), "2750", 1),
    SampleQuote(
        "Camping Les Pins",
        N_("Map of the site"),
        "1150",
        60,
        contacts=(_mail(58), _call(43, _ANSWERED, 8)),
        cadence="patient",
    ),
    SampleQuote(
        "Mairie de Saint-Égrève",
        N_("Signs for the new school"),
        "12400",
        14,
        45,
        (_call(11, _ANSWERED, 20),),
        snoozed_for=12,
    ),
    SampleQuote(
        "Coopérative Solàrea",
        N_("Film of the annual meeting"),
        "5600",
        asked_ago=7,
        send_in=-1,
    ),
    SampleQuote(
        "Studio Ñandú",
        N_("Translation of the website"),
        "1350.50",
        asked_ago=2,
        send_in=0,
        urgent=True,
    ),
    SampleQuote("Atelier Lumen", N_("Business cards"), "320", asked_ago=3, send_in=5),
)

_CLOSED = (
    SampleQuote(
        "Ville de Nay",
        N_("Local newspaper"),
        "6400",
        240,
        contacts=(_mail(238), _reply(235, N_("The council decides next week.")), _mail(234)),
        closed=(221, Status.WON),
        noted={"target_fit": True, "prep_minutes": 150, "went": Went.WELL},
    ),
    SampleQuote(
        "Librairie des Halles",
        N_("Reading festival"),
        "1600",
        200,
        contacts=(_mail(198), _call(193, _VOICEMAIL), _mail(182)),
        closed=(163, Status.NO_RESPONSE),
        noted={
            "target_fit": True,
            "prep_minutes": 90,
            "silence": (Silence.NOT_URGENT, Silence.PRICE),
        },
    ),
    SampleQuote(
        "Traiteur Basile",
        N_("Price list"),
        "420",
        190,
        contacts=(_call(187, _ANSWERED, 35), _reply(186, N_("When can it be printed?"))),
        closed=(185, Status.WON),
        noted={
            "target_fit": False,
            "prep_minutes": 60,
            "went": Went.BADLY,
            "could_have_known": True,
        },
    ),
    SampleQuote(
        "Traiteur Basile",
        N_("Letters on the van"),
        "380",
        136,
        contacts=(_mail(133), _reply(129)),
        closed=(128, Status.LOST),
        reason=N_("Too expensive."),
        noted={"target_fit": False, "prep_minutes": 50, "silence": (Silence.TESTING_ME,)},
    ),
    SampleQuote(
        "Cabinet Rey",
        N_("Texts for the website"),
        "2200",
        170,
        contacts=(_mail(168), _call(161, _ANSWERED, 15), _reply(156), _mail(156)),
        closed=(155, Status.LOST),
        reason=N_("Somebody else was chosen."),
        noted={"target_fit": False, "prep_minutes": 180, "silence": (Silence.ANOTHER_CHOSEN,)},
    ),
    SampleQuote(
        "Théâtre de l'Œil",
        N_("Poster"),
        "700",
        150,
        contacts=(_mail(148), _reply(142), _mail(142)),
        closed=(137, Status.WON),
        noted={"target_fit": True, "prep_minutes": 30, "went": Went.WELL},
    ),
    SampleQuote(
        "Mairie de Saint-Égrève",
        N_("Town map"),
        "2600",
        130,
        contacts=(_mail(128), _call(119, _MISSED), _mail(113)),
        closed=(94, Status.NO_RESPONSE),
        noted={"target_fit": False, "prep_minutes": 120, "silence": (Silence.DECISION_LATER,)},
    ),
    SampleQuote(
        "Atelier Lumen",
        N_("Logo"),
        "1200",
        120,
        contacts=(_mail(118), _reply(116, N_("We like the second draft.")), _mail(115)),
        closed=(102, Status.WON),
        noted={"target_fit": True, "prep_minutes": 60, "went": Went.WELL},
    ),
    SampleQuote(
        "Garage Müller",
        N_("Wall calendar"),
        "890",
        106,
        contacts=(_call(102, _ANSWERED, 6), _call(88, _VOICEMAIL)),
        closed=(84, Status.LOST),
        reason=N_("No budget this year."),
        noted={"target_fit": False, "prep_minutes": 45, "silence": (Silence.PRICE,)},
    ),
    SampleQuote(
        "Boulangerie L'Épi d'Or",
        N_("Menu"),
        "350",
        95,
        contacts=(_mail(91), _call(80, _ANSWERED, 4), _reply(79)),
        closed=(78, Status.LOST),
        reason=N_("Too expensive."),
        noted={"target_fit": False, "prep_minutes": 40, "silence": (Silence.PRICE,)},
    ),
    SampleQuote(
        "Studio Ñandú",
        N_("Trade fair stand"),
        "3900",
        80,
        contacts=(_mail(78), _reply(74), _mail(73), _reply(63), _mail(63)),
        closed=(60, Status.WON),
        noted={
            "target_fit": True,
            "prep_minutes": 120,
            "went": Went.BADLY,
            "could_have_known": False,
        },
    ),
    SampleQuote(
        "Coopérative Solàrea",
        N_("Design guide"),
        "1450",
        66,
        contacts=(_mail(64), _reply(60), _call(59, _ANSWERED, 25)),
        closed=(52, Status.WON),
        noted={"target_fit": True, "prep_minutes": 75},
    ),
    SampleQuote(
        "Clinique Bellecombe",
        N_("Leaflet for tomorrow"),
        "300",
        asked_ago=38,
        closed=(38, Status.DECLINED),
        reason="diary_full",
        urgent=True,
        noted={"mode": RefusalMode.REFERRAL, "referred_to": "Nora Petit"},
    ),
)

QUOTES = _CLOSED + _OPEN
