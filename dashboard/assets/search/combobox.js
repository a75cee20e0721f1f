/* A box to search in whose results appear as one types, worked by keyboard or pointer: the combobox
 * with a list box of the ARIA Authoring Practices. */
(function () {
  "use strict";

  let number = 0;

  function make(tag, attributes, text) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    if (text) node.textContent = text;
    return node;
  }

  const fill = (message, places) => message.replace(/\{(\w+)\}/g, (_, name) => places[name]);

  /* Sentence for a number, by the plurals of a language. */
  function counted(lang, message, n) {
    return fill(message[new Intl.PluralRules(lang).select(n)] || message.other, { n });
  }

  function labelOf(words, { kind, label, query }) {
    if (kind === "days") return query.length < 2 ? query[0][1] : fill(words.period, { first: query[0][1], last: query[1][1] });
    const [group, filter] = kind.split(".");
    return group === "group" ? fill(words.group[filter], { text: label, n: query.length }) : label;
  }

  function noteOf(words, lang, { kind, number: n }) {
    const name = words.kind[kind.replace("group.", "")];
    return ["launch", "first", "last"].includes(kind) ? name : [name, counted(lang, words.launches, n)].join(words.comma);
  }

  /* Fills a place with the box. `load` gives a promise of the index with its words, asked for when
   * the box is first used; `chosen` is called with the link of a result. */
  window.launchCombobox = function (place, { lang, label, placeholder }, load, chosen) {
    number += 1;
    const own = `search-${number}`;
    const input = make("input", {
      id: own, type: "search", role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false",
      "aria-controls": `${own}-list`, "aria-label": label, placeholder, autocomplete: "off", spellcheck: "false",
    });
    const list = make("ul", { id: `${own}-list`, role: "listbox", "aria-label": label, hidden: "" });
    const status = make("p", { role: "status", class: "said" });
    const box = make("div", { class: "search" });
    box.append(input, list, status);
    place.replaceChildren(box);
    let ready = null;
    let results = [];
    let at = -1;

    function prepare() {
      ready = ready || load().then((index) => ({ words: index.words, search: window.launchSearch(index) }));
      // What could not be loaded is asked for again with the next sign.
      ready.catch(() => { ready = null; });
      return ready;
    }

    function close() {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      mark(-1);
    }

    function mark(place) {
      at = place;
      [...list.children].forEach((option, each) => option.setAttribute("aria-selected", String(each === at)));
      const option = list.children[at];
      if (option) {
        input.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
      } else input.removeAttribute("aria-activedescendant");
    }

    function choose(place) {
      const result = results[place];
      if (!result) return;
      input.value = "";
      status.textContent = "";
      close();
      chosen(result.query);
    }

    async function show() {
      const typed = input.value;
      const { words, search } = await prepare();
      if (typed !== input.value) return;
      results = search(typed);
      list.replaceChildren(...results.map((result, each) => {
        const option = make("li", { id: `${own}-${each}`, role: "option", "aria-selected": "false" });
        option.append(make("span", {}, labelOf(words, result)), make("small", {}, noteOf(words, lang, result)));
        // A press would take the focus from the box before it is a click.
        option.addEventListener("mousedown", (event) => event.preventDefault());
        option.addEventListener("click", () => choose(each));
        return option;
      }));
      const empty = !results.length;
      status.textContent = !typed.trim() ? "" :
        empty ? fill(words.none, { text: typed }) : counted(lang, words.results, results.length);
      status.classList.toggle("shown", empty && Boolean(typed.trim()));
      list.hidden = empty;
      input.setAttribute("aria-expanded", String(!empty));
      mark(-1);
    }

    const steps = {
      ArrowDown: () => (list.hidden ? show() : mark((at + 1) % results.length)),
      ArrowUp: () => (list.hidden ? show() : mark((at <= 0 ? results.length : at) - 1)),
      Enter: () => { if (!list.hidden) choose(Math.max(at, 0)); },
      Escape: () => { if (list.hidden) input.value = ""; close(); status.textContent = ""; status.classList.remove("shown"); },
    };
    input.addEventListener("keydown", (event) => {
      if (event.isComposing || !Object.hasOwn(steps, event.key)) return;
      event.preventDefault();
      event.stopPropagation();
      steps[event.key]();
    });
    input.addEventListener("input", show);
    input.addEventListener("focus", prepare);
    input.addEventListener("blur", close);
  };
})();
