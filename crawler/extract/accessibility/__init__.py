"""Faults of accessibility that HTML alone shows."""
