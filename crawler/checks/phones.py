"""Phone numbers: each must be the clinic's own, right, and callable with one tap."""

from crawler.checks import phone_data, phone_links, phone_numbers, phone_text

CHECKS = (*phone_numbers.CHECKS, *phone_links.CHECKS, *phone_text.CHECKS, *phone_data.CHECKS)
