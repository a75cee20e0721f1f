import assert from "node:assert/strict";
import test from "node:test";

import { launchMap } from "./load.mjs";

const { moments, phase, sofar, stepFrom, usualSpeed, flown } = launchMap;
const MOVING = { speed: "week", fade: "month", flies: true, fades: true };

test("launches of one day come one after the other in it", () => {
  const coming = moments([{ id: "b", first: 11 }, { id: "a", first: 10 }, { id: "c", first: 11 }]);
  assert.deepEqual(coming.map(({ id }) => id), ["a", "b", "c"]);
  assert.deepEqual(coming.map(({ at }) => at), [10.5, 11.25, 11.75]);
});

test("a flight takes a second for each 1,000 of its own, and fades once it is over", () => {
  // 2,000 s are two seconds of playback, and so two weeks.
  const at = (time) => phase(100, 2000, time, MOVING);
  assert.equal(at(99.9), null);
  assert.deepEqual(at(100), { share: 0, alpha: 1 });
  assert.deepEqual(at(107), { share: 0.5, alpha: 1 });
  assert.deepEqual(at(114), { share: 1, alpha: 1 });
  assert.deepEqual(at(129), { share: 1, alpha: 0.5 });
  assert.equal(at(144), null);
  const lengths = [500, 4000].map((seconds) => [101, 110].map((time) => phase(100, seconds, time, MOVING).share));
  assert.ok(lengths[0][0] > lengths[1][0], "the longer flight is slower along its track");
});

test("without movement a flight appears and goes whole", () => {
  const still = { ...MOVING, flies: false, fades: false };
  assert.deepEqual([99, 100, 115, 129.9].map((time) => phase(100, 2000, time, still)?.share), [undefined, 1, 1, 1]);
  assert.equal(phase(100, 2000, 131, still), null);
  assert.deepEqual(phase(100, 2000, 9999, { ...still, fade: "never" }), { share: 1, alpha: 1 });
});

test("steps go by launch, from between two to the next or the one before", () => {
  const coming = moments([10, 20, 30].map((first) => ({ id: String(first), first })));
  assert.deepEqual([5, 10.5, 25, 99].map((time) => sofar(coming, time)), [0, 1, 2, 3]);
  assert.equal(stepFrom(coming, -Infinity, 1).id, "10");
  assert.equal(stepFrom(coming, 10.5, 1).id, "20");
  assert.equal(stepFrom(coming, 30.5, 1), null);
  assert.equal(stepFrom(coming, 20.5, -1).id, "10");
  assert.equal(stepFrom(coming, 10.5, -1), null);
});

test("a month is played by the week, the whole record by the year", () => {
  assert.deepEqual([[0, 30], [0, 364], [0, 15482]].map(usualSpeed), ["week", "week", "year"]);
});

test("what is flown of a track ends between two of its points", () => {
  const points = [0, 10, 20].map((x) => ({ x, y: 2 * x }));
  assert.deepEqual(flown(points, 0.75), [{ x: 0, y: 0 }, { x: 10, y: 20 }, { x: 15, y: 30 }]);
  assert.deepEqual(flown(points, 1), points);
  assert.deepEqual(flown(points, 0), [{ x: 0, y: 0 }, { x: 0, y: 0 }]);
});
