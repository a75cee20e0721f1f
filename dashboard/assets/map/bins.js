/* The calendar of the time strip: days as numbers, bars of days to years, marks of its axis.
 *
 * Days are counted from 1 January 1970. Knows nothing of the page, nor of a browser. */
(function (launchMap) {
  "use strict";

  const DAY_MS = 86400000;
  const dayOf = (iso) => Date.parse(iso) / DAY_MS;
  const isoOf = (day) => new Date(day * DAY_MS).toISOString().slice(0, 10);

  /* Units of bars, and the fewest days of each. */
  const UNITS = { day: 1, week: 7, month: 28, quarter: 90, year: 365 };
  const MONTHS = { month: 1, quarter: 3, year: 12 };
  /* Marks of the axis, with the room that their words need in the widest language [px]. */
  const MARKS = [
    { unit: "day", step: 1, room: 92, signs: 10 }, { unit: "week", step: 1, room: 92, signs: 10 },
    { unit: "month", step: 1, room: 76, signs: 7 }, { unit: "quarter", step: 1, room: 76, signs: 7 },
    ...[1, 2, 5, 10, 20, 50].map((step) => ({ unit: "year", step, room: 50, signs: 4 })),
  ];

  function monthDay(day, months, ahead) {
    const date = new Date(day * DAY_MS);
    const month = date.getUTCMonth();
    return Date.UTC(date.getUTCFullYear(), month - (month % months) + ahead * months, 1) / DAY_MS;
  }

  /* First day of the unit that a day lies in. */
  function startOf(day, unit) {
    if (unit === "day") return Math.floor(day);
    // The first day counted was a Thursday; weeks begin on Mondays.
    if (unit === "week") return Math.floor(day) - ((((Math.floor(day) + 3) % 7) + 7) % 7);
    return monthDay(day, MONTHS[unit], 0);
  }

  /* First day of the unit that follows. */
  function nextOf(day, unit) {
    return unit in MONTHS ? monthDay(day, MONTHS[unit], 1) : startOf(day, unit) + UNITS[unit];
  }

  /* Day where a unit begins that is nearest to one. */
  function nearest(day, unit) {
    const [before, after] = [startOf(day, unit), nextOf(day, unit)];
    return day - before < after - day ? before : after;
  }

  /* Finest unit whose bars are at least so wide. */
  function unitFor(pxPerDay, leastPx) {
    return Object.keys(UNITS).find((unit) => UNITS[unit] * pxPerDay >= leastPx) || "year";
  }

  /* Launches by the unit they lie in: of each type those that count, and the `rest`. One whose day
   * is not known so well has no bar, and is counted as `undated`. */
  function binned(launches, unit) {
    const bars = new Map();
    let undated = 0;
    for (const { first, last, type, counts } of launches) {
      const start = startOf(first, unit);
      if (start !== startOf(last, unit)) {
        undated += counts ? 1 : 0;
        continue;
      }
      if (!bars.has(start)) bars.set(start, { start, end: nextOf(start, unit), types: {}, counted: 0, rest: 0 });
      const bar = bars.get(start);
      if (!counts) bar.rest += 1;
      else {
        bar.types[type] = (bar.types[type] || 0) + 1;
        bar.counted += 1;
      }
    }
    return { bars: [...bars.values()].sort((a, b) => a.start - b.start), undated };
  }

  /* Marks of the axis between two days, as close as their words allow, each with the date it says. */
  function marks(from, to, pxPerDay) {
    const { unit, step, signs, room } = MARKS.find((each) => UNITS[each.unit] * each.step * pxPerDay >= each.room) || MARKS[MARKS.length - 1];
    const found = [];
    for (let day = startOf(from, unit); day <= to; day = nextOf(day, unit)) {
      const date = isoOf(day);
      if (day >= from && (unit !== "year" || Number(date.slice(0, 4)) % step === 0)) found.push({ day, date: date.slice(0, signs), room });
    }
    return found;
  }

  Object.assign(launchMap, { dayOf, isoOf, startOf, nextOf, nearest, unitFor, binned, marks });
})((window.launchMap ||= {}));
