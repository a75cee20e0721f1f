/* Above the map: the box to search in, what is chosen, and the count, which those who hear it are told
 * of: its element stays, and only its text changes. */
(function () {
  "use strict";

  const places = new WeakMap();

  function element(tag, name, attributes = {}) {
    const node = document.createElement(tag);
    node.className = name;
    Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
    return node;
  }

  /* Streamlit calls this when it is shown and again whenever its data change. */
  function show({ parentElement, data, setTriggerValue }) {
    // Screen readers, fonts and line breaks follow the language of the whole document.
    document.documentElement.lang = data.lang;
    window.launchOpening.hear(data.opened, (id) => setTriggerValue("open", id));
    const parts = places.get(parentElement) || make(parentElement);
    Object.assign(parts, { data, tell: setTriggerValue });
    window.launchFiles.load(data.address).then((file) => draw(parts, file));
  }

  function make(parentElement) {
    const parts = {
      lead: element("p", "lead"), problems: element("ul", "notice", { role: "alert" }), empty: element("p", "notice"),
      search: element("div", "search-place"), chips: element("div", "chips-place"),
      line: element("p", "summary"), count: element("span", "", { role: "status" }), list: element("a", "", { href: "#launches" }),
    };
    parts.line.append(parts.count, " ", parts.list);
    const above = element("div", "above-map");
    above.append(parts.lead, parts.search, parts.chips, parts.line, parts.problems, parts.empty);
    parentElement.append(above);
    places.set(parentElement, parts);
    return parts;
  }

  function draw(parts, { words, borrowed }) {
    window.launchBorrowed.hear(borrowed);
    window.launchSelected.words = words;
    window.launchConnection.hear(words, (times) => parts.tell("returned", times));
    const { data } = parts;
    parts.lead.textContent = `${words.lead} ${words.click}`;
    // What is being typed has to stay.
    if (parts.search.lang !== data.lang) {
      parts.search.lang = data.lang;
      const load = () => window.launchFiles.load(`search.json?lang=${data.lang}`);
      const said = { lang: data.lang, label: words.search_label, placeholder: words.search_placeholder };
      window.launchCombobox(parts.search, said, load, (query) => {
        const [, id] = query.find(([name]) => name === "open") || [];
        if (id) window.launchOpening.expect(id);
        parts.tell("chosen", query);
      });
    }
    window.launchChips(parts.chips, words, data.chips, (name, value) => parts.tell("removed", [name, value]));
    if (parts.count.textContent !== data.summary) parts.count.textContent = data.summary;
    // Texts of the link become text nodes, never markup.
    const problems = (data.problems || []).map((text) => {
      const item = document.createElement("li");
      item.textContent = text;
      return item;
    });
    if (problems.length || parts.problems.children.length) parts.problems.replaceChildren(...problems);
    parts.problems.hidden = !problems.length;
    parts.empty.textContent = words.no_launch;
    parts.empty.hidden = !data.empty;
    parts.list.hidden = !data.unplaced;
    parts.list.textContent = words.list_none.replace("{number}", data.unplaced);
    parts.list.dataset.place = words.none;
    // The map says it below a picture of the screen.
    window.launchSelected.caption = words.caption.replace("{selection}", data.selection).replace("{summary}", data.summary);
  }

  window.launchSelected = { show, caption: "", words: { no_table: "{why}" } };
})();
