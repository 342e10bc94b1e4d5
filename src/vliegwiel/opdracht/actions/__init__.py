"""What people do with what we ask."""

from vliegwiel.opdracht.actions.opdracht import lay_before, link_bijdragen, open_up, start_opdracht
from vliegwiel.opdracht.actions.opgave import edit_opgave, mark_bidder, unmark_bidder, write_opgave
from vliegwiel.opdracht.actions.paragraaf import (
    add_paragraph,
    drop_paragraph,
    edit_paragraph,
    paragraph_down,
    paragraph_up,
)
from vliegwiel.opdracht.actions.terugblik import expect_of_opdracht, look_back_on_opdracht

__all__ = [
    "add_paragraph",
    "drop_paragraph",
    "edit_opgave",
    "edit_paragraph",
    "expect_of_opdracht",
    "lay_before",
    "link_bijdragen",
    "look_back_on_opdracht",
    "mark_bidder",
    "open_up",
    "paragraph_down",
    "paragraph_up",
    "start_opdracht",
    "unmark_bidder",
    "write_opgave",
]
