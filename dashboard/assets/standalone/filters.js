/* The filters of a page without a server, with live counts. */
(function () {
  "use strict";

  const LABELS = {
    type: "Type", kind: "Kind", site: "Site", outcome: "Outcome", reach: "Reach",
    figures: "Whose figures are drawn", sea: "Name of the sea",
  };
  const LONG_LIST = 9;
  const PRESETS = { 2017: ["2017-01-01", "2017-12-31"], 2022: ["2022-01-01", "2022-12-31"] };

  function make(tag, className, text) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== undefined) node.textContent = text;
    return node;
  }

  /* Fills a form with the filters named; `changed` is called with what a press changes. Returns a
   * function that shows a selection in them, with its counts. */
  window.launchFilters = function (form, names, catalogue, colours, changed) {
    const shows = names.map((name) => {
      if (name === "period") return period(form, catalogue.period, changed);
      const options = catalogue.options[name];
      if (name === "figures" || name === "sea") return choice(form, name, options, changed);
      return values(form, name, options, colours, changed);
    });
    const reset = make("button", "full", "Reset all filters");
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

  function period(form, whole, changed) {
    const set = group(form, "Period (Korean dates)");
    const days = make("div", "days");
    const inputs = ["First day", "Last day"].map((label) => {
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
    const within = (days) => [days[0] > whole[0] ? days[0] : whole[0], days[1] < whole[1] ? days[1] : whole[1]];
    for (const [name, days] of [...Object.entries(PRESETS), ["Whole record", whole]]) {
      const [first, last] = within(days);
      if (first > last) continue;
      pills.append(pill(name, () => changed({ period: [first, last] })));
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

  function choice(form, name, options, changed) {
    const set = group(form, LABELS[name]);
    const select = make("select");
    select.setAttribute("aria-label", LABELS[name]);
    select.append(...options.map((value) => new Option(value, value)));
    select.addEventListener("change", () => changed({ [name]: select.value }));
    set.append(select);
    return (selection) => { select.value = selection[name]; };
  }

  function values(form, name, options, colours, changed) {
    let set = group(form, LABELS[name]);
    if (options.length > LONG_LIST) {
      const fold = make("details");
      fold.append(make("summary", "", "All of them"));
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
      button.append(value + " ", number);
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
        set.firstChild.textContent = current.length ? current.join(", ") : "All of them";
      }
    };
  }
})();
