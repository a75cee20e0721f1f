import assert from "node:assert/strict";
import test from "node:test";

import { run } from "./load.mjs";

run("table/table");
const { cellOf, chosen, sorted } = window.launchTable;

const launch = (id, range) => ({ id, missiles: null, drawn: [{ range, by: null }] });
const launches = [launch("a", [1000, "1,000", "about 1,000 km"]), launch("b", null), launch("c", [250, "≥ 250", "at least 250 km"])];
const order = (state) => sorted(launches, state, 0).map((one) => one.id).join("");

test("numbers sort as numbers, and what is not known comes last either way", () => {
  assert.equal(order({ column: "range", down: false }), "cab");
  assert.equal(order({ column: "range", down: true }), "acb");
});

test("ids of one day sort by their number", () => {
  const days = ["2022-01-05-10", "2022-01-05-9"].map((id) => launch(id, null));
  assert.deepEqual(sorted(days, { column: "id", down: false }, 0).map((one) => one.id), ["2022-01-05-9", "2022-01-05-10"]);
});

test("an empty cell is a dash", () => {
  assert.equal(cellOf(launches[1], "range", 0).text, "–");
  assert.equal(cellOf(launches[0], "missiles", 0).text, "–");
  assert.equal(cellOf(launches[2], "range", 0).text, "≥ 250");
});

test("bits are places, the lowest first", () => {
  assert.deepEqual(chosen(Buffer.from([0b101, 0b1]).toString("base64")), [0, 2, 8]);
});
