/* The map in words, for those who do not see it or point at it: its launches as a list, of which
 * arrow keys ring one after the other on the map, and Enter opens one. */
(function (launchMap) {
  "use strict";

  const { say } = launchMap;
  /* Options that are in the page at a time. */
  const PAGE = 500;
  let box;
  let shown = [];
  let start = 0;
  let at = -1;
  let waiting = 0;

  /* How a launch is drawn, by the words of the list below the map, and where on the map that is. */
  function placed(launch) {
    const { crowd, drawn, state, record } = launchMap;
    const arc = crowd.on && launch.id !== state.selected && launchMap.arcsOf(launch);
    if (arc) return { place: "arc", where: L.latLng(launchMap.endOf(launch)) };
    const layer = (launch.layers || []).find((one) => one.text && !one.options.differing && drawn.hasLayer(one));
    if (layer) {
      const points = layer.getLatLngs().flat(Infinity);
      const track = layer.options.part === "track";
      return { place: track ? "arc" : "part", where: points[track ? points.length - 1 : points.length >> 1] };
    }
    const site = (launch.placed >> state.figures) & 1 ? record.sites[launch.site] : null;
    return site ? { place: "site", where: L.latLng(site.latitude, site.longitude) } : { place: "none", where: null };
  }

  /* Called with each change of what is shown; the map itself comes first. */
  function list() {
    clearTimeout(waiting);
    waiting = setTimeout(fill);
  }

  function fill() {
    const before = shown[at]?.id;
    shown = launchMap.launches.filter((launch) => launch.shown).reverse();
    turnTo(0);
    box.hidden = !shown.length;
    at = -1;
    const again = shown.findIndex(({ id }) => id === before);
    if (document.activeElement === box && again >= 0) mark(again);
  }

  /* Puts the options into the page that begin with one. */
  function turnTo(first) {
    start = first;
    box.replaceChildren(...shown.slice(start, start + PAGE).map((launch, place) => {
      const option = launchMap.element("div", "", say("map.listed", { launch: launch.label, place: say("place." + placed(launch).place) }));
      option.id = "map-list-" + (start + place);
      for (const [name, value] of [["role", "option"], ["aria-selected", "false"]]) option.setAttribute(name, value);
      option.setAttribute("aria-setsize", shown.length);
      option.setAttribute("aria-posinset", start + place + 1);
      return option;
    }));
  }

  function mark(place) {
    box.children[at - start]?.setAttribute("aria-selected", "false");
    at = place;
    if (at < start || at >= start + PAGE) turnTo(PAGE * Math.floor(at / PAGE));
    const option = box.children[at - start];
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", option.id);
    const { where } = placed(shown[at]);
    launchMap.point(null);
    if (!where) return;
    if (!launchMap.point(where.lat, where.lng, option.textContent)) {
      launchMap.move(() => launchMap.map.panTo(where, { animate: false }));
    }
  }

  const steps = {
    ArrowDown: () => mark((at + 1) % shown.length),
    ArrowUp: () => mark((at <= 0 ? shown.length : at) - 1),
    Home: () => mark(0),
    End: () => mark(shown.length - 1),
    Enter: () => { if (at >= 0) launchMap.chosen([shown[at].id], launchMap.nextClick()); },
  };

  function addList(container) {
    box = launchMap.element("div", "map-list", "");
    box.hidden = true;
    box.tabIndex = 0;
    box.setAttribute("role", "listbox");
    box.setAttribute("aria-label", say("map.list"));
    box.title = say("map.list");
    box.addEventListener("keydown", (event) => {
      if (!Object.hasOwn(steps, event.key)) return;
      event.preventDefault();
      // Arrow keys would move the map.
      event.stopPropagation();
      steps[event.key]();
    });
    box.addEventListener("focus", () => { if (at < 0 && shown.length) mark(0); });
    box.addEventListener("blur", () => launchMap.point(null));
    L.DomEvent.disableClickPropagation(box);
    L.DomEvent.disableScrollPropagation(box);
    container.prepend(box);
  }

  Object.assign(launchMap, { addList, list });
})((window.launchMap ||= {}));
