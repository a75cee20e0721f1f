import assert from "node:assert/strict";
import test from "node:test";

import { launchMap } from "./load.mjs";

const TOLERANCE_PX = 5;
launchMap.ages = new Map(["old", "mid", "new", "newest"].map((id, place) => [id, place]));

const site = (x, y, radius, launches) => ({
  options: { part: "site" }, place: { count: launches.length, launches }, _point: { x, y }, _radius: radius,
});
const track = (launch, ...points) => ({
  options: { part: "track" }, launch, _parts: [points.map(([x, y]) => ({ x, y }))],
});
const meant = (layers, x, y) => launchMap.meant(layers, { x, y }, TOLERANCE_PX);
const ids = (layers, x, y) => launchMap.launchesOf(meant(layers, x, y));

test("of two sites the one that the pointer is deeper in is meant, whichever was drawn last", () => {
  const [airport, beside] = [site(0, 0, 6, ["old", "mid"]), site(7, 0, 4, ["new"])];
  for (const layers of [[airport, beside], [beside, airport]]) {
    assert.equal(meant(layers, 1, 0)[0], airport);
    assert.equal(meant(layers, 3, 0)[0], airport);
    assert.equal(meant(layers, 5, 0)[0], beside);
  }
});

test("a busy site among neighbours of one launch has its share of a raster", () => {
  // Pyongyang airport in 2022 among the sites around it, as far apart as at the opening zoom.
  const airport = site(0, 0, 6.2, ["old", "mid", "new"]);
  const others = [[-4, -5], [3, -9], [5, 4]].map(([x, y]) => site(x, y, 3.7, ["newest"]));
  let hits = 0;
  for (let x = -12; x <= 12; x += 2) for (let y = -12; y <= 12; y += 2) hits += meant([airport, ...others], x, y)[0] === airport;
  assert.ok(hits >= 15, `${hits} hits`);
});

test("of sites at one place the busiest comes first, its newest launch ahead, and all are told", () => {
  const [quiet, busy] = [site(0, 0, 3, ["new"]), site(1, 0, 5, ["old", "mid"])];
  assert.equal(meant([quiet, busy], 0.5, 0)[0], busy);
  assert.deepEqual(ids([quiet, busy], 0.5, 0), ["mid", "old", "new"]);
});

test("of sites that the pointer is as deep in the busiest is meant, whichever was drawn last", () => {
  const [quiet, busy] = [site(-2, 0, 4, ["newest"]), site(2, 0, 4, ["old", "mid", "new"])];
  for (const layers of [[quiet, busy], [busy, quiet]]) assert.equal(meant(layers, 0, 0)[0], busy);
});

test("a line is meant as far from its edge as the tolerance says, and no further", () => {
  const line = track("old", [0, 0], [100, 0]);
  const edge = launchMap.drawing.weight / 2;
  assert.deepEqual(ids([line], 50, TOLERANCE_PX + edge - 0.1), ["old"]);
  assert.deepEqual(ids([line], 50, TOLERANCE_PX + edge + 0.1), []);
});

test("the nearest line is meant, and of lines that lie together the newest", () => {
  const first = track("old", [0, 0], [100, 0]);
  const second = track("new", [0, 1], [100, 1]);
  const apart = track("newest", [0, 8], [100, 8]);
  assert.deepEqual(ids([apart, second, first], 50, 0), ["new", "old"]);
  assert.deepEqual(ids([apart, second, first], 50, 9), ["newest"]);
  assert.deepEqual(meant([first], 50, 30), []);
});

test("a site lies over the tracks that start at it", () => {
  const [start, line] = [site(0, 0, 4, ["old", "new"]), track("new", [0, 0], [100, 0])];
  assert.equal(meant([line, start], 2, 0)[0], start);
  assert.equal(meant([line, start], 9, 1)[0], line);
});

test("what lies on a ray is meant before the ray", () => {
  const ray = { options: { part: "trace", kind: "ray" }, launch: "newest", _containsPoint: () => true };
  assert.deepEqual(ids([ray, track("old", [0, 0], [100, 0])], 50, 3), ["old"]);
  assert.deepEqual(ids([ray], 50, 3), ["newest"]);
});
