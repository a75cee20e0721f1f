/* One launch in words: elements of a few kinds, and text that is never markup. */
(function () {
  "use strict";

  const TAGS = new Set([
    "a", "b", "br", "caption", "details", "div", "em", "h2", "h3", "li", "p", "q", "section", "small", "span", "summary",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
  ]);
  const PLAIN = new Set(["class", "lang", "scope", "title"]);

  /* A node as dashboard/launch/tree.py writes it: a text, or a tag, its attributes and children. What
   * the reader calls the sea between Korea and Japan fills its place. */
  function build(node, sea) {
    if (typeof node === "string") return document.createTextNode(node.replaceAll("{east_sea}", sea));
    const [tag, attributes, ...children] = node;
    const made = document.createElement(TAGS.has(tag) ? tag : "span");
    for (const [name, value] of Object.entries(attributes)) {
      if (PLAIN.has(name)) made.setAttribute(name, value);
      if (name === "href" && /^(https?:\/\/|mailto:)/i.test(value)) {
        Object.assign(made, { href: value, target: "_blank", rel: "noopener noreferrer" });
      }
    }
    made.append(...children.map((child) => build(child, sea)));
    return made;
  }

  window.launchPanel = { build };
})();
