"""The words that hand-kept lists use for statuses and channels, in English and French."""

from collections.abc import Mapping

from store.records.words import Channel, Status

USUAL_STATUSES: Mapping[str, Status] = {
    word: status
    for status, words in {
        Status.DRAFT: "draft, brouillon, a envoyer, en preparation, a faire",
        Status.SENT: (
            "sent, open, pending, viewed, expired, waiting, envoye, envoyee, ouvert, en cours, "
            "en attente, transmis, a relancer, relance, expire"
        ),
        Status.WON: (
            "won, accepted, approved, signed, ordered, invoiced, paid, yes, gagne, accepte, "
            "acceptee, signe, valide, commande, facture, paye, ok, oui"
        ),
        Status.LOST: (
            "lost, rejected, refused, not signed, no, perdu, refuse, refusee, non signe, non"
        ),
        Status.DECLINED: "declined, decline, cancelled, canceled, annule, withdrawn, retire",
        Status.NO_RESPONSE: (
            "no response, no_response, no answer, sans suite, sans reponse, abandonne"
        ),
    }.items()
    for word in words.split(", ")
}

USUAL_CHANNELS: Mapping[str, Channel] = {
    word: channel
    for channel, words in {
        Channel.EMAIL: "email, e-mail, mail, courriel, mel",
        Channel.PHONE: "phone, call, tel, tel., telephone, appel",
        Channel.SMS: "sms, text, texto",
        Channel.PLATFORM: "platform, plateforme",
        Channel.VIDEO: "video, visio",
        Channel.MEETING: "meeting, rendez-vous, rdv, rencontre",
        Channel.LETTER: "letter, lettre, courrier",
        Channel.OTHER: "other, autre",
    }.items()
    for word in words.split(", ")
}
