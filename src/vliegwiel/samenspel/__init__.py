"""The mechanisms that all practices are made of: tafel, gesprek, voorstel. Knows no practice."""
