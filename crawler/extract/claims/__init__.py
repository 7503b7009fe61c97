"""Sentences that promise."""
