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
    const chosen = ["period", "type", "moment"].filter((name) => String(shown[name]) !== String(state[name]));
    for (const [name, values] of Object.entries({ ...Object.fromEntries(chosen.map((name) => [name, shown[name]])), ...more })) {
      pairs.delete(name);
      new Set([].concat(values ?? [])).forEach((value) => pairs.append(name, value));
    }
    return `${path}?${pairs}`;
  }

  launchMap.chosen = (ids) => {
    window.open(onward({ open: ids[0] }), "_top");
  };
  launchMap.changed = (changes) => {
    shown = launchMap.narrowed({ ...shown, ...changes });
    launchMap.show(shown);
    document.querySelector(".map-onward").href = onward({});
  };
  launchMap.open(L.map("map_div", { preferCanvas: true, minZoom: 3, maxZoom: 12, zoomSnap: 0.25 }), options);
  launchMap.show(state);
})();
