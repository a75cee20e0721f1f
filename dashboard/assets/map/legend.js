/* The legend, which is also the count. */
(function (launchMap) {
  "use strict";

  const { look, say } = launchMap;
  const dash = (name) => `stroke-dasharray="${look.dashes[name].join(" ")}"`;
  const line = (end, { colour, casing }, more = "") => [[casing, 4.2], [colour, 2.2]]
    .map(([ink, width]) => `<line x1="1" y1="7" x2="${end}" y2="7" stroke="${ink}" stroke-width="${width}" ${more}/>`).join("");
  const dot = ({ colour, casing }) => `<circle cx="23" cy="7" r="3.2" fill="${colour}" stroke="${casing}"/>`;
  /* Signs of the marks on a map that lies in the page, in the look of a type that is on it;
   * pictures have theirs in picture/legend. */
  const SIGNS = {
    track: (type) => line(22, type) + dot(type),
    bundle: () => [["M1 9L22 4", 3.6], ["M1 9L22 10", 1.6]]
      .map(([path, width]) => `<path d="${path}" stroke="${look.picture.bundle}" stroke-width="${width}" stroke-opacity=".5"/>`).join("") +
      dot(look.types.SRBM),
    differing: (type) => line(22, type, dash("differing")) + dot(type),
    failed: (type) => line(19, type, dash("failed")) + `<path d="M19 3l8 8M19 11l8-8" stroke="${type.casing}" stroke-width="2"/>`,
    area: ({ colour }) =>
      `<ellipse cx="14" cy="7" rx="12" ry="6.3" fill="${colour}" fill-opacity=".25" stroke="${colour}" stroke-opacity=".6"/>` +
      `<ellipse cx="14" cy="7" rx="6.5" ry="3.4" fill="${colour}" fill-opacity=".35"/>`,
    place: () => `<circle cx="14" cy="7" r="5" fill="${look.ink}" stroke="${look.paper}"/>`,
    ring: (type) => `<path d="M4 13a14 14 0 0 1 20-9" fill="none" stroke="${type.casing}" stroke-width="2.6" ${dash("ring")}/>`,
    ray: ({ colour, casing }) => `<path d="M3 7L26 2v10z" fill="${colour}" fill-opacity=".45" stroke="${casing}" stroke-width=".8"/>`,
    announced: ({ colour, casing }) => `<path d="M3 2h22v10H3z" fill="${colour}" fill-opacity=".16" stroke="${casing}" ${dash("announced")}/>`,
    region: () =>
      `<circle cx="14" cy="7" r="5.5" fill="${look.region}" fill-opacity=".18" stroke="${look.region}" ${dash("region")}/>` +
      `<circle cx="14" cy="7" r="2.5" fill="${look.paper}" stroke="${look.region}" stroke-width="1.4"/>`,
    territorial: () => `<path d="M2 2h24v10H2z" fill="${look.zone}" fill-opacity=".2" stroke="${look.zone}"/>`,
    eez: () => `<line x1="1" y1="7" x2="27" y2="7" stroke="${look.zone}" stroke-width="1.6" ${dash("zone")}/>`,
  };

  /* Share of the map that an open legend may take without being asked for. */
  const MOST_COVERED = 0.25;
  const GAP_PX = 8;
  let box;
  let counts;
  let rows;
  let byHand = false;
  let opened = null;

  const legendRoom = () => (box && box.open ? box.offsetLeft + box.offsetWidth : 0);

  function legend() {
    box = document.createElement("details");
    box.className = "map-legend";
    const summary = box.appendChild(launchMap.element("summary", "", say("legend.title")));
    summary.addEventListener("click", () => { byHand = true; });
    counts = box.appendChild(launchMap.element("div", "legend-counts", ""));
    typeRows();
    rows = box.appendChild(launchMap.element("div", "", ""));
    L.DomEvent.disableClickPropagation(box);
    box.addEventListener("toggle", launchMap.placeLabels);
    launchMap.legendBox = launchMap.map.getContainer().appendChild(box);
  }

  /* Marks that are on the map, each with the type that most of its kind have. */
  function marksOf(layers, state) {
    const found = {};
    const add = (mark, type, number = 1) => {
      found[mark] ||= {};
      found[mark][type] = (found[mark][type] || 0) + number;
    };
    for (const { options, place, type, led, number } of layers) {
      if (place) add(place.disc ? "region" : "place");
      if (place && place.failures) add("failed", place.failedType);
      if (options.part === "area") add("area", type);
      if (options.part === "trace") add(options.kind, type);
      const lines = led === undefined ? "track" : "bundle";
      if (options.part === "track") add(options.differing ? "differing" : options.failed ? "failed" : lines, type, number);
    }
    if (state.zones) ["territorial", "eez"].forEach((mark) => add(mark));
    const commonest = (types) => Object.keys(types).reduce((most, type) => (types[type] > types[most] ? type : most));
    return Object.fromEntries(look.marks.filter((mark) => found[mark]).map((mark) => [mark, commonest(found[mark])]));
  }

  /* Explains the marks that are on the map, and no other. */
  function explain() {
    if (!rows) return;
    const [first, second] = launchMap.record.areaProbabilities.map((share) => Math.round(100 * share));
    const crowded = launchMap.crowd.on ? launchMap.crowd.marks() : [];
    const marks = marksOf([...launchMap.drawn.getLayers(), ...crowded], { zones: launchMap.zonesShown });
    rows.replaceChildren(...Object.entries(marks).map(([mark, type]) => {
      const row = launchMap.element("div", "legend-row", "");
      // The signs are ours alone; no text of the record comes near them.
      row.innerHTML = '<svg width="28" height="14" aria-hidden="true">' + SIGNS[mark](look.types[type]) + "</svg>";
      row.appendChild(launchMap.element("span", "", say("legend." + mark, { first, second })));
      return row;
    }));
  }

  /* The legend is folded where it would hide much of the map, and when a launch is opened. */
  function foldLegend() {
    if (!box) return;
    const { selected } = launchMap.drawing;
    const opens = selected && selected !== opened;
    opened = selected;
    if (opens) box.open = false;
    else if (!byHand && !selected) {
      const frame = launchMap.map.getSize();
      launchMap.placeLegend();
      box.open = true;
      box.open = box.offsetWidth * box.offsetHeight <= MOST_COVERED * frame.x * frame.y;
    }
    launchMap.placeLegend();
  }

  /* Stands the legend above the line of sources, which may wrap, and below what is at the top. */
  function placeLegend() {
    if (!box) return;
    const container = launchMap.map.getContainer();
    const frame = container.getBoundingClientRect();
    const foot = launchMap.map.attributionControl.getContainer().offsetHeight + GAP_PX;
    const heads = [...container.querySelectorAll(".leaflet-top.leaflet-left .leaflet-control"), ...document.querySelectorAll(".map-onward")];
    const head = Math.max(0, ...heads.map((one) => one.getBoundingClientRect().bottom - frame.top)) + GAP_PX;
    box.style.bottom = foot + "px";
    box.style.maxHeight = frame.height - foot - head + "px";
  }

  /* A row for each type, whose press filters by it. */
  function typeRows() {
    for (const type of Object.keys(look.types)) {
      const row = counts.appendChild(launchMap.element("button", "legend-type", ""));
      row.type = "button";
      const bar = launchMap.element("i", "", "");
      bar.style.background = look.types[type].colour;
      row.append(launchMap.element("span", "", say("type." + type)), bar, launchMap.element("b", "", ""));
      row.title = say("strip.by_type");
      row.addEventListener("click", () => {
        const chosen = launchMap.state.type || [];
        launchMap.choose({ type: chosen.includes(type) ? chosen.filter((one) => one !== type) : [...chosen, type] });
      });
    }
  }

  /* The legend is also the count: launches selected of each type, drawn as an arc or not; of types
   * that are not chosen, those that there would be. */
  function countTypes() {
    if (!counts) return;
    const { strip, launches } = launchMap;
    const chosen = launchMap.state.type || [];
    const numbers = Object.fromEntries(Object.keys(look.types).map((type) => [type, launchMap.shownOfType(type)]));
    if (chosen.length) {
      strip.picked(strip.period, []).forEach((one, place) => {
        if (one && !launches[place].shown && !chosen.includes(launches[place].type)) numbers[launches[place].type] += 1;
      });
    }
    const most = Math.max(1, ...Object.values(numbers));
    Object.keys(look.types).forEach((type, place) => {
      const row = counts.children[place];
      const [, bar, number] = row.children;
      const text = launchMap.number(numbers[type]);
      row.hidden = !numbers[type] && !chosen.includes(type);
      row.setAttribute("aria-pressed", String(chosen.includes(type)));
      bar.style.width = Math.max(3, (60 * numbers[type]) / most) + "px";
      // What stays is not written: in a frame of a drag the page would lay it out again.
      if (number.textContent !== text) number.textContent = text;
    });
    counts.classList.toggle("legend-chosen", chosen.length > 0);
  }

  Object.assign(launchMap, { legend, countTypes, explain, foldLegend, placeLegend, marksOf, legendRoom, signs: SIGNS });
})((window.launchMap ||= {}));
