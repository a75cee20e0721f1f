/* Which part of the Earth is on screen: what is selected, until the reader moves the map. */
(function (launchMap) {
  "use strict";

  const CLOSEST_ZOOM = 8;
  const MARGIN_PX = 24;
  /* Width of the buttons at the right edge, with their margin. */
  const BUTTONS_PX = 56;
  /* What is left between the margins, at the least. */
  const LEAST_PX = 100;

  /* Share of many layers that the view holds; of the whole record three flights go far beyond. */
  const SHARE_FITTED = 0.98;

  let moved = false;
  let ours = false;
  let before = {};
  let kept = null;

  /* Moves of the map that are not the reader's. */
  function move(action) {
    ours = true;
    try { action(); } finally { ours = false; }
  }

  /* Margins around what is fitted; in a small frame it goes before what lies at the edges. */
  function room() {
    const foot = launchMap.map.attributionControl.getContainer().offsetHeight;
    const { x, y } = launchMap.map.getSize();
    const wide = x - launchMap.legendRoom() - MARGIN_PX - BUTTONS_PX >= LEAST_PX;
    const high = y - foot - 2 * MARGIN_PX >= LEAST_PX;
    const [left, right] = wide ? [launchMap.legendRoom() + MARGIN_PX, BUTTONS_PX] : [0, 0];
    const [top, bottom] = high ? [MARGIN_PX, foot + MARGIN_PX] : [0, 0];
    return { animate: false, maxZoom: CLOSEST_ZOOM, paddingTopLeft: [left, top], paddingBottomRight: [right, bottom] };
  }

  function fit(bounds) {
    // A map that nobody sees has no size, and fits nothing.
    if (bounds.isValid() && launchMap.map.getSize().x > BUTTONS_PX) move(() => launchMap.map.fitBounds(bounds, room()));
  }

  function boundsOf(layers) {
    const bounds = L.latLngBounds([]);
    layers.forEach((layer) => bounds.extend(layer.getBounds ? layer.getBounds() : layer.getLatLng()));
    return bounds;
  }

  /* Bounds of many layers without the few that lie far from all others: those would leave no room
   * for the rest. `edges` are south, west, north, east of all. */
  function most(edges) {
    const at = (side, share) => edges[side].sort()[Math.round(share * (edges[side].length - 1))];
    return [[at(0, 1 - SHARE_FITTED), at(1, 1 - SHARE_FITTED)], [at(2, SHARE_FITTED), at(3, SHARE_FITTED)]];
  }

  function selectedBounds() {
    const layers = launchMap.drawn.getLayers();
    if (!launchMap.drawing.many) return boundsOf(layers);
    const edges = layers.map((layer) => boundsOf([layer]))
      .map((one) => [one.getSouth(), one.getWest(), one.getNorth(), one.getEast()]);
    const crowded = launchMap.crowd.on ? launchMap.crowd.edges() : [[], [], [], []];
    return L.latLngBounds(most(crowded.map((side, at) => Float64Array.from([...side, ...edges.map((edge) => edge[at])]))));
  }

  /* What is opened: the flights of the launch, and the ring that it would reach. */
  function openedBounds() {
    const { launches, drawn, state, reach } = launchMap;
    const launch = launches.find((one) => one.id === state.selected);
    const layers = ((launch && launch.layers) || []).filter((layer) => drawn.hasLayer(layer));
    return boundsOf(reach ? [...layers, reach] : layers);
  }

  function fitSelection() {
    moved = false;
    const opened = launchMap.reach ? openedBounds() : L.latLngBounds([]);
    fit(opened.extend(selectedBounds()));
  }

  /* Called with each change of what is shown. */
  function follow(state) {
    const opens = state.selected && state.selected !== before.selected;
    const rings = Boolean(state.ring) && !before.ring;
    const filtered = state.launches !== before.launches || state.figures !== before.figures || Boolean(state.ring) !== Boolean(before.ring);
    before = state;
    // Where there is little room, the style sheet gives it to the launch.
    document.body.classList.toggle("opened", Boolean(state.selected));
    if (!state.selected) kept = null;
    if (filtered && !moved) fitUntouched();
    if (opens || rings) {
      kept = state.selected;
      keepInView();
    }
  }

  /* Opening a launch leaves the view as it is, unless some of the launch lies outside of it. */
  function keepInView() {
    const bounds = openedBounds();
    if (bounds.isValid() && !launchMap.map.getBounds().contains(bounds)) fit(bounds);
  }

  /* A narrow map cannot hold the whole ocean: what is opened goes before what is selected. */
  function fitUntouched() {
    fitSelection();
    if (launchMap.state.selected) keepInView();
  }

  function resized() {
    if (!launchMap.record || !launchMap.state) return;
    if (!moved) fitUntouched();
    else if (kept) keepInView();
  }

  function watch(map) {
    const byHand = () => {
      if (ours) return;
      moved = true;
      kept = null;
    };
    map.on({ movestart: byHand, zoomstart: byHand });
  }

  Object.assign(launchMap, { move, fitSelection, follow, resized, watch, most });
})((window.launchMap ||= {}));
