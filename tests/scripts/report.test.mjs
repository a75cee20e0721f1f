import assert from "node:assert/strict";
import test from "node:test";

import { run } from "./load.mjs";

const heard = {};
globalThis.document = { body: {}, addEventListener: () => {} };
globalThis.MutationObserver = class { observe() {} };
globalThis.CanvasRenderingContext2D = class { get font() { return ""; } set font(_) { /* a stand-in */ } };
globalThis.location = { search: "?page=report" };
window.addEventListener = (name, hear) => { heard[name] = hear; };
run("report/linking");

const sent = [];
const shown = (session, kept) => window.reportLinking.show({
  data: { numbers: [], session, kept },
  setTriggerValue: (name, value) => sent.push([name, value]),
});
const asks = () => {
  let asked = false;
  heard.beforeunload({ preventDefault: () => { asked = true; } });
  return asked;
};
const review = { text: "It flew 350 km.", decided: true };

test("a review is sent back to a server that does not know the session, and only there", () => {
  shown("one", null);
  shown("one", review);
  assert.deepEqual(sent, []);
  shown("two", null);
  assert.deepEqual(sent.splice(0), [["kept", review]]);
  shown("two", review);
  shown("two", null);
  shown("three", null);
  assert.deepEqual(sent, []);
});

test("a page asks before decisions are lost, and not for what nobody decided", () => {
  shown("three", { ...review, decided: false });
  assert.equal(asks(), false);
  shown("three", review);
  assert.equal(asks(), true);
});

test("who goes back to the map has left the review", () => {
  const leave = shown("three", review);
  leave();
  assert.equal(asks(), true);
  location.search = "?period=2022";
  leave();
  assert.equal(asks(), false);
  shown("four", null);
  assert.deepEqual(sent, []);
});
