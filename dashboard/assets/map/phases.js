/* Time played over the launches: when each comes, how far each flight has got, how much it has faded.
 *
 * All of it follows from the time alone, so that it can be set to any moment. A time is a day as a
 * number with its fraction. Knows nothing of the page, nor of a browser. */
(function (launchMap) {
  "use strict";

  /* Days that pass in a second, and days in which a flight fades once it is over. */
  const SPEEDS = { week: 7, month: 30, quarter: 91, year: 365 };
  const FADES = { never: Infinity, year: 365, month: 30 };
  /* A flight is shown so many times faster than it was: 1,000 s, about 17 minutes, take a second. */
  const FASTER = 1000;
  /* How long a period is played, about, where the reader has not chosen a speed. */
  const USUAL_S = 30;
  const WHOLE = { share: 1, alpha: 1 };

  /* Launches with the time at which each comes. Hours are seldom known: launches of one day come
   * one after the other in it. One whose day is not known comes with the first that it may be. */
  function moments(launches) {
    const ofDay = new Map();
    for (const { first } of launches) ofDay.set(first, (ofDay.get(first) || 0) + 1);
    const before = new Map();
    return launches.map((launch) => {
      const place = before.get(launch.first) || 0;
      before.set(launch.first, place + 1);
      return { ...launch, at: launch.first + (place + 0.5) / ofDay.get(launch.first) };
    }).sort((a, b) => a.at - b.at);
  }

  /* Days that pass while a flight of so many seconds is shown. */
  const daysOf = (seconds, speed) => (SPEEDS[speed] * seconds) / FASTER;

  /* What is seen at a time of a flight: the share of its track that it has flown, and its opacity;
   * null before its launch and once it has faded. Where it does not fly it appears whole; where it
   * does not fade, it goes at once. */
  function phase(at, seconds, time, { speed, fade, flies, fades }) {
    if (time < at) return null;
    const flying = flies ? daysOf(seconds, speed) : 0;
    if (time < at + flying) return { share: (time - at) / flying, alpha: 1 };
    const left = 1 - (time - at - flying) / FADES[fade];
    if (left <= 0) return null;
    return fades && left < 1 ? { share: 1, alpha: left } : WHOLE;
  }

  /* Launches that have come by a time. */
  function sofar(coming, time) {
    let [low, high] = [0, coming.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (coming[middle].at <= time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /* Launch that a step leads to from a time, or null where there is none. */
  function stepFrom(coming, time, turn) {
    const count = sofar(coming, time);
    return coming[turn > 0 ? count : count - 2] || null;
  }

  /* Speed at which a period is played in about the usual time. */
  function usualSpeed([first, last]) {
    const off = (speed) => Math.abs(Math.log((last + 1 - first) / SPEEDS[speed] / USUAL_S));
    return Object.keys(SPEEDS).reduce((best, speed) => (off(speed) < off(best) ? speed : best));
  }

  Object.assign(launchMap, { SPEEDS, FADES, moments, daysOf, phase, sofar, stepFrom, usualSpeed });
})((window.launchMap ||= {}));
