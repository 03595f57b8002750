"""The words of the made-up records: names, titles and notes as French freelancers write them."""

HOUSES = (
    "Atelier", "Boulangerie", "Brasserie", "Cabinet", "Camping", "Centre culturel", "Clinique",
    "Collège", "Communauté de communes de", "Compagnie", "Coopérative", "École", "Éditions",
    "Entreprise", "Ferme", "Fondation", "Galerie", "Garage", "Hôtel", "Imprimerie", "Institut",
    "Laboratoire", "Librairie", "Mairie de", "Maison", "Menuiserie", "Musée", "Office de tourisme",
    "Pharmacie", "Restaurant", "Scierie", "Studio", "Syndicat", "Théâtre", "Traiteur", "Vignoble",
)  # fmt: skip

NAMES = (
    "Aubert", "Barthélemy", "Baudry", "Bellecombe", "Benali", "Bérard", "Bodin", "Bonnefoy",
    "Castan", "Chevallier", "Courtois", "Da Silva", "Delaunay", "Desprès", "Duchêne", "Épinay",
    "Étienne", "Faure", "Ferrand", "Fontaine", "Gaillard", "Gonçalves", "Grandjean", "Guérin",
    "Haddad", "Hébert", "Hénin", "Jacquet", "Joly", "Lacaze", "Lambert", "Le Goff", "Lemaître",
    "Lévêque", "Lumen", "Maçon", "Marchand", "Mézières", "Montségur", "Morin", "Müller", "Nay",
    "Noël", "Ñandú", "Ortega", "Pélissier", "Périgord", "Petit", "Prévost", "Raynaud", "Rey",
    "Rivière", "Roche", "Rousseau", "Saint-Égrève", "Salomé", "Solàrea", "Tessier", "Théron",
    "Tourneur", "Vasseur", "Verdier", "Vidal", "Villeneuve", "Yıldız", "Zięba", "l'Œil", "l'Étoile",
)  # fmt: skip

TOWNS = (
    "Agen", "Albi", "Angers", "Annecy", "Arles", "Auch", "Bayonne", "Besançon", "Béziers", "Blois",
    "Brest", "Caen", "Cahors", "Castres", "Chambéry", "Dijon", "Évreux", "Foix", "Gap", "Grenoble",
    "La Rochelle", "Laval", "Le Mans", "Lille", "Limoges", "Lyon", "Mâcon", "Nancy", "Nîmes",
    "Orléans", "Pau", "Périgueux", "Poitiers", "Quimper", "Rodez", "Sète", "Tarbes", "Tours",
    "Vannes", "Vienne",
)  # fmt: skip

FIRST_NAMES = (
    "Ana", "Basile", "Chloé", "Élodie", "Fanny", "Hélène", "Inés", "Jean-Marc", "Karim", "Léa",
    "Loïc", "Maud", "Nadia", "Nora", "Pierre", "Sophie", "Théo", "Thierry", "Yann", "Zoë",
)  # fmt: skip

SECTORS = (
    "culture", "design", "droit", "édition", "énergie", "industrie", "public", "restauration",
    "santé", "tourisme", "vente",
)  # fmt: skip

SOURCES = (
    "bouche-à-oreille", "appel d'offres", "site web", "salon", "ancien collègue", "Leboncoin",
    "annuaire", "réseau",
)  # fmt: skip

TAGS = ("web", "print", "vidéo", "urgent", "agence", "récurrent", "à soigner", "association")

WORKS = (
    "Refonte du site", "Rapport annuel", "Dépliant", "Reportage photo", "Traduction du site",
    "Catalogue en ligne", "Affiche", "Charte graphique", "Film de l'assemblée générale",
    "Programme de saison", "Signalétique", "Plan d'accès", "Menu", "Newsletter", "Logo",
    "Carte de vœux", "Stand", "Textes", "Formation", "Étiquettes", "Maintenance", "Audit",
)  # fmt: skip

DETAILS = (
    "", "", " (2ᵉ version)", " et déclinaisons", ", 8 pages", ", 24 pages", " pour l'été",
    " pour le salon", " en trois langues", " de l'année", ", tranche 1", ", tranche 2",
)  # fmt: skip

LEAD_NOTES = (
    "Préfère les appels le matin.", "Paie à trente jours, jamais avant.",
    "Le conseil se réunit le premier jeudi du mois.", "A travaillé avec nous en 2019.",
    "Ne décide pas seule : tout passe par la direction.", "Demande toujours une remise.",
    "Très bon contact au salon.", "Recommandée par Ana Roux.",
    "Veut un interlocuteur unique du début à la fin.",
)  # fmt: skip

QUOTE_NOTES = (
    "Deux séries de corrections comprises.", "Déplacement en sus.", "Droits cédés pour cinq ans.",
    "Livraison en deux temps.", "Le budget est voté, reste à choisir.",
    "Acompte de trente pour cent à la commande.", "Impression non comprise.",
    "Textes fournis par le client.", "À relire avec le service juridique avant signature.",
)  # fmt: skip

OUT_NOTES = (
    "", "Renvoyé le devis en pièce jointe.", "Demandé si le comité s'était réuni.",
    "Laissé un message à l'accueil.", "Rappelé la date de fin de validité.",
    "Proposé d'avancer le début des travaux d'une semaine.", "Pas là avant lundi.",
    "Proposé une version plus courte, sans les photos.",
)  # fmt: skip

IN_NOTES = (
    "Serait-ce prêt en mai ?", "Le conseil décide la semaine prochaine.", "Trop cher à ce stade.",
    "Demande une variante avec impression.", "Merci, on revient vers vous très vite.",
    "Reçu deux autres devis, compare encore.",
)  # fmt: skip

LOST_REASONS = ("Trop cher.", "Un autre a été choisi.", "Projet abandonné.", "Pas de budget.")
DECLINE_REASONS = ("diary_full", "unrealistic", "Hors de mon métier.")
