"""What people do: choose a box with the keyboard, follow a bar, filter, go back, save, switch to dark."""

import csv
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener, settled


def _tab_to(page: Page, selector: str, most: int = 80) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{most} times Tab did not reach {selector}")


def test_matrix_by_keyboard(site: str, show_page: Opener) -> None:
    page = show_page(f"{site}/coverage")
    _tab_to(page, ".matrix .cell.state-none a")
    page.keyboard.press("Enter")
    panel = page.locator("#selection")
    expect(panel).to_be_visible()
    expect(panel).to_be_focused()
    expect(panel).to_contain_text("No page")
    assert re.search(r"[?&][ct]=", page.url)
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    page.go_back()
    expect(panel).to_be_visible()


def test_a_filter_keeps_the_keyboard_where_it_was(site: str, show_page: Opener) -> None:
    page = show_page(f"{site}/keywords")
    page.locator("nav[aria-label='How well'] a").nth(1).focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("cover="))
    expect(page.locator("nav[aria-label='How well'] a[aria-current]")).to_be_focused()
    assert "cover=" in str(page.locator("nav[aria-label='How well'] a[aria-current]").get_attribute("href"))


def test_a_closed_panel_gives_the_focus_back_to_its_box(site: str, show_page: Opener) -> None:
    page = show_page(f"{site}/coverage")
    box = page.locator(".matrix .state-none a").first
    address = box.get_attribute("href")
    box.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#selection")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(f'.matrix a[href="{address}"]')).to_be_focused()


def test_skip_link_leads_to_the_content(site: str, show_page: Opener) -> None:
    page = show_page(f"{site}/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_from_a_number_to_the_pages_and_back(site: str, show_page: Opener) -> None:
    page = show_page(f"{site}/")
    page.get_by_role("link", name="11", exact=True).click()
    expect(page.locator("h1")).to_have_text("Can a visitor call us from every page?")
    expect(page).to_have_title(re.compile("Calls to action"))
    page.get_by_role("link", name="Wrong number 1").click()
    expect(page.locator("#pages .page-name")).to_have_text(["Harbour Street office"])
    page.locator("#pages .page-link").click()
    expect(page.locator("h1")).to_have_text("Harbour Street office")
    expect(page.locator("#content")).to_contain_text("Shows +13105550142, but dials +13105550199.")
    page.go_back()
    expect(page.locator("#pages .page-name")).to_have_text(["Harbour Street office"])
    page.go_back()
    page.go_back()
    expect(page.locator("h1")).to_have_text("How are we doing?")


def test_bar_leads_to_its_rows(site: str, show_page: Opener) -> None:
    page = show_page(f"{site}/keywords")
    bar = page.locator(".chart .bars .point").first
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 30, box["y"] + box["height"] / 2)
    page.wait_for_timeout(300)
    page.mouse.click(box["x"] + 30, box["y"] + box["height"] / 2)
    expect(page.locator("#phrase h2")).to_have_text("Pages about “knee pain”")
    assert "key=knee+pain" in page.url


def test_graphs_offer_a_picture_and_no_sharing(site: str, show_page: Opener) -> None:
    page = show_page(f"{site}/keywords")
    page.locator(".chart").first.hover()
    titles = page.locator(".modebar-btn").evaluate_all("all => all.map(e => e.dataset.title)")
    assert set(titles) == {"Download plot as a PNG"}


def test_grid_cell_leads_to_the_page(site: str, show_page: Opener) -> None:
    page = show_page(f"{site}/pages")
    page.locator(".ag-row[row-index='0'] .page-link").click()
    expect(page.locator("#content h2").first).to_have_text("How it looks in search results")
    assert page.url.startswith(f"{site}/page?url=")


def test_grid_that_is_too_long_asks_for_blocks(
    site: str, show_page: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dashboard.components.table.CLIENT_ROWS", 20)
    page = show_page(f"{site}/pages")
    rows = page.locator(".ag-center-cols-container .ag-row")
    expect(rows.first).to_contain_text("/")
    page.get_by_role("columnheader", name="Words").click()
    expect(page.locator(".ag-row[row-index='0'] [col-id='word_count']")).to_have_text("12")


def test_search_stays_in_the_address(site: str, show_page: Opener) -> None:
    page = show_page(f"{site}/pages?type=article")
    page.get_by_label("Search titles and addresses").fill("hostile")
    page.keyboard.press("Enter")
    expect(page.locator(".filtered")).to_contain_text("“hostile”")
    assert "type=article" in page.url
    assert "q=hostile" in page.url
    settled(page)
    expect(page.locator("#list tbody tr")).to_have_count(5)


def test_csv_is_saved_as_filtered(site: str, show_page: Opener) -> None:
    page = show_page(f"{site}/pages?q=hostile")
    with page.expect_download() as saved:
        page.locator("#list").get_by_role("link", name="Save as CSV").click()
    assert saved.value.suggested_filename == "www.harbour-joint.example-20261122-pages.csv"
    with saved.value.path().open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 6
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)


def test_dark_is_remembered_and_repaints_the_charts(site: str, open_page: Opener) -> None:
    page = open_page(f"{site}/keywords")
    light = page.locator(".chart .bars .point path").first.evaluate("e => getComputedStyle(e).fill")
    page.get_by_role("button", name="Switch between light and dark").click()
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    page.wait_for_function(
        "light => getComputedStyle(document.querySelector('.chart .bars .point path')).fill !== light", arg=light
    )
    page.reload()
    settled(page)
    assert page.evaluate("document.documentElement.dataset.mantineColorScheme") == "dark"


def test_menu_on_a_phone(site: str, show_page: Opener) -> None:
    page = show_page(f"{site}/", width=390)
    expect(page.locator(".tabs")).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("dialog").get_by_role("link", name="Coverage").click()
    expect(page.locator("h1")).to_have_text("What do patients ask that we have no page for?")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.locator(".condition-fold summary").first.click()
    page.locator(".condition-fold .matrix-line").first.click()
    expect(page.locator("#selection")).to_be_visible()


def test_older_check_is_chosen_and_kept(site: str, show_page: Opener) -> None:
    page = show_page(f"{site}/coverage")
    page.locator(".bar select[data-param=snapshot]").select_option("20261121T021400Z")
    expect(page.locator(".banner")).to_contain_text("This is not the newest check.")
    page.get_by_role("link", name="Keywords").click()
    expect(page.locator("h1")).to_have_text("Which words are our pages about?")
    assert "snapshot=20261121T021400Z" in page.url
    page.get_by_role("link", name="Show the newest").click()
    expect(page.locator(".banner")).to_have_count(0)


def test_number_of_trust_leads_to_its_pages_and_a_fold_opens(site: str, show_page: Opener) -> None:
    page = show_page(f"{site}/trust")
    page.locator(".kpi", has_text="Delicate pages watched").get_by_role("link").click()
    expect(page.locator("#pages .chip[aria-current]")).to_have_text("Watched by others 8")
    expect(page.locator("#pages tbody tr")).to_have_count(8)
    page.locator("#pages .page-link", has_text="Meniscus tear").click()
    expect(page.locator("h1")).to_have_text("Meniscus tear: causes, symptoms and care")
    sentence = page.locator(".quote")
    expect(sentence).to_be_hidden()
    page.get_by_text("The longest sentence").click()
    expect(sentence).to_be_visible()


def test_services_are_saved_by_the_form(site: str, show_page: Opener) -> None:
    page = show_page(f"{site}/services")
    page.get_by_label("PRP").select_option("yes")
    page.get_by_role("button", name="Save all answers").click()
    expect(page.get_by_text("Saved. It counts from the next check on.")).to_be_visible()
    expect(page.get_by_label("PRP")).to_have_value("yes")


def test_a_gap_is_accepted_and_reopened(site: str, show_page: Opener) -> None:
    page = show_page(f"{site}/gap?id=gap-00")
    page.get_by_role("button", name="Accept").click()
    expect(page.locator("main")).to_contain_text("Accepted")
    page.get_by_role("button", name="Reopen").click()
    expect(page.get_by_role("button", name="Reopen")).to_have_count(0)
