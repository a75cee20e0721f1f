/* The map as a component of Streamlit, which says what is shown and is told what is chosen; only in
 * the page that dashboard/web/map_page.py answers. What is said between the two is described at
 * https://docs.streamlit.io/develop/concepts/custom-components/components-v1/intro. */
(function (launchMap) {
  "use strict";

  if (!document.querySelector("main[data-component]")) return;

  const send = (type, more) =>
    window.parent.postMessage({ isStreamlitMessage: true, type: "streamlit:" + type, ...more }, location.origin);

  /* What is not said. */
  const NOTHING = { type: [], moment: null, events: [], selected: null, tiles: null };

  let shown = "";

  window.addEventListener("message", ({ data, source }) => {
    if (source !== window.parent || data.type !== "streamlit:render") return;
    const { state, height, ...options } = data.args;
    if (!launchMap.map) {
      send("setFrameHeight", { height });
      launchMap.open(L.map("map_div", { preferCanvas: true, minZoom: 3, maxZoom: 12, zoomSnap: 0.25 }), options);
    }
    // It says the same again when its own look or width changes.
    const wanted = JSON.stringify(state);
    if (wanted === shown) return;
    shown = wanted;
    launchMap.show({ ...NOTHING, ...state });
  });

  launchMap.tellStreamlit = (value) => send("setComponentValue", { value, dataType: "json" });
  send("componentReady", { apiVersion: 1 });
})((window.launchMap ||= {}));
