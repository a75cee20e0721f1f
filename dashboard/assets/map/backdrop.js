/* What lies below the flights: the base map, zones of the sea, online tiles. */
(function (launchMap) {
  "use strict";

  const { look, say } = launchMap;
  const COAST = { color: look.coast, weight: 0.8, fillOpacity: 1, interactive: false };
  const LAND_STYLES = {
    land: { ...COAST, fillColor: look.land },
    focus: { ...COAST, fillColor: look.focus },
  };
  const BORDER_STYLES = {
    land: { color: look.borders.land, weight: 0.9, interactive: false },
    focus: { color: look.borders.focus, weight: 1.3, interactive: false },
  };

  /* What does not change is no canvas: of each canvas in view, browsers that draw without a graphics
   * card copy every pixel in every frame. */
  const still = (pane) => L.svg({ pane, padding: 0.6 });

  function drawBaseMap(options) {
    const pane = launchMap.map.createPane("base");
    pane.style.zIndex = 250;
    pane.style.pointerEvents = "none";
    const renderer = launchMap.baseRenderer = still("base");
    const add = (shape, parts, style) =>
      shape(parts.map((lines) => lines.map(launchMap.latLngs)), { pane: "base", renderer, ...style }).addTo(launchMap.map);
    return Promise.all(options.base.map(launchMap.fetchJson)).then(([{ land, borders }, labels]) => {
      for (const [group, style] of Object.entries(LAND_STYLES)) add(L.polygon, land[group], style);
      for (const [group, style] of Object.entries(BORDER_STYLES)) add(L.polyline, borders[group], style);
      launchMap.fixedLabels = labels.labels;
      launchMap.zoneLabels = labels.zones;
      launchMap.placeLabels();
    });
  }

  // ------------------------------------------------------------ online tiles
  let tiles = null;

  function switchTiles(wanted) {
    if (!wanted) {
      if (tiles) {
        tiles.remove();
        tiles = null;
        launchMap.notice("");
      }
      return;
    }
    if (tiles) return;
    let failures = 0;
    tiles = L.tileLayer(wanted, { attribution: say("map.tiles"), maxZoom: 18, zIndex: 1 });
    tiles.on("tileload", () => { failures = 0; if (tiles) launchMap.map.getPane("base").style.opacity = 0.0; });
    tiles.on("tileerror", () => {
      failures += 1;
      if (failures < 3 || !tiles) return;
      tiles.remove();
      launchMap.map.getPane("base").style.opacity = 1;
      launchMap.notice(say("map.no_tiles"));
    });
    tiles.on("remove", () => { launchMap.map.getPane("base").style.opacity = 1; });
    tiles.addTo(launchMap.map);
  }

  // ------------------------------------------------------------------- zones
  const ZONE_STYLES = {
    "territorial sea": { color: look.zone, weight: 0.8, fillColor: look.zone, fillOpacity: 0.12, interactive: false },
    eez: { color: look.zone, weight: 1, dashArray: look.dashes.zone.join(" "), fillOpacity: 0, interactive: false },
  };
  let zones = null;

  /* Zones are many and seldom wanted: they are fetched when they are first switched on. */
  function toggleZones(path, button) {
    button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
    zones ||= launchMap.fetchJson(path).then((data) =>
      L.geoJSON(data, {
        pane: "zones", renderer: still("zones"), interactive: false,
        filter: (feature) => feature.properties.zone in ZONE_STYLES,
        style: (feature) => ZONE_STYLES[feature.properties.zone],
      }));
    zones.then((layer) => {
      // The button may have been pressed again while the file was under way.
      const on = button.getAttribute("aria-pressed") === "true";
      if (on === launchMap.map.hasLayer(layer)) return;
      if (on) launchMap.map.addLayer(layer); else launchMap.map.removeLayer(layer);
      launchMap.map.attributionControl[on ? "addAttribution" : "removeAttribution"](say("map.zones_note"));
      launchMap.zonesShown = on;
      launchMap.notice("");
      launchMap.explain();
      launchMap.foldLegend();
      launchMap.placeLabels();
    }).catch((error) => {
      zones = null;
      button.setAttribute("aria-pressed", "false");
      launchMap.notice(say("map.no_zones", { why: error.message }));
    });
  }

  Object.assign(launchMap, { drawBaseMap, switchTiles, toggleZones });
})((window.launchMap ||= {}));
