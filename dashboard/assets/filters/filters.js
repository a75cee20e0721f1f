/* The form of the filters, the same on the page of the server and without one, and what is chosen
 * of them as chips that are taken back one by one. Rows, names and groups come as data
 * (dashboard/words/filter_form.py); texts become text nodes, never markup. */
(function () {
  "use strict";

  const LONG_LIST = 9;

  function make(tag, attributes = {}, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  }

  const fill = (text, places) => text.replace(/\{(\w+)\}/g, (_, name) => places[name]);
  const folded = (text) => text.normalize("NFKC").trim().toUpperCase();

  function button(text, action, name = "pill") {
    const node = make("button", { type: "button", class: name }, text);
    node.addEventListener("click", action);
    return node;
  }

  /* Fills a form with the filters named; `changed` is called with what a press changes, or with null
   * for a reset, `unfolded` with the name of a long list that is first opened. Returns a function that
   * shows a selection in them, with its counts by filter; those of a folded list may be left out. */
  window.launchFilters = function (form, names, data, changed, unfolded = () => {}) {
    const { words } = data;
    const rows = Object.fromEntries(data.filters.map((row) => [row.name, row]));
    const more = make("details", { class: "more" }, make("summary", {}, words.more));
    const shows = names.map((name) => {
      const row = rows[name];
      const set = make("fieldset", {}, make("legend", {}, row.label));
      (data.folded.includes(name) ? more : form).append(set);
      if (row.form === "days") return period(set, row, data, changed);
      if (row.form === "one") return choice(set, row, changed);
      return values(set, row, words, changed, unfolded);
    });
    if (more.children.length > 1) form.append(more);
    form.append(button(words.reset, () => changed(null), "full"));
    form.addEventListener("submit", (event) => event.preventDefault());
    return (selection, counts) => {
      if (data.folded.some((name) => rows[name].form === "many" && selection[name]?.length)) more.open = true;
      shows.forEach((show) => show(selection, counts));
    };
  };

  function period(set, row, { period: whole, presets, words }, changed) {
    const inputs = [words.first_day, words.last_day].map((label) => {
      const input = make("input", { type: "date", min: whole[0], max: whole[1], required: "", "aria-label": label });
      input.addEventListener("change", () => {
        // A day that is half typed is none yet.
        if (inputs.every((one) => one.validity.valid)) changed({ period: inputs.map((one) => one.value).sort() });
      });
      return input;
    });
    const pills = presets.map(({ label, period: days }) => button(label, () => changed({ period: days })));
    set.append(make("div", { class: "days" }, ...inputs), make("div", { class: "pills" }, ...pills));
    return (selection) => {
      inputs.forEach((input, place) => { input.value = selection.period[place]; });
      pills.forEach((pill, place) =>
        pill.setAttribute("aria-pressed", String(String(presets[place].period) === String(selection.period))));
    };
  }

  function choice(set, { name, label, options, labels, default: standing }, changed) {
    const select = make("select", { "aria-label": label }, ...options.map((value) => new Option(labels[value], value)));
    select.addEventListener("change", () => changed({ [name]: select.value }));
    set.append(select);
    // Without a choice, the language is that of the page.
    return (selection) => { select.value = selection[name] ?? standing ?? document.documentElement.lang; };
  }

  function values(set, row, words, changed, unfolded) {
    const { name, options, labels } = row;
    let current = [];
    const pills = Object.fromEntries(options.map((value) => {
      const number = make("b");
      const pill = button("", () => {
        const without = current.filter((one) => one !== value);
        // What is pressed next adds to this, though its answer may be under way.
        current = current.includes(value) ? without : [...current, value];
        changed({ [name]: current });
      });
      if (name === "type") {
        const dot = make("i");
        dot.style.background = `var(--types-${value}-colour)`;
        pill.append(dot);
      }
      pill.append(labels[value] + " ", number);
      return [value, { pill, number }];
    }));
    const choose = (chosen) => {
      current = [...new Set([...current, ...chosen])];
      changed({ [name]: current });
    };
    const long = options.length > LONG_LIST;
    const list = long ? longList(set, row, words, pills, choose) : null;
    if (long) set.querySelector("details").addEventListener("toggle", () => unfolded(name), { once: true });
    if (!long) set.append(make("div", { class: "pills" }, ...options.map((value) => pills[value].pill)));
    return (selection, counts) => {
      current = selection[name];
      options.forEach((value, place) => {
        const { pill, number } = pills[value];
        if (counts[name]) {
          number.textContent = counts[name][place];
          pill.classList.toggle("none", !counts[name][place]);
        }
        pill.setAttribute("aria-pressed", String(current.includes(value)));
      });
      if (list) list(current);
    };
  }

  /* Values that are many lie folded, in groups, and are found by any part of any of their names. */
  function longList(set, { label, options, labels, groups, spellings }, words, pills, choose) {
    const summary = make("summary", {}, words.all);
    const named = fill(words.find, { filter: label });
    const input = make("input", { type: "search", placeholder: named, "aria-label": named, autocomplete: "off" });
    const all = button("", () => choose(found()), "full");
    const nothing = make("p", { role: "status" });
    const parts = groups.map(([title, members]) => {
      const heading = make("p", { class: "group" }, title);
      const box = make("div", { class: "pills" }, ...members.map((value) => pills[value].pill));
      return { part: make("div", {}, ...(title ? [heading] : []), box), members };
    });
    all.hidden = true;
    set.append(make("details", {}, summary, input, all, nothing, ...parts.map(({ part }) => part)));

    /* Each value by all of its names, in every language. */
    const names = Object.fromEntries(options.map((value) => [value, [folded(labels[value])]]));
    Object.entries(spellings).forEach(([spelling, value]) => names[value].push(spelling));

    function found() {
      // Newspapers in Seoul write the number of a missile so: Hwasong-17 is 화성-17형.
      const typed = folded(input.value).replace(/([0-9][가-힣]?)형$/, "$1");
      return options.filter((value) => names[value].some((one) => one.includes(typed)));
    }

    function narrow() {
      const fitting = new Set(found());
      options.forEach((value) => { pills[value].pill.hidden = !fitting.has(value); });
      parts.forEach(({ part, members }) => { part.hidden = !members.some((value) => fitting.has(value)); });
      all.hidden = !input.value.trim() || fitting.size < 2;
      all.textContent = fill(words.found, { number: fitting.size });
      nothing.textContent = fitting.size ? "" : words.nothing;
    }

    input.addEventListener("input", narrow);
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && input.value) {
        input.value = "";
        narrow();
        event.stopPropagation();
      } else if (event.key === "Enter" && !event.isComposing) {
        event.preventDefault();
        if (input.value.trim() && found().length) choose(found());
      }
    });
    return (current) => {
      summary.textContent = current.length ? current.map((value) => labels[value]).join(words.comma) : words.all;
    };
  }

  /* Shows what is chosen: a chip is a name, a value and its text; `remove` is told of name and value. */
  window.launchChips = function (place, words, chips, remove) {
    const focused = place.contains(document.activeElement);
    place.hidden = !chips.length;
    const items = chips.map(([name, value, text]) => {
      const chip = button(text, () => remove(name, value), "chip");
      chip.setAttribute("aria-label", fill(words.remove, { filter: text }));
      chip.append(make("span", { "aria-hidden": "true" }, "✕"));
      return make("li", {}, chip);
    });
    const list = make("ul", { class: "chips", "aria-label": words.active }, ...items);
    place.replaceChildren(list);
    // Whoever took one back by keyboard goes on with the next.
    if (focused) list.querySelector("button")?.focus();
  };
})();
