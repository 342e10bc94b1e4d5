"""Set-up, tests, locks, assets. Only the standard library, so that nothing must be there first."""
