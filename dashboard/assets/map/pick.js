/* Which mark the pointer means: the nearest one, and whatever lies together with it. */
(function (launchMap) {
  "use strict";

  /* How far apart marks are that nobody can point at one by one. */
  const TOGETHER_PX = 3;

  function distanceToSegment({ x, y }, from, to) {
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const long = dx * dx + dy * dy;
    const share = long ? Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / long)) : 0;
    return Math.hypot(x - from.x - share * dx, y - from.y - share * dy);
  }

  function distanceToLine(point, parts) {
    let least = Infinity;
    for (const part of parts) {
      for (let i = 1; i < part.length; i += 1) least = Math.min(least, distanceToSegment(point, part[i - 1], part[i]));
    }
    return least;
  }

  /* How far the pointer is from the edge of a mark [px], less than nothing within a site. */
  function reach(layer, point, tolerance) {
    if (layer.place) {
      const middle = Math.hypot(point.x - layer._point.x, point.y - layer._point.y);
      return { layer, edge: middle - layer._radius, gap: Math.max(0, middle - layer._radius) };
    }
    if (layer.options.kind === "ray") {
      // A ray is wide: whatever lies on it is meant before it.
      const gap = layer._containsPoint(point) ? tolerance : Infinity;
      return { layer, gap, wide: true };
    }
    return { layer, gap: Math.max(0, distanceToLine(point, layer._parts) - launchMap.drawing.weight / 2) };
  }

  /* Marks that the pointer means, the first of which wins: of sites the one that it is deepest in,
   * the busiest where two are alike; else the nearest line, and of lines that lie together the newest. */
  function meant(layers, point, tolerance) {
    const near = layers.map((layer) => reach(layer, point, tolerance)).filter(({ gap }) => gap <= tolerance);
    const [site, ...sites] = near.filter(({ layer }) => layer.place)
      .sort((a, b) => Math.round(a.edge) - Math.round(b.edge) || b.layer.place.count - a.layer.place.count);
    const lines = near.filter(({ layer, wide }) => !layer.place && !wide);
    const least = Math.min(...lines.map(({ gap }) => gap));
    if (site && site.gap <= least) {
      const at = site.layer._point;
      const beside = sites.filter(({ layer }) => Math.hypot(layer._point.x - at.x, layer._point.y - at.y) <= TOGETHER_PX);
      return [site, ...beside].map(({ layer }) => layer);
    }
    const together = lines.length ? lines.filter(({ gap }) => gap <= least + TOGETHER_PX) : near;
    const ages = launchMap.ages;
    return together.map(({ layer }) => layer).sort((a, b) => ages.get(b.launch) - ages.get(a.launch));
  }

  /* Ids of the launches of marks, the mark that is meant before what lies with it, of each the
   * newest first. */
  function launchesOf(marks) {
    const newest = (ids) => [...ids].sort((a, b) => launchMap.ages.get(b) - launchMap.ages.get(a));
    return [...new Set(marks.flatMap((layer) => (layer.place ? newest(layer.place.launches) : [layer.launch])))];
  }

  let clicks = 0;
  let pressed = null;
  const CLICK_PX = 6;

  /* A drag that begins while the map still zooms reaches Leaflet as a click; it is none. */
  function wasDragged({ clientX, clientY }) {
    return pressed && Math.hypot(clientX - pressed.clientX, clientY - pressed.clientY) > CLICK_PX;
  }

  function choose(event) {
    L.DomEvent.stop(event);
    if (wasDragged(event.originalEvent)) return;
    const point = event.layerPoint || launchMap.map.mouseEventToLayerPoint(event.originalEvent);
    launchMap.chosen(launchesOf(launchMap.renderer.meant(point)), launchMap.nextClick());
  }

  function describe(layer) {
    if (!layer.place && !layer.text) return "";
    if (layer.place) {
      return launchMap.element("span", "", launchMap.say("map.site", { site: layer.place.name, n: layer.place.count }));
    }
    const [first, ...rest] = layer.text.map((line) => line.replace("{east_sea}", launchMap.state.sea));
    const node = launchMap.element("span", "", first);
    for (const line of rest) {
      node.appendChild(document.createElement("br"));
      node.appendChild(document.createTextNode(line));
    }
    return node;
  }

  /* Lets the flights drawn on a map be pointed at and chosen. */
  function listen(map, drawn) {
    // A finger that taps opens the launch; a text under it would stay and hide what it names.
    if (!window.matchMedia("(hover:none)").matches) {
      drawn.bindTooltip(describe, { sticky: true, direction: "top", offset: [0, -10], className: "map-tip" });
    }
    drawn.on("click", choose);
    map.getContainer().addEventListener("pointerdown", (event) => { pressed = event; }, true);
  }

  Object.assign(launchMap, { ages: new Map(), meant, launchesOf, listen, nextClick: () => (clicks += 1) });
})((window.launchMap ||= {}));
