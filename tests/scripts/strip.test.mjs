import assert from "node:assert/strict";
import test from "node:test";

import { launchMap } from "./load.mjs";

const { dayOf, isoOf, startOf, nextOf, nearest, unitFor, binned, marks } = launchMap;
const { graspable, graspedAt, moved, stretched, between, byKey, zoomed, revealing } = launchMap;
const WHOLE = ["1984-04-01", "2026-08-20"].map(dayOf);
const days = (first, last = first) => [dayOf(first), dayOf(last)];
const written = (period) => period.map(isoOf);
const launch = (first, last, type = "SRBM", counts = true) => ({ first: dayOf(first), last: dayOf(last), type, counts });

test("every day lies in one unit of each kind, which ends where the next begins", () => {
  // Leap days, ends of years, days before 1970 as well.
  for (const day of [...days("1969-12-29", "2000-02-29"), ...days("2021-01-01", "2026-12-31"), dayOf("1900-03-01")]) {
    for (const unit of ["day", "week", "month", "quarter", "year"]) {
      const [start, next] = [startOf(day, unit), nextOf(day, unit)];
      assert.ok(start <= day && day < next, `${isoOf(day)} ${unit}`);
      assert.equal(startOf(next, unit), next);
      assert.equal(startOf(next - 1, unit), start);
    }
  }
  assert.equal(isoOf(startOf(dayOf("2022-01-30"), "week")), "2022-01-24");
  assert.equal(isoOf(nextOf(dayOf("2022-11-30"), "quarter")), "2023-01-01");
  assert.equal(isoOf(nearest(dayOf("2022-01-20"), "month")), "2022-02-01");
  assert.equal(isoOf(nearest(dayOf("2022-01-10"), "month")), "2022-01-01");
});

test("bars are as fine as they can be seen", () => {
  assert.deepEqual([0.01, 0.05, 0.2, 0.6, 4].map((perDay) => unitFor(perDay, 4)), ["year", "quarter", "month", "week", "day"]);
});

test("a launch is counted in its bar, one of unknown day in none that is finer", () => {
  const launches = [
    launch("2022-01-05", "2022-01-05"), launch("2022-01-30", "2022-01-30", "IRBM"), launch("2022-01-11", "2022-01-11", "SRBM", false),
    launch("1984-04-01", "1984-04-30"), launch("1990-01-01", "1990-12-31"),
  ];
  const months = binned(launches, "month");
  assert.deepEqual(months.bars.map(({ start, counted, rest }) => [isoOf(start), counted, rest]), [["1984-04-01", 1, 0], ["2022-01-01", 2, 1]]);
  assert.deepEqual(months.bars[1].types, { SRBM: 1, IRBM: 1 });
  assert.equal(months.undated, 1);
  assert.equal(binned(launches, "year").undated, 0);
  assert.equal(binned(launches, "day").undated, 2);
  const all = binned(launches, "year").bars.reduce((sum, bar) => sum + bar.counted + bar.rest, 0);
  assert.equal(all, launches.length);
});

test("marks of the axis are whole units, no closer than their words", () => {
  const [from, to] = WHOLE;
  assert.deepEqual(marks(from, to, 0.065).map(({ date }) => date), ["1985", "1990", "1995", "2000", "2005", "2010", "2015", "2020", "2025"]);
  assert.deepEqual(marks(...days("2022-01-01", "2022-12-31"), 1).map(({ date }) => date), ["2022-01", "2022-04", "2022-07", "2022-10"]);
  assert.equal(marks(...days("2022-01-01", "2022-01-10"), 100).length, 10);
});

test("body and grips never overlap, are as wide as a hand needs and within the strip", () => {
  for (const reach of [24, 44]) {
    for (const edges of [[0, 300], [150, 151], [-500, -400], [299, 300], [0, 1], [12, 288], [-50, 900]]) {
      const { start, body, end } = graspable(edges, reach, 300);
      assert.ok(start[0] >= 0 && end[1] <= 300);
      assert.ok(start[1] <= body[0] && body[1] <= end[0]);
      for (const part of [start, body, end]) assert.ok(part[1] - part[0] >= reach - 1e-9);
    }
  }
});

test("a point grasps what lies under it, and no end that is out of view", () => {
  assert.deepEqual([100, 150, 200, 30].map((x) => graspedAt(x, [100, 200], 24, 300)), ["start", "body", "end", null]);
  assert.equal(graspedAt(5, [-100, 200], 24, 300), null);
  assert.equal(graspedAt(150, [-100, 900], 24, 300), "body");
  assert.equal(graspedAt(10, [-200, -100], 24, 300), null);
});

test("a period that is moved keeps its length, whole months their number", () => {
  assert.deepEqual(written(moved(days("2022-01-01", "2022-01-31"), 29, "month", WHOLE)), ["2022-02-01", "2022-02-28"]);
  assert.deepEqual(written(moved(days("2022-01-01", "2022-12-31"), -180, "month", WHOLE)), ["2021-07-01", "2022-06-30"]);
  assert.deepEqual(written(moved(days("2022-01-05", "2022-01-11"), 3, "day", WHOLE)), ["2022-01-08", "2022-01-14"]);
  assert.deepEqual(written(moved(days("2025-08-21", "2026-08-20"), -400, "month", WHOLE)), ["2024-08-01", "2025-07-31"]);
});

test("a period stops at the ends of the record", () => {
  assert.deepEqual(written(moved(days("2022-01-01", "2022-01-31"), 9999, "month", WHOLE)), ["2026-08-01", "2026-08-20"]);
  assert.deepEqual(written(moved(days("2022-01-01", "2022-01-31"), -99999, "month", WHOLE)), ["1984-04-01", "1984-04-30"]);
  assert.deepEqual(written(moved(days("2022-01-05", "2022-01-11"), 9999, "day", WHOLE)), ["2026-08-14", "2026-08-20"]);
  assert.deepEqual(written(stretched(days("2022-01-05", "2022-01-11"), "end", dayOf("2030-01-01"), "day", WHOLE)), ["2022-01-05", "2026-08-20"]);
  assert.deepEqual(written(stretched(days("2022-01-05", "2022-01-11"), "end", dayOf("2000-01-01"), "day", WHOLE)), ["2022-01-05", "2022-01-05"]);
  assert.deepEqual(written(stretched(days("2022-01-05", "2022-01-11"), "start", dayOf("2024-01-01"), "day", WHOLE)), ["2022-01-11", "2022-01-11"]);
});

test("what is drawn from one place to another is in whole units, either way", () => {
  const [one, other] = days("2022-01-05", "2022-03-11");
  assert.deepEqual(written(between(one, other, "month", WHOLE)), ["2022-01-01", "2022-03-31"]);
  assert.deepEqual(between(other, one, "month", WHOLE), between(one, other, "month", WHOLE));
  assert.deepEqual(written(between(dayOf("2026-08-19"), dayOf("2026-08-19"), "year", WHOLE)), ["2026-01-01", "2026-08-20"]);
});

test("keys move the period or an end of it by a unit, by a larger one, or as far as it goes", () => {
  const january = days("2022-01-01", "2022-01-31");
  const after = (part, key, more = {}, unit = "month") => {
    const period = byKey(january, part, { key, ...more }, unit, WHOLE);
    return period && written(period);
  };
  assert.deepEqual(after("body", "ArrowRight"), ["2022-02-01", "2022-02-28"]);
  assert.deepEqual(after("body", "ArrowLeft"), ["2021-12-01", "2021-12-31"]);
  assert.deepEqual(after("body", "ArrowRight", { shiftKey: true }), ["2023-01-01", "2023-01-31"]);
  assert.deepEqual(after("body", "PageDown"), ["2021-01-01", "2021-01-31"]);
  assert.deepEqual(after("end", "ArrowRight"), ["2022-01-01", "2022-02-28"]);
  assert.deepEqual(after("end", "ArrowLeft", {}, "day"), ["2022-01-01", "2022-01-30"]);
  assert.deepEqual(after("start", "ArrowRight", {}, "day"), ["2022-01-02", "2022-01-31"]);
  assert.deepEqual(after("start", "Home"), ["1984-04-01", "2022-01-31"]);
  assert.deepEqual(after("end", "End"), ["2022-01-01", "2026-08-20"]);
  assert.equal(after("body", "Tab"), null);
});

test("the time seen is zoomed around a place that stays, and holds the period", () => {
  const seen = zoomed(WHOLE, 0.5, dayOf("2022-01-01"), WHOLE, 28);
  const share = (stretch) => (dayOf("2022-01-01") - stretch[0]) / (stretch[1] - stretch[0]);
  assert.ok(Math.abs(share(seen) - share(WHOLE)) < 1e-9);
  assert.deepEqual(zoomed(seen, 100, dayOf("2022-01-01"), WHOLE, 28), WHOLE);
  const close = zoomed(seen, 1e-9, dayOf("2022-01-01"), WHOLE, 28);
  assert.ok(Math.abs(close[1] - close[0] - 28) < 1e-6);
  for (const period of [days("1990-05-01"), days("2026-08-01", "2026-08-20"), days("2000-01-01", "2020-12-31")]) {
    const there = revealing(close, period, [WHOLE[0], WHOLE[1] + 1]);
    assert.ok(there[0] <= period[0] && there[1] >= period[1] + 1, written(period).join());
  }
  assert.deepEqual(revealing(seen, days("2022-01-01"), WHOLE), seen);
});
