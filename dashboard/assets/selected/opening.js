/* Links to a launch open it in place, without the page being loaded anew; what was opened comes into
 * view. */
(function () {
  "use strict";

  const STAGE = ".st-key-stage", PANEL = ".st-key-launch_panel";
  const HEADER_PX = 60;
  const FOLDED = "[data-testid='stPopoverButton']";
  const UNFOLDED = "[data-testid='stPopoverBody']";
  const FOCUSABLE = ["a[href]", "button:not([disabled])", "input", "select", "summary", "[tabindex='0']"].join();
  const WAIT_MS = 5000;
  const STILL_FRAMES = 20;
  let tell = null;
  let before;
  let pressed = null;
  let from = null;

  /* Launches that are placed in one way are listed in the tab of the table. */
  function list(place) {
    window.launchTable.showOnly(place);
    const tab = document.querySelector(".st-key-below [role='tab']");
    tab?.click();
    const rows = document.querySelector(".launch-rows");
    (rows || tab)?.scrollIntoView({ block: "nearest" });
    rows?.focus({ preventScroll: true });
  }

  document.addEventListener("click", (event) => {
    const listed = event.target.closest?.("a[data-place]");
    if (listed) {
      event.preventDefault();
      list(listed.dataset.place);
      return;
    }
    const link = event.target.closest?.("a[data-open]");
    const other = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || !tell || other) return;
    event.preventDefault();
    expect(link.dataset.open);
    if (link.dataset.open !== before) tell(link.dataset.open);
  });

  /* A launch was asked for by its name: its heading takes the focus, which goes back when it closes. */
  function expect(id) {
    pressed = id;
    from = document.activeElement;
    if (id === before) reveal(id);
  }

  /* Does something with a node as soon as the page has it. */
  function whenThere(find, act) {
    const ends = performance.now() + WAIT_MS;
    const look = () => {
      const node = find();
      if (node) act(node);
      else if (performance.now() < ends) requestAnimationFrame(look);
    };
    look();
  }

  /* Does something once a node has kept its place for a while: what is above it may still grow. */
  function whenStill(node, act) {
    const ends = performance.now() + WAIT_MS;
    let [seen, times] = [null, 0];
    const look = () => {
      const { top } = node.getBoundingClientRect();
      times = top === seen ? times + 1 : 0;
      seen = top;
      if (times >= STILL_FRAMES || performance.now() > ends) act();
      else requestAnimationFrame(look);
    };
    look();
  }

  /* Brings the panel of a launch into view once it is there; its heading takes the focus of a link. */
  function reveal(id) {
    const opens = before === undefined;
    whenThere(() => document.querySelector(`${PANEL} [data-launch="${CSS.escape(id)}"]`), (heading) => {
      if (opens) {
        whenStill(heading, () => { if (!isScrolled()) show(heading); });
        return;
      }
      heading.closest(PANEL).scrollTop = 0;
      show(heading);
      if (pressed === id) heading.focus({ preventScroll: true });
      pressed = null;
    });
  }

  /* Scrolls to a heading that is out of view, with the map above it where both have room. */
  function show(heading) {
    const { top, bottom } = heading.getBoundingClientRect();
    if (top >= HEADER_PX && bottom <= innerHeight) return;
    const stage = heading.closest(STAGE);
    const both = HEADER_PX + bottom - stage.getBoundingClientRect().top <= innerHeight;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    (both ? stage : heading.closest(PANEL)).scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
  }

  /* Whether the reader has begun to read elsewhere, while the launch of the link was on its way. */
  const isScrolled = () => document.querySelector(".stMain")?.scrollTop > 0;

  /* Called with each change of the page: which launch is open, and whom to tell of a link. */
  function hear(opened, told) {
    tell = told;
    if (opened && opened !== before) reveal(opened);
    if (before && !opened) {
      // A table that was drawn anew has another link to the same launch.
      const back = from?.isConnected ? from : document.querySelector(`a[data-open="${CSS.escape(before)}"]`);
      if (document.activeElement?.closest(PANEL) || document.activeElement === document.body) back?.focus();
      from = null;
    }
    before = opened;
  }

  /* The page is told at once, even of a launch that it has not shown yet. */
  function close() {
    if (!tell || !(before || pressed)) return;
    pressed = null;
    tell("");
  }

  /* What a key folds out lies at the end of the page; the focus goes there, and Escape leads it back. */
  document.addEventListener("click", (event) => {
    if (event.detail || !event.target.closest?.(FOLDED)) return;
    whenThere(() => document.querySelector(UNFOLDED)?.querySelector(FOCUSABLE), (first) => first.focus());
  });

  window.launchEscape(close);
  window.launchOpening = { hear, close, expect };
})();
