/* The map in the browser: draws the base map once and the flights once, then shows or hides them.
 *
 * The geometry of the whole record is one static file; each change of the selection brings only
 * which launches are selected, as one bit a launch (see dashboard/map/layer.py). Text from the
 * record becomes text nodes, never markup.
 */
(function () {
  "use strict";

  const SEA = "#dbe7ee";
  const COAST = { color: "#8fa9ba", weight: 0.8, fillOpacity: 1, interactive: false };
  const LAND_STYLES = {
    land: { ...COAST, fillColor: "#f6f4ee" },
    focus: { ...COAST, fillColor: "#e8dfca" },
  };
  const BORDER_STYLES = {
    land: { color: "#b9b1a2", weight: 0.9, interactive: false },
    focus: { color: "#8d8069", weight: 1.3, interactive: false },
  };
  const INK = "#1f2a30";
  const REGION_DOT = { color: "#6c7a82", weight: 1.6, fillColor: "#ffffff" };
  const REGION_DISC = {
    color: "#6c7a82", weight: 1, dashArray: "3 3", fillOpacity: 0.1, interactive: false, smoothFactor: 0.7,
  };

  const here = new URL(".", document.currentScript.src);
  // Links are relative to this script, so the app works below any path prefix.
  const fetchJson = (path) =>
    fetch(new URL(path, here)).then((reply) => {
      if (!reply.ok) throw new Error(path + ": " + reply.status);
      return reply.json();
    });

  /* Above this number of flights the areas are too faint to be seen, and are left out. */
  const MOST_AREAS = 300;

  let map, renderer, drawn, record, state, tiles;
  const look = { areaOpacity: 0.2, trackOpacity: 1, weight: 2.2, selected: null };

  /* A canvas that casts each track in white, ends it with a dot or a cross, and reads the
   * opacities that depend on how many flights are on screen at the time of drawing. */
  const FlightCanvas = L.Canvas.extend({
    _fillStroke(context, layer) {
      const kind = layer.options.part;
      if (kind === "area") return this._drawArea(context, layer);
      if (kind === "track") return this._drawTrack(context, layer);
      if (kind === "trace") return this._drawTrace(context, layer);
      L.Canvas.prototype._fillStroke.call(this, context, layer);
      if (kind === "site" && layer.place.failures) {
        drawCross(context, layer._point, 0.55 * layer._radius, layer.place.disc ? "#6c7a82" : "#ffffff", 1.7);
      }
    },
    _drawArea(context, layer) {
      const chosen = layer.launch === look.selected;
      context.globalAlpha = chosen ? 0.35 : look.areaOpacity;
      context.fillStyle = layer.options.color;
      context.fill("evenodd");
      if (!layer.options.core && (chosen || look.areaOpacity > 0.1)) {
        context.globalAlpha = chosen ? 0.9 : 0.35;
        context.lineWidth = 1;
        context.setLineDash([]);
        context.strokeStyle = layer.options.color;
        context.stroke();
      }
      context.globalAlpha = 1;
    },
    /* What is known in part: a dashed ring segment, or a ray that fades with the distance. */
    _drawTrace(context, layer) {
      const chosen = layer.launch === look.selected;
      context.lineCap = "butt";
      if (layer.options.kind === "ray") {
        context.globalAlpha = chosen ? 0.7 : 0.45;
        context.fillStyle = layer.options.color;
        context.fill();
      } else {
        context.setLineDash([6, 6]);
        context.globalAlpha = 0.7;
        context.strokeStyle = "#ffffff";
        context.lineWidth = look.weight + (chosen ? 3.4 : 1.8);
        context.stroke();
        context.globalAlpha = 1;
        context.strokeStyle = layer.options.color;
        context.lineWidth = look.weight + (chosen ? 1.4 : 0);
        context.stroke();
        context.setLineDash([]);
      }
      context.globalAlpha = 1;
    },
    _drawTrack(context, layer) {
      const chosen = layer.launch === look.selected;
      const weight = look.weight + (chosen ? 2 : 0);
      context.lineCap = "butt";
      context.lineJoin = "round";
      context.setLineDash([]);
      context.globalAlpha = chosen ? 1 : 0.75 * look.trackOpacity;
      context.strokeStyle = "#ffffff";
      context.lineWidth = weight + 2.2;
      // Dots may lie over the line of the preferred range, which has to be seen between them.
      if (!layer.options.differing) context.stroke();
      context.globalAlpha = chosen ? 1 : look.trackOpacity;
      context.setLineDash(layer.options.dash || []);
      context.strokeStyle = layer.options.color;
      context.lineWidth = weight;
      context.stroke();
      context.setLineDash([]);
      const end = layer._rings[0] && layer._rings[0][layer._rings[0].length - 1];
      if (end) drawEnd(context, end, layer, weight);
      context.globalAlpha = 1;
    },
  });

  /* Leaflet rounds projected points to whole pixels, which makes a fine-grained curve wavy. */
  const unrounded = {
    _projectLatlngs(latlngs, result, bounds) {
      if (!(latlngs[0] instanceof L.LatLng)) {
        latlngs.forEach((ring) => this._projectLatlngs(ring, result, bounds));
        return;
      }
      const origin = this._map.getPixelOrigin();
      const ring = latlngs.map((latlng) => this._map.project(latlng).subtract(origin));
      ring.forEach((point) => bounds.extend(point));
      result.push(ring);
    },
  };
  const Track = L.Polyline.extend(unrounded);
  const Area = L.Polygon.extend(unrounded);

  function drawCross(context, point, arm, colour, width) {
    context.beginPath();
    context.moveTo(point.x - arm, point.y - arm);
    context.lineTo(point.x + arm, point.y + arm);
    context.moveTo(point.x - arm, point.y + arm);
    context.lineTo(point.x + arm, point.y - arm);
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  }

  function drawEnd(context, point, layer, weight) {
    if (layer.options.failed) {
      drawCross(context, point, weight + 2.4, "#ffffff", 4.5);
      drawCross(context, point, weight + 2.4, layer.options.color, 2);
    } else {
      context.beginPath();
      context.arc(point.x, point.y, weight + 1.1, 0, 2 * Math.PI);
      context.fillStyle = layer.options.color;
      context.fill();
      context.lineWidth = 1;
      context.strokeStyle = "#ffffff";
      context.stroke();
    }
  }

  // ---------------------------------------------------------------- base map
  function element(tag, className, text) {
    const node = document.createElement(tag);
    node.className = className;
    node.textContent = text;
    return node;
  }

  function drawBaseMap(options) {
    const pane = map.createPane("base");
    pane.style.zIndex = 250;
    pane.style.pointerEvents = "none";
    const canvas = L.canvas({ pane: "base", padding: 0.6 });
    const add = (data, styles) =>
      L.geoJSON(data, {
        pane: "base", renderer: canvas, interactive: false,
        style: (feature) => styles[feature.properties.group],
      }).addTo(map);
    return Promise.all(options.base.map(fetchJson)).then(([land, borders, labels]) => {
      add(land, LAND_STYLES);
      add(borders, BORDER_STYLES);
      fixedLabels = labels.labels;
      placeLabels();
    });
  }

  // ------------------------------------------------------------------ labels
  let labelLayer;
  let fixedLabels = [];
  const SIZES_PX = { sea: 16, country: 13, city: 12, site: 12 };
  const SPREAD = { sea: 0.56, country: 0.8, city: 0.52, site: 0.54 };
  const SITES_FROM_ZOOM = 5.5;

  /* Greedy: a label is placed only where it covers no label placed before it. */
  function placeLabels() {
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
    const discs = visibleSites.map((site) => {
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
    const fixed = fixedLabels
      .filter((label) => zoom >= label.min_zoom)
      .map((label) => ({
        at: [label.latitude, label.longitude],
        text: label.id === "east-sea" ? (state && state.sea) || label.names.en : label.names.en,
        kind: label.kind, focus: label.focus, anchor: label.anchor,
      }));
    if (zoom < SITES_FROM_ZOOM) return fixed;
    const named = [...visibleSites].sort((a, b) => b.count - a.count).map((site) => ({
      at: site.at, text: site.name + " (" + site.count + ")", kind: "site", radius: site.radius, site,
    }));
    return fixed.concat(named);
  }

  function addLabel(label, iconAnchor) {
    const className = "map-label label-" + label.kind + (label.focus ? " label-focus" : "");
    const html = element("span", "", label.text);
    const icon = L.divIcon({ html, className, iconSize: [0, 0], iconAnchor });
    const options = { icon, interactive: false, keyboard: false, pane: "labels" };
    L.marker(label.at, options).addTo(labelLayer);
    if (label.kind === "city") {
      L.circleMarker(label.at, {
        pane: "base", radius: 2.4, weight: 1, color: "#6b6f70", fillColor: "#fff", fillOpacity: 1, interactive: false,
      }).addTo(labelLayer);
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
    return [label.text.length * size * SPREAD[label.kind] + 2, size * 1.25];
  }

  function leaves([left, top, width, height], frame) {
    return left < 2 || top < 2 || left + width > frame.x - 2 || top + height > frame.y - 2;
  }

  function overlaps(a, b) {
    return a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];
  }

  // ------------------------------------------------------- flights and sites
  let launches = [];
  let sites = [];
  let visibleSites = [];

  function buildRecord(data) {
    record = data;
    sites = data.sites.map((site) => {
      const marker = L.circleMarker([site.latitude, site.longitude], {
        renderer, part: "site", radius: 3, fillOpacity: 0.92,
        ...(site.disc ? REGION_DOT : { color: "#ffffff", weight: 1.2, fillColor: INK }),
      });
      const disc = site.disc && new Area(latLngs(site.disc), { renderer, ...REGION_DISC });
      const built = { marker, disc, at: [site.latitude, site.longitude], name: site.name, count: 0, failures: 0, launches: [] };
      marker.place = built;
      return built;
    });
    launches = data.launches.map((launch) => ({ ...launch, layers: null, shown: false }));
    data.flights.forEach((flight) => (launches[flight.launch].flights ||= []).push(flight));
    data.traces.forEach((trace) => (launches[trace.launch].traces ||= []).push(trace));
  }

  const latLngs = (flat) => {
    const points = [];
    for (let i = 0; i < flat.length; i += 2) points.push([flat[i], flat[i + 1]]);
    return points;
  };

  /* Leaflet objects are made the first time a launch is shown. */
  function layersOf(launch) {
    if (launch.layers) return launch.layers;
    launch.layers = [];
    for (const flight of launch.flights || []) {
      const colour = record.colours[flight.type];
      const area = new Area(latLngs(flight.area), {
        renderer, part: "area", color: colour, interactive: false, smoothFactor: 0.7,
      });
      const track = new Track(latLngs(flight.track), {
        renderer, part: "track", color: colour, failed: flight.failed, differing: flight.differing, smoothFactor: 0.4,
        dash: flight.differing ? [1.5, 4] : flight.failed ? [7, 5] : null,
      });
      track.text = flight.text;
      track.rank = record.ranks[flight.type];
      const core = new Area(latLngs(flight.core), {
        renderer, part: "area", core: true, color: colour, interactive: false, smoothFactor: 0.7,
      });
      area.drawn = core.drawn = track.drawn = flight.drawn;
      launch.layers.push(area, core, track);
    }
    for (const trace of launch.traces || []) {
      const shape = trace.kind === "ray" ? Area : Track;
      const layer = new shape(latLngs(trace.line), {
        renderer, part: "trace", kind: trace.kind, color: record.colours[trace.type], smoothFactor: 0.4,
      });
      Object.assign(layer, { text: trace.text, rank: record.ranks[trace.type], drawn: trace.drawn });
      launch.layers.push(layer);
    }
    launch.layers.forEach((layer) => (layer.launch = launch.id));
    return launch.layers;
  }

  function selectedBits(encoded) {
    const bytes = Uint8Array.from(atob(encoded), (c) => c.charCodeAt(0));
    return (index) => (bytes[index >> 3] >> (index & 7)) & 1;
  }

  /* Whether whoever's figures are drawn gave what a flight is drawn from, or a launch placed by. */
  const byWhom = (bits) => (bits >> state.figures) & 1;
  const drawnFlights = (launch) => (launch.flights || []).filter((flight) => byWhom(flight.drawn));

  function show(next) {
    state = next;
    if (!record) return;
    const isSelected = selectedBits(state.launches);
    sites.forEach((site) => { site.count = site.failures = 0; site.launches = []; });
    const wanted = launches.filter((_, index) => isSelected(index));
    const arcs = wanted.reduce((sum, launch) => sum + drawnFlights(launch).length, 0);
    const withAreas = arcs <= MOST_AREAS;
    launches.forEach((launch) => { launch.shown = false; });
    wanted.forEach((launch) => {
      launch.shown = true;
      if (launch.site === null || !byWhom(launch.placed)) return;
      sites[launch.site].count += 1;
      sites[launch.site].failures += launch.failed && !drawnFlights(launch).length ? 1 : 0;
      sites[launch.site].launches.push(launch.id);
    });
    const added = [];
    for (const launch of launches) {
      if (!launch.shown && !launch.layers) continue;
      for (const layer of layersOf(launch)) {
        const asArea = layer.options.part === "area";
        const visible = launch.shown && byWhom(layer.drawn) && (!asArea || withAreas || launch.id === state.selected);
        if (visible === drawn.hasLayer(layer)) continue;
        if (visible) { drawn.addLayer(layer); added.push(layer); } else drawn.removeLayer(layer);
      }
    }
    look.selected = state.selected;
    look.areaOpacity = Math.min(0.22, 1.6 / Math.max(arcs, 1));
    look.trackOpacity = arcs > 60 ? 0.8 : 1;
    look.weight = arcs > 150 ? 1.5 : arcs > 60 ? 1.8 : 2.2;
    added.filter((layer) => layer.options.part === "area").forEach((layer) => layer.bringToBack());
    // Whatever was shown before, rarer types lie over commoner ones.
    drawn.getLayers().filter((layer) => layer.rank > 0).sort((a, b) => a.rank - b.rank)
      .forEach((layer) => layer.bringToFront());
    showReach(state.ring);
    showSites();
    raiseSelected();
    switchTiles(state.tiles);
    redraw();
    countTypes();
    // Marks that are seldom needed are explained only where they are on the map.
    const shownLayers = drawn.getLayers();
    legendRows.differing.hidden = !shownLayers.some((layer) => layer.options.differing);
    for (const kind of ["ring", "ray"]) {
      legendRows[kind].hidden = !shownLayers.some((layer) => layer.options.kind === kind);
    }
    placeLabels();
    document.body.dataset.shown = String(arcs);
    document.body.dataset.version = String((Number(document.body.dataset.version) || 0) + 1);
  }

  let reach = null;

  /* The ring that a lofted flight would reach if flown flat: kept off the flights, it is no track. */
  function showReach(wanted) {
    if (reach) reach.remove();
    reach = null;
    if (!wanted) return;
    reach = new Track(latLngs(wanted.line), {
      pane: "zones", color: INK, weight: 1.6, dashArray: "2 6", opacity: 0.8, interactive: false, smoothFactor: 0.4,
    }).addTo(map);
    reach.bindTooltip(element("span", "", wanted.text), { permanent: true, direction: "center", className: "map-tip" });
  }

  function showSites() {
    visibleSites = sites.filter((site) => site.count > 0);
    sites.forEach((site) => {
      if (!site.count) {
        if (site.disc) drawn.removeLayer(site.disc);
        return drawn.removeLayer(site.marker);
      }
      site.radius = Math.min(14, (site.failures ? 3.6 : 2.6) + 1.1 * Math.sqrt(site.count));
      site.marker.setRadius(site.radius);
      if (site.disc) { drawn.addLayer(site.disc); site.disc.bringToBack(); }
      drawn.addLayer(site.marker);
      site.marker.bringToFront();
    });
  }

  function raiseSelected() {
    const chosen = launches.find((launch) => launch.id === look.selected);
    if (!chosen || !chosen.shown) return;
    layersOf(chosen).filter((layer) => layer.options.part === "track").forEach((layer) => layer.bringToFront());
  }

  function redraw() {
    // Opacity and weight are read while drawing, so the whole canvas is drawn again.
    if (renderer._map) renderer._update();
  }

  // ------------------------------------------------------ reading and clicks
  function describe(layer) {
    if (!layer.place && !layer.text) return "";
    if (layer.place) {
      return element("span", "", layer.place.name + ": " + layer.place.count + (layer.place.count === 1 ? " launch" : " launches"));
    }
    const node = element("span", "", layer.text[0]);
    for (const line of layer.text.slice(1)) {
      node.appendChild(document.createElement("br"));
      node.appendChild(document.createTextNode(line));
    }
    return node;
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
    const point = event.layerPoint || map.mouseEventToLayerPoint(event.originalEvent);
    // Every flight below the pointer counts, not only the topmost: many tracks coincide.
    const ids = new Set();
    if (event.layer.place) event.layer.place.launches.forEach((id) => ids.add(id));
    else {
      ids.add(event.layer.launch);
      drawn.eachLayer((layer) => {
        if (layer.text && layer._containsPoint(point)) ids.add(layer.launch);
      });
    }
    clicks += 1;
    window.Streamlit.setComponentValue({ launches: [...ids], click: clicks });
  }

  // ----------------------------------------------------------------- a point
  let ring;

  /* Rings a point, as the altitude chart asks for it, or takes the ring away where latitude is null;
   * returns whether the point is in view. */
  function point(latitude, longitude, text) {
    if (latitude === null || !map) {
      if (ring) ring.remove();
      ring = null;
      return false;
    }
    const at = L.latLng(latitude, longitude);
    if (!ring) {
      ring = L.circleMarker(at, {
        pane: "labels", renderer: L.svg({ pane: "labels" }), interactive: false, className: "map-point",
        radius: 8, weight: 2.5, color: INK, fillColor: "#ffffff", fillOpacity: 0.55,
      });
      ring.bindTooltip("", { permanent: true, direction: "top", offset: [0, -8], className: "map-tip" }).addTo(map);
    }
    ring.setLatLng(at).setTooltipContent(element("span", "", text));
    return map.getBounds().contains(at);
  }

  // ------------------------------------------------------------ online tiles
  function switchTiles(wanted) {
    if (!wanted) {
      if (tiles) {
        tiles.remove();
        tiles = null;
        notice("");
      }
      return;
    }
    if (tiles || !wanted.url) return;
    let failures = 0;
    tiles = L.tileLayer(wanted.url, { attribution: wanted.attribution, maxZoom: 18, zIndex: 1 });
    tiles.on("tileload", () => { failures = 0; if (tiles) map.getPane("base").style.opacity = 0.0; });
    tiles.on("tileerror", () => {
      failures += 1;
      if (failures < 3 || !tiles) return;
      tiles.remove();
      map.getPane("base").style.opacity = 1;
      notice("Online tiles cannot be reached: shipped base map shown. Switch off and on to try again.");
    });
    tiles.on("remove", () => { map.getPane("base").style.opacity = 1; });
    tiles.addTo(map);
  }

  let noticeBox;
  function notice(text) {
    if (!noticeBox) {
      noticeBox = element("div", "map-notice", "");
      noticeBox.setAttribute("role", "status");
      map.getContainer().appendChild(noticeBox);
    }
    noticeBox.textContent = text;
    noticeBox.hidden = !text;
  }

  // ------------------------------------------------------------------- zones
  const ZONE_STYLES = {
    "territorial sea": { color: "#5b7f96", weight: 0.8, fillColor: "#5b7f96", fillOpacity: 0.12, interactive: false },
    eez: { color: "#5b7f96", weight: 1, dashArray: "6 4", fillOpacity: 0, interactive: false },
  };
  const ZONE_NOTE = "Zones by nearest coast: approximate, not a legal boundary";
  let zones = null;

  /* Zones are many and seldom wanted: they are fetched when they are first switched on. */
  function toggleZones(path, button) {
    button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
    zones ||= fetchJson(path).then((data) =>
      L.geoJSON(data, {
        pane: "zones", renderer: L.canvas({ pane: "zones", padding: 0.6 }), interactive: false,
        filter: (feature) => feature.properties.zone in ZONE_STYLES,
        style: (feature) => ZONE_STYLES[feature.properties.zone],
      }));
    zones.then((layer) => {
      // The button may have been pressed again while the file was under way.
      const on = button.getAttribute("aria-pressed") === "true";
      if (on === map.hasLayer(layer)) return;
      if (on) map.addLayer(layer); else map.removeLayer(layer);
      map.attributionControl[on ? "addAttribution" : "removeAttribution"](ZONE_NOTE);
      notice("");
      placeLabels();
    }).catch((error) => {
      zones = null;
      button.setAttribute("aria-pressed", "false");
      notice("Zones could not be loaded: " + error.message);
    });
  }

  // ------------------------------------------------------------------ legend
  const MARKS = [
    ["track", "Ground track: stated range along the azimuth; the dot is the derived impact point"],
    ["differing", "Range of another authority that excludes the preferred one"],
    ["ring", "Range stated, direction not: somewhere on this arc, in the sea stated where one is"],
    ["ray", "Direction stated, range not: somewhere this way"],
    ["failed", "Failure, as far as a range is stated; without one, a cross on its site"],
    ["area", "Hold the impact point with {share} probability, given the spread of range, azimuth and site"],
    ["site", "Launch site, larger with more launches; click it or a line for who stated what"],
    ["region", "Only the region of the site is known, as wide as the disc"],
  ];
  const SIGNS = {
    track: '<line x1="1" y1="7" x2="22" y2="7" stroke="#0072b2" stroke-width="2.2"/><circle cx="23" cy="7" r="3.2" fill="#0072b2"/>',
    differing: '<line x1="1" y1="7" x2="22" y2="7" stroke="#0072b2" stroke-width="2.2" stroke-dasharray="1.5 4"/><circle cx="23" cy="7" r="3.2" fill="#0072b2"/>',
    failed: '<line x1="1" y1="7" x2="19" y2="7" stroke="#d55e00" stroke-width="2.2" stroke-dasharray="6 4"/><path d="M19 3l8 8M19 11l8-8" stroke="#d55e00" stroke-width="2"/>',
    area: '<ellipse cx="14" cy="7" rx="12" ry="6.3" fill="#009e73" fill-opacity=".25" stroke="#009e73" stroke-opacity=".6"/><ellipse cx="14" cy="7" rx="6.5" ry="3.4" fill="#009e73" fill-opacity=".35"/>',
    site: '<circle cx="14" cy="7" r="5" fill="#1f2a30" stroke="#fff"/>',
    ring: '<path d="M4 13a14 14 0 0 1 20-9" fill="none" stroke="#0072b2" stroke-width="2.2" stroke-dasharray="5 4"/>',
    ray: '<path d="M3 7L26 2v10z" fill="#0072b2" fill-opacity=".45"/>',
    region: '<circle cx="14" cy="7" r="5.5" fill="#6c7a82" fill-opacity=".18" stroke="#6c7a82" stroke-dasharray="2 2"/><circle cx="14" cy="7" r="2.5" fill="#fff" stroke="#6c7a82" stroke-width="1.4"/>',
  };

  const LEGEND_PX = 240;
  let legendCounts;
  const legendRows = {};
  let legendBox;
  let goHome;
  const roomForLegend = () => map.getSize().x > 3.5 * LEGEND_PX;
  const legendRoom = () => (roomForLegend() ? LEGEND_PX : 0);


  function legend() {
    const box = document.createElement("details");
    box.className = "map-legend";
    box.open = roomForLegend();
    box.appendChild(element("summary", "", "Launches by type, and marks"));
    legendCounts = box.appendChild(element("div", "legend-counts", ""));
    const share = record.areaProbabilities.map((one) => Math.round(100 * one) + " %").join(" and ");
    for (const [sign, words] of MARKS) {
      const row = element("div", "legend-row", "");
      // The signs are ours alone; no text of the record comes near them.
      row.innerHTML = '<svg width="28" height="14" aria-hidden="true">' + SIGNS[sign] + "</svg>";
      row.appendChild(element("span", "", words.replace("{share}", share)));
      legendRows[sign] = row;
      box.appendChild(row);
    }
    L.DomEvent.disableClickPropagation(box);
    L.DomEvent.disableScrollPropagation(box);
    box.addEventListener("toggle", placeLabels);
    legendBox = map.getContainer().appendChild(box);
  }

  /* The legend is also the count: launches selected of each type, drawn as an arc or not. */
  function countTypes() {
    if (!legendCounts) return;
    const counts = {};
    launches.filter((launch) => launch.shown).forEach((launch) => {
      counts[launch.type] = (counts[launch.type] || 0) + 1;
    });
    const most = Math.max(1, ...Object.values(counts));
    legendCounts.replaceChildren(...Object.keys(record.colours).filter((type) => counts[type]).flatMap((type) => {
      const bar = element("i", "", "");
      bar.style.background = record.colours[type];
      bar.style.width = Math.max(3, (60 * counts[type]) / most) + "px";
      return [element("span", "", record.words[type]), bar, element("b", "", String(counts[type]))];
    }));
  }

  // ---------------------------------------------------------------- controls
  function buttons(options) {
    const control = L.control({ position: "topleft" });
    control.onAdd = () => {
      const box = element("div", "leaflet-bar map-buttons", "");
      const button = (text, title, action) => {
        const node = element("a", "", text);
        node.href = "#";
        node.title = title;
        node.setAttribute("role", "button");
        node.setAttribute("aria-label", title);
        L.DomEvent.on(node, "click", (event) => { L.DomEvent.stop(event); action(node); });
        // A link answers to Enter alone, a button to the space bar too.
        L.DomEvent.on(node, "keydown", (event) => {
          if (event.key === " ") { L.DomEvent.stop(event); action(node); }
        });
        box.appendChild(node);
        return node;
      };
      button("\u2302", "Peninsula and East Sea", () => goHome());
      button("\u2922", "Fit to the flights shown", fitShown);
      button("EEZ", "Territorial seas and exclusive economic zones (approximate)", (node) => toggleZones(options.zones, node))
        .setAttribute("aria-pressed", "false");
      mapScreen.addTo(box, map, new URL(options.screen, here).href, aboutScreen, notice);
      return box;
    };
    control.addTo(map);
  }

  /* What stands below a picture of the screen. */
  function aboutScreen() {
    const source = [record ? record.attribution : "", pageLink()];
    return { caption: (state && state.caption) || "", source: source.filter(Boolean) };
  }

  /* Address of the page around the map, or none where it is a file or of another host. */
  function pageLink() {
    let address = "";
    try { address = window.parent.location.href; } catch { address = window.location.href; }
    return address.startsWith("http") ? address : "";
  }

  function fitShown() {
    const bounds = drawn.getLayers().length ? drawn.getBounds() : null;
    if (bounds && bounds.isValid()) {
      map.fitBounds(bounds.pad(0.05), { maxZoom: 8, paddingTopLeft: [legendRoom(), 0] });
    }
  }

  function open(leafletMap, options) {
    map = leafletMap;
    map.setView([39.5, 130.5], 5);
    map.getContainer().style.background = SEA;
    map.attributionControl.setPrefix(false);
    map.getContainer().setAttribute("aria-label", "Map of the launches selected; the table below the map lists the same");
    map.createPane("labels").style.zIndex = 640;
    map.getPane("labels").style.pointerEvents = "none";
    map.createPane("zones").style.zIndex = 260;
    map.getPane("zones").style.pointerEvents = "none";
    renderer = new FlightCanvas({ padding: 0.4, tolerance: 5 });
    drawn = L.featureGroup().addTo(map);
    drawn.bindTooltip(describe, { sticky: true, className: "map-tip" });
    drawn.on("click", choose);
    map.getContainer().addEventListener("pointerdown", (event) => { pressed = event; }, true);
    labelLayer = L.layerGroup().addTo(map);
    const home = L.latLngBounds(options.home);
    map.invalidateSize();
    goHome = () => map.fitBounds(home, { paddingTopLeft: [legendRoom(), 0] });
    goHome();
    buttons(options);
    L.control.scale({ imperial: false, maxWidth: 120, position: "topright" }).addTo(map);
    map.on("moveend", placeLabels);
    // Our style sheet, too, changes the size when it comes after this script.
    new ResizeObserver(() => {
      const hadRoom = roomForLegend();
      map.invalidateSize();
      if (legendBox && hadRoom !== roomForLegend()) legendBox.open = !hadRoom;
    }).observe(map.getContainer());
    drawBaseMap(options).catch((error) => notice("Base map missing: " + error.message));
    fetchJson(options.record).then((data) => {
      buildRecord(data);
      map.attributionControl.addAttribution(data.attribution);
      legend();
      if (state) show(state);
    }).catch((error) => notice("Flights could not be loaded: " + error.message));
  }

  window.launchMap = { open, show, point, get map() { return map; }, get launches() { return launches; }, get renderer() { return renderer; } };
})();
