/* Quiet marks on the time strip: the days of events around the launches, of the kinds that the
 * reader turns on, which the link keeps. At first none is on. */
(function (launchMap) {
  "use strict";

  const { say, dayWords, isoOf } = launchMap;
  /* Where the marks stand, how high they are, and what the bars then leave above them [px]. */
  const TOP_PX = 3;
  const HIGH_PX = 5;
  const ROOM_PX = TOP_PX + HIGH_PX + 2;
  /* How far from a mark its words are still found [px]. */
  const NEAR_PX = 2;

  const boxes = new Map();
  let on = [];
  let fold;

  /* Events of the kinds that are on, on some of the days from one to another. */
  function around(first, last) {
    const { events } = launchMap.record;
    return on.flatMap((kind) => {
      const days = events[kind];
      return days.map((day, place) => ({ kind, first: day, last: days[place + 1] })).filter((one, place) =>
        place % 2 === 0 && one.last >= first && one.first <= last);
    });
  }

  /* Draws the marks; they are no taller where more lie on a day. */
  function drawAround(context, colour) {
    const { strip } = launchMap;
    context.fillStyle = colour;
    for (const { first, last } of around(...strip.seen)) {
      const left = strip.xOf(first);
      context.fillRect(left, TOP_PX, Math.max(1, strip.xOf(last + 1) - left), HIGH_PX);
    }
  }

  /* What the marks at a place on the strip stand for, or nothing. */
  function aroundWords(x) {
    const { strip } = launchMap;
    const [first, last] = [Math.floor(strip.dayAt(x - NEAR_PX)), Math.floor(strip.dayAt(x + NEAR_PX))];
    return around(first, last).map((one) => say("strip.of_event", {
      kind: say("event_kind." + one.kind),
      day: one.first === one.last ? dayWords(isoOf(one.first)) :
        say("strip.period", { first: dayWords(isoOf(one.first)), last: dayWords(isoOf(one.last)) }),
    })).join(say("mark.dot"));
  }

  /* Place for the kinds among the settings of the strip, empty until the record is there. */
  function aroundChoices() {
    fold = launchMap.element("details", "strip-around", "");
    fold.append(launchMap.element("summary", "", say("strip.events")));
    fold.hidden = true;
    return fold;
  }

  /* Lists the kinds that the record has, each to be turned on and off. */
  function fillAround() {
    const kinds = Object.keys(launchMap.record.events);
    fold.hidden = !kinds.length;
    for (const kind of kinds) {
      const label = fold.appendChild(launchMap.element("label", "", say("event_kind." + kind)));
      const box = label.appendChild(document.createElement("input"));
      box.type = "checkbox";
      boxes.set(kind, box);
      box.addEventListener("change", () => {
        const events = [...boxes].filter(([, one]) => one.checked).map(([each]) => eventId(each));
        launchMap.changed({ events });
      });
    }
  }

  /* Kind of events as links carry it. */
  const eventId = (kind) => kind.replaceAll(" ", "-");

  /* Turns on the kinds of a state. */
  function takeAround(events = []) {
    for (const [kind, box] of boxes) box.checked = events.includes(eventId(kind));
    on = [...boxes.keys()].filter((kind) => boxes.get(kind).checked);
  }

  /* What the bars leave above them [px]. */
  const aroundRoom = () => (on.length ? ROOM_PX : 0);

  Object.assign(launchMap, { drawAround, aroundWords, aroundChoices, fillAround, takeAround, aroundRoom });
})((window.launchMap ||= {}));
