/* Altitude over ground distance, to scale, drawn as SVG in the page.
 *
 * The pointer and the arrow keys move a point along the ellipses; where there is a map beside it, that
 * shows where on the ground it is (see `point` in map/launchmap.js). Texts of the record become text
 * nodes, never markup. map/words.js comes before this script; colours are properties of the page.
 */
(function () {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const MAP_FRAME = 'iframe[src*="streamlit_folium"]';
  const MOST_WIDE_PX = 460;
  const MOST_HIGH_PX = 270;
  const LEFT_PX = 42;
  const RIGHT_PX = 12;
  const BOTTOM_PX = 34;
  const ROW_PX = 14;
  const LETTER_PX = 5.6;
  const KEY_STEPS = 2;
  const MINUTES_FROM_S = 600;

  const STYLE = `
    .altitude { position: relative; font-family: var(--st-font, sans-serif); color: var(--ink); }
    .altitude:focus-visible { outline: 2px solid var(--text-focus); outline-offset: -2px; }
    .altitude svg { display: block; max-width: 100%; touch-action: pan-y; cursor: crosshair; }
    .altitude text { font-size: 11px; fill: var(--ink); paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
    .altitude text.axis { fill: var(--quiet); stroke: none; }
    .altitude text.height { fill: var(--quiet); font-style: italic; }
    .altitude .grid { stroke: var(--lines-row); }
    .altitude .ground { stroke: var(--text-land); stroke-width: 1.4; }
    .altitude .heightline { stroke: var(--coast); stroke-dasharray: 5 4; }
    .altitude .leader { stroke: var(--lines-head); fill: none; }
    .altitude .casing { stroke: var(--paper); stroke-width: 4.6; fill: none; }
    .altitude .curve { stroke-width: 2.2; fill: none; }
    .altitude .mark { stroke: var(--ink); stroke-width: 2; }
    .altitude .ring { fill: none; stroke: var(--ink); stroke-width: 2; }
    .altitude .guide { stroke: var(--quiet); stroke-dasharray: 2 2; }
    .altitude output { display: block; min-height: 1.35em; font-size: .86rem; line-height: 1.35; }
    .altitude .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  `;

  const disposers = new WeakMap();
  let charts = 0;

  /* Streamlit calls this when the chart is shown and again whenever its data change. */
  function show({ parentElement, data }) {
    disposers.get(parentElement)?.();
    const style = document.createElement("style");
    style.textContent = STYLE;
    const box = document.createElement("div");
    parentElement.append(style, box);
    const words = window.launchMap.wordsOf(data.lang, data.words);
    const dispose = build(box, { ...data.chart, failedDash: data.look.dashes.failed.join(" ") }, words);
    const all = () => { dispose(); style.remove(); box.remove(); };
    disposers.set(parentElement, all);
    return all;
  }

  function build(box, data, words) {
    charts += 1;
    const { say } = words;
    const name = document.createElement("div");
    name.className = "hidden";
    name.id = `altitude-words-${charts}`;
    name.textContent = data.name;
    box.className = "altitude";
    box.tabIndex = 0;
    box.setAttribute("role", "slider");
    box.setAttribute("aria-label", say("chart.altitude.label"));
    box.setAttribute("aria-describedby", name.id);
    const readout = document.createElement("output");
    readout.setAttribute("aria-live", "off");
    const state = { curve: 0, at: 0, shown: false, view: null };
    const draw = () => {
      const width = box.clientWidth;
      if (!width || state.width === width) return;
      state.width = width;
      state.view = drawChart(Math.min(width, MOST_WIDE_PX), data, words);
      const { svg } = state.view;
      svg.addEventListener("pointermove", (event) => follow(event));
      svg.addEventListener("pointerdown", (event) => follow(event));
      svg.addEventListener("pointerleave", (event) => { if (event.pointerType !== "touch") hide(); });
      box.replaceChildren(svg, readout, name);
      if (state.shown) move(state.curve, state.at);
      else hide();
    };

    function follow(event) {
      const corner = state.view.svg.getBoundingClientRect();
      const near = nearest(state.view, event.clientX - corner.left, event.clientY - corner.top);
      if (near) move(near.curve, near.at);
    }

    /* Shows the point at a place of a curve, counted in its steps, here and on the map. */
    function move(curve, at) {
      Object.assign(state, { curve, at, shown: true });
      const here = pointOf(data.curves[curve], at);
      showDot(state.view, curve, at, here);
      const text = pointWords(here, data.curves[curve].shares, say);
      const label = data.curves[curve].label;
      const unmapped = data.map && (data.curves[curve].unmapped || showOnMap(here, joined([label, text])));
      readout.textContent = joined([label, text, unmapped]);
      box.setAttribute("aria-valuemin", "0");
      box.setAttribute("aria-valuemax", String(Math.round(last(data.curves[curve].distance))));
      box.setAttribute("aria-valuenow", String(Math.round(here.distance)));
      box.setAttribute("aria-valuetext", readout.textContent);
    }

    /* What is said of a point, part after part. */
    function joined(parts) {
      return parts.filter(Boolean).join(say("mark.dot"));
    }

    /* Shows a point on the map; returns words where that is not possible. */
    function showOnMap(here, text) {
      const map = launchMap();
      if (!map?.point || !here.place) return say("chart.altitude.no_map");
      return map.point(...here.place, text) ? null : say("chart.altitude.out_of_view");
    }

    function hide() {
      state.shown = false;
      state.view?.dot.setAttribute("visibility", "hidden");
      readout.textContent = data.howTo;
      box.setAttribute("aria-valuemin", "0");
      box.setAttribute("aria-valuemax", String(Math.round(last(data.curves[0].distance))));
      box.setAttribute("aria-valuenow", "0");
      box.setAttribute("aria-valuetext", say("chart.altitude.no_point"));
      clearMap();
    }

    box.addEventListener("keydown", (event) => {
      const steps = data.curves[state.curve].distance.length - 1;
      const to = (at) => move(state.curve, Math.max(0, Math.min(steps, at)));
      const curve = (by) => {
        if (data.curves.length === 1) return to(state.at + by * KEY_STEPS);
        return move((state.curve + by + data.curves.length) % data.curves.length, state.at);
      };
      const keys = {
        ArrowRight: () => to(state.at + KEY_STEPS), ArrowLeft: () => to(state.at - KEY_STEPS),
        ArrowUp: () => curve(1), ArrowDown: () => curve(-1),
        Home: () => to(0), End: () => to(steps), Escape: hide,
      };
      if (!keys[event.key] || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      keys[event.key]();
    });
    box.addEventListener("blur", hide);

    const observer = new ResizeObserver(draw);
    observer.observe(box);
    draw();
    return () => { observer.disconnect(); clearMap(); };
  }

  // -------------------------------------------------------------------- the map
  function launchMap() {
    // The map's frame is of our own origin; while it loads there is nothing to ask.
    try {
      return document.querySelector(MAP_FRAME)?.contentWindow?.launchMap;
    } catch {
      return null;
    }
  }

  function clearMap() {
    launchMap()?.point?.(null);
  }

  // ----------------------------------------------------------------- the flight
  function pointOf(curve, at) {
    const low = Math.min(Math.floor(at), curve.distance.length - 2);
    const share = at - low;
    const between = (values) => values[low] + share * (values[low + 1] - values[low]);
    const distance = between(curve.distance);
    return {
      distance, altitude: between(curve.altitude), time: between(curve.time),
      place: curve.track && placeOn(curve.track, at / (curve.distance.length - 1)),
    };
  }

  /* Latitude and longitude at a share of a track's vertices, which go with the points of its curve. */
  function placeOn(flat, share) {
    const steps = flat.length / 2 - 1;
    const low = Math.min(Math.floor(share * steps), steps - 1);
    const part = share * steps - low;
    return [0, 1].map((axis) => flat[2 * low + axis] + part * (flat[2 * low + 2 + axis] - flat[2 * low + axis]));
  }

  /* Times as flight times are given: an interval, in whole minutes from ten minutes on. */
  function pointWords({ distance, altitude, time }, shares, say) {
    if (!time) return say("chart.altitude.point_start", { altitude: Math.round(altitude), distance: Math.round(distance) });
    const [low, high] = shares.map((share) => share && share * time);
    const inMinutes = (high ?? low) >= MINUTES_FROM_S;
    const step = inMinutes ? 60 : 10;
    const size = inMinutes ? 60 : 1;
    const first = Math.floor(low / step) * step / size;
    const last = high === null ? null : Math.ceil(high / step) * step / size;
    const ending = (last === null ? "least_" : "") + (inMinutes ? "min" : "s");
    return say("chart.altitude.point_" + ending, { altitude: Math.round(altitude), distance: Math.round(distance), low: first, high: last });
  }

  const last = (values) => values[values.length - 1];

  // ------------------------------------------------------------------ the chart
  /* One scale for both axes: wide for flat flights, tall and narrow for lofted ones. */
  function drawChart(width, data, { say, number }) {
    const far = Math.max(...data.curves.flatMap((curve) => curve.distance));
    const high = Math.max(
      100, ...data.curves.flatMap((curve) => curve.altitude), ...data.marks.map((mark) => mark.high ?? mark.low),
    ) * 1.05;
    const heights = data.heights.filter((line) => line.altitude <= high);
    const labels = data.marks.map((mark) => {
      const authorities = mark.names.join(say("mark.comma"));
      return { ...mark, words: say("chart.altitude.mark", { figure: mark.text, authorities }) };
    });
    const tall = high > 0.9 * far;
    const column = tall ? Math.min(0.55 * width, widest([...labels.map((one) => one.words), ...heights.map((one) => one.text)]) + 26) : 0;
    const room = width - LEFT_PX - RIGHT_PX - column;
    const scale = Math.min(room / far, MOST_HIGH_PX / high);
    const above = tall ? 12 : 10 + ROW_PX * labels.length;
    const size = { width: far * scale, height: high * scale };
    const rows = ROW_PX * (labels.length + heights.length);
    const top = above + (tall ? Math.max(0, rows - size.height) : 0);
    const ground = top + size.height;
    const svg = element("svg", { width, height: ground + BOTTOM_PX, viewBox: `0 0 ${width} ${ground + BOTTOM_PX}`, "aria-hidden": "true" });
    const view = {
      svg, curves: data.curves,
      x: (distance) => LEFT_PX + distance * scale,
      y: (altitude) => ground - altitude * scale,
      // A narrow plot leaves room for the ends of its lines.
      right: LEFT_PX + (tall ? Math.max(size.width, 60) : size.width),
    };
    drawAxes(view, far, high, scale, { say, number });
    heights.forEach((line) => svg.append(element("line", {
      class: "heightline", x1: LEFT_PX, x2: view.right, y1: view.y(line.altitude), y2: view.y(line.altitude),
    })));
    data.curves.forEach((curve) => drawCurve(view, curve, data));
    labels.forEach((label) => drawMark(view, label));
    (tall ? labelColumn : labelFlags)(view, labels, heights);
    nameCurves(view, say);
    view.dot = element("g", { class: "dot", visibility: "hidden" });
    view.dot.append(
      element("line", { class: "guide" }), element("line", { class: "guide" }),
      element("circle", { r: 5.5, class: "ring" }),
    );
    svg.append(view.dot);
    return view;
  }

  function element(tag, attributes, text) {
    const node = document.createElementNS(SVG, tag);
    Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, String(value)));
    if (text !== undefined) node.textContent = text;
    return node;
  }

  const widest = (texts) => Math.max(0, ...texts.map((text) => text.length)) * LETTER_PX;

  /* Round step of an axis whose labels need some room. */
  function roundStep(least) {
    const power = 10 ** Math.floor(Math.log10(least));
    return [1, 2, 5, 10].map((unit) => unit * power).find((step) => step >= least);
  }

  function ticks(end, step) {
    const values = [];
    for (let value = 0; value <= end * 1.0001; value += step) values.push(value);
    return values;
  }

  function drawAxes(view, far, high, scale, { say, number }) {
    const { svg, x, y, right } = view;
    for (const value of ticks(high, roundStep(26 / scale))) {
      svg.append(
        element("line", { class: value ? "grid" : "ground", x1: LEFT_PX, x2: right, y1: y(value), y2: y(value) }),
        element("text", { class: "axis", x: LEFT_PX - 5, y: y(value) + 4, "text-anchor": "end" }, number(value)),
      );
    }
    const step = roundStep(44 / scale);
    const along = step <= far ? ticks(far, step) : [0, far];
    for (const value of along) {
      svg.append(
        element("line", { class: "ground", x1: x(value), x2: x(value), y1: y(0), y2: y(0) + 4 }),
        element("text", { class: "axis", x: x(value), y: y(0) + 15, "text-anchor": "middle" }, number(value)),
      );
    }
    svg.append(element("text", { class: "axis", x: LEFT_PX, y: y(0) + 29 }, say("chart.altitude.axes")));
  }

  function drawCurve(view, curve, { colour, failedDash }) {
    const path = curve.distance.map((distance, i) => `${view.x(distance).toFixed(2)},${view.y(curve.altitude[i]).toFixed(2)}`).join(" ");
    view.svg.append(
      element("polyline", { class: "casing", points: path }),
      element("polyline", { class: "curve", points: path, stroke: colour, ...(curve.failed ? { "stroke-dasharray": failedDash } : {}) }),
    );
  }

  /* How far from the site the highest point of a flight is. */
  const topOf = (curve) => curve.distance[curve.altitude.indexOf(Math.max(...curve.altitude))];

  /* Where the labels of a mark start: on the top of its curve. */
  function anchor(view, mark) {
    const curve = view.curves[mark.curve];
    return { x: view.x(topOf(curve)), y: view.y((mark.low + mark.high) / 2) };
  }

  function drawMark(view, mark) {
    const { x } = anchor(view, mark);
    [mark.low, mark.high].forEach((altitude) => view.svg.append(
      element("line", { class: "mark", x1: x - 7, x2: x + 7, y1: view.y(altitude), y2: view.y(altitude) }),
    ));
    if (mark.low !== mark.high) {
      view.svg.append(element("line", { class: "mark", x1: x, x2: x, y1: view.y(mark.low), y2: view.y(mark.high) }));
    }
  }

  /* Tall charts: labels in a column to the right, pushed apart, each with a leader. */
  function labelColumn(view, labels, heights) {
    const wanted = [
      ...labels.map((label) => ({ words: label.words, class: "name", ...anchor(view, label), from: anchor(view, label).x + 8 })),
      ...heights.map((line) => ({ words: line.text, class: "height", y: view.y(line.altitude), from: view.right })),
    ].sort((a, b) => b.y - a.y);
    // From the ground up: each row at its own height or just above the row below.
    let floor = view.y(0) - 5;
    for (const row of wanted) {
      row.at = Math.min(row.y, floor);
      floor = row.at - ROW_PX;
    }
    // A stack that leaves the top is moved down again as far as its rows are free.
    let ceiling = 8;
    for (const row of wanted.reverse()) {
      row.at = Math.max(row.at, ceiling);
      ceiling = row.at + ROW_PX;
    }
    const start = view.right + 16;
    for (const row of wanted) {
      view.svg.append(
        element("polyline", { class: "leader", points: `${row.from},${row.y} ${view.right + 4},${row.y} ${start - 3},${row.at}` }),
        element("text", { class: row.class, x: start, y: row.at + 4 }, row.words),
      );
    }
  }

  /* Wide charts: labels above, as flags on poles; the pole to the right always ends lower. */
  function labelFlags(view, labels, heights) {
    heights.forEach((line) => view.svg.append(
      element("text", { class: "height", x: LEFT_PX + 4, y: view.y(line.altitude) - 3 }, line.text),
    ));
    const order = labels.map((label) => ({ ...label, ...anchor(view, label) })).sort((a, b) => a.x - b.x || a.y - b.y);
    order.forEach((label, place) => {
      const pole = label.x + (place - (order.length - 1) / 2) * 4;
      const y = 12 + place * ROW_PX;
      const room = Number(view.svg.getAttribute("width"));
      const over = pole + 4 + label.words.length * LETTER_PX > room;
      view.svg.append(
        element("line", { class: "leader", x1: pole, x2: pole, y1: label.y - 1, y2: y - 6 }),
        element("text", { class: "name", x: over ? pole - 4 : pole + 4, y: y + 2, "text-anchor": over ? "end" : "start" }, label.words),
      );
    });
  }

  /* Several curves are told apart by their missiles' numbers, at the end of each. */
  function nameCurves(view, say) {
    if (view.curves.length === 1) return;
    const ends = new Map();
    for (const curve of view.curves) {
      const end = Math.round(view.x(last(curve.distance)) / 24);
      const known = ends.get(end) || { x: view.x(last(curve.distance)), names: [] };
      known.names.push(...curve.numbers);
      ends.set(end, known);
    }
    for (const { x, names } of ends.values()) {
      const numbers = names.join(say("mark.comma"));
      if (numbers) view.svg.append(element("text", { x: x - 5, y: view.y(0) - 5, "text-anchor": "end" }, say("chart.altitude.missiles", { numbers })));
    }
  }

  function nearest(view, px, py) {
    let best = null;
    view.curves.forEach((curve, index) => {
      for (let i = 0; i + 1 < curve.distance.length; i += 1) {
        const [ax, ay] = [view.x(curve.distance[i]), view.y(curve.altitude[i])];
        const [bx, by] = [view.x(curve.distance[i + 1]), view.y(curve.altitude[i + 1])];
        const long = (bx - ax) ** 2 + (by - ay) ** 2;
        const share = long ? Math.max(0, Math.min(1, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / long)) : 0;
        const apart = Math.hypot(ax + share * (bx - ax) - px, ay + share * (by - ay) - py);
        if (!best || apart < best.apart) best = { apart, curve: index, at: i + share };
      }
    });
    return best;
  }

  function showDot(view, curve, at, here) {
    const [x, y] = [view.x(here.distance), view.y(here.altitude)];
    const [down, across, ring] = view.dot.children;
    const set = (node, values) => Object.entries(values).forEach(([name, value]) => node.setAttribute(name, String(value)));
    set(down, { x1: x, x2: x, y1: y, y2: view.y(0) });
    set(across, { x1: LEFT_PX, x2: x, y1: y, y2: y });
    set(ring, { cx: x, cy: y });
    view.dot.setAttribute("visibility", "visible");
  }

  window.launchAltitude = { show, nearest, placeOn, pointOf, pointWords, roundStep, ticks };
})();
