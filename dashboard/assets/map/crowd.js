/* Very many flights: no mark of its own for each, but numbers in arrays and one drawing of all.
 *
 * It looks as marks do where there are many (canvas.js): bundles as lines, and every impact point.
 * Of points on one pixel the one above is drawn; a failure is its cross, without a line. */
(function (launchMap) {
  "use strict";

  const { look, drawing } = launchMap;
  /* Above this number of flights none has a mark of its own. */
  const MOST_MARKS = 1500;
  /* Tracks that are kept as points, once they are drawn. */
  const MOST_KEPT = 3000;
  const BUNDLE_OPACITY = 0.42;
  const DIMMED = 0.25;
  const TYPES = Object.keys(look.types);
  const LOOKS = TYPES.map((type) => ({ color: look.types[type].colour, casing: look.types[type].casing }));

  const crowd = { on: false };
  let all = null;
  let shown;
  let groups;
  let led;
  let first;
  let seen = null;
  const kept = new Map();
  const stub = { launch: "", seconds: 0, options: { part: "track" } };

  const mercator = (latitude) => 0.5 - Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) / (2 * Math.PI);

  /* Numbers of every flight of the record, read once: where it begins, ends and lies on a world of
   * one by one, how far and which way it goes. */
  function read() {
    const { flights } = launchMap.record;
    const [number, floats] = [flights.length, () => new Float64Array(flights.length)];
    all = {
      number, flights, owners: new Int32Array(number), drawn: new Uint8Array(number), type: new Uint8Array(number),
      failed: new Uint8Array(number), differing: new Uint8Array(number), x: floats(), y: floats(),
      fromLat: floats(), fromLng: floats(), km: floats(), azimuth: floats(), edges: [floats(), floats(), floats(), floats()],
    };
    const [souths, wests, norths, easts] = all.edges;
    flights.forEach((flight, at) => {
      flight.at = at;
      const points = launchMap.latLngs(flight.track);
      const [[fromLat, fromLng], [lat, lng]] = [points[0], points[points.length - 1]];
      const { km, azimuth } = launchMap.wayOf({ lat: fromLat, lng: fromLng }, { lat, lng });
      let [south, north] = [fromLat, fromLat];
      for (const [latitude] of points) {
        if (latitude < south) south = latitude;
        if (latitude > north) north = latitude;
      }
      [all.owners[at], all.drawn[at], all.type[at]] = [flight.launch, flight.drawn, TYPES.indexOf(flight.type)];
      [all.failed[at], all.differing[at]] = [Number(flight.failed), Number(flight.differing)];
      [all.x[at], all.y[at], all.fromLat[at], all.fromLng[at]] = [(lng + 180) / 360, mercator(lat), fromLat, fromLng];
      [all.km[at], all.azimuth[at]] = [km, azimuth];
      [souths[at], wests[at], norths[at], easts[at]] = [south, Math.min(fromLng, lng), north, Math.max(fromLng, lng)];
    });
    const places = Array.from({ length: number }, (_, at) => at);
    const rank = TYPES.map((type) => look.types[type].rank);
    all.byRank = Int32Array.from(places).sort((a, b) => rank[all.type[a]] - rank[all.type[b]] || a - b);
    all.byRange = Int32Array.from(places).sort((a, b) => all.km[b] - all.km[a] || a - b);
    [shown, groups, led, first] = [new Uint8Array(number), new Int32Array(number), new Int32Array(number), new Int32Array(number)];
  }

  /* Whether there are so many flights among some launches. */
  const isCrowd = (arcs) => arcs > MOST_MARKS;

  /* Takes the flights of the launches shown, but for the one that is open, and bundles them. */
  function gather() {
    if (!all) read();
    crowd.on = true;
    pick();
    const leading = [];
    for (const at of all.byRange) {
      groups[at] = -1;
      if (!shown[at] || all.failed[at]) continue;
      const found = leading.find((one) => belongs(at, one));
      if (found === undefined) leading.push(at);
      groups[at] = found ?? at;
    }
    lead();
  }

  function belongs(at, leading) {
    if (all.differing[at] !== all.differing[leading] || all.km[at] < launchMap.BUNDLED_SHARE * all.km[leading]) return false;
    if (Math.abs(((all.azimuth[at] - all.azimuth[leading] + 540) % 360) - 180) > launchMap.BUNDLED_DEG) return false;
    return launchMap.wayOf({ lat: all.fromLat[at], lng: all.fromLng[at] },
      { lat: all.fromLat[leading], lng: all.fromLng[leading] }).km <= launchMap.BUNDLED_KM;
  }

  /* Shows those of the launches shown; bundles stay. */
  function pick() {
    for (let at = 0; at < all.number; at += 1) shownAt(at);
    see(null);
  }

  function shownAt(at) {
    const launch = launchMap.launches[all.owners[at]];
    shown[at] = launch.shown && (all.drawn[at] >> launchMap.state.figures) & 1 && launch.id !== drawing.selected ? 1 : 0;
  }

  /* Shows the flights of a launch, of which the place is given, or no longer. */
  function turn(place) {
    (launchMap.launches[place].flights || []).forEach((flight) => shownAt(flight.at));
  }

  /* `given` says what time leaves of each flight shown. */
  function see(given) {
    seen = given;
    lead();
  }

  /* Of each bundle the farthest flight shown leads, with the number of all that are. */
  function lead() {
    led.fill(0);
    first.fill(-1);
    for (const at of all.byRange) {
      const group = groups[at];
      if (!shown[at] || group < 0) continue;
      if (first[group] < 0) first[group] = at;
      led[first[group]] += 1;
    }
  }

  function leave() {
    crowd.on = false;
  }

  // --------------------------------------------------------------------- drawing
  /* What a point of the world is times and less, to be one of the layer [px]. */
  function frame() {
    const { map } = launchMap;
    return { scale: map.options.crs.scale(map.getZoom()), origin: map.getPixelOrigin() };
  }

  /* Points of a track in pixels of the layer. */
  function pointsOf(at, { scale, origin }) {
    if (kept.size > MOST_KEPT) kept.clear();
    if (!kept.has(at)) {
      kept.set(at, launchMap.latLngs(all.flights[at].track).map(([lat, lng]) => [(lng + 180) / 360, mercator(lat)]));
    }
    return kept.get(at).map(([x, y]) => ({ x: x * scale - origin.x, y: y * scale - origin.y }));
  }

  const lookOf = (at) => ({ options: { ...LOOKS[all.type[at]], failed: all.failed[at] } });

  function trace(context, points) {
    context.beginPath();
    points.forEach((point, place) => context[place ? "lineTo" : "moveTo"](point.x, point.y));
  }

  /* What time leaves of a flight. */
  function seenOf(at) {
    if (!seen) return launchMap.ALL;
    stub.launch = launchMap.launches[all.owners[at]].id;
    stub.seconds = all.flights[at].seconds;
    return seen(stub);
  }

  /* Bundles, below what has marks; where few are shown, each as a line of its own. */
  function drawLines(context) {
    const place = frame();
    context.lineJoin = "round";
    context.lineCap = "butt";
    for (let at = 0; at < all.number; at += 1) {
      if (!shown[at] || (drawing.many && !led[at])) continue;
      const left = drawing.many && !seen ? launchMap.ALL : seenOf(at);
      if (!left || left.share < 1) continue;
      trace(context, pointsOf(at, place));
      context.globalAlpha = (drawing.selected ? DIMMED : 1) * (drawing.many ? BUNDLE_OPACITY : left.alpha);
      if (drawing.many) {
        context.setLineDash(all.differing[at] ? look.dashes.differing : []);
        context.strokeStyle = look.picture.bundle;
        context.lineWidth = launchMap.bundleWidth(led[at]);
        context.stroke();
        context.setLineDash([]);
      } else {
        launchMap.strokeCased(context, lookOf(at), drawing.weight,
          all.differing[at] ? look.dashes.differing : all.failed[at] ? look.dashes.failed : []);
      }
    }
    context.globalAlpha = 1;
  }

  /* Impact points, above all else, and flights on their way. */
  function drawEnds(context, { min, max }) {
    const place = frame();
    const sheet = launchMap.pointSheet(min, max, all.number);
    const [left, top] = [place.origin.x + min.x, place.origin.y + min.y];
    const flying = [];
    // From the one above on: of those below it on the same pixel nothing would be seen.
    for (let order = all.number - 1; order >= 0; order -= 1) {
      const at = all.byRank[order];
      if (!shown[at]) continue;
      const [x, y] = [all.x[at] * place.scale - left, all.y[at] * place.scale - top];
      if (!sheet.isFree(x, y)) continue;
      const state = seenOf(at);
      if (!state) continue;
      if (state.share < 1) flying.push([at, state]);
      else sheet.add(2 * all.type[at] + all.failed[at], state.alpha);
    }
    context.globalAlpha = drawing.selected ? DIMMED : 1;
    sheet.draw(context, (kind) => ({ ...LOOKS[kind >> 1], failed: kind & 1 }));
    for (const [at, { share }] of flying) {
      const points = launchMap.flown(pointsOf(at, place), share);
      trace(context, points);
      launchMap.strokeCased(context, lookOf(at), launchMap.FLYING_PX, []);
      launchMap.drawEnd(context, points[points.length - 1], lookOf(at), launchMap.FLYING_PX);
    }
    context.globalAlpha = 1;
  }

  // --------------------------------------------------------------- what is asked of it
  /* Launches whose impact point lies within so many pixels of a point of the layer. */
  function near({ x, y }, within) {
    const { scale, origin } = frame();
    const found = [];
    for (let at = 0; at < all.number; at += 1) {
      if (!shown[at]) continue;
      const away = Math.hypot(all.x[at] * scale - origin.x - x, all.y[at] * scale - origin.y - y);
      if (away <= within && seenOf(at)) found.push({ away, launch: launchMap.launches[all.owners[at]] });
    }
    return found.sort((a, b) => a.away - b.away).map(({ launch }) => launch);
  }

  /* South, west, north and east of all flights shown, in an array for each. */
  const edges = () => all.edges.map((side) => side.filter((_, at) => shown[at]));

  /* What the legend has to explain, as marks with their number. */
  function marks() {
    const counts = new Map();
    for (let at = 0; at < all.number; at += 1) {
      if (!shown[at]) continue;
      const name = 4 * all.type[at] + 2 * all.failed[at] + all.differing[at];
      counts.set(name, (counts.get(name) || 0) + 1);
    }
    return [...counts].map(([name, number]) => ({
      number, type: TYPES[name >> 2], led: name & 2 ? undefined : 1, options: { part: "track", failed: Boolean(name & 2), differing: Boolean(name & 1) },
    }));
  }

  Object.assign(crowd, { isCrowd, gather, turn, see, leave, drawLines, drawEnds, near, edges, marks });
  Object.assign(launchMap, { crowd });
})((window.launchMap ||= {}));
