/* The map in the browser: draws the base map once and the flights once, then shows or hides them.
 *
 * The geometry of the whole record is one static file; each change of the selection brings only
 * which launches are selected, as one bit a launch (see dashboard/map/layer.py). Text from the
 * record becomes text nodes, never markup. The scripts beside this one share `launchMap`.
 */
(function (launchMap) {
  "use strict";

  const { look, say } = launchMap;
  const here = document.currentScript.src || document.baseURI;

  /* Content of a file, or what stands for it where a page brings it along. Links are relative to
   * this script, so the app works below any path prefix. */
  async function fetchJson(path) {
    if (typeof path !== "string") return path;
    const reply = await fetch(new URL(path, here));
    if (!reply.ok) throw new Error(path + ": " + reply.status);
    return reply.json();
  }

  function element(tag, className, text) {
    const node = document.createElement(tag);
    node.className = className;
    node.textContent = text;
    return node;
  }

  let noticeBox;
  function notice(text) {
    if (!noticeBox) {
      noticeBox = element("div", "map-notice", "");
      noticeBox.setAttribute("role", "status");
      launchMap.map.getContainer().appendChild(noticeBox);
    }
    noticeBox.textContent = text;
    noticeBox.hidden = !text;
  }

  // ------------------------------------------------------------ what is told
  let told = "";

  /* Tells the page what is on screen, with each move, while it wants to know. */
  function tellView() {
    const { map, state } = launchMap;
    if (!state || !state.follow) return;
    const bounds = map.getBounds();
    const middle = bounds.getCenter().lng;
    // The world may be on screen more than once; a picture shows it once.
    const turn = 360 * Math.floor((middle + 180) / 360);
    const [west, east] = [Math.max(bounds.getWest(), middle - 89), Math.min(bounds.getEast(), middle + 89)];
    const [south, north] = [Math.max(bounds.getSouth(), -80), Math.min(bounds.getNorth(), 85)];
    const view = [Math.max(west - turn, -180), south, east - turn, north].map((degrees) => degrees.toFixed(2)).join(",");
    if (view === told) return;
    told = view;
    tell({});
  }

  /* Tells the page something, beside what it may not have heard yet: of two messages close to each
   * other it hears the later one. */
  function tell(news) {
    const view = told ? { view: told } : {};
    window.Streamlit.setComponentValue({ launches: [], click: launchMap.nextClick(), ...view, ...launchMap.untold(), ...news });
  }

  // ----------------------------------------------------------------- a point
  let ring;

  /* Rings a point, as the altitude chart asks for it, or takes the ring away where latitude is null;
   * returns whether the point is in view. */
  function point(latitude, longitude, text) {
    if (latitude === null || !launchMap.map) {
      if (ring) ring.remove();
      ring = null;
      return false;
    }
    const at = L.latLng(latitude, longitude);
    if (!ring) {
      ring = L.circleMarker(at, {
        pane: "labels", renderer: L.svg({ pane: "labels" }), interactive: false, className: "map-point",
        radius: 8, weight: 2.5, color: look.ink, fillColor: look.paper, fillOpacity: 0.55,
      });
      ring.bindTooltip("", { permanent: true, direction: "top", offset: [0, -8], className: "map-tip" }).addTo(launchMap.map);
    }
    ring.setLatLng(at).setTooltipContent(element("span", "", text));
    return launchMap.map.getBounds().contains(at);
  }

  // ---------------------------------------------------------------- controls
  let goHome;

  function buttons(options) {
    const control = L.control({ position: "topright" });
    control.onAdd = () => {
      const box = element("div", "leaflet-bar map-buttons", "");
      const button = (text, title, action) => {
        const node = element("a", "", text);
        node.href = "#";
        node.title = title;
        node.setAttribute("role", "button");
        node.setAttribute("aria-label", title);
        L.DomEvent.on(node, "click", (event) => { L.DomEvent.stop(event); action(node); });
        // A link answers to Enter alone, a button to the space bar too.
        L.DomEvent.on(node, "keydown", (event) => {
          if (event.key === " ") { L.DomEvent.stop(event); action(node); }
        });
        box.appendChild(node);
        return node;
      };
      button("\u2302", say("map.home"), () => goHome());
      button("\u2922", say("map.fit"), launchMap.fitSelection);
      // A page that stands alone brings neither along.
      if (options.zones) {
        button(say("map.zones"), say("map.zones_are"), (node) => launchMap.toggleZones(options.zones, node))
          .setAttribute("aria-pressed", "false");
      }
      if (options.screen) launchMap.addScreenButton(box, new URL(options.screen, here).href, aboutScreen);
      return box;
    };
    control.addTo(launchMap.map);
  }

  /* What stands below a picture of the screen. */
  function aboutScreen() {
    const { record, state } = launchMap;
    const source = [record ? record.attribution : "", pageLink()];
    const title = say("title");
    const selected = (state && state.caption) || onPage().launchSelected?.caption;
    const caption = selected ? say("map.captioned", { title, selected }) : title;
    return { caption, source: source.filter(Boolean) };
  }

  /* Page around the map, or the map itself where that page is of another host. */
  function onPage() {
    try { return window.parent.location.href && window.parent; } catch { return window; }
  }

  /* Address of the page around the map, or none where it is a file. */
  function pageLink() {
    const address = onPage().location.href;
    return address.startsWith("http") ? address : "";
  }

  /* Width of a map on a phone [px]. */
  const NARROW_PX = 520;

  /* Width of a sheet of A4 or Letter between its margins [px]. */
  const SHEET_PX = 680;

  /* A sheet is not as wide as the screen: the map is drawn anew for it, and as before afterwards. */
  function printWhole(map) {
    const box = map.getContainer();
    const drawIn = (width) => {
      box.style.setProperty("width", width, "important");
      map.invalidateSize({ animate: false, pan: false });
      launchMap.resized();
      launchMap.placeLabels();
    };
    window.addEventListener("beforeprint", () => drawIn(Math.min(SHEET_PX, box.offsetWidth) + "px"));
    window.addEventListener("afterprint", () => drawIn(""));
  }

  /* `given` is the record, and what else a page brings along in place of our files. */
  function open(map, given) {
    const options = { ...launchMap.files, ...given };
    launchMap.map = map;
    map.setView([39.5, 130.5], 5);
    map.getContainer().style.background = look.sea;
    map.attributionControl.setPrefix(false);
    map.getContainer().setAttribute("role", "region");
    // A press of the mouse focuses the map; were the page to scroll to it, the press would miss its mark.
    const box = map.getContainer();
    box.focus = () => HTMLElement.prototype.focus.call(box, { preventScroll: true });
    document.documentElement.lang = launchMap.lang;
    map.createPane("labels").style.zIndex = 640;
    map.getPane("labels").style.pointerEvents = "none";
    map.createPane("zones").style.zIndex = 260;
    map.getPane("zones").style.pointerEvents = "none";
    launchMap.addList(box);
    launchMap.renderer = new launchMap.FlightCanvas({ padding: launchMap.PADDING, tolerance: 5 });
    launchMap.drawn = L.featureGroup().addTo(map);
    launchMap.listen(map, launchMap.drawn);
    launchMap.share(map);
    launchMap.labelLayer = L.layerGroup().addTo(map);
    launchMap.openStrip(map);
    const home = L.latLngBounds(look.home);
    map.invalidateSize();
    goHome = () => map.fitBounds(home);
    launchMap.move(() => map.fitBounds(home, { animate: false }));
    launchMap.watch(map);
    printWhole(map);
    map.removeControl(map.zoomControl);
    L.control.zoom({ position: "topright", zoomInTitle: say("map.zoom_in"), zoomOutTitle: say("map.zoom_out") }).addTo(map);
    buttons(options);
    L.control.scale({ imperial: false, maxWidth: 120, position: "topleft" }).addTo(map);
    map.on("moveend", launchMap.placeLabels);
    map.on("moveend", tellView);
    // Our style sheet, too, changes the size when it comes after this script.
    new ResizeObserver(() => {
      map.invalidateSize();
      launchMap.foldLegend();
      launchMap.resized();
    }).observe(map.getContainer());
    // A flight over the ocean fits on a phone only when the Earth is smaller than on other screens.
    if (map.getSize().x < NARROW_PX) map.setMinZoom(map.getMinZoom() - 1);
    window.launchEscape(() => onPage().launchOpening?.close());
    launchMap.drawBaseMap(options).catch((error) => notice(say("map.no_base", { why: error.message })));
    const built = fetchJson(options.record).then((data) => launchMap.buildRecord(data));
    launchMap.openParts(options, built);
    built.then(() => {
      const data = launchMap.record;
      launchMap.fillStrip();
      map.attributionControl.addAttribution(data.attribution);
      launchMap.legend();
      if (launchMap.state) launchMap.show(launchMap.state);
      launchMap.awaitHand();
    }).catch((error) => notice(say("map.no_flights", { why: error.message })));
  }

  /* Names the map for those who hear it, and the frame that it lies in. */
  function nameMap(number) {
    const name = say("map.label", { n: number });
    launchMap.map.getContainer().setAttribute("aria-label", name);
    // A frame in a page of another origin is named by that page.
    try { if (window.frameElement) window.frameElement.title = name; } catch { return; }
  }

  /* What a click on flights or on a site does; a page without Streamlit has its own way. */
  function chosen(ids, click) {
    tell({ launches: ids, click });
  }

  Object.assign(launchMap, {
    launches: [], visibleSites: [], fixedLabels: [], zoneLabels: [], fetchJson, element, notice, onPage, tell, chosen, nameMap, tellView, point, open,
  });
})((window.launchMap ||= {}));
