/* The page scrolls past the map: wheel and one finger are the page's, Ctrl and two fingers ours. */
(function (launchMap) {
  "use strict";

  const HINT_MS = 1600;
  const APPLE = /Mac|iPhone|iPad/.test(typeof navigator === "undefined" ? "" : navigator.platform);
  let box;
  let hiding = 0;

  /* Says how the map is moved; a reader of the screen has no wheel and is not told. */
  function hint(text) {
    box ||= launchMap.map.getContainer().appendChild(launchMap.element("div", "map-hint", ""));
    box.setAttribute("aria-hidden", "true");
    box.textContent = text;
    box.hidden = false;
    clearTimeout(hiding);
    hiding = setTimeout(() => { box.hidden = true; }, HINT_MS);
  }

  const zooms = (event) => event.ctrlKey || event.metaKey;
  const isOurs = (event) => !event.target.closest(".map-legend");

  function share(map) {
    const { say } = launchMap;
    const container = map.getContainer();
    const capture = (name, action, passive = true) =>
      container.addEventListener(name, action, { capture: true, passive });
    capture("wheel", (event) => {
      if (!isOurs(event)) return;
      if (zooms(event)) {
        if (box) box.hidden = true;
        return;
      }
      // Leaflet would keep the page from scrolling.
      event.stopPropagation();
      hint(say("map.hint_wheel", { press: APPLE ? "⌘" : "Ctrl" }));
    });
    // Leaflet drags with one finger as with a mouse; two fingers move the map as they zoom it.
    capture("pointerdown", (event) => {
      map.dragging[event.pointerType === "touch" ? "disable" : "enable"]();
    });
    capture("touchmove", (event) => {
      if (event.touches.length > 1) {
        if (event.cancelable) event.preventDefault();
      } else if (isOurs(event)) hint(say("map.hint_finger"));
    }, false);
  }

  Object.assign(launchMap, { share });
})((window.launchMap ||= {}));
