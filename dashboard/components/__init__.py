"""Rows to Dash components; pure."""
