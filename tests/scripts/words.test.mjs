import assert from "node:assert/strict";
import test from "node:test";

import { launchMap } from "./load.mjs";

const { say } = launchMap.wordsOf("en", {
  plain: "{a} and {b}",
  deep: { counted: { one: "{n} launch of {a}", other: "{n} launches of {a}" } },
});

test("places are filled, in whatever order", () => {
  assert.equal(say("plain", { b: 2, a: "x" }), "x and 2");
});

test("the number chooses the plural and is written with its thousands", () => {
  assert.equal(say("deep.counted", { n: 1, a: "x" }), "1 launch of x");
  assert.equal(say("deep.counted", { n: 12345.678, a: "x" }), "12,345.68 launches of x");
});

test("what fills a place is never read again", () => {
  assert.equal(say("plain", { a: "{b}", b: "$&" }), "{b} and $&");
});

test("no words and no filling are errors, not gaps", () => {
  assert.throws(() => say("deep.other"), /deep\.other/);
  assert.throws(() => say("plain", { a: 1 }), /\{b\}/);
  assert.throws(() => say("deep"), /deep/);
});

test("a section of the page is there or not", () => {
  assert.equal(launchMap.has("legend.track"), true);
  assert.equal(launchMap.has("legend.beyond"), false);
  assert.equal(launchMap.has("no.such.words"), false);
});
