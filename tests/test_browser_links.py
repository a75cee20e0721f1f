"""Links that were posted, opened by a reader in Chromium."""

from driving import PHONE, summary_line, wait_for_map, wait_until


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


def test_link_to_a_launch_opens_its_panel_in_sight_of_a_phone_too(page, address):
    page.set_viewport_size(PHONE)
    page.goto(f"{address}/launch/2022-01-05-1")
    page.wait_for_url(f"{address}/?period=2022-01-05&open=2022-01-05-1")
    wait_for_map(page)
    heading = page.locator(".st-key-launch_panel h2")
    wait_until(
        page,
        """() => {
            const heading = document.querySelector(".st-key-launch_panel h2");
            const { top, bottom } = heading?.getBoundingClientRect() ?? {};
            return top > 0 && bottom < innerHeight;
        }""",
    )
    # Nobody asked for it by a key, so the focus stays where it was.
    assert heading.evaluate("document.activeElement === document.body")


def test_link_to_no_launch_leads_to_the_nearest(page, address):
    page.goto(f"{address}/launch/2022-01-06-9")
    page.get_by_role("link", name="2022-01-05-1").click()
    page.wait_for_url(f"{address}/?period=2022-01-05&open=2022-01-05-1")
    wait_for_map(page)
