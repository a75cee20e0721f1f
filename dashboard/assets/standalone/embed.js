/* The map alone, in a frame of another page: a click leads to the launch in the dashboard. */
(function () {
  "use strict";

  const { options, state, link } = JSON.parse(document.getElementById("launch-data").textContent);
  const { launchMap } = window;
  let shown = state;

  /* Link to the dashboard with what is chosen here. */
  function onward(more) {
    const [path, query] = link.split("?");
    const pairs = new URLSearchParams(query);
    const chosen = ["period", "type", "moment", "events"].filter((name) => String(shown[name]) !== String(state[name]));
    for (const [name, values] of Object.entries({ ...Object.fromEntries(chosen.map((name) => [name, shown[name]])), ...more })) {
      pairs.delete(name);
      new Set([].concat(values ?? [])).forEach((value) => pairs.append(name, value));
    }
    return `${path}?${pairs}`;
  }

  /* Leads to the dashboard: in place of the page around the frame, else in a tab of its own, else,
   * where that page allows neither, by an address to copy. */
  function lead(to) {
    const { href } = new URL(to, document.baseURI);
    try {
      window.top.location.href = href;
      return;
    } catch { /* The page around the frame does not allow it. */ }
    if (window.open(href, "_blank")) return;
    const box = document.querySelector(".map-elsewhere");
    box.hidden = false;
    box.querySelector("input").value = href;
    box.querySelector("input").select();
  }

  launchMap.chosen = (ids) => lead(onward({ open: ids[0] }));
  document.querySelector(".map-onward").addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    lead(event.currentTarget.href);
  });
  launchMap.changed = (changes) => {
    shown = launchMap.narrowed({ ...shown, ...changes });
    launchMap.show(shown);
    document.querySelector(".map-onward").href = onward({});
  };
  launchMap.open(L.map("map_div", { preferCanvas: true, minZoom: 3, maxZoom: 12, zoomSnap: 0.25 }), options);
  launchMap.show(state);
})();
