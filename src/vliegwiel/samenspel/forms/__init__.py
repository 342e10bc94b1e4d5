"""What people fill in at a table."""

from vliegwiel.samenspel.forms.aandacht import LaterForm
from vliegwiel.samenspel.forms.afspraak import AnderForm, GedaanForm, LoslatenForm, TeruggevenForm
from vliegwiel.samenspel.forms.bijdrage import (
    AfspraakUitBijdrageForm,
    BevestigBijdrageForm,
    BijdrageForm,
    BijdrageVeranderForm,
    GekomenForm,
)
from vliegwiel.samenspel.forms.gesprek import GesprekForm, UitspraakForm
from vliegwiel.samenspel.forms.tafel import MandaatForm, TafelForm, ZetelForm
from vliegwiel.samenspel.forms.terugblik import TerugkijkenForm, VerwachtingForm
from vliegwiel.samenspel.forms.voorstel import (
    AannemenForm,
    HoudingForm,
    RedenForm,
    VersieForm,
    VoorstelForm,
    VraagErbijForm,
    VraagtForm,
)

__all__ = [
    "AannemenForm",
    "AfspraakUitBijdrageForm",
    "AnderForm",
    "BevestigBijdrageForm",
    "BijdrageForm",
    "BijdrageVeranderForm",
    "GedaanForm",
    "GekomenForm",
    "GesprekForm",
    "HoudingForm",
    "LaterForm",
    "LoslatenForm",
    "MandaatForm",
    "RedenForm",
    "TafelForm",
    "TeruggevenForm",
    "TerugkijkenForm",
    "UitspraakForm",
    "VersieForm",
    "VerwachtingForm",
    "VoorstelForm",
    "VraagErbijForm",
    "VraagtForm",
    "ZetelForm",
]
