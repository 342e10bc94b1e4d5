"""Kinds of background work for the kill rig: one that takes steps, one that mails, one that keeps failing.

The job that reads messages in joins here: declare it in `apps.py` as its room does, ask for it in `vragen.py`, and say
in `SOORTEN` of test_werk_kill.py what must stand afterwards.
"""
