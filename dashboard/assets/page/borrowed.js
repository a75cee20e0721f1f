/* What Streamlit says itself, in English alone: it is said in the language of the page, by the
 * sentences of the catalogue that stand for its own. Only texts that are one of those as a whole are
 * touched, and none of ours. */
(function () {
  "use strict";

  const ATTRIBUTES = ["aria-label", "title", "placeholder"];
  const OURS = [".stHtml", ".above-map", ".filters", ".launch-rows", "body [lang]"].join();
  /* What Streamlit said, by the text or element that says it, so that a change of language starts anew. */
  const first = new WeakMap();
  let said = {};

  function text(node) {
    const original = first.get(node) ?? node.data.trim();
    const wanted = said[original];
    if (wanted === undefined && !first.has(node)) return;
    first.set(node, original);
    const now = wanted ?? original;
    if (node.data !== now) node.data = now;
  }

  function attributes(node) {
    const kept = first.get(node) || {};
    for (const name of ATTRIBUTES) {
      const value = node.getAttribute(name);
      if (value === null) continue;
      // What is there is ours, or Streamlit has said something new.
      const original = kept[name]?.ours === value ? kept[name].original : value;
      const wanted = said[original];
      if (wanted === undefined && original === value) continue;
      kept[name] = { original, ours: wanted ?? original };
      first.set(node, kept);
      if (value !== kept[name].ours) node.setAttribute(name, kept[name].ours);
    }
  }

  function all(node) {
    if (node.nodeType === Node.TEXT_NODE) text(node);
    else if (node.nodeType === Node.ELEMENT_NODE && !node.matches(OURS)) {
      attributes(node);
      node.childNodes.forEach(all);
    }
  }

  function begin(node) {
    if (!node.parentElement?.closest(OURS)) all(node);
  }

  const observer = new MutationObserver((changes) => changes.forEach(({ type, target, addedNodes }) => {
    if (type === "attributes") attributes(target);
    else if (type === "characterData") {
      if (first.get(target) !== undefined && target.data !== said[first.get(target)]) first.delete(target);
      begin(target);
    } else addedNodes.forEach(begin);
  }));

  /* Called with the sentences by those of Streamlit, none in English. */
  function hear(sentences) {
    if (sentences === said || (!Object.keys(sentences).length && !Object.keys(said).length)) return;
    said = sentences;
    all(document.body);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES });
  }

  window.launchBorrowed = { hear, show: ({ data }) => hear(data) };
})();
