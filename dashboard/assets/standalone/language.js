/* The language of a page without a server, before any other script of it speaks: the one its link
 * names, else the first that the browser asks for. English stands in the page; what other languages
 * have otherwise comes as changes to its data, and as elements to take the place of its own. */
(function () {
  "use strict";

  const inPage = document.getElementById("launch-data");
  const data = window.launchData || JSON.parse(inPage.textContent);
  window.launchData = data;
  const { spellings } = data.catalogue.filters.find((row) => row.name === "lang");
  const folded = (text) => text.normalize("NFKC").trim().toUpperCase();
  const named = new URLSearchParams(location.search || data.start).getAll("lang").map((name) => spellings[folded(name)]);
  const wanted = navigator.languages.map((tag) => tag.split("-")[0].toLowerCase());
  const lang = [...named, ...wanted].find((name) => data.languages.includes(name)) || data.languages[0];

  /* A list stands for another value, an object for changes within: see site/changes.py. */
  function changed(value, change) {
    if (Array.isArray(change)) return change[0];
    for (const [name, part] of Object.entries(change)) value[name] = changed(value[name], part);
    return value;
  }

  /* Called with what the language says otherwise, by the script of it or at once. */
  window.launchLanguage = ({ words, changes }) => {
    if (changes) changed(data, changes);
    window.launchMap.setUp({ lang, words, look: data.look });
    document.documentElement.lang = lang;
    const page = document.querySelector(`template[lang="${lang}"]`);
    if (!page) return;
    document.title = page.title;
    document.getElementById("page").replaceChildren(page.content);
  };

  if (data.said) window.launchLanguage(data.said[lang]);
  else {
    // A script that is written, not appended, runs before those that follow this one, which speak.
    const script = document.createElement("script");
    script.src = `data/${lang}.js`;
    document.write(script.outerHTML);
  }
})();
