"""What the page, run without a browser, shows of the launches."""

import base64
import json

from dashboard.served import served


def sent_to(page, name):
    """Data of one of our components, or None where the page does not show it."""
    elements = [element.proto for element in page.get("bidi_component")]
    found = [each for each in elements if each.component_name.endswith(name)]
    return json.loads(found[0].json) if found else None


def shown_ids(page):
    """Launches that the table shows, the newest first."""
    bits = base64.b64decode(sent_to(page, "launches")["launches"])
    launches = served().library.record.launches
    return [
        launch.id for place, launch in enumerate(launches) if bits[place >> 3] >> (place & 7) & 1
    ][::-1]
