"""What is known of a number before its owner is: counts over its places, and the clinic's file."""

from typing import NamedTuple


class Known(NamedTuple):
    """What the clinic's file says of a number."""

    ownership: str
    label: str | None


class Evidence(NamedTuple):
    """Counts over a number's places; other addresses of a page count once.

    `pages`: that offer it in any way. Shown: as text or as a link that calls. A list: a page that shows five distinct
    numbers or more outside its template; free: neither in a list nor in the template. `person_pages`: where it stands
    with the name of a person, of `people` different ones; `person`: the commonest. `foreign_places`: in an address of
    another business; `affiliated_pages`: with structured data of an organisation that the clinic belongs to or works
    with. `swapped_pages`: with a call-tracking script, and a link that shows it and dials `swapped_with`,
    or the other way round; null: several. `first_place`: order of its first place on the site.
    """

    number: str
    pages: int = 0
    shown_pages: int = 0
    linked_pages: int = 0
    template_pages: int = 0
    free_pages: int = 0
    listed_pages: int = 0
    small_list_of_own: bool = False
    contact_pages: int = 0
    location_pages: int = 0
    provider_pages: int = 0
    data_pages: int = 0
    affiliated_pages: int = 0
    data_fax: int = 0
    fax_places: int = 0
    voice_places: int = 0
    department_places: int = 0
    is_department_in_data: bool = False
    messaging_places: int = 0
    swapped_pages: int = 0
    swapped_with: str | None = None
    first_place: int = 0
    people: int = 0
    person: str | None = None
    person_pages: int = 0
    foreign_places: int = 0
    valid: bool = True

    @property
    def is_shown(self) -> bool:
        return self.shown_pages > 0

    @property
    def is_listed_only(self) -> bool:
        return self.listed_pages > 0 and not (self.free_pages or self.template_pages)

    @property
    def is_department(self) -> bool:
        """Most of its places, or all of its structured data, name a department."""
        return self.department_places * 2 > self.voice_places or (self.is_department_in_data and self.is_shown)

    @property
    def is_foreign(self) -> bool:
        """Its places stand in the address of another business or its data, and nothing of the clinic's own has it."""
        if self.template_pages or self.data_pages:
            return False
        places = self.voice_places + self.fax_places
        return self.foreign_places * 2 > places or (self.affiliated_pages > 0 and not places)

    @property
    def has_own_place(self) -> bool:
        """It stands where a clinic gives its numbers."""
        return bool(
            self.template_pages
            or (self.data_pages and self.is_shown)
            or self.contact_pages
            or self.location_pages
            or self.small_list_of_own
        )

    @property
    def strength(self) -> tuple[bool, int, bool, int, int, int, int]:
        """How much speaks for it: data and template, template, data that is shown, contact page, pages."""
        return (
            self.data_pages > 0 and self.template_pages > 0,
            self.template_pages,
            self.data_pages > 0 and self.is_shown,
            self.contact_pages,
            self.shown_pages + self.linked_pages,
            self.data_pages,
            -self.first_place,
        )
