"""What people fill in at a table."""

from vliegwiel.samenspel.forms.aandacht import LaterForm
from vliegwiel.samenspel.forms.gesprek import GesprekForm, UitspraakForm
from vliegwiel.samenspel.forms.tafel import MandaatForm, TafelForm, ZetelForm
from vliegwiel.samenspel.forms.voorstel import (
    AannemenForm,
    HoudingForm,
    RedenForm,
    VersieForm,
    VoorstelForm,
    VraagErbijForm,
)

__all__ = [
    "AannemenForm",
    "GesprekForm",
    "HoudingForm",
    "LaterForm",
    "MandaatForm",
    "RedenForm",
    "TafelForm",
    "UitspraakForm",
    "VersieForm",
    "VoorstelForm",
    "VraagErbijForm",
    "ZetelForm",
]
