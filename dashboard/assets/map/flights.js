/* The flights and sites of the record, made once, then shown or hidden. */
(function (launchMap) {
  "use strict";

  const { look, drawing, crowd, Track, Area, latLngs, byWhom, drawnFlights } = launchMap;

  /* Above this number of flights the areas are too faint to be seen, and are left out. */
  const MOST_AREAS = 300;
  /* Above this number of tracks their impact points are what is read. */
  const MOST_LINES = 60;
  /* So many tracks can be bundled anew in each frame. */
  const MOST_LED = 600;
  /* Launches that a click in a crowd offers. */
  const MOST_MEANT = 20;
  /* What a page leaves out that says it at each change. */
  const NOTHING = { type: [], moment: null, events: [], selected: null, tiles: null };
  const FEW = { many: false, trackOpacity: 1, weight: 2.2 };
  const MANY = { many: true, trackOpacity: 0.3, weight: 1 };
  const REGION_DOT = { color: look.region, weight: 1.6, fillColor: look.paper };
  const REGION_DISC = {
    color: look.region, weight: 1, dashArray: look.dashes.region.join(" "), fillOpacity: 0.1, interactive: false, smoothFactor: 0.7,
  };

  function buildRecord(data) {
    const { renderer } = launchMap;
    launchMap.record = data;
    launchMap.sites = data.sites.map((site) => {
      const marker = L.circleMarker([site.latitude, site.longitude], {
        renderer, part: "site", radius: 3, fillOpacity: 0.92,
        ...(site.disc ? REGION_DOT : { color: look.paper, weight: 1.2, fillColor: look.ink }),
      });
      const disc = site.disc && new Area(latLngs(site.disc), { renderer, ...REGION_DISC });
      const at = [site.latitude, site.longitude];
      const built = { marker, disc, at, name: site.name, count: 0, failures: 0, get launches() { return launchMap.launchesAt(this); } };
      marker.place = built;
      if (disc) disc.around = built;
      return built;
    });
    launchMap.ages = new Map(data.launches.map((launch, place) => [launch.id, place]));
    launchMap.launches = data.launches.map((launch) => ({ ...launch, layers: null, shown: false }));
    addFlights(data);
  }

  /* Adds what is drawn of launches that have nothing yet. */
  function addFlights(data) {
    for (const kind of ["flights", "traces"]) {
      for (const each of data[kind]) {
        const launch = Object.assign(launchMap.launches[each.launch], { layers: null, whole: false, countedBy: null });
        (launch[kind] ||= []).push(each);
      }
    }
  }

  /* Leaflet objects are made the first time a launch is shown; those of its flights not in a crowd. */
  function layersOf(launch) {
    const whole = !crowd.on || launch.id === launchMap.state.selected;
    if (!launch.layers) launch.layers = owned(launch, traceLayers(launch));
    if (whole && !launch.whole) {
      launch.layers = [...owned(launch, flightLayers(launch)), ...launch.layers];
      launch.whole = true;
    }
    return launch.layers;
  }

  const owned = (owner, layers) => layers.map((layer) => Object.assign(layer, { launch: owner.id, owner }));

  function flightLayers(launch) {
    const { renderer } = launchMap;
    const layers = [];
    for (const flight of launch.flights || []) {
      const { colour, rank, casing } = look.types[flight.type];
      const area = new Area(latLngs(flight.area), {
        renderer, part: "area", color: colour, interactive: false, smoothFactor: 0.7,
      });
      const track = new Track(latLngs(flight.track), {
        renderer, part: "track", color: colour, casing, failed: flight.failed, differing: flight.differing, smoothFactor: 0.4,
        dash: flight.differing ? look.dashes.differing : flight.failed ? look.dashes.failed : null,
      });
      area.type = track.type = flight.type;
      track.text = flight.text;
      track.rank = rank;
      const core = new Area(latLngs(flight.core), {
        renderer, part: "area", core: true, color: colour, interactive: false, smoothFactor: 0.7,
      });
      area.drawn = core.drawn = track.drawn = flight.drawn;
      core.type = flight.type;
      area.seconds = core.seconds = track.seconds = flight.seconds;
      layers.push(area, core, track);
    }
    return layers;
  }

  function traceLayers(launch) {
    const { renderer } = launchMap;
    return (launch.traces || []).map((trace) => {
      const { colour, rank, casing } = look.types[trace.type];
      const shape = trace.kind === "ring" ? Track : Area;
      const layer = new shape(latLngs(trace.line), {
        renderer, part: "trace", kind: trace.kind, color: colour, casing, smoothFactor: 0.4,
      });
      return Object.assign(layer, { text: trace.text, type: trace.type, rank, drawn: trace.drawn, seconds: 0 });
    });
  }

  /* Where the first flight drawn of a launch ends. */
  const endOf = (launch) => latLngs(drawnFlights(launch)[0].track).at(-1);

  const marksOfCrowd = new Map();

  /* Tracks of the crowd that a point of the layer means, the nearest first. */
  function crowdMarks(point, tolerance) {
    const nearest = [...new Set(crowd.near(point, tolerance))].slice(0, MOST_MEANT);
    return nearest.map((launch) => {
      // One mark a launch: another one at each look would be left and entered at every step.
      if (!marksOfCrowd.has(launch.id)) {
        const mark = new Track([], { renderer: launchMap.renderer, part: "track" });
        // Words come up at marks of a map alone, and this one is never drawn.
        Object.assign(mark, { launch: launch.id, _map: launchMap.map }).addEventParent(launchMap.drawn);
        marksOfCrowd.set(launch.id, mark);
      }
      return Object.assign(marksOfCrowd.get(launch.id), { text: drawnFlights(launch)[0].text });
    });
  }

  function selectedBits(encoded) {
    const bytes = Uint8Array.from(atob(encoded), (c) => c.charCodeAt(0));
    return (index) => (bytes[index >> 3] >> (index & 7)) & 1;
  }

  /* The same bits as `selectedBits` reads, for a page that selects by itself. */
  function encodedBits(picked) {
    const bytes = new Uint8Array(Math.ceil(picked.length / 8));
    picked.forEach((one, place) => { if (one) bytes[place >> 3] |= 1 << (place & 7); });
    return btoa(String.fromCharCode(...bytes));
  }

  /* Has how all is drawn follow from how many flights there are. */
  function suit(arcs) {
    drawing.areaOpacity = Math.min(0.22, 1.6 / Math.max(arcs, 1));
    Object.assign(drawing, arcs > MOST_LINES ? MANY : FEW);
    return arcs;
  }

  /* Puts the marks of launches shown on the map, and takes others away, unless they are to be `kept`. */
  function place(withAreas, kept) {
    const { drawn, launches, state } = launchMap;
    const added = [];
    for (const launch of launches) {
      if (!launch.shown && !launch.layers) continue;
      for (const layer of layersOf(launch)) {
        const asArea = layer.options.part === "area";
        const opened = launch.id === state.selected;
        const crowded = crowd.on && !opened && layer.options.part !== "trace";
        const visible = launch.shown && !crowded && byWhom(layer.drawn) && (!asArea || withAreas || opened);
        if (visible === drawn.hasLayer(layer)) continue;
        if (visible) { drawn.addLayer(layer); added.push(layer); } else if (!kept) drawn.removeLayer(layer);
      }
    }
    lead(drawn.getLayers().filter((layer) => layer.options.part === "track"));
    added.filter((layer) => layer.options.part === "area").forEach((layer) => layer.bringToBack());
    // Whatever was shown before, rarer types lie over commoner ones.
    drawn.getLayers().filter((layer) => layer.rank > 0).sort((a, b) => a.rank - b.rank)
      .forEach((layer) => layer.bringToFront());
  }

  /* Says along which tracks others are drawn, where there are many; a failure stands for itself. */
  function lead(tracks) {
    tracks.forEach((layer) => { layer.led = undefined; });
    if (drawing.many) launchMap.bundle(tracks.filter((layer) => !layer.options.failed));
  }

  function show(given) {
    // What the reader has just chosen here stands until the page has taken it over.
    const state = launchMap.state = launchMap.chosenHere({ ...NOTHING, ...given });
    if (!launchMap.isHere(state.launches) || !launchMap.record) return;
    const isSelected = selectedBits(state.launches);
    const arcs = suit(launchMap.count(launchMap.launches.map((_, index) => isSelected(index))));
    const wanted = launchMap.launches.filter((launch) => launch.shown);
    drawing.seen = null;
    // What is opened but not selected is not drawn, and dims nothing.
    drawing.selected = wanted.some((launch) => launch.id === state.selected) ? state.selected : null;
    gather(arcs);
    place(arcs <= MOST_AREAS);
    showReach(state.ring);
    showSites();
    raiseSelected();
    launchMap.switchTiles(state.tiles);
    redraw();
    launchMap.countTypes();
    launchMap.explain();
    launchMap.foldLegend();
    launchMap.nameMap(wanted.length);
    launchMap.follow(state);
    launchMap.placeLabels();
    launchMap.list();
    document.body.dataset.shown = String(arcs);
    document.body.dataset.version = String((Number(document.body.dataset.version) || 0) + 1);
    launchMap.tellView();
    launchMap.showStrip();
  }

  /* Draws the flights of the launches shown as a crowd where they are very many. */
  function gather(arcs) {
    if (crowd.isCrowd(arcs)) crowd.gather();
    else crowd.leave();
  }

  /* Makes the marks of launches, a truth for each, for time to pass over them; `show` ends it. */
  function hold(wanted) {
    const arcs = suit(launchMap.count(wanted));
    gather(arcs);
    place(arcs <= MOST_AREAS, true);
    showSites();
    raiseSelected();
  }

  /* Shows some of the launches held, a truth for each, on the map alone, in this very frame. `seen`
   * says what is seen of a mark of theirs; else all is. */
  function pass(wanted, seen) {
    suit(launchMap.countOn(wanted, crowd.on ? crowd.turn : () => {}));
    drawing.seen = (layer) => (layer.owner?.shown ? (seen ? seen(layer) : launchMap.ALL) : null);
    if (crowd.on) crowd.see(seen);
    const tracks = launchMap.drawn.getLayers().filter((layer) => layer.options.part === "track" && layer.owner.shown);
    if (tracks.length <= MOST_LED) lead(tracks);
    else tracks.forEach((layer) => { layer.led = undefined; });
    launchMap.sites.forEach(sizeSite);
    redraw();
    launchMap.countTypes();
  }

  /* The ring that a lofted flight would reach if flown flat: kept off the flights, it is no track. */
  function showReach(wanted) {
    if (launchMap.reach) launchMap.reach.remove();
    launchMap.reach = null;
    if (!wanted) return;
    const points = wanted.line.flatMap((latitude, place) => (place % 2 ? [] : [[latitude, wanted.line[place + 1]]]));
    const reach = launchMap.reach = new Track(points, {
      pane: "zones", color: look.ink, weight: 1.6, dashArray: "2 6", opacity: 0.8, interactive: false, smoothFactor: 0.4,
    }).addTo(launchMap.map);
    reach.bindTooltip(launchMap.element("span", "", wanted.text), { permanent: true, direction: "center", className: "map-tip" });
  }

  function sizeSite(site) {
    const radius = Math.min(14, (site.failures ? 3.6 : 2.6) + 1.1 * Math.sqrt(site.count));
    if (radius === site.radius) return;
    site.radius = radius;
    site.marker.setRadius(radius);
  }

  function showSites() {
    const { drawn, sites } = launchMap;
    launchMap.visibleSites = sites.filter((site) => site.count > 0);
    sites.forEach((site) => {
      if (!site.count) {
        if (site.disc) drawn.removeLayer(site.disc);
        return drawn.removeLayer(site.marker);
      }
      sizeSite(site);
      if (site.disc) { drawn.addLayer(site.disc); site.disc.bringToBack(); }
      drawn.addLayer(site.marker);
      site.marker.bringToFront();
    });
  }

  function raiseSelected() {
    const chosen = launchMap.launches.find((launch) => launch.id === drawing.selected);
    if (!chosen || !chosen.shown) return;
    layersOf(chosen).filter((layer) => layer.options.part === "track").forEach((layer) => layer.bringToFront());
  }

  function redraw() {
    const { renderer } = launchMap;
    if (!renderer._map) return;
    // Opacity and weight are read while drawing, so the whole canvas is drawn again, and only once.
    L.Util.cancelAnimFrame(renderer._redrawRequest);
    renderer._redrawBounds = null;
    renderer._redraw();
  }

  Object.assign(launchMap, { buildRecord, addFlights, show, hold, pass, endOf, crowdMarks, selectedBits, encodedBits });
})((window.launchMap ||= {}));
