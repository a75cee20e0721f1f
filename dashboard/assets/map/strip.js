/* The time strip under the map: every launch of the record as bars, and the period on them.
 *
 * What the reader chooses here stands at once; the page hears of it when the hand is lifted. */
(function (launchMap) {
  "use strict";

  const { look, say, dayOf, isoOf, dayWords } = launchMap;
  const TYPES = Object.keys(look.types);
  /* Narrowest bar, air at both ends of the strip [px]. */
  const LEAST_BAR_PX = 4;
  const AIR_PX = 12;
  const PARTS = ["start", "body", "end"];
  /* What a finger needs, and a pointer [px]. */
  const REACH_PX = window.matchMedia && window.matchMedia("(pointer: coarse)").matches ? 44 : 24;
  /* So long the words wait to be said aloud while a key is held [ms]. */
  const SAID_MS = 500;

  const strip = { whole: null, seen: null, period: null, type: [], launches: [], reach: REACH_PX };
  let box;
  let canvas;
  let bars = { bars: [], undated: 0 };
  let saying = 0;
  const nodes = {};

  // --------------------------------------------------------- what is chosen here
  let given = null;
  let pending = null;
  let held = null;

  /* State of the map with what was chosen here and the page has not yet taken over. */
  function chosenHere(state) {
    given = state;
    if (pending && state.heard >= pending.number) pending = null;
    const all = { ...state, ...pending, ...held };
    if (!launchMap.record || !all.within) return all;
    const shown = narrowed(all);
    return pending || held ? shown : all;
  }

  /* State with the launches of its period and types. */
  function narrowed(state) {
    const isWithin = launchMap.selectedBits(state.within);
    strip.launches.forEach((launch) => { launch.within = Boolean(isWithin(launch.place)); });
    strip.period = state.period.map(dayOf);
    strip.type = state.type;
    return { ...state, launches: launchMap.encodedBits(picked(strip.period, strip.type)) };
  }

  /* Launches of a period and of some types, of all without any, that the other filters leave. */
  const picked = (period, type) => strip.launches.map((launch) => isPicked(launch, period, type));

  function isPicked(launch, [first, last], type) {
    return launch.within && launch.last >= first && launch.first <= last && (!type.length || type.includes(launch.type));
  }

  /* What the page is told: what it has not yet taken over, under a number that it gives back; the next
   * one is larger, even if the clock of this machine was set back. */
  function changed(changes) {
    pending = { ...pending, ...changes, number: Math.max(Date.now(), (given?.heard ?? 0) + 1, (pending?.number ?? 0) + 1) };
    launchMap.show(given);
    launchMap.tell({});
  }

  /* What the page did not hear is no longer shown as done. */
  function takeBack() {
    if (!pending) return;
    pending = null;
    launchMap.show(given);
  }

  function choose(changes) {
    held = null;
    launchMap.changed(changes);
    sayAloud();
  }

  /* The period stays what it was. */
  function letGo() {
    held = null;
    launchMap.show(given);
  }

  /* The map follows a period that the hand still moves. */
  function preview(period) {
    strip.period = period;
    held = { period: period.map(isoOf) };
    launchMap.pass(picked(period, strip.type));
    write(placePeriod());
  }

  // ----------------------------------------------------------------------- words
  const periodWords = ([first, last]) => (first === last ? dayWords(isoOf(first)) :
    say("strip.period", { first: dayWords(isoOf(first)), last: dayWords(isoOf(last)) }));

  function sentence() {
    const number = strip.launches.reduce((sum, launch) => sum + (isPicked(launch, strip.period, strip.type) ? 1 : 0), 0);
    const [period, launches] = [periodWords(strip.period), say("count.launches", { n: number })];
    return bars.undated ? say("strip.chosen_undated", { period, launches, n: bars.undated }) : say("strip.chosen", { period, launches });
  }

  /* What stands beside the buttons: the period, unless something else is to be told. */
  function write(text) {
    nodes.text.textContent = text || sentence();
  }

  function sayAloud(text) {
    clearTimeout(saying);
    saying = setTimeout(() => { nodes.said.textContent = text || sentence(); }, SAID_MS);
  }

  /* What a bar stands for, or nothing where there is none. */
  function barWords(day) {
    const bar = bars.bars.find((one) => one.start <= day && day < one.end);
    if (!bar || !(bar.counted + bar.rest)) return "";
    const period = [Math.max(bar.start, strip.whole[0]), Math.min(bar.end - 1, strip.whole[1])];
    const types = TYPES.filter((type) => bar.types[type])
      .map((type) => say("strip.of_type", { type: say("type." + type), n: bar.types[type] }));
    return [periodWords(period), say("count.launches", { n: bar.counted }), ...types].join(say("mark.dot"));
  }

  // --------------------------------------------------------------------- drawing
  /* Asked of the page once a change: in every frame of a drag it would have to lay itself out. */
  let wide = 0;
  const width = () => wide;
  const perDay = () => (width() - 2 * AIR_PX) / (strip.seen[1] - strip.seen[0]);
  const xOf = (day) => AIR_PX + (day - strip.seen[0]) * perDay();
  const dayAt = (x) => strip.seen[0] + (x - AIR_PX) / perDay();
  const unit = () => launchMap.unitFor(perDay(), LEAST_BAR_PX);
  const edges = () => [xOf(strip.period[0]), xOf(strip.period[1] + 1)];

  /* Colour of a custom property as a canvas takes it: the property itself may name one for each scheme. */
  function colour(name) {
    canvas.style.color = `var(${name})`;
    return getComputedStyle(canvas).color;
  }

  function drawBars() {
    const scale = window.devicePixelRatio || 1;
    const high = canvas.clientHeight;
    Object.assign(canvas, { width: Math.round(wide * scale), height: Math.round(high * scale) });
    const context = canvas.getContext("2d");
    context.scale(scale, scale);
    const counts = (launch) => launch.within && (!strip.type.length || strip.type.includes(launch.type));
    const seen = strip.launches.filter((launch) => launch.last >= strip.seen[0] && launch.first < strip.seen[1]);
    bars = launchMap.binned(seen.map((launch) => ({ ...launch, counts: counts(launch) })), unit());
    const foot = high - 1;
    const tallest = Math.max(1, ...bars.bars.map((bar) => bar.counted + bar.rest));
    const up = (number) => ((foot - 3 - launchMap.aroundRoom()) * number) / tallest;
    const rest = colour("--lines-box");
    for (const bar of bars.bars) {
      const [left, right] = [xOf(bar.start), xOf(bar.end)];
      // A little air between bars, where they are wide enough for it.
      const [from, across] = [left, Math.max(1, right - left - Math.min(1, (right - left) / 5))];
      let top = foot - up(bar.counted);
      context.fillStyle = rest;
      context.fillRect(from, top - up(bar.rest), across, up(bar.rest));
      for (const type of TYPES.filter((each) => bar.types[each])) {
        context.fillStyle = look.types[type].colour;
        context.fillRect(from, top, across, up(bar.types[type]));
        top += up(bar.types[type]);
      }
    }
    launchMap.drawAround(context, colour("--quiet"));
    context.fillStyle = colour("--lines-head");
    context.fillRect(0, foot, wide, 1);
    nodes.axis.replaceChildren(...launchMap.marks(...strip.seen, perDay()).map(({ day, date, room }) => {
      const mark = launchMap.element("span", "", xOf(day) + room > wide + AIR_PX ? "" : dayWords(date));
      mark.style.left = xOf(day) + "px";
      return mark;
    }));
  }

  /* Places the period on the bars, and returns the sentence on it. */
  function placePeriod() {
    const [left, right] = edges();
    const [from, to] = [left, right].map((x) => Math.min(Math.max(x, 0), width()));
    nodes.before.style.width = from + "px";
    nodes.after.style.left = to + "px";
    Object.assign(nodes.chosen.style, { left: from + "px", width: Math.max(to - from, 1) + "px" });
    const places = launchMap.graspable([left, right], strip.reach, width());
    const words = sentence();
    for (const part of PARTS) {
      const [begin, end] = places[part];
      Object.assign(nodes[part].style, { left: begin + "px", width: end - begin + "px" });
      // Of a short period the grips stand apart: a line leads from each to the day that it holds.
      nodes[part].style.setProperty("--apart", Math.max(part === "start" ? left - end : begin - right, 0) + "px");
      const day = strip.period[part === "end" ? 1 : 0];
      nodes[part].setAttribute("aria-valuenow", day);
      nodes[part].setAttribute("aria-valuetext", part === "body" ? words : dayWords(isoOf(day)));
    }
    nodes.start.classList.toggle("away", left < 0 || left > width());
    nodes.end.classList.toggle("away", right < 0 || right > width());
    return words;
  }

  /* Draws the strip as the map now shows it. */
  function showStrip() {
    if (!box || !launchMap.record) return;
    // Of a single launch there is nothing to choose.
    box.hidden = !strip.period || strip.launches.filter((launch) => launch.within).length < 2;
    wide = canvas.clientWidth;
    if (box.hidden || !wide) return;
    launchMap.takeAround(launchMap.state.events);
    if (!launchMap.held) strip.seen = launchMap.revealing(strip.seen, strip.period, bounds());
    drawBars();
    placePeriod();
    // What the page says while a hand is on the strip does not take the marks from under it.
    if (launchMap.held) launchMap.hold(picked(strip.whole, strip.type));
    if (launchMap.held) preview(strip.period);
    else if (!launchMap.showMoment()) write();
  }

  const bounds = () => [strip.whole[0], strip.whole[1] + 1];

  /* Shows less time, or more, around a day. */
  function zoom(factor, around) {
    strip.seen = launchMap.zoomed(strip.seen, factor, around, bounds(), 28);
    drawBars();
    placePeriod();
    launchMap.showMoment();
  }

  // ------------------------------------------------------------------------ frame
  function slider(part) {
    const node = launchMap.element("div", "strip-slider strip-" + part, "");
    node.tabIndex = 0;
    for (const [name, value] of [["role", "slider"], ["aria-label", say("strip." + part)], ["aria-orientation", "horizontal"]]) {
      node.setAttribute(name, value);
    }
    return node;
  }

  function button(sign, name, action) {
    const node = launchMap.element("button", "strip-button", sign);
    node.type = "button";
    node.title = name;
    node.setAttribute("aria-label", name);
    node.addEventListener("click", action);
    return node;
  }

  /* Puts the strip below the map, empty until the record is there. */
  function openStrip(map) {
    const container = map.getContainer();
    container.parentElement.classList.add("map-frame");
    box = launchMap.element("section", "map-strip", "");
    box.setAttribute("aria-label", say("strip.label"));
    const row = box.appendChild(launchMap.element("div", "strip-row", ""));
    nodes.text = launchMap.element("p", "strip-text", "");
    const zooms = launchMap.element("div", "strip-zoom", "");
    const middle = () => (strip.period[0] + strip.period[1] + 1) / 2;
    zooms.append(button("−", say("strip.more_time"), () => zoom(2, middle())), button("+", say("strip.less_time"), () => zoom(0.5, middle())));
    row.append(launchMap.playButtons(button), nodes.text, zooms);
    const lane = box.appendChild(launchMap.element("div", "strip-lane", ""));
    lane.title = say("strip.how_to");
    canvas = lane.appendChild(document.createElement("canvas"));
    canvas.setAttribute("aria-hidden", "true");
    ["axis", "before", "after", "chosen", "now"].forEach((name) => {
      nodes[name] = lane.appendChild(launchMap.element("div", "strip-" + name, ""));
    });
    nodes.now.hidden = true;
    PARTS.forEach((part) => { nodes[part] = lane.appendChild(slider(part)); });
    nodes.said = box.appendChild(launchMap.element("div", "strip-said", ""));
    nodes.said.setAttribute("role", "status");
    container.after(box);
    launchMap.grasp(lane, nodes);
    new ResizeObserver(showStrip).observe(lane);
  }

  /* Takes the days and types of the launches of the record. */
  function fillStrip() {
    strip.launches = launchMap.launches.map(({ id, days, type }, place) =>
      ({ id, place, type, first: dayOf(days[0]), last: dayOf(days[1]), within: true }));
    strip.whole = [Math.min(...strip.launches.map((one) => one.first)), Math.max(...strip.launches.map((one) => one.last))];
    strip.seen = bounds();
    launchMap.fillAround();
    PARTS.forEach((part) => {
      nodes[part].setAttribute("aria-valuemin", strip.whole[0]);
      nodes[part].setAttribute("aria-valuemax", strip.whole[1]);
    });
  }

  Object.assign(strip, { nodes, picked, preview, letGo, write, sayAloud, barWords, dayAt, xOf, width, perDay, unit, edges, zoom });
  Object.assign(launchMap, { strip, untold: () => pending, given: () => given, chosenHere, narrowed, changed, takeBack, choose, showStrip, openStrip, fillStrip });
})((window.launchMap ||= {}));
