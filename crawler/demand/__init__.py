"""Search demand: exports of Search Console, in every language and form, become clean rows that are kept."""
