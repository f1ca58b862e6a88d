"""The waiver of the sample institute: a release of liability for live-fire training, in English and French.

Written for the sample. A real institute has its lawyer write its own.
"""

from dataclasses import dataclass

TEMPLATE = "Live-fire training: release of liability"


@dataclass(frozen=True, slots=True)
class Text:
    """One version of the waiver in one language; paragraphs of `body` are parted by an empty line."""

    locale: str
    title: str
    body: str
    consent: str


_EN_CORE = """\
I ask to take part in training with firearms held by the Mountain State Defensive Institute, West Virginia
(the
Institute), on its ranges and in its classrooms. In return I agree to what follows.

1. The risks. I understand that live-fire training is dangerous even when everyone is careful. A discharge, a
ricochet,
a fragment, a defective weapon or round, hot brass, noise, lead, a fall on uneven ground, weather, and the
mistakes of
other people, including instructors and other participants, can injure me badly, disable me for life, or kill
me, and
can destroy what I own.

2. I take these risks. I come of my own free will. I accept all of these risks, whether they are named here or
not, and
I answer for the injuries and losses that come from them.

3. Release. As far as the law allows, I release the Institute, its owners, instructors, employees, volunteers
and the
owners of the land from every claim for injury, death or damage that arises out of the training, including
claims from
their ordinary negligence. This does not cover gross negligence, reckless conduct or intentional harm.

4. The rules. I will treat every firearm as loaded, keep its muzzle in a safe direction, keep my finger off
the trigger
until I have decided to fire, and be sure of my target and of what is behind it. I will wear eye and ear
protection on
the range and obey every command of the instructor at once. I may be sent away without a refund if I do not.

5. My condition. I am not under the influence of alcohol or of any drug or medicine that impairs me. I have
told the
instructor of any condition that matters for safety. I may lawfully possess a firearm.

6. Medical care. In an emergency the Institute may give me first aid and call an ambulance, and I pay for the
care I
receive."""

_EN_END = """\
7. Minors. If I sign for a person under 18, I am the parent or legal guardian. I agree to all of this for the
minor and
for myself, and I stay at the Institute, or can be reached at once, for as long as the training lasts.

8. How long it lasts. This release holds for twelve months from today, for every class that I attend, until
the
Institute publishes another version. The law of West Virginia applies. If one part of it cannot be enforced,
the rest
stands.

I have read all of this, I have had time to ask about it, and I understand that I give up important rights by
signing."""

_EN_PHOTO = """\
7. Pictures. The Institute takes no pictures of me for advertising unless I agree to it in writing.

8. Minors. If I sign for a person under 18, I am the parent or legal guardian. I agree to all of this for the
minor and
for myself, and I stay at the Institute, or can be reached at once, for as long as the training lasts.

9. How long it lasts. This release holds for twelve months from today, for every class that I attend, until
the
Institute publishes another version. The law of West Virginia applies. If one part of it cannot be enforced,
the rest
stands.

I have read all of this, I have had time to ask about it, and I understand that I give up important rights by
signing."""

_FR_CORE = """\
Je demande à participer à un entraînement au tir donné par le Mountain State Defensive Institute,
Virginie-Occidentale
(l’Institut), sur ses stands et dans ses salles. En contrepartie, j’accepte ce qui suit.

1. Les risques. Je comprends que le tir à balles réelles est dangereux même quand chacun est prudent. Un coup
de feu, un
ricochet, un éclat, une arme ou une munition défectueuse, une douille brûlante, le bruit, le plomb, une chute
sur un sol
inégal, le temps qu’il fait et les erreurs d’autrui, y compris celles des instructeurs et des autres
participants,
peuvent me blesser gravement, me rendre invalide ou me tuer, et détruire ce qui m’appartient.

2. J’assume ces risques. Je viens de mon plein gré. J’accepte tous ces risques, qu’ils soient nommés ici ou
non, et je
réponds des blessures et des pertes qui en résultent.

3. Décharge. Dans les limites de la loi, je décharge l’Institut, ses propriétaires, instructeurs, employés et
bénévoles,
ainsi que les propriétaires du terrain, de toute réclamation pour blessure, décès ou dommage né de
l’entraînement, y
compris en cas de négligence ordinaire de leur part. Cela ne couvre ni la négligence grave, ni l’imprudence
consciente,
ni le dommage volontaire.

4. Les règles. Je traite toute arme comme chargée, je garde le canon dans une direction sûre, je garde le
doigt hors de
la détente tant que je n’ai pas décidé de tirer, et je suis sûr de ma cible et de ce qui se trouve derrière.
Je porte une
protection des yeux et des oreilles sur le stand et j’obéis aussitôt à chaque ordre de l’instructeur. Sinon,
je peux être
renvoyé sans remboursement.

5. Mon état. Je ne suis sous l’influence ni de l’alcool, ni d’une drogue, ni d’un médicament qui diminue mes
moyens. J’ai
signalé à l’instructeur tout ce qui compte pour la sécurité. La loi me permet de détenir une arme à feu.

6. Soins. En cas d’urgence, l’Institut peut me donner les premiers secours et appeler une ambulance ; les
soins que je
reçois sont à ma charge."""

_FR_END = """\
7. Mineurs. Si je signe pour une personne de moins de 18 ans, j’en suis le parent ou le tuteur légal.
J’accepte tout ceci
pour elle et pour moi, et je reste à l’Institut, ou joignable sur-le-champ, pendant toute la durée de
l’entraînement.

8. Durée. Cette décharge vaut douze mois à compter d’aujourd’hui, pour chaque cours auquel j’assiste, jusqu’à
ce que
l’Institut publie une autre version. Le droit de la Virginie-Occidentale s’applique. Si une partie n’est pas
applicable,
le reste demeure.

J’ai tout lu, j’ai pu poser mes questions, et je comprends qu’en signant je renonce à des droits
importants."""

_FR_PHOTO = """\
7. Images. L’Institut ne prend de moi aucune image publicitaire sans mon accord écrit.

8. Mineurs. Si je signe pour une personne de moins de 18 ans, j’en suis le parent ou le tuteur légal.
J’accepte tout ceci
pour elle et pour moi, et je reste à l’Institut, ou joignable sur-le-champ, pendant toute la durée de
l’entraînement.

9. Durée. Cette décharge vaut douze mois à compter d’aujourd’hui, pour chaque cours auquel j’assiste, jusqu’à
ce que
l’Institut publie une autre version. Le droit de la Virginie-Occidentale s’applique. Si une partie n’est pas
applicable,
le reste demeure.

J’ai tout lu, j’ai pu poser mes questions, et je comprends qu’en signant je renonce à des droits
importants."""

_EN_CONSENT = """\
I agree to sign on this screen instead of on paper. I may have paper instead, and a copy of what I signed, by
asking at
the desk. My pen strokes are kept, encrypted, as evidence of this signature only, and are never used to
recognise me."""
_EN_CONSENT_OLD = """\
I agree to sign on this screen instead of on paper. I may have paper instead by asking at the desk."""
_FR_CONSENT = """\
J’accepte de signer sur cet écran plutôt que sur papier. Je peux demander au guichet une version papier et une
copie de
ce que j’ai signé. Les traits de ma signature sont conservés, chiffrés, comme preuve de cette seule signature,
et ne
servent jamais à me reconnaître."""
_FR_CONSENT_OLD = """\
J’accepte de signer sur cet écran plutôt que sur papier. Je peux demander au guichet une version papier."""

_EN_TITLE = "Release of liability and assumption of risk"
_FR_TITLE = "Décharge de responsabilité et acceptation des risques"


def _text(locale: str, title: str, body: str, consent: str) -> Text:
    """The text as signed: each paragraph one line, for lines are broken here only to be read here."""
    paragraphs = (" ".join(part.split()) for part in body.split("\n\n"))
    return Text(locale, title, "\n\n".join(paragraphs), " ".join(consent.split()))


CURRENT = (
    _text("en", _EN_TITLE, f"{_EN_CORE}\n\n{_EN_PHOTO}", _EN_CONSENT),
    _text("fr", _FR_TITLE, f"{_FR_CORE}\n\n{_FR_PHOTO}", _FR_CONSENT),
)
BEFORE = (
    _text("en", _EN_TITLE, f"{_EN_CORE}\n\n{_EN_END}", _EN_CONSENT_OLD),
    _text("fr", _FR_TITLE, f"{_FR_CORE}\n\n{_FR_END}", _FR_CONSENT_OLD),
)
OLDEST = (_text("en", "Release of liability", f"{_EN_CORE}\n\n{_EN_END}", _EN_CONSENT_OLD),)
