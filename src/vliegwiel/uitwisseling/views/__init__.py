"""Pages of berichten."""
