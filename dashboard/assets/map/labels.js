/* Names on the map: of launches where they are few, of seas, countries and cities, of sites. */
(function (launchMap) {
  "use strict";

  const { lang, say } = launchMap;
  const SIZES_PX = { launch: 12, zone: 12, sea: 16, country: 13, city: 12, site: 12 };
  const SPREAD = { launch: 0.54, zone: 0.56, sea: 0.56, country: 0.8, city: 0.52, site: 0.54 };
  /* Letters as wide as they are high: Hangul, kana, ideographs. */
  const WIDE = /[\u1100-\uffe0]/g;
  /* So many launches drawn have their names on the map, as in the pictures. */
  const MOST_NAMED = 12;
  const STEP_PX = 6;
  const SITES_FROM_ZOOM = 5.5;

  /* Greedy: a label is placed only where it covers no label placed before it. */
  function placeLabels() {
    const { map, labelLayer } = launchMap;
    if (!labelLayer) return;
    labelLayer.clearLayers();
    launchMap.placeLegend();
    const frame = map.getSize();
    const taken = furniture(map.getContainer());
    const discs = launchMap.visibleSites.map((site) => {
      const at = map.latLngToContainerPoint(site.at);
      const box = [at.x - site.radius, at.y - site.radius, 2 * site.radius, 2 * site.radius];
      return Object.assign(box, { site });
    });
    const candidates = labelCandidates(map.getZoom());
    const named = candidates.filter((label) => label.kind === "launch");
    // No name lies on the impact point of another launch, and as little as can be on its track.
    for (const label of named) {
      const at = map.latLngToContainerPoint(label.at);
      discs.push(Object.assign([at.x - label.radius, at.y - label.radius, 2 * label.radius, 2 * label.radius], { site: label }));
    }
    const lines = named.length ? pointsOnTracks() : [];
    for (const label of candidates) {
      const point = map.latLngToContainerPoint(label.at);
      const [width, height] = textSize(label);
      const covered = ["launch", "city", "site"].includes(label.kind);
      const inTheWay = covered ? taken.concat(discs.filter((disc) => disc.site !== (label.site || label))) : taken;
      const free = anchors(label, width, height)
        .map(([right, down]) => ({ shift: [-right, -down], box: [point.x + right, point.y + down, width, height] }))
        .filter(({ box }) => !leaves(box, frame) && !inTheWay.some((other) => overlaps(box, other)));
      const best = label.kind === "launch" ? leastCovering(free, lines) : free[0];
      if (!best) continue;
      taken.push(best.box);
      addLabel(label, best.shift);
    }
  }

  /* Boxes of what lies over the map: buttons, scale, legend, the line of sources. */
  function furniture(container) {
    const frame = container.getBoundingClientRect();
    return [...container.querySelectorAll(".leaflet-control, .map-legend, .map-onward")].map((node) => {
      const box = node.getBoundingClientRect();
      return [box.left - frame.left, box.top - frame.top, box.width, box.height];
    });
  }

  /* Names of the launches that are drawn, the newest first, at the end of what is drawn of each. */
  function launchNames() {
    const { drawn, drawing } = launchMap;
    const shown = launchMap.launches.filter((launch) => launch.shown && launch.layers);
    const named = shown.map((launch) => [launch, launch.layers.find((layer) =>
      layer.text && !layer.options.differing && drawn.hasLayer(layer))]).filter(([, layer]) => layer);
    if (named.length > MOST_NAMED) return [];
    const opened = ([launch]) => launch.id === drawing.selected;
    return named.reverse().sort((a, b) => opened(b) - opened(a)).map(([launch, layer]) => {
      const points = layer.getLatLngs().flat(Infinity);
      const at = layer.options.part === "track" ? points[points.length - 1] : points[Math.floor(points.length / 2)];
      return { at, text: launch.label, kind: "launch", radius: 4, faint: drawing.selected && launch.id !== drawing.selected };
    });
  }

  /* Points along all tracks drawn, as close as a letter is wide. */
  function pointsOnTracks() {
    const { map, drawn } = launchMap;
    const points = [];
    for (const layer of drawn.getLayers().filter((one) => one.options.part === "track")) {
      let last = null;
      for (const latLng of layer.getLatLngs()) {
        const next = map.latLngToContainerPoint(latLng);
        const steps = last ? Math.ceil(last.distanceTo(next) / STEP_PX) : 1;
        for (let step = 1; step <= steps; step += 1) {
          const share = step / steps;
          points.push(last ? { x: last.x + share * (next.x - last.x), y: last.y + share * (next.y - last.y) } : next);
        }
        last = next;
      }
    }
    return points;
  }

  /* The first of the places whose box covers the fewest points. */
  function leastCovering(places, points) {
    const inside = ([left, top, width, height], { x, y }) => x > left && x < left + width && y > top && y < top + height;
    let best;
    for (const place of places) {
      const covers = points.filter((point) => inside(place.box, point)).length;
      if (!best || covers < best.covers) best = { ...place, covers };
    }
    return best;
  }

  function labelCandidates(zoom) {
    const fixed = launchMap.fixedLabels
      .filter((label) => zoom >= label.min_zoom)
      .map((label) => ({
        at: [label.latitude, label.longitude],
        text: (label.id === "east-sea" && launchMap.state && launchMap.state.sea) || label.names[lang] || label.names.en,
        kind: label.kind, focus: label.focus, anchor: label.anchor,
      }));
    const zones = launchMap.zonesShown ? launchMap.zoneLabels : [];
    fixed.push(...zones.map(({ country, latitude, longitude }) => ({
      at: [latitude, longitude], text: say("map.zone", { country: say("country." + country) }), kind: "zone",
    })));
    const launches = launchNames();
    if (zoom < SITES_FROM_ZOOM) return launches.concat(fixed);
    const named = [...launchMap.visibleSites].sort((a, b) => b.count - a.count).map((site) => ({
      at: site.at, text: say("map.site_label", { site: site.name, n: site.count }), kind: "site", radius: site.radius, site,
    }));
    return launches.concat(fixed, named);
  }

  function addLabel(label, iconAnchor) {
    const className = "map-label label-" + label.kind + (label.focus ? " label-focus" : "") + (label.faint ? " label-faint" : "");
    const html = launchMap.element("span", "", label.text);
    const icon = L.divIcon({ html, className, iconSize: [0, 0], iconAnchor });
    const options = { icon, interactive: false, keyboard: false, pane: "labels" };
    L.marker(label.at, options).addTo(launchMap.labelLayer);
    if (label.kind === "city") {
      L.circleMarker(label.at, {
        pane: "base", renderer: launchMap.baseRenderer, radius: 2.4, weight: 1, color: launchMap.look.picture.city, fillColor: launchMap.look.paper, fillOpacity: 1, interactive: false,
      }).addTo(launchMap.labelLayer);
    }
  }

  function anchors(label, width, height) {
    const middle = -height / 2;
    const gap = (label.radius || 3) + 3;
    const right = [gap, middle];
    const left = [-width - gap, middle];
    if (label.kind === "city") return label.anchor === "right" ? [left, right] : [right, left];
    const [below, above] = [gap, -height - gap];
    if (label.kind === "launch") {
      const corners = [[gap, above], [gap, below], [-width - gap, above], [-width - gap, below]];
      return [right, left, [-width / 2, above], [-width / 2, below], ...corners];
    }
    if (label.kind !== "site") return [[-width / 2, middle]];
    return [left, right, [-width / 2, below], [-width / 2, above]];
  }

  function textSize(label) {
    const size = SIZES_PX[label.kind];
    const wide = (label.text.match(WIDE) || []).length;
    return [(wide + (label.text.length - wide) * SPREAD[label.kind]) * size + 2, size * 1.25];
  }

  function leaves([left, top, width, height], frame) {
    return left < 2 || top < 2 || left + width > frame.x - 2 || top + height > frame.y - 2;
  }

  function overlaps(a, b) {
    return a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];
  }

  Object.assign(launchMap, { placeLabels, anchors, textSize, leaves, overlaps, leastCovering });
})((window.launchMap ||= {}));
