/* The launches selected as a table: rows of one file that the browser keeps, of which it is told the
 * numbers. A click on a heading sorts, one anywhere on a row presses the link of its launch, which
 * opening.js hears. Texts of the record become text nodes, never markup. */
(function () {
  "use strict";

  const NUMBERS = new Set(["missiles", "range_km", "apogee_km"]);
  const UNKNOWN = "–";
  /* Rows that are drawn at first; as many more come each time that their end is scrolled near. */
  const PAGE = 500;
  const shown = new WeakMap();
  /* What the column "On the map" says of the rows that are wanted; of all where it is null. */
  let only = null;
  let redraw = () => {};

  /* Places of the bits that are set, the lowest first. */
  function chosen(encoded) {
    const places = [];
    [...atob(encoded)].forEach((sign, byte) => {
      for (let bit = 0; bit < 8; bit += 1) if ((sign.charCodeAt(0) >> bit) & 1) places.push(8 * byte + bit);
    });
    return places;
  }

  /* What a cell is sorted by, and what stands in it. */
  function cellOf(launch, column, figures) {
    const drawn = launch.drawn[figures];
    const value = column in drawn ? drawn[column] : launch[column];
    if (value === null) return { sortedBy: null, text: UNKNOWN };
    if (!Array.isArray(value)) return { sortedBy: value, text: String(value) };
    return { sortedBy: value[0], text: value[1], title: value[2] };
  }

  /* Launches in the order of a column; those of which it is not known come last either way. */
  function sorted(launches, { column, down }, figures) {
    const known = (launch) => cellOf(launch, column, figures).sortedBy;
    const compare = (a, b) => (typeof a === "number" ? a - b : String(a).localeCompare(String(b), undefined, { numeric: true }));
    return [...launches].sort((one, other) => {
      const [a, b] = [known(one), known(other)];
      if (a === null || b === null) return (a === null) - (b === null);
      return down ? compare(b, a) : compare(a, b);
    });
  }

  function element(tag, attributes, text) {
    const node = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
    if (text !== undefined) node.textContent = text;
    return node;
  }

  function linkTo(id) {
    const query = new URLSearchParams(location.search);
    query.set("open", id);
    return "?" + query;
  }

  function rowOf(launch, columns, { figures, opened }) {
    const row = element("tr", launch.id === opened ? { "aria-current": "true" } : {});
    columns.forEach((column) => {
      const { text, title } = cellOf(launch, column, figures);
      const cell = element("td", { class: column, ...(title ? { title } : {}) });
      if (column === "date") cell.append(element("a", { href: linkTo(launch.id), "data-open": launch.id }, text));
      else cell.textContent = text;
      row.append(cell);
    });
    row.addEventListener("click", (event) => {
      if (!event.target.closest("a") && !String(getSelection())) row.querySelector("a").click();
    });
    return row;
  }

  /* Streamlit calls this when the table is shown and again whenever its data change. */
  function show({ parentElement, data }) {
    const state = shown.get(parentElement) || { column: "date", down: true };
    shown.set(parentElement, state);
    state.data = data;
    if (!state.box) {
      state.how = parentElement.appendChild(element("p", { class: "how-to" }));
      state.chosen = parentElement.appendChild(element("div", { class: "chips-place" }));
      state.box = element("div", { class: "launch-rows", role: "region", tabindex: "0" });
      state.box.addEventListener("scroll", () => {
        const { scrollTop, clientHeight, scrollHeight } = state.box;
        if (scrollTop + 2 * clientHeight >= scrollHeight) state.more();
      }, { passive: true });
      parentElement.append(state.box);
    }
    window.launchFiles.load(data.address).then(
      (file) => {
        if (state.data !== data) return;
        redraw = () => draw(state, file);
        redraw();
      },
      (error) => { state.box.textContent = window.launchSelected.words.no_table.replace("{why}", error.message); },
    );
  }

  function draw(state, file) {
    const { data, box } = state;
    const columns = Object.keys(file.headings);
    const launches = chosen(data.launches).map((place) => file.launches[place])
      .filter((launch) => only === null || cellOf(launch, "place", data.figures).text === only);
    const chips = only === null ? [] : [["place", only, only]];
    window.launchChips(state.chosen, file.words, chips, () => showOnly(null));
    // The newest first among equals.
    const rows = sorted(launches.reverse(), state, data.figures);
    const head = element("tr", {});
    columns.forEach((column) => {
      const now = column === state.column;
      const heading = element("th", { scope: "col", class: column, ...(now ? { "aria-sort": state.down ? "descending" : "ascending" } : {}) });
      const button = element("button", { type: "button" }, file.headings[column]);
      button.addEventListener("click", () => {
        state.down = now ? !state.down : NUMBERS.has(column) || column === "date";
        state.column = column;
        draw(state, file);
        box.querySelector(`th.${column} button`).focus();
      });
      heading.append(button);
      head.append(heading);
    });
    state.how.textContent = file.how_to;
    box.setAttribute("aria-label", file.words.label);
    const table = element("table", {});
    const top = element("thead", {});
    const body = element("tbody", {});
    top.append(head);
    state.more = () => {
      const next = rows.slice(body.children.length, body.children.length + PAGE);
      body.append(...next.map((launch) => rowOf(launch, columns, data)));
    };
    // What was scrolled to is there again.
    const before = box.scrollTop ? box.getElementsByTagName("tr").length - 1 : 0;
    do state.more(); while (body.children.length < Math.min(before, rows.length));
    table.setAttribute("aria-rowcount", rows.length + 1);
    table.append(element("caption", {}, file.words.label), top, body);
    const { scrollTop, scrollLeft } = box;
    // The link that has the focus keeps it, as the same link drawn anew.
    const focused = box.contains(document.activeElement) && document.activeElement.dataset.open;
    box.replaceChildren(table);
    Object.assign(box, { scrollTop, scrollLeft });
    if (focused) box.querySelector(`a[data-open="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  /* Shows those launches alone of which the column "On the map" says this. */
  function showOnly(place) {
    only = place;
    redraw();
  }

  window.launchTable = { show, showOnly, chosen, cellOf, sorted };
})();
