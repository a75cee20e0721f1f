/* The filters on the page of the server, which is told of what is chosen. */
(function () {
  "use strict";

  const forms = new WeakMap();

  /* The server may still answer to what was pressed before: only its last word is shown. */
  function show({ parentElement, data, setTriggerValue }) {
    const state = forms.get(parentElement) || { number: 0 };
    forms.set(parentElement, state);
    Object.assign(state, { data, given: data, tell: setTriggerValue });
    if (state.address !== data.address) open(state, parentElement);
    else if (state.draw && data.heard >= state.number) state.draw();
  }

  async function open(state, parentElement) {
    state.address = state.data.address;
    const file = await window.launchFiles.load(state.address);
    const form = document.createElement("form");
    form.className = "filters";
    form.setAttribute("aria-label", file.words.label);
    const tiles = tilesOf(file.words, (online) => tell({ online }));
    const shown = window.launchFilters(form, file.form, file, (changes) =>
      tell(changes && { selection: { ...state.data.selection, ...changes } }), (unfolded) => tell({ unfolded }));

    function tell(changes) {
      state.number += 1;
      if (changes?.selection) state.data = { ...state.data, selection: changes.selection };
      state.tell("changed", { number: state.number, ...(changes || { reset: true }) });
    }

    state.draw = () => {
      const { selection, counts, online } = state.data;
      shown({ ...Object.fromEntries(file.filters.map(({ name, form: kind }) => [name, kind === "many" ? [] : null])), ...selection }, counts);
      tiles.querySelector("input").checked = online;
    };
    state.number = state.data.heard;
    if (!state.takesBack) {
      state.takesBack = true;
      window.launchConnection.whenBack(parentElement, () => {
        Object.assign(state, { data: state.given, number: state.given.heard });
        state.draw();
      });
    }
    form.querySelector(".more").append(tiles);
    parentElement.replaceChildren(form);
    state.draw();
  }

  function tilesOf(words, changed) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    const about = document.createElement("small");
    box.type = "checkbox";
    box.addEventListener("change", () => changed(box.checked));
    about.textContent = words.tiles_are;
    label.className = "tiles";
    label.append(box, words.tiles, about);
    return label;
  }

  window.launchFilterForm = { show };
})();
