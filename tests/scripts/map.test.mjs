import assert from "node:assert/strict";
import test from "node:test";

import { added, launchMap, look } from "./load.mjs";

/* Context of a canvas that remembers which dashes lines are drawn with, and in which colour. */
function context() {
  const strokes = [];
  let dash = [];
  return {
    strokes,
    setLineDash: (given) => { dash = given; },
    stroke() { strokes.push([this.strokeStyle, dash]); },
    fill() {}, beginPath() {}, moveTo() {}, lineTo() {}, arc() {},
  };
}

test("an encoded line becomes points", () => {
  // The example of those who made the format has five decimals, of which we send three.
  const points = launchMap.latLngs("_p~iF~ps|U_ulLnnqC_mqNvxq`@");
  assert.deepEqual(points, [[3850, -12020], [4070, -12095], [4325.2, -12645.3]]);
  assert.deepEqual(launchMap.latLngs(""), []);
});

test("a line is cast in a darker shade and drawn with its own dash, gaps left open", () => {
  for (const [part, dash, more] of [
    ["track", look.dashes.failed, {}], ["track", look.dashes.differing, { differing: true }], ["track", [], {}],
    ["trace", look.dashes.ring, { kind: "ring" }],
  ]) {
    const drawn = context();
    const options = { part, color: "#123456", casing: "#000011", dash, ...more };
    launchMap.FlightCanvas._fillStroke(drawn, { options, launch: "a", _rings: [] });
    assert.deepEqual(drawn.strokes, [["#000011", dash], ["#123456", dash]]);
  }
});

test("beside a launch that is open the others are dimmed to a quarter", () => {
  const alpha = (launch) => {
    const drawn = context();
    const seen = [];
    drawn.stroke = () => seen.push(drawn.globalAlpha);
    const options = { part: "track", color: "#123456", casing: "#000011" };
    launchMap.FlightCanvas._fillStroke(drawn, { options, launch, _rings: [] });
    return seen;
  };
  launchMap.drawing.selected = "a";
  assert.deepEqual([alpha("a"), alpha("b")], [[1, 1], [0.25, 0.25]]);
  launchMap.drawing.selected = null;
  assert.deepEqual(alpha("b"), [1, 1]);
});

test("bits that are written are the bits that are read", () => {
  for (let length = 0; length < 40; length += 1) {
    const picked = Array.from({ length }, (_, place) => (place * 7 + length) % 3 === 0);
    const isSelected = launchMap.selectedBits(launchMap.encodedBits(picked));
    assert.deepEqual(picked.map((_, place) => Boolean(isSelected(place))), picked);
  }
});

test("the lowest bit is the first launch", () => {
  assert.equal(launchMap.encodedBits([true, false, true]), btoa("\x05"));
});

test("land, focus and borders have the colours of the look", async () => {
  launchMap.map = { createPane: () => ({ style: {} }) };
  const ground = { land: { land: [["_p~iF~ps|U"]], focus: [] }, borders: { land: [["_p~iF~ps|U"]], focus: [] } };
  launchMap.fetchJson = async (path) => ({ ground, labels: { labels: ["a label"] } }[path]);
  launchMap.placeLabels = () => {};
  await launchMap.drawBaseMap({ base: ["ground", "labels"] });
  const [land, focus, border, focusBorder] = added.map(({ given }) => given[1]);
  assert.deepEqual(added.map(({ kind }) => kind), ["polygon", "polygon", "polyline", "polyline"]);
  assert.deepEqual(added[0].given[0], [[[[3850, -12020]]]]);
  assert.equal(land.fillColor, look.land);
  assert.equal(focus.fillColor, look.focus);
  assert.equal(focus.color, look.coast);
  assert.equal(focusBorder.color, look.borders.focus);
  assert.equal(border.color, look.borders.land);
  assert.deepEqual(launchMap.fixedLabels, ["a label"]);
});

test("what the first file has not is fetched when it is shown, once, and shown then", async () => {
  const [asked, shown] = [[], []];
  launchMap.launches = [{}, {}, { flights: [{ launch: 2 }] }];
  launchMap.fetchJson = async (path) => {
    asked.push(path);
    if (asked.length === 1) throw new Error("no line");
    return { flights: [{ launch: 0 }], traces: [{ launch: 1 }] };
  };
  Object.assign(launchMap, { show: (state) => shown.push(state), given: () => "last", notice: () => {} });
  const bits = (...picked) => launchMap.encodedBits(picked);
  launchMap.openParts({ from: 2, rest: "rest" }, Promise.resolve());
  assert.equal(launchMap.isHere(bits(false, false, true)), true);
  assert.deepEqual(asked, []);
  assert.equal(launchMap.isHere(bits(true, false, true)), false);
  await new Promise(setImmediate);
  // Where it did not come it is asked for again.
  assert.equal(launchMap.isHere(bits(true, false, true)), false);
  assert.equal(launchMap.isHere(bits(true, true, true)), false);
  await new Promise(setImmediate);
  assert.deepEqual(asked, ["rest", "rest"]);
  assert.deepEqual(shown, ["last"]);
  assert.equal(launchMap.isHere(bits(true, true, true)), true);
  assert.deepEqual(launchMap.launches.map(({ flights, traces }) => [flights?.length, traces?.length]), [[1, undefined], [undefined, 1], [1, undefined]]);
});

test("every mark that is put into words has a sign", () => {
  const marks = look.marks.filter((mark) => launchMap.has("legend." + mark));
  assert.ok(marks.length > 5);
  assert.deepEqual(marks.filter((mark) => !launchMap.signs[mark]), []);
});

test("the legend explains the marks that are on the map, in the type that most of them have", () => {
  const track = (type, more = {}) => ({ options: { part: "track", ...more }, type });
  const layers = [track("IRBM"), track("SRBM"), track("SRBM"), { options: { part: "site" }, place: { disc: null } }];
  assert.deepEqual(launchMap.marksOf(layers, {}), { track: "SRBM", place: "undefined" });
  const marks = (more, state = {}) => Object.keys(launchMap.marksOf(more, state));
  assert.deepEqual(marks([]), []);
  assert.deepEqual(marks([track("ICBM", { failed: true })]), ["failed"]);
  assert.deepEqual(marks([{ options: {}, place: { disc: {}, failures: 1, failedType: "MRBM" } }]), ["failed", "region"]);
  assert.deepEqual(marks([{ options: { part: "trace", kind: "ring" }, type: "SRBM" }]), ["ring"]);
  assert.deepEqual(marks([], { zones: true }), ["territorial", "eez"]);
});

test("a label goes where it covers the fewest points of tracks, the first place on a tie", () => {
  const places = [[0, 0, 10, 10], [20, 0, 10, 10], [40, 0, 10, 10]].map((box) => ({ box }));
  const points = [{ x: 5, y: 5 }];
  assert.deepEqual(launchMap.leastCovering(places, points).box, [20, 0, 10, 10]);
  assert.deepEqual(launchMap.leastCovering(places, []).box, [0, 0, 10, 10]);
  assert.equal(launchMap.leastCovering([], points), undefined);
});

test("a name in Korean or Japanese takes the room of its wide letters", () => {
  const [narrow] = launchMap.textSize({ text: "Hwa", kind: "launch" });
  const [wide] = launchMap.textSize({ text: "화성포", kind: "launch" });
  assert.ok(wide > 1.5 * narrow);
});

test("the view of many flights leaves out the few that go far beyond", () => {
  const edges = [38, 125, 41, 135].map((edge) => new Float64Array(200).fill(edge));
  edges[3][7] = 180;
  assert.deepEqual(launchMap.most(edges), [[38, 125], [41, 135]]);
});

test("boxes that only touch do not overlap", () => {
  const box = [10, 10, 20, 10];
  assert.equal(launchMap.overlaps(box, [29, 19, 5, 5]), true);
  assert.equal(launchMap.overlaps(box, [30, 10, 5, 5]), false);
  assert.equal(launchMap.overlaps(box, [10, 20, 20, 10]), false);
  assert.equal(launchMap.overlaps(box, [5, 10, 5, 10]), false);
  assert.equal(launchMap.overlaps(box, [10, 5, 20, 5]), false);
});

test("a label that reaches over the edge leaves the frame", () => {
  const frame = { x: 100, y: 50 };
  assert.equal(launchMap.leaves([2, 2, 96, 46], frame), false);
  assert.equal(launchMap.leaves([1, 2, 20, 10], frame), true);
  assert.equal(launchMap.leaves([2, 2, 97, 10], frame), true);
  assert.equal(launchMap.leaves([2, 39, 20, 10], frame), true);
});

test("a city is named beside its dot, a sea over its place, a site where there is room", () => {
  const sides = (label) => launchMap.anchors(label, 40, 10).map(([x]) => Math.sign(x));
  assert.deepEqual(sides({ kind: "city" }), [1, -1]);
  assert.deepEqual(sides({ kind: "city", anchor: "right" }), [-1, 1]);
  assert.deepEqual(launchMap.anchors({ kind: "sea" }, 40, 10), [[-20, -5]]);
  assert.equal(sides({ kind: "site", radius: 5 }).length, 4);
});

test("a longer name takes more room", () => {
  const [short, high] = launchMap.textSize({ text: "Ab", kind: "city" });
  const [long, same] = launchMap.textSize({ text: "Abcdef", kind: "city" });
  assert.ok(long > short);
  assert.equal(high, same);
});

test("lines are broken between words, and words only where they are wider than a line", () => {
  const measure = { measureText: (text) => ({ width: text.length }) };
  assert.deepEqual(launchMap.wrapped(measure, "one two three", 7), ["one two", "three"]);
  assert.deepEqual(launchMap.wrapped(measure, "a http://long", 5), ["a", "http:", "//lon", "g"]);
  assert.deepEqual(launchMap.wrapped(measure, "", 5), [""]);
});

test("many tracks of one direction from about one place are one line along the farthest", () => {
  const track = (from, to, differing = false) => ({ options: { differing }, getLatLngs: () => [from, to].map(([lat, lng]) => ({ lat, lng })) });
  const east = [[39, 125], [40, 135]], near = [[39.3, 125.3], [40, 132]], short = [[39, 125], [39.1, 127]];
  const far = [[42, 130], [43, 139]], north = [[39, 125], [44, 128]];
  const tracks = [near, east, short, far, north].map((ends) => track(...ends));
  launchMap.bundle(tracks);
  assert.deepEqual(tracks.map(({ led }) => led), [0, 2, 1, 1, 1]);
  const differing = [track(...east), track(...near, true)];
  launchMap.bundle(differing);
  assert.deepEqual(differing.map(({ led }) => led), [1, 1]);
  // Over the antimeridian and north there is no jump of a direction.
  const around = [track([39, 179], [45, -175]), track([39.1, 179], [45.2, -175.4])];
  launchMap.bundle(around);
  assert.deepEqual(around.map(({ led }) => led).sort(), [0, 2]);
});

test("very many flights have no marks, and are bundled, found and counted all the same", () => {
  // Half of them go from 39 N 125 E to 40 N 130 E, half due east to 127 E; every tenth fails.
  const flights = Array.from({ length: 2000 }, (_, launch) => ({
    launch, drawn: 1, type: "SRBM", failed: launch % 10 === 0, differing: false, seconds: 300, text: ["x"],
    track: launch % 2 ? "odkAocsFo}@owH" : "odkAocsF?_|B",
  }));
  const { crowd } = launchMap;
  assert.ok(crowd.isCrowd(flights.length) && !crowd.isCrowd(400));
  const before = { record: launchMap.record, launches: launchMap.launches, state: launchMap.state, map: launchMap.map };
  Object.assign(launchMap, {
    record: { flights }, launches: flights.map((flight, place) => ({ id: `l${place}`, shown: true, site: null, flights: [flight] })), state: { figures: 0 },
    map: { options: { crs: { scale: () => 256 } }, getZoom: () => 0, getPixelOrigin: () => ({ x: 0, y: 0 }) },
  });
  crowd.gather();
  assert.deepEqual(crowd.marks().map(({ number, options }) => [number, options.failed]), [[200, true], [1800, false]]);
  assert.deepEqual(crowd.edges().map((side) => [Math.min(...side), Math.max(...side)]), [[39, 39], [125, 125], [39, 40], [127, 130]]);
  // On a world of 256 by 256 pixels; the nearest first.
  const at = { x: (256 * 310) / 360, y: 256 * (0.5 - Math.log(Math.tan((Math.PI * 65) / 180)) / (2 * Math.PI)) };
  assert.equal(crowd.near(at, 0.1).length, 1000);
  launchMap.countOn(flights.map((_, place) => place === 1), crowd.turn);
  crowd.see(null);
  assert.deepEqual(crowd.near(at, 0.1).map(({ id }) => id), ["l1"]);
  assert.equal(crowd.marks()[0].number, 1);
  crowd.leave();
  Object.assign(launchMap, before);
});

test("what is counted on from one choice to the next is what is counted anew", () => {
  const before = { sites: launchMap.sites, launches: launchMap.launches, state: launchMap.state };
  const flight = { drawn: 1 };
  const launches = Array.from({ length: 60 }, (_, place) => ({
    id: `l${place}`, shown: false, type: ["SRBM", "ICBM", "cruise"][place % 3], site: [null, 0, 1][place % 4] ?? null,
    placed: place % 5 ? 1 : 2, failed: place % 7 === 0, flights: place % 2 ? [flight, flight] : [],
  }));
  Object.assign(launchMap, { sites: [{}, {}], launches, state: { figures: 0 } });
  const counted = (arcs) => [arcs, launchMap.sites.map(({ count, failures }) => [count, failures]), launchMap.sites.map(launchMap.launchesAt),
    ["SRBM", "ICBM", "cruise"].map(launchMap.shownOfType)];
  launchMap.count(launches.map(() => false));
  for (let first = 0; first < 60; first += 7) {
    const wanted = launches.map((_, place) => place >= first && place < first + 25);
    const changed = [];
    const shown = launches.map((launch) => launch.shown);
    const on = counted(launchMap.countOn(wanted, (place) => changed.push(place)));
    assert.deepEqual(changed, wanted.flatMap((one, place) => (one === shown[place] ? [] : [place])));
    assert.deepEqual(on, counted(launchMap.count(wanted)));
    assert.equal(on[1][0][0], on[2][0].length);
  }
  Object.assign(launchMap, before);
});
