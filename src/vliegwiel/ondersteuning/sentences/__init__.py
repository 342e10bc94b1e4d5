"""What this room's codes say, a file per page."""

from vliegwiel.ondersteuning.sentences import (
    bel_alvast,
    inwoner,
    kaart,
    mensen,
    plan,
    schrijven,
    toegang,
    voorziening,
    vraag,
)

SENTENCES = {
    **vraag.SENTENCES,
    **plan.SENTENCES,
    **schrijven.SENTENCES,
    **mensen.SENTENCES,
    **inwoner.SENTENCES,
    **kaart.SENTENCES,
    **toegang.SENTENCES,
    **bel_alvast.SENTENCES,
    **voorziening.SENTENCES,
}
