"""Where on a page an element stands: by landmarks, roles and the names that themes and page builders use."""

import pytest

from crawler.extract.document import Document
from crawler.extract.encoding import Decoded

_TEXT = f"<p>{'word ' * 80}</p>"
_MARK = "<b>here</b>"


def _zone(markup: str) -> str:
    page = f"<!doctype html><html><body>{markup}</body></html>"
    document = Document.of("https://clinic.example/page", "clinic.example", Decoded(page, "utf-8", "header"))
    return document.named("b")[0].zone


@pytest.mark.parametrize(
    ("opening", "zone"),
    [
        ("<dialog>", "modal"),
        ("<dialog open>", "modal"),
        ("<div role=dialog>", "modal"),
        ("<section role=ALERTDIALOG>", "modal"),
        ("<div popover>", "modal"),
        ("<div class='fixed inset-0' role=dialog aria-modal=true>", "modal"),
        ("<div class=modal>", "modal"),
        ("<div class='modal fade' id=bookingModal>", "modal"),
        ("<div id=appointmentPopup>", "modal"),
        ("<div id=modal-booking>", "modal"),
        ("<div class=booking-modal>", "modal"),
        ("<div class=newsletter_popup style='position: fixed'>", "modal"),
        ("<div class=popup-overlay>", "modal"),
        ("<div class='popup popup--open'>", "modal"),
        ("<div class=pop-up>", "modal"),
        ("<div class=exit-popup-12>", "modal"),
        ("<aside class=popup>", "modal"),
        ("<div class=lightbox>", "modal"),
        ("<div class=mfp-hide>", "modal"),
        ("<div class='elementor elementor-location-popup'>", "modal"),
        ("<div class=chat-widget>", "modal"),
        ("<div id=chatbot-panel>", "modal"),
        ("<div class=cookie-banner>", "modal"),
        ("<div class=multimodal>", "main"),
        ("<section class=multi-modal>", "main"),
        ("<div class=open-popup>", "main"),
        ("<div class=popup-gallery>", "main"),
        ("<a class=popup>", "main"),
        ("<span class=lightbox>", "main"),
        ("<div class=overlay>", "main"),
        ("<div class=off-canvas>", "nav"),
        ("<div class=offcanvas role=dialog>", "nav"),
        ("<div class='modal mobile-menu'>", "nav"),
        ("<div class=menu-modal>", "nav"),
        ("<div role=dialog aria-label='Main menu'>", "nav"),
        ("<nav class=modal>", "nav"),
        ("<dialog id=mobile-menu>", "nav"),
        ("<div class=whatsapp-float>", "sticky"),
        ("<div class=position-fixed>", "sticky"),
        ("<div class=mobile-bottom-bar>", "sticky"),
        ("<div class=utility-bar>", "header"),
        ("<div class=utility-nav>", "nav"),
        ("<div class=announcement-bar>", "header"),
        ("<div class=top_bar>", "header"),
        ("<div class=header_top>", "header"),
        ("<div class=topbar-inner>", "header"),
        ("<div class=pre-header>", "header"),
        ("<div class=footer-sidebar>", "footer"),
        ("<aside class=footer-widgets>", "footer"),
        ("<div class='widget-area footer_widgets' role=complementary>", "footer"),
        ("<aside class='sticky sidebar'>", "aside"),
        ("<div class=widget-area>", "aside"),
        ("<div id=prefooter>", "footer"),
        ("<div class=site-info>", "footer"),
        ("<div id=bottom>", "footer"),
        ("<div class=bottom>", "main"),
        ("<div class=bottom-widgets>", "footer"),
    ],
)
def test_of_an_element_far_down(opening: str, zone: str) -> None:
    assert _zone(f"<h1>Hips</h1>{_TEXT}{opening}{_MARK}</div>{_TEXT}") == zone


@pytest.mark.parametrize(
    ("opening", "top", "below"),
    [
        ("<div class=announce>", "header", "main"),
        ("<div class=site-announcement>", "header", "main"),
        ("<div role=complementary class=announcement>", "header", "aside"),
        ("<div class=alert-banner>", "header", "hero"),
        ("<div class=promo-bar>", "header", "main"),
        ("<div class=contact-bar>", "header", "main"),
        ("<div class=site-top-bar>", "header", "main"),
        ("<div class=promo-banner>", "hero", "hero"),
        ("<main><div class=announcement>", "main", "main"),
    ],
)
def test_of_a_line_at_the_top(opening: str, top: str, below: str) -> None:
    line = f"{opening}{_MARK}</div></main>"
    assert _zone(f"{line}{_TEXT}<h1>Hips</h1>{_TEXT}") == top
    assert _zone(f"<h1>Hips</h1>{_TEXT}{line}{_TEXT}") == below


def test_long_part_with_such_a_name_is_no_line() -> None:
    assert _zone(f"<div class=announcement>{_MARK}{'word ' * 70}</div>{_TEXT}<h1>Hips</h1>{_TEXT}") == "main"


@pytest.mark.parametrize(
    ("around", "zone"),
    [
        ("<header class=sticky><div class=modal>{}", "modal"),
        ("<footer><div id=bookModal>{}", "modal"),
        ("<main><article><div class=modal>{}", "modal"),
        ("<div class=modal><header>{}", "modal"),
        ("<div class=modal><div class=modal-footer>{}", "modal"),
        ("<div class=modal><div style='position:fixed'>{}", "modal"),
        ("<div class=modal><div class=footer>{}", "modal"),
        ("<div class=modal><nav>{}", "nav"),
        ("<nav><div role=dialog>{}", "nav"),
        ("<footer><aside>{}", "footer"),
        ("<div class=footer><div class=widget-area>{}", "footer"),
        ("<div id=bottom><div class=sidebar><aside class=widget>{}", "footer"),
        ("<section><div class=footer>{}", "main"),
    ],
)
def test_of_one_in_another(around: str, zone: str) -> None:
    assert _zone(f"<h1>Hips</h1>{_TEXT}<div>{around.format(_MARK)}") == zone


@pytest.mark.parametrize(
    ("markup", "zone"),
    [
        (f"<section><h1>Hips</h1>{_MARK}</section>{_TEXT}", "hero"),
        (f"<main><section>{_MARK}<div><h1>Hips</h1></div></section>{_TEXT}</main>", "hero"),
        (f"<section>{_MARK}</section><section><h1>Hips</h1></section>{_TEXT}", "main"),
        (f"<h2>News</h2><section><h1>Hips</h1>{_MARK}</section>{_TEXT}", "main"),
        (f"<section><h1>Hips</h1>{_MARK}{_TEXT}</section>{_TEXT}", "main"),
        (f"<div><h1>Hips</h1>{_MARK}</div>{_TEXT}", "main"),
        (f"<footer><section><h1>Hips</h1>{_MARK}</section></footer>{_TEXT}", "footer"),
    ],
)
def test_of_the_section_that_the_page_begins_with(markup: str, zone: str) -> None:
    assert _zone(markup) == zone


def test_name_of_what_holds_most_of_the_page_says_nothing() -> None:
    assert _zone(f"<div class=popup-page>{_TEXT}{_MARK}</div>") == "main"
    assert _zone(f"<div role=dialog>{_TEXT}{_MARK}</div>") == "modal"


@pytest.mark.parametrize(
    "name", ["modal" + "_1" * 20_000 + "x", "a-" * 20_000 + "pop", "chat_" * 20_000, "-popup" * 15_000]
)
def test_no_name_takes_long(name: str) -> None:
    assert _zone(f"<h1>Hips</h1>{_TEXT}<div class='{name}'>{_MARK}</div>{_TEXT}") in ("main", "modal")
