/* The scripts of the map outside a browser: each runs as the page runs it, beside a stand-in for
 * Leaflet that only remembers what it is given. */
import { readFileSync } from "node:fs";
import vm from "node:vm";

const DASHBOARD = new URL("../../dashboard/", import.meta.url);
const read = (path) => readFileSync(new URL(path, DASHBOARD), "utf8");

export const look = JSON.parse(read("look.json"));
export const words = JSON.parse(read("words/en.json"));
export const added = [];

const kept = (kind) => (...given) => {
  const layer = { kind, given, addTo: () => { added.push(layer); return layer; } };
  return layer;
};
globalThis.L = {
  Canvas: { extend: (parts) => parts, prototype: {} },
  Polyline: { extend: (parts) => parts },
  Polygon: { extend: (parts) => parts },
  LatLng: class {},
  svg: kept("svg"),
  geoJSON: kept("geoJSON"),
  polygon: kept("polygon"),
  polyline: kept("polyline"),
};
globalThis.window = {};

export const run = (path) => vm.runInThisContext(read(`assets/${path}.js`), { filename: `${path}.js` });

run("map/words");
window.launchMap.setUp({ lang: "en", words, look });
[
  "pick", "polyline", "bundles", "canvas", "points", "crowd", "backdrop", "labels", "legend", "tally", "flights", "parts", "screen", "bins", "span", "phases", "around", "strip", "hand", "play",
  "view", "gestures",
].forEach((name) => run(`map/${name}`));

export const { launchMap } = window;
