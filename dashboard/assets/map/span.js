/* The period on the time strip: where it is grasped, and where it goes when it is moved.
 *
 * A period is its first and last day, both included, as numbers; `whole` is that of the record.
 * Knows nothing of the page, nor of a browser. */
(function (launchMap) {
  "use strict";

  const { isoOf, startOf, nextOf, nearest } = launchMap;
  const DAY_MS = 86400000;
  /* Share of a grip that lies within the period, where that is wide enough. */
  const INSIDE = 0.3;
  /* What is seen of a period that was longer than the strip, in its own lengths. */
  const ROOM = 1.1;
  const clamp = (value, [least, most]) => Math.min(Math.max(value, least), most);

  /* Places that grasp the period [px]: its body, and a grip at either end, none less wide than
   * `reach` and all within the strip. `edges` are where the period begins and ends. */
  function graspable([left, right], reach, width) {
    const middle = (left + right) / 2;
    const inside = INSIDE * reach;
    const start = clamp(Math.min(left + inside - reach, middle - 1.5 * reach), [0, width - 3 * reach]);
    const end = clamp(Math.max(right - inside, middle + 0.5 * reach), [start + 2 * reach, width - reach]);
    return { start: [start, start + reach], body: [start + reach, end], end: [end, end + reach] };
  }

  /* What a point grasps: `start`, `end`, `body`, or nothing. An end that is not in view is not there. */
  function graspedAt(x, edges, reach, width) {
    const places = graspable(edges, reach, width);
    const inView = { start: edges[0] >= 0 && edges[0] <= width, end: edges[1] >= 0 && edges[1] <= width };
    inView.body = edges[1] > 0 && edges[0] < width;
    return ["body", "start", "end"].find((part) => inView[part] && x >= places[part][0] && x < places[part][1]) || null;
  }

  function plusMonths(day, months) {
    const date = new Date(Date.parse(isoOf(day)));
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, date.getUTCDate()) / DAY_MS;
  }

  const beginsMonth = (day) => startOf(day, "month") === day;

  /* How many whole months a period is, or 0; the ends of the record count as ends of a month. */
  function monthsOf([first, last], whole) {
    if (!(beginsMonth(first) || first === whole[0]) || !(beginsMonth(last + 1) || last === whole[1])) return 0;
    let months = 0;
    for (let day = startOf(first, "month"); day <= last; day = nextOf(day, "month")) months += 1;
    return months;
  }

  /* Period moved by some days to where a unit begins; whole months stay as many. */
  function moved(period, days, unit, whole) {
    const first = nearest(period[0] + days, unit);
    const months = unit === "day" ? 0 : monthsOf(period, whole);
    if (months) {
      const latest = startOf(whole[1], "month");
      let begin = clamp(first, [startOf(whole[0], "month"), latest]);
      let end = begin;
      for (let month = 0; month < months; month += 1) end = nextOf(end, "month");
      // Beyond the end it would be cut: it stops there instead.
      for (; end > nextOf(latest, "month"); end = startOf(end - 1, "month")) begin = startOf(begin - 1, "month");
      return [Math.max(begin, whole[0]), Math.min(end - 1, whole[1])];
    }
    const length = period[1] - period[0];
    const begin = clamp(first, [whole[0], Math.max(whole[0], whole[1] - length)]);
    return [begin, Math.min(begin + length, whole[1])];
  }

  /* Period with one end drawn to a place in time, never beyond the other. */
  function stretched([first, last], part, day, unit, whole) {
    if (part === "start") return [clamp(nearest(day, unit), [whole[0], last]), last];
    return [first, clamp(nearest(day, unit) - 1, [first, whole[1]])];
  }

  /* Period between two places in time, in whole units, the one that holds the first at least. */
  function between(one, other, unit, whole) {
    const [from, to] = [Math.min(one, other), Math.max(one, other)];
    return [clamp(startOf(from, unit), whole), clamp(nextOf(to, unit) - 1, whole)];
  }

  /* Period after a key on one of its parts: by a unit, with shift by a larger one, or as far as it
   * goes; null for any other key. */
  function byKey(period, part, { key, shiftKey }, unit, whole) {
    const large = unit === "day" ? "month" : "year";
    const turn = { ArrowLeft: -1, ArrowDown: -1, PageDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: 1 }[key];
    const [first, last] = period;
    if (key === "Home" || key === "End") {
      const home = key === "Home";
      if (part === "start") return [home ? whole[0] : last, last];
      if (part === "end") return [first, home ? first : whole[1]];
      return moved(period, home ? whole[0] - first : whole[1] - first, "day", whole);
    }
    if (!turn) return null;
    const far = shiftKey || key.startsWith("Page");
    const by = far ? large : unit;
    const step = (day) => (turn > 0 ? nextOf(day, by) : startOf(day - 1, by));
    if (part === "start") return stretched(period, part, step(first), "day", whole);
    if (part === "end") return stretched(period, part, step(last + 1), "day", whole);
    const to = far ? plusMonths(first, turn * (large === "year" ? 12 : 1)) : step(first);
    return moved(period, to - first, unit, whole);
  }

  /* Stretch of time seen, made larger or smaller around a place in it, within what there is. */
  function zoomed([from, to], factor, around, bounds, leastDays) {
    const length = clamp((to - from) * factor, [Math.min(leastDays, bounds[1] - bounds[0]), bounds[1] - bounds[0]]);
    const begin = clamp(around - ((around - from) * length) / (to - from), [bounds[0], bounds[1] - length]);
    return [begin, begin + length];
  }

  /* Stretch of time seen, moved no more than is needed to hold a period, longer where that is. */
  function revealing([from, to], [first, last], bounds) {
    const length = to - from;
    const span = last + 1 - first;
    const room = span > length ? Math.min(ROOM * span, bounds[1] - bounds[0]) : length;
    const begin = span > length ? first - (room - span) / 2 : clamp(from, [last + 1 - length, first]);
    const within = clamp(begin, [bounds[0], bounds[1] - room]);
    return [within, within + room];
  }

  Object.assign(launchMap, { graspable, graspedAt, moved, stretched, between, byKey, zoomed, revealing });
})((window.launchMap ||= {}));
