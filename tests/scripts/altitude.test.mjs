import assert from "node:assert/strict";
import test from "node:test";

import { launchMap, run } from "./load.mjs";

run("altitude/altitude");
const { nearest, placeOn, pointOf, pointWords, roundStep, ticks } = window.launchAltitude;

const curve = {
  distance: [0, 100, 200], altitude: [0, 60, 0], time: [0, 90, 180], track: [40, 127, 41, 129, 42, 131],
};

test("steps of an axis are 1, 2 or 5 times a power of ten", () => {
  assert.deepEqual([0.3, 1, 1.1, 3, 7, 26, 501].map(roundStep), [0.5, 1, 2, 5, 10, 50, 1000]);
});

test("ticks run from nought to the end", () => {
  assert.deepEqual(ticks(100, 50), [0, 50, 100]);
  assert.deepEqual(ticks(99, 50), [0, 50]);
});

test("a place between two vertices is between them", () => {
  assert.deepEqual(placeOn(curve.track, 0), [40, 127]);
  assert.deepEqual(placeOn(curve.track, 0.25), [40.5, 128]);
  assert.deepEqual(placeOn(curve.track, 1), [42, 131]);
});

test("a point of a curve has its height, its time and its place", () => {
  assert.deepEqual(pointOf(curve, 0.5), { distance: 50, altitude: 30, time: 45, place: [40.5, 128] });
  assert.deepEqual(pointOf(curve, 2).place, [42, 131]);
  assert.equal(pointOf({ ...curve, track: null }, 1).place, null);
});

test("the time of a point is as unsure as that of its flight, its ends rounded outward", () => {
  const said = (time, shares) => pointWords({ distance: 1234.4, altitude: 99.6, time }, shares, launchMap.say);
  assert.equal(said(119.7, [0.95, 1.05]), "100 km high, 1,234 km from the site, after 110–130 s");
  assert.equal(said(1200, [0.95, 1.06]), "100 km high, 1,234 km from the site, after 19–22 min");
  assert.equal(said(119.7, [1, null]), "100 km high, 1,234 km from the site, after more than 110 s");
});

test("the nearest point lies on the nearest curve", () => {
  const other = { ...curve, altitude: [0, 600, 0] };
  const view = { curves: [curve, other], x: (distance) => distance, y: (altitude) => -altitude };
  assert.equal(nearest(view, 100, -590).curve, 1);
  const found = nearest(view, 100, -40);
  assert.equal(found.curve, 0);
  assert.ok(Math.abs(found.at - 1) < 0.2);
});
