/* Escape closes the launch that is open, wherever the focus is: on the page, or in the map's frame. */
(function () {
  "use strict";

  /* What takes the key for itself: a box that is typed in, and what lies open above the page. */
  const PRESSED = "[type=checkbox],[type=radio],[type=range]";
  const TYPED = ["select", "textarea", "[contenteditable]", `input:not(${PRESSED})`].join();
  const ABOVE = ["[data-baseweb='popover']", "[role='dialog']"].join();

  window.launchEscape = (close) => document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (event.target.closest?.(TYPED) || document.querySelector(ABOVE)) return;
    close();
  });
})();
