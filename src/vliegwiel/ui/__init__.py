"""How it looks: page frame, components, tokens, form fields, gallery. Knows no room."""
