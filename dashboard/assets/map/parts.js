/* The record in two parts: what the opening view shows, and the rest, which comes when it is wanted. */
(function (launchMap) {
  "use strict";

  /* What a hand does before it asks for something: by then all is there. */
  const NEAR = ["pointermove", "pointerdown", "touchstart", "wheel", "keydown"];

  /* Launches before this place have what is drawn of them in the second part. */
  let from = 0;
  let address = null;
  let coming = null;
  let first = null;
  let lacking = false;

  /* `options` name the second part, where there is one, and `built` is when the first is there. */
  function openParts(options, built) {
    [from, address, first] = [options.from || 0, options.rest, built];
  }

  /* Whether what is drawn of all launches of some bits is there; else it is fetched, and then shown. */
  function isHere(bits) {
    if (!address) return true;
    const isShown = launchMap.selectedBits(bits);
    lacking = Array.from({ length: from }, (_, place) => place).some(isShown);
    if (lacking) fetchRest();
    return !lacking;
  }

  function fetchRest() {
    coming ||= Promise.all([address && launchMap.fetchJson(address), first]).then(([rest]) => {
      if (!rest) return;
      address = null;
      launchMap.addFlights(rest);
      if (lacking) launchMap.show(launchMap.given());
      else if (launchMap.held) launchMap.showStrip();
    }).catch((error) => {
      // The next look asks again.
      coming = null;
      launchMap.notice(launchMap.say("map.no_flights", { why: error.message }));
    });
  }

  /* Fetches the second part at the first sign of a hand, on the map or the page around it. */
  function awaitHand() {
    const windows = new Set([window, launchMap.onPage()]);
    const near = () => {
      windows.forEach((each) => NEAR.forEach((type) => each.removeEventListener(type, near, true)));
      fetchRest();
    };
    windows.forEach((each) => NEAR.forEach((type) => each.addEventListener(type, near, { capture: true, passive: true })));
  }

  Object.assign(launchMap, { openParts, isHere, awaitHand });
})((window.launchMap ||= {}));
