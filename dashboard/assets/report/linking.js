/* Joins the marks in a report, the rows of the table of its claims and what was decided of each.
 * Without it the marks are links all the same. Streamlit mounts this once. */
(function () {
  "use strict";

  const SELECTED = "td[aria-selected='true']";
  const WAIT_MS = 4000;
  const AGAIN_MS = 400;
  let numbers = [];
  let [session, kept] = ["", null];

  const marksOf = (claim) => [...document.querySelectorAll(`.report-text a[data-claims~="${CSS.escape(claim)}"]`)];
  const calm = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

  /* Shows which claim is meant, in the text and in the list, and brings its mark into the text's view. */
  function choose(claim) {
    document.querySelectorAll(".report-text a.chosen, .report-claims .chosen").forEach((one) => one.classList.remove("chosen"));
    const marks = marksOf(claim);
    marks.forEach((mark) => mark.classList.add("chosen"));
    document.getElementById(`claim-${claim}`)?.classList.add("chosen");
    const box = marks[0]?.closest(".report-text");
    if (!box) return;
    const [seen, mark] = [box.getBoundingClientRect(), marks[0].getBoundingClientRect()];
    if (mark.top < seen.top || mark.bottom > seen.bottom) box.scrollTop += mark.top - seen.top - seen.height / 3;
  }

  /* The table is a canvas, whose first focus selects its first cell; the cells that screen readers
   * hear of are there a moment later, and select what is focused. */
  function openRow(claim) {
    const table = document.querySelector(".st-key-report_claims");
    if (!table) return;
    table.scrollIntoView({ block: "center" });
    const row = numbers.indexOf(Number(claim)) + 2;
    const ends = performance.now() + WAIT_MS;
    const look = () => {
      const cell = table.querySelector(`tr[aria-rowindex="${row}"] td[aria-colindex="1"]`);
      if (cell?.getAttribute("aria-selected") === "true" || performance.now() > ends) return;
      const canvas = table.querySelector("canvas");
      (cell && cell !== document.activeElement ? cell : canvas)?.focus({ preventScroll: true });
      setTimeout(look, AGAIN_MS);
    };
    setTimeout(look, AGAIN_MS);
  }

  function openMark(claim) {
    const [mark] = marksOf(claim);
    mark?.focus({ preventScroll: true });
    mark?.scrollIntoView({ block: "center", behavior: calm() });
  }

  function openDecision(claim) {
    const entry = document.getElementById(`claim-${claim}`);
    const fold = entry?.querySelector("details");
    if (!fold) return;
    fold.open = true;
    fold.querySelector("summary").focus({ preventScroll: true });
    entry.scrollIntoView({ block: "center", behavior: calm() });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".report-text a[data-claims], .report a[data-mark], .report a[data-row]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const { claims, mark, row } = link.dataset;
    const claim = mark || row || claims.split(" ")[0];
    choose(claim);
    if (claims) openDecision(claim);
    else if (mark) openMark(claim);
    else openRow(claim);
  });

  /* A row that is selected in the table shows its mark. */
  new MutationObserver(() => {
    const cell = document.querySelector(`.st-key-report_claims ${SELECTED}`);
    const row = cell ? Number(cell.closest("tr").getAttribute("aria-rowindex")) - 2 : -1;
    if (row in numbers) choose(String(numbers[row]));
  }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["aria-selected"] });

  /* A canvas knows no properties of a style sheet: the table is given the letters that they stand for. */
  const { get, set } = Object.getOwnPropertyDescriptor(CanvasRenderingContext2D.prototype, "font");
  const letters = (_, name) => getComputedStyle(document.documentElement).getPropertyValue(name);
  Object.defineProperty(CanvasRenderingContext2D.prototype, "font", {
    get, set(font) { set.call(this, font.replace(/var\((--[\w-]+)\)/g, letters)); },
  });

  /* A server that was started anew knows nothing of the review: it is given back what it sent last. */
  function show({ data, setTriggerValue }) {
    numbers = data.numbers;
    const isForgotten = session && session !== data.session && kept && !data.kept;
    session = data.session;
    if (isForgotten) setTriggerValue("kept", kept);
    else ({ kept } = data);
    // Who leaves the view on purpose has left the review.
    return () => { if (new URLSearchParams(location.search).get("page") !== "report") kept = null; };
  }

  /* Nothing of a review is stored: closed or loaded anew, the page has lost it. */
  window.addEventListener("beforeunload", (event) => { if (kept?.decided) event.preventDefault(); });

  window.reportLinking = { show };
})();
