"""The filters of a page without a server in an embedded V8, with what such a page is sent."""

import json

from py_mini_racer import MiniRacer

from dashboard.asset_files import ASSETS
from dashboard.site.catalogue import catalogue
from dashboard.words.say import Words

DRIVER = """
var window = {};
%s
const catalogue = %s;
const language = window.launchSelection(catalogue);
function answers(batch) {
  return JSON.stringify(JSON.parse(batch).map(([pairs, opens]) => {
    const { selection, problems } = language.read(pairs, opens);
    const picked = language.pick(selection);
    const ids = catalogue.launches.filter((_, place) => picked[place]).map((one) => one.id);
    return { selection, problems, query: language.query(selection), ids };
  }));
}
function counts(link, name) {
  return JSON.stringify(language.count(language.read(JSON.parse(link), false).selection, name));
}
"""


class Script:
    """The script on the launches of a library."""

    def __init__(self, library):
        content = (ASSETS / "standalone" / "selection.js").read_text(encoding="utf-8")
        self.context = MiniRacer()
        self.context.eval(DRIVER % (content, json.dumps(catalogue(Words(), library))))

    def answers(self, batch):
        """Answers to links: pairs of name and value, with whether `launch` opens."""
        return json.loads(self.context.call("answers", json.dumps(batch)))

    def counts(self, pairs, name):
        """Launches for each value of a filter, under a link."""
        return json.loads(self.context.call("counts", json.dumps(pairs), name))
