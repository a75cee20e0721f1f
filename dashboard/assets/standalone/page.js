/* A page of the map that needs no server: what it shows follows from its link, and the link from
 * what is chosen. Its data stand in the page, or in a script beside it. */
(function () {
  "use strict";

  const data = window.launchData;
  const { catalogue, record } = data;
  const { launches } = catalogue;
  const places = new Map(launches.map((launch, place) => [launch.id, place]));
  const language = window.launchSelection(catalogue);
  const { say, dayWords } = window.launchMap;
  const filters = Object.fromEntries(catalogue.filters.map((row) => [row.name, row]));
  const label = (name, value) => filters[name].labels[value];
  const names = (launch, name) => launch.values[name].map((value) => label(name, value)).join(say("mark.comma"));
  const byId = (id) => document.getElementById(id);
  let selection;
  let nearby = [];
  let listing = 0;

  function element(tag, className, text) {
    return window.launchMap.element(tag, className, text);
  }

  /* The sentence above the map; its parts add up. */
  function summary(picked, figures) {
    const shown = launches.filter((_, place) => picked[place]);
    const choice = filters.figures.options.indexOf(figures);
    const missiles = shown.reduce((sum, launch) => sum + launch.missiles, 0);
    const placed = Object.fromEntries(catalogue.placements.map((placement, kind) =>
      [placement, shown.filter((launch) => launch.placed[choice] === kind).length]));
    const party = catalogue.alone[figures];
    return say("view.summary" + (party ? "_of" : "") + (placed.part ? "_part" : ""), {
      launches: say("count.launches", { n: shown.length }),
      missiles: say("count.missiles", { n: missiles }),
      party,
      ...placed,
    });
  }

  /* How the launches listed are drawn: all that are selected where it is null. */
  let only = null;

  function listOnly(placement) {
    only = placement;
    apply();
  }

  /* The way to the launches that no map shows. */
  function offerUnplaced(picked) {
    const choice = filters.figures.options.indexOf(selection.figures);
    const none = catalogue.placements.indexOf("none");
    const number = launches.filter((launch, place) => picked[place] && launch.placed[choice] === none).length;
    byId("unplaced").hidden = !number;
    byId("unplaced").textContent = say("view.list_none", { number });
  }

  function apply() {
    const picked = language.pick(selection);
    const sentence = summary(picked, selection.figures);
    const [first, last] = selection.period;
    byId("summary").textContent = sentence;
    byId("empty").hidden = picked.includes(true);
    window.launchMap.show({
      launches: window.launchMap.encodedBits(picked), figures: filters.figures.options.indexOf(selection.figures),
      within: window.launchMap.encodedBits(language.pick({ ...selection, period: catalogue.period, type: [] })),
      period: selection.period, type: selection.type, moment: selection.moment, events: selection.events,
      selected: selection.open, sea: label("sea", selection.sea), tiles: null,
      caption: say("map.period", { first, last, summary: sentence }),
    });
    showFilters(selection, Object.fromEntries(data.filters.filter((name) => filters[name].form === "many").map((name) => {
      const counts = language.count(selection, name);
      return [name, filters[name].options.map((value) => counts[value])];
    })));
    offerUnplaced(picked);
    window.launchChips(byId("chips"), catalogue.words, chips(), takeBack);
    showPanel(picked);
    // The map comes first: the list is laid out once it is on the screen.
    cancelAnimationFrame(listing);
    listing = requestAnimationFrame(() => setTimeout(() => showList(picked)));
  }

  /* What is chosen, but for the launch that is open and the language of the page. */
  function chips() {
    const { words, period } = catalogue;
    const [first, last] = [...new Set(selection.period)].map(dayWords);
    const days = last ? say("strip.period", { first, last }) : first;
    const chosen = String(selection.period) === String(period) ? [] : [["period", "", days]];
    for (const { name, form, labels, default: standing } of catalogue.filters) {
      if (form === "days" || ["lang", "launch", "open", "moment", "events", "window"].includes(name)) continue;
      for (const value of [].concat(selection[name] ?? [])) {
        if (value !== standing) chosen.push([name, value, words.chip.replace("{filter}", filters[name].label).replace("{value}", labels[value])]);
      }
    }
    return chosen;
  }

  function takeBack(name, value) {
    if (name === "period") change({ period: [...catalogue.period] });
    else if (filters[name].form === "many") change({ [name]: selection[name].filter((one) => one !== value) });
    else change({ [name]: filters[name].default });
  }

  function change(changes) {
    if (changes === null) {
      selection = { ...language.everything(), lang: selection.lang };
      byId("problems").replaceChildren();
    } else Object.assign(selection, changes);
    writeLink();
    // In another language every word of the page is another.
    if (changes && changes.lang) location.reload();
    else apply();
  }

  function writeLink() {
    const query = String(new URLSearchParams(language.query(selection)));
    history.replaceState(null, "", location.pathname + (query ? "?" + query : ""));
  }

  function readLink() {
    const found = language.read([...new URLSearchParams(location.search || data.start)], true);
    selection = found.selection;
    byId("problems").replaceChildren(...language.listed(found.problems).map((problem) => element("li", "", problem)));
    if (found.problems.length) writeLink();
  }

  // ------------------------------------------------------------------- panel
  const parts = new Map(Object.entries(data.panels || {}));

  /* Called by the script of a launch, which is loaded when its panel is first opened. */
  window.launchParts = (id, found) => {
    parts.set(id, found);
    if (selection.open === id) apply();
  };

  function open(id) {
    change({ open: id });
  }

  /* The map presses it too, when Escape is pressed. */
  window.launchOpening = { close: () => { nearby = []; if (selection.open) change({ open: null }); } };

  function showPanel(picked) {
    const panel = byId("panel");
    const id = selection.open;
    panel.hidden = !id;
    document.body.classList.toggle("opened", Boolean(id));
    const wanted = [id, selection.figures, selection.sea, ...nearby].join();
    if (!id || panel.dataset.shown === wanted) return;
    if (!parts.has(id)) {
      const script = document.createElement("script");
      script.src = data.panelScript[0] + id + data.panelScript[1];
      script.onerror = () => { parts.set(id, []); apply(); };
      document.head.append(script);
      return;
    }
    panel.dataset.shown = wanted;
    const sea = label("sea", selection.sea);
    const choice = filters.figures.options.indexOf(selection.figures);
    const close = element("button", "close", say("map.close"));
    close.addEventListener("click", window.launchOpening.close);
    const own = parts.get(id).filter(([bits]) => (bits >> choice) & 1).flatMap(([, nodes]) => nodes);
    const foot = element("p", "", "");
    // A file that was made where nobody else gets to has no page to lead to.
    if (data.launchPage) {
      const page = element("a", "", say("map.page_of_launch"));
      page.href = data.launchPage[0] + id + data.launchPage[1];
      foot.append(page);
    }
    const notes = [];
    if (!picked[places.get(id)]) notes.push(element("p", "aside", say("map.not_selected")));
    if (!own.length) notes.push(element("p", "aside", say("map.no_panel")));
    panel.replaceChildren(close, ...notes, ...others(id), ...own.map((node) => window.launchPanel.build(node, sea)), foot);
    panel.scrollTop = 0;
    reveal(panel);
  }

  /* Scrolls to what a launch is where that is out of view, with the map above it where both have room. */
  function reveal(panel) {
    const heading = panel.querySelector("h2") || panel;
    const isSeen = () => {
      const { top, bottom } = heading.getBoundingClientRect();
      return top >= 0 && Math.min(bottom, top + 100) <= innerHeight;
    };
    if (!isSeen()) byId("stage").scrollIntoView({ block: "start" });
    if (!isSeen()) panel.scrollIntoView({ block: "start" });
  }

  /* Other launches at the place that was clicked. */
  function others(id) {
    if (nearby.length < 2 || !nearby.includes(id)) return [];
    const fold = element("details", "", "");
    fold.append(element("summary", "", say("map.nearby", { n: nearby.length })));
    for (const other of nearby) {
      const launch = launches[places.get(other)];
      const { day } = launch;
      const missile = names(launch, "missile");
      const button = element("button", "row", say("map.nearby_launch", { day, missile }));
      button.disabled = other === id;
      button.addEventListener("click", () => open(other));
      fold.append(button);
    }
    return [fold];
  }

  // -------------------------------------------------------------------- list
  const rows = [];

  /* The same launches as on the map, in words, the newest first. */
  function buildList() {
    const body = byId("list");
    launches.forEach((launch) => {
      const row = element("tr", "", "");
      const day = element("td", "", "");
      const link = element("a", "", launch.day);
      link.href = "?open=" + encodeURIComponent(launch.id);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        open(launch.id);
      });
      day.append(link);
      row.append(day, ...["missile", "type", "site", "outcome"].map((name) => element("td", "", names(launch, name))));
      row.append(element("td", "", ""));
      rows.push(row);
      body.prepend(row);
    });
  }

  function showList(picked) {
    const choice = filters.figures.options.indexOf(selection.figures);
    rows.forEach((row, place) => {
      const placement = catalogue.placements[launches[place].placed[choice]];
      row.hidden = !picked[place] || (only !== null && placement !== only);
      row.lastChild.textContent = say("place." + placement);
    });
    const chosen = only === null ? [] : [["place", only, say("place." + only)]];
    window.launchChips(byId("listed"), catalogue.words, chosen, () => listOnly(null));
  }

  // ------------------------------------------------------------------ search
  /* A launch among those selected is opened there; any other result takes the place of what is
   * selected, but for whose figures are drawn and what things are called. */
  function showResult(query) {
    const found = language.read(query, true).selection;
    if (found.open && language.pick(selection)[places.get(found.open)]) {
      open(found.open);
      return;
    }
    const kept = catalogue.filters.filter((row) => row.form === "one" && row.listed);
    change({ ...found, ...Object.fromEntries(kept.map(({ name }) => [name, selection[name]])) });
  }

  // ------------------------------------------------------------------- start
  window.launchMap.changed = change;
  window.launchMap.chosen = (ids) => {
    nearby = ids;
    open(ids[0]);
  };
  const showFilters = window.launchFilters(byId("filters"), data.filters, catalogue, change);
  const map = L.map("map", { preferCanvas: true, minZoom: 3, maxZoom: 12, zoomSnap: 0.25 });
  window.launchMap.open(map, { base: data.base, record, zones: data.zones, screen: data.screen });
  window.launchCombobox(byId("search"), data.search, async () => data.search, showResult);
  buildList();
  byId("unplaced").addEventListener("click", () => {
    listOnly("none");
    byId("launches").focus();
  });
  readLink();
  apply();
  window.launchPage = { get selection() { return selection; }, change, language };
})();
