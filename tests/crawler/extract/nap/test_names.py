"""Names in copyright lines."""

import pytest

from crawler.extract.nap.names import copyright_holder


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("© 2026 Quay Clinic, LLC · 12 Oak St", "Quay Clinic, LLC"),
        ("Copyright © 2019-2026 by Quay Clinic. All rights reserved.", "Quay Clinic"),
        ("Copyright 2026, Quay Clinic | Site by Pixel Ltd", "Quay Clinic"),
        ("(c) Quay Clinic 2026", "Quay Clinic"),
        ("© 2026", None),
        ("© 2004, All Rights Reserved. 130 Birch Road", None),
        ("Nothing of the kind", None),
    ],
)
def test_the_holder_of_a_copyright(line: str, name: str | None) -> None:
    assert copyright_holder(line) == name
