"""Everything around the product: set-up, tests, locks, assets. Only the standard library, so that nothing must be there first."""
