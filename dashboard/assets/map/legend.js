/* The legend, which is also the count. */
(function (launchMap) {
  "use strict";

  const MARKS = [
    ["track", "Ground track: stated range along the azimuth; the dot is the derived impact point"],
    ["differing", "Range of another authority that excludes the preferred one"],
    ["ring", "Range stated, direction not: somewhere on this arc, in the sea stated where one is"],
    ["ray", "Direction stated, range not: somewhere this way"],
    ["failed", "Failure, as far as a range is stated; without one, a cross on its site"],
    ["area", "Hold the impact point with {share} probability, given the spread of range, azimuth and site"],
    ["site", "Launch site, larger with more launches; click it or a line for who stated what"],
    ["region", "Only the region of the site is known, as wide as the disc"],
  ];
  const SIGNS = {
    track: '<line x1="1" y1="7" x2="22" y2="7" stroke="#0072b2" stroke-width="2.2"/><circle cx="23" cy="7" r="3.2" fill="#0072b2"/>',
    differing: '<line x1="1" y1="7" x2="22" y2="7" stroke="#0072b2" stroke-width="2.2" stroke-dasharray="1.5 4"/><circle cx="23" cy="7" r="3.2" fill="#0072b2"/>',
    failed: '<line x1="1" y1="7" x2="19" y2="7" stroke="#d55e00" stroke-width="2.2" stroke-dasharray="6 4"/><path d="M19 3l8 8M19 11l8-8" stroke="#d55e00" stroke-width="2"/>',
    area: '<ellipse cx="14" cy="7" rx="12" ry="6.3" fill="#009e73" fill-opacity=".25" stroke="#009e73" stroke-opacity=".6"/><ellipse cx="14" cy="7" rx="6.5" ry="3.4" fill="#009e73" fill-opacity=".35"/>',
    site: '<circle cx="14" cy="7" r="5" fill="#1f2a30" stroke="#fff"/>',
    ring: '<path d="M4 13a14 14 0 0 1 20-9" fill="none" stroke="#0072b2" stroke-width="2.2" stroke-dasharray="5 4"/>',
    ray: '<path d="M3 7L26 2v10z" fill="#0072b2" fill-opacity=".45"/>',
    region: '<circle cx="14" cy="7" r="5.5" fill="#6c7a82" fill-opacity=".18" stroke="#6c7a82" stroke-dasharray="2 2"/><circle cx="14" cy="7" r="2.5" fill="#fff" stroke="#6c7a82" stroke-width="1.4"/>',
  };

  const LEGEND_PX = 240;
  let legendCounts;
  const roomForLegend = () => launchMap.map.getSize().x > 3.5 * LEGEND_PX;
  const legendRoom = () => (roomForLegend() ? LEGEND_PX : 0);

  function legend() {
    const box = document.createElement("details");
    box.className = "map-legend";
    box.open = roomForLegend();
    box.appendChild(launchMap.element("summary", "", "Launches by type, and marks"));
    legendCounts = box.appendChild(launchMap.element("div", "legend-counts", ""));
    const share = launchMap.record.areaProbabilities.map((one) => Math.round(100 * one) + " %").join(" and ");
    for (const [sign, words] of MARKS) {
      const row = launchMap.element("div", "legend-row", "");
      // The signs are ours alone; no text of the record comes near them.
      row.innerHTML = '<svg width="28" height="14" aria-hidden="true">' + SIGNS[sign] + "</svg>";
      row.appendChild(launchMap.element("span", "", words.replace("{share}", share)));
      launchMap.legendRows[sign] = row;
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
    legendCounts.replaceChildren(...Object.keys(launchMap.record.colours).filter((type) => counts[type]).flatMap((type) => {
      const bar = launchMap.element("i", "", "");
      bar.style.background = launchMap.record.colours[type];
      bar.style.width = Math.max(3, (60 * counts[type]) / most) + "px";
      return [launchMap.element("span", "", launchMap.record.words[type]), bar, launchMap.element("b", "", String(counts[type]))];
    }));
  }

  Object.assign(launchMap, { legend, countTypes, roomForLegend, legendRoom });
})((window.launchMap ||= {}));
