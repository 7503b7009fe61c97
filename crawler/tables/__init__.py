"""The rows of the dataset, one `NamedTuple` a kind of row.

A field is a column: its annotation gives the type (``X | None``: may be null) and, behind it, the
meaning and the unit. `crawler.schema` derives the Parquet schemas and the data dictionary from them.
"""
