"""Who lives and works here: organisations, colleagues, residents, teams, areas, and what is switched on."""
