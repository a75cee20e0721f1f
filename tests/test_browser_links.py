"""Links that were posted, opened by a reader in Chromium."""

from driving import summary_line, wait_for_map


def test_shared_link_opens_the_dashboard_in_the_same_state(page, address):
    query = "type=SRBM&period=2022-01-01&period=2022-01-31"
    page.goto(f"{address}/share?{query}")
    page.wait_for_url(f"{address}/?{query}")
    wait_for_map(page)
    shown = summary_line(page)
    page.goto(f"{address}/?{query}")
    wait_for_map(page)
    assert summary_line(page) == shown
    assert shown.startswith("3 launches")


def test_link_to_a_launch_opens_its_panel(page, address):
    page.goto(f"{address}/launch/2022-01-05-1")
    page.wait_for_url(f"{address}/?period=2022-01-05&open=2022-01-05-1")
    wait_for_map(page)
    page.get_by_text("2022-01-05-1").first.wait_for()


def test_link_to_no_launch_leads_to_the_nearest(page, address):
    page.goto(f"{address}/launch/2022-01-06-9")
    page.get_by_role("link", name="2022-01-05-1").click()
    page.wait_for_url(f"{address}/?period=2022-01-05&open=2022-01-05-1")
    wait_for_map(page)
