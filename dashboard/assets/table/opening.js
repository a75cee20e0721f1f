/* Links to a launch open it in place, without the page being loaded anew; what was opened comes into
 * view. Streamlit mounts this once. */
(function () {
  "use strict";

  const PANEL = ".st-key-launch_panel";
  const WAIT_MS = 5000;
  let tell = null;
  let before;
  let pressed = null;

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-open]");
    const other = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || !tell || other) return;
    event.preventDefault();
    pressed = link.dataset.open;
    if (pressed === before) reveal(pressed);
    else tell("open", pressed);
  });

  /* Brings the panel of a launch into view once it is there; its heading takes the focus of a link. */
  function reveal(id) {
    const ends = Date.now() + WAIT_MS;
    const look = () => {
      const heading = document.querySelector(`${PANEL} [data-launch="${CSS.escape(id)}"]`);
      if (!heading) {
        if (Date.now() < ends) requestAnimationFrame(look);
        return;
      }
      const panel = heading.closest(PANEL);
      panel.scrollTop = 0;
      const { top, bottom } = heading.getBoundingClientRect();
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      if (top < 60 || bottom > innerHeight) panel.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
      if (pressed === id) heading.focus({ preventScroll: true });
      pressed = null;
    };
    look();
  }

  function show({ data, setTriggerValue }) {
    tell = setTriggerValue;
    const { opened } = data;
    if (before !== undefined && opened && opened !== before) reveal(opened);
    before = opened;
  }

  window.launchOpening = { show };
})();
