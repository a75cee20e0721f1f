/* The filters of a page without a server, with live counts. */
(function () {
  "use strict";

  const LONG_LIST = 9;

  function make(tag, className, text) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== undefined) node.textContent = text;
    return node;
  }

  /* Fills a form with the filters named; `changed` is called with what a press changes. Returns a
   * function that shows a selection in them, with its counts. */
  window.launchFilters = function (form, names, catalogue, colours, changed) {
    const { words } = catalogue;
    const shows = names.map((name) => {
      const row = catalogue.filters.find((each) => each.name === name);
      if (row.form === "days") return period(form, row, catalogue, changed);
      if (row.form === "one") return choice(form, row, changed);
      return values(form, row, words, colours, changed);
    });
    const reset = make("button", "full", words.reset);
    reset.type = "button";
    reset.addEventListener("click", () => changed(null));
    form.append(reset);
    form.addEventListener("submit", (event) => event.preventDefault());
    return (selection, count) => shows.forEach((show) => show(selection, count));
  };

  function group(form, label) {
    const set = make("fieldset");
    set.append(make("legend", "", label));
    form.append(set);
    return set;
  }

  function period(form, row, { period: whole, presets, words }, changed) {
    const set = group(form, row.label);
    const days = make("div", "days");
    const inputs = [words.first_day, words.last_day].map((label) => {
      const input = make("input");
      Object.assign(input, { type: "date", min: whole[0], max: whole[1], required: true });
      input.setAttribute("aria-label", label);
      input.addEventListener("change", () => {
        // A day that is half typed is none yet.
        if (inputs.every((one) => one.validity.valid)) changed({ period: inputs.map((one) => one.value).sort() });
      });
      return input;
    });
    days.append(...inputs);
    const pills = make("div", "pills");
    for (const preset of presets) {
      pills.append(pill(preset.label, () => changed({ period: preset.period })));
    }
    set.append(days, pills);
    return (selection) => inputs.forEach((input, place) => { input.value = selection.period[place]; });
  }

  function pill(text, action) {
    const button = make("button", "pill", text);
    button.type = "button";
    button.addEventListener("click", action);
    return button;
  }

  function choice(form, { name, label, options, labels }, changed) {
    const set = group(form, label);
    const select = make("select");
    select.setAttribute("aria-label", label);
    select.append(...options.map((value) => new Option(labels[value], value)));
    select.addEventListener("change", () => changed({ [name]: select.value }));
    set.append(select);
    // Without a choice, the language is that of the page.
    return (selection) => { select.value = selection[name] ?? window.launchMap.lang; };
  }

  function values(form, { name, label, options, labels }, words, colours, changed) {
    let set = group(form, label);
    if (options.length > LONG_LIST) {
      const fold = make("details");
      fold.append(make("summary", "", words.all));
      set = set.appendChild(fold);
    }
    const pills = set.appendChild(make("div", "pills"));
    let current = [];
    const buttons = options.map((value) => {
      const button = pill("", () => {
        const without = current.filter((one) => one !== value);
        changed({ [name]: current.includes(value) ? without : [...current, value] });
      });
      if (name === "type") {
        const dot = make("i");
        dot.style.background = colours[value];
        button.append(dot);
      }
      const number = make("b");
      button.append(labels[value] + " ", number);
      pills.append(button);
      return { value, button, number };
    });
    return (selection, count) => {
      current = selection[name];
      const counts = count(name);
      for (const { value, button, number } of buttons) {
        number.textContent = counts[value];
        button.setAttribute("aria-pressed", String(current.includes(value)));
      }
      if (set.tagName === "DETAILS") {
        set.firstChild.textContent = current.length ? current.map((value) => labels[value]).join(", ") : words.all;
      }
    };
  }
})();
