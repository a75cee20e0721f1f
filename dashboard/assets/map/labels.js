/* Names on the map: fixed ones of seas, countries and cities, and those of the sites shown. */
(function (launchMap) {
  "use strict";

  const { lang, say } = launchMap;
  const SIZES_PX = { sea: 16, country: 13, city: 12, site: 12 };
  const SPREAD = { sea: 0.56, country: 0.8, city: 0.52, site: 0.54 };
  const SITES_FROM_ZOOM = 5.5;

  /* Greedy: a label is placed only where it covers no label placed before it. */
  function placeLabels() {
    const { map, labelLayer, legendBox } = launchMap;
    if (!labelLayer) return;
    labelLayer.clearLayers();
    const frame = map.getSize();
    // Buttons, scale and legend lie over the map.
    const taken = [[0, 0, 50, 190], [frame.x - 140, 0, 140, 40]];
    if (legendBox) {
      // The line of sources may wrap; the legend stands above it.
      const foot = map.attributionControl.getContainer().offsetHeight + 6;
      legendBox.style.bottom = foot + "px";
      legendBox.style.maxHeight = frame.y - foot - 10 + "px";
      taken.push([legendBox.offsetLeft, legendBox.offsetTop, legendBox.offsetWidth, legendBox.offsetHeight]);
    }
    const discs = launchMap.visibleSites.map((site) => {
      const at = map.latLngToContainerPoint(site.at);
      const box = [at.x - site.radius, at.y - site.radius, 2 * site.radius, 2 * site.radius];
      return Object.assign(box, { site });
    });
    for (const label of labelCandidates(map.getZoom())) {
      const point = map.latLngToContainerPoint(label.at);
      const [width, height] = textSize(label);
      const covered = label.kind === "city" || label.kind === "site";
      const inTheWay = covered ? taken.concat(discs.filter((disc) => disc.site !== label.site)) : taken;
      for (const [right, down] of anchors(label, width, height)) {
        const box = [point.x + right, point.y + down, width, height];
        if (leaves(box, frame) || inTheWay.some((other) => overlaps(box, other))) continue;
        taken.push(box);
        addLabel(label, [-right, -down]);
        break;
      }
    }
  }

  function labelCandidates(zoom) {
    const fixed = launchMap.fixedLabels
      .filter((label) => zoom >= label.min_zoom)
      .map((label) => ({
        at: [label.latitude, label.longitude],
        text: (label.id === "east-sea" && launchMap.state && launchMap.state.sea) || label.names[lang] || label.names.en,
        kind: label.kind, focus: label.focus, anchor: label.anchor,
      }));
    if (zoom < SITES_FROM_ZOOM) return fixed;
    const named = [...launchMap.visibleSites].sort((a, b) => b.count - a.count).map((site) => ({
      at: site.at, text: say("map.site_label", { site: site.name, n: site.count }), kind: "site", radius: site.radius, site,
    }));
    return fixed.concat(named);
  }

  function addLabel(label, iconAnchor) {
    const className = "map-label label-" + label.kind + (label.focus ? " label-focus" : "");
    const html = launchMap.element("span", "", label.text);
    const icon = L.divIcon({ html, className, iconSize: [0, 0], iconAnchor });
    const options = { icon, interactive: false, keyboard: false, pane: "labels" };
    L.marker(label.at, options).addTo(launchMap.labelLayer);
    if (label.kind === "city") {
      L.circleMarker(label.at, {
        pane: "base", radius: 2.4, weight: 1, color: "#6b6f70", fillColor: launchMap.look.paper, fillOpacity: 1, interactive: false,
      }).addTo(launchMap.labelLayer);
    }
  }

  function anchors(label, width, height) {
    const middle = -height / 2;
    const gap = (label.radius || 3) + 3;
    const right = [gap, middle];
    const left = [-width - gap, middle];
    if (label.kind === "city") return label.anchor === "right" ? [left, right] : [right, left];
    if (label.kind !== "site") return [[-width / 2, middle]];
    return [left, right, [-width / 2, gap], [-width / 2, -height - gap]];
  }

  function textSize(label) {
    const size = SIZES_PX[label.kind];
    // Hangul, kana and Chinese characters are as wide as they are high.
    const ems = [...label.text].reduce((sum, sign) => sum + (sign >= "\u1100" ? 1 : SPREAD[label.kind]), 0);
    return [ems * size + 2, size * 1.25];
  }

  function leaves([left, top, width, height], frame) {
    return left < 2 || top < 2 || left + width > frame.x - 2 || top + height > frame.y - 2;
  }

  function overlaps(a, b) {
    return a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];
  }

  Object.assign(launchMap, { placeLabels, anchors, textSize, leaves, overlaps });
})((window.launchMap ||= {}));
