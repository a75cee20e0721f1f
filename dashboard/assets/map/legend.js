/* The legend, which is also the count. */
(function (launchMap) {
  "use strict";

  const { look, say } = launchMap;
  const { SRBM, MRBM, ICBM } = look.types;
  const dash = (name) => `stroke-dasharray="${look.dashes[name].join(" ")}"`;
  const line = (end, colour, more = "") => `<line x1="1" y1="7" x2="${end}" y2="7" stroke="${colour}" stroke-width="2.2" ${more}/>`;
  const dot = `<circle cx="23" cy="7" r="3.2" fill="${SRBM.colour}"/>`;
  /* Signs of the marks on a map that lies in the page; pictures have theirs in picture/legend. */
  const SIGNS = {
    track: line(22, SRBM.colour) + dot,
    differing: line(22, SRBM.colour, dash("differing")) + dot,
    failed: line(19, ICBM.colour, dash("failed")) + `<path d="M19 3l8 8M19 11l8-8" stroke="${ICBM.colour}" stroke-width="2"/>`,
    area:
      `<ellipse cx="14" cy="7" rx="12" ry="6.3" fill="${MRBM.colour}" fill-opacity=".25" stroke="${MRBM.colour}" stroke-opacity=".6"/>` +
      `<ellipse cx="14" cy="7" rx="6.5" ry="3.4" fill="${MRBM.colour}" fill-opacity=".35"/>`,
    place: `<circle cx="14" cy="7" r="5" fill="${look.ink}" stroke="${look.paper}"/>`,
    ring: `<path d="M4 13a14 14 0 0 1 20-9" fill="none" stroke="${SRBM.colour}" stroke-width="2.2" ${dash("ring")}/>`,
    ray: `<path d="M3 7L26 2v10z" fill="${SRBM.colour}" fill-opacity=".45"/>`,
    region:
      `<circle cx="14" cy="7" r="5.5" fill="${look.region}" fill-opacity=".18" stroke="${look.region}" ${dash("region")}/>` +
      `<circle cx="14" cy="7" r="2.5" fill="${look.paper}" stroke="${look.region}" stroke-width="1.4"/>`,
  };

  const LEGEND_PX = 240;
  let legendCounts;
  const roomForLegend = () => launchMap.map.getSize().x > 3.5 * LEGEND_PX;
  const legendRoom = () => (roomForLegend() ? LEGEND_PX : 0);

  function legend() {
    const box = document.createElement("details");
    box.className = "map-legend";
    box.open = roomForLegend();
    box.appendChild(launchMap.element("summary", "", say("legend.title")));
    legendCounts = box.appendChild(launchMap.element("div", "legend-counts", ""));
    const [first, second] = launchMap.record.areaProbabilities.map((share) => Math.round(100 * share));
    for (const mark of look.marks.filter((one) => launchMap.has("legend." + one))) {
      const row = launchMap.element("div", "legend-row", "");
      // The signs are ours alone; no text of the record comes near them.
      row.innerHTML = '<svg width="28" height="14" aria-hidden="true">' + SIGNS[mark] + "</svg>";
      row.appendChild(launchMap.element("span", "", say("legend." + mark, { first, second })));
      launchMap.legendRows[mark] = row;
      box.appendChild(row);
    }
    L.DomEvent.disableClickPropagation(box);
    L.DomEvent.disableScrollPropagation(box);
    box.addEventListener("toggle", launchMap.placeLabels);
    launchMap.legendBox = launchMap.map.getContainer().appendChild(box);
  }

  /* The legend is also the count: launches selected of each type, drawn as an arc or not. */
  function countTypes() {
    if (!legendCounts) return;
    const counts = {};
    launchMap.launches.filter((launch) => launch.shown).forEach((launch) => {
      counts[launch.type] = (counts[launch.type] || 0) + 1;
    });
    const most = Math.max(1, ...Object.values(counts));
    legendCounts.replaceChildren(...Object.keys(look.types).filter((type) => counts[type]).flatMap((type) => {
      const bar = launchMap.element("i", "", "");
      bar.style.background = look.types[type].colour;
      bar.style.width = Math.max(3, (60 * counts[type]) / most) + "px";
      return [launchMap.element("span", "", say("type." + type)), bar, launchMap.element("b", "", launchMap.number(counts[type]))];
    }));
  }

  Object.assign(launchMap, { legend, countTypes, roomForLegend, legendRoom, signs: SIGNS });
})((window.launchMap ||= {}));
