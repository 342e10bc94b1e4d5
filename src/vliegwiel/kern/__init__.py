"""Ground floor: clock, ids, tenancy, forms, write log. Knows no room above it."""
