/* The map alone, in a frame of another page: a click leads to the launch in the dashboard. */
(function () {
  "use strict";

  const { options, state, link } = JSON.parse(document.getElementById("launch-data").textContent);
  const { launchMap } = window;
  launchMap.chosen = (ids) => {
    window.open(link + (link.includes("?") ? "&" : "?") + "open=" + encodeURIComponent(ids[0]), "_top");
  };
  launchMap.open(L.map("map_div", { preferCanvas: true, minZoom: 3, maxZoom: 12, zoomSnap: 0.25 }), options);
  launchMap.show(state);
})();
