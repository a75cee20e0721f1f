/* What readers read, and how things look: words/say.py and look.py of the server, in the browser.
 *
 * Messages are the catalogue's own, sent as they are; a test holds what is said here to what is
 * said there. This script and those beside it are functions called at once that share
 * `window.launchMap`, and no modules: a browser loads no module from a file on disk, and the pages
 * that need no server are to open from there.
 */
(function (launchMap) {
  "use strict";

  const LOCALES = { en: "en-GB", ko: "ko-KR", ja: "ja-JP" };

  /* Words of a language: `sections` are those of its catalogue that are needed. */
  function wordsOf(lang, sections) {
    const locale = LOCALES[lang];
    const plurals = new Intl.PluralRules(locale);
    const figures = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, roundingMode: "halfEven" });

    const found = (key) => key.split(".").reduce((part, name) => (part === undefined ? part : part[name]), sections);
    // As a text a number keeps the digits it is written with, and is rounded by those.
    const number = (value) => figures.format(String(value));

    /* Sentence of a key, with its places filled; numbers are written as the language writes them. */
    function say(key, places = {}) {
      let message = found(key);
      if (message && typeof message === "object") message = message[plurals.select(places.n)] || message.other;
      if (typeof message !== "string") throw new Error("no words for " + key);
      return message.replace(/\{(\w+)\}/g, (_, name) => {
        if (!Object.hasOwn(places, name)) throw new Error(`${key}: nothing for {${name}}`);
        const value = places[name];
        return typeof value === "number" ? number(value) : String(value);
      });
    }

    const dates = [{ year: "numeric" }, { month: "short" }, { day: "numeric" }].map((_, place, parts) =>
      new Intl.DateTimeFormat(locale, Object.assign({ timeZone: "UTC" }, ...parts.slice(0, place + 1))));

    /* Recorded date in words, only as exact as it is known. */
    function dayWords(date) {
      const [year, month = 1, day = 1] = date.split("-").map(Number);
      // The only British month of four letters, as in words/dates.py.
      return dates[date.split("-").length - 1].format(Date.UTC(year, month - 1, day)).replace(/\bSept\b/, "Sep");
    }

    return { lang, say, number, dayWords, has: (key) => found(key) !== undefined };
  }

  /* What all scripts of a page draw and write with. */
  function setUp({ lang, words, look, files }) {
    Object.assign(launchMap, wordsOf(lang, words), { look, files });
  }

  Object.assign(launchMap, { wordsOf, setUp });
})((window.launchMap ||= {}));
