"""Rows to Plotly figures; pure. Every function takes an empty list and answers with a labelled empty figure."""
