/* Joins the marks in a report, the rows of the table of its claims and what was decided of each.
 * Without it the marks are links all the same. Streamlit mounts this once. */
(function () {
  "use strict";

  const GRID = ".st-key-report_claims [role='grid']";
  let numbers = [];

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

  /* The table is a canvas; the cells that screen readers hear of select it when they are focused. */
  function chooseRow(claim) {
    const row = numbers.indexOf(Number(claim));
    const cell = document.querySelector(`${GRID} tr[aria-rowindex="${row + 2}"] td[aria-colindex="1"]`);
    cell?.focus({ preventScroll: true });
  }

  function open(claim) {
    const entry = document.getElementById(`claim-${claim}`);
    const fold = entry?.querySelector("details");
    if (!fold) return;
    chooseRow(claim);
    choose(claim);
    fold.open = true;
    fold.querySelector("summary").focus({ preventScroll: true });
    entry.scrollIntoView({ block: "center", behavior: calm() });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".report-text a[data-claims], .report a[data-mark]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (link.dataset.claims) {
      open(link.dataset.claims.split(" ")[0]);
      return;
    }
    choose(link.dataset.mark);
    const [mark] = marksOf(link.dataset.mark);
    mark?.focus({ preventScroll: true });
    mark?.scrollIntoView({ block: "center", behavior: calm() });
  });

  /* A row that is selected in the table shows its mark. */
  new MutationObserver(() => {
    const cell = document.querySelector(`${GRID} td[aria-selected="true"]`);
    const row = cell ? Number(cell.closest("tr").getAttribute("aria-rowindex")) - 2 : -1;
    if (row in numbers) choose(String(numbers[row]));
  }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["aria-selected"] });

  window.reportLinking = { show: ({ data }) => { ({ numbers } = data); } };
})();
