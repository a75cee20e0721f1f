/* What a reader means by some words, as dashboard/selection/search.py understands them, from the
 * same index. Knows nothing of the page, nor of a browser. */
(function () {
  "use strict";

  const { daysOf, fold } = window.launchDates;
  const MOST_RESULTS = 12, MOST_VALUES = 6, LONGEST = 80;
  const GROUPED = ["site", "missile"];
  const EXACT = 0, BEGINS = 1, WORDS = 2, WITHIN = 3;
  const MONTHS = ["JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE",
    "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER"];
  const FIRST = new Set(["FIRST", "EARLIEST", "OLDEST", "첫", "최초", "最初", "初"]);
  const LAST = new Set(["LAST", "LATEST", "NEWEST", "마지막", "최근", "최신", "最後", "最新", "最近"]);
  const FILLING = new Set(["LAUNCH", "LAUNCHES", "TEST", "TESTS", "OF", "IN", "ON", "THE", "FROM",
    "AT", "A", "AN", "발사", "의", "発射", "の"]);
  const CJK_WORDS = /(마지막|최초|최근|최신|첫|最初|最後|最新|最近|初|발사|発射|の)/g;
  const CALENDAR = [
    /^(?<y>[0-9]{4}) ?[년年](?: ?(?<m>[0-9]{1,2}) ?[월月](?: ?(?<d>[0-9]{1,2}) ?[일日])?)?$/,
    /^(?<y>[0-9]{4})[./](?<m>[0-9]{1,2})(?:[./](?<d>[0-9]{1,2}))?$/,
    /^(?:(?<d>[0-9]{1,2})(?:ST|ND|RD|TH)? )?(?<m>[A-Z]{3,9})\.?,? (?<y>[0-9]{4})$/,
    /^(?<m>[A-Z]{3,9})\.? (?<d>[0-9]{1,2})(?:ST|ND|RD|TH)?,? (?<y>[0-9]{4})$/,
    /^(?<y>[0-9]{4}) (?<m>[A-Z]{3,9})\.?(?: (?<d>[0-9]{1,2}))?$/,
  ];
  const BETWEEN = / TO |\.\.|[~\u301c\u2013\u2014]| - |부터|から|(?<=^[0-9]{4})-(?=[0-9]{4}$)/;
  const TO_THE_END = /(?:까지|まで)$/;
  const OTHERS = /[^\p{L}\p{N}\p{M}]/gu;
  const KOREAN_TYPE = /([0-9][가-힣]?)형$/;
  const isAscii = (text) => [...text].every((sign) => sign.codePointAt(0) < 128);

  function wordsOf(text) {
    return fold(text).replace(OTHERS, " ").split(" ").filter(Boolean).map((word) => word.replace(KOREAN_TYPE, "$1"));
  }

  const two = (text) => (text ? text.padStart(2, "0") : "");

  /* Number of a month, of two digits; empty where none is named, 00 where it is no month. */
  function month(text) {
    if (!text || /^[0-9]/.test(text)) return two(text);
    return two(String(MONTHS.findIndex((name) => name.startsWith(text)) + 1));
  }

  function daysInWords(text) {
    const folded = fold(text).replace(/ +/g, " ");
    const days = daysOfOne(folded);
    if (days) return days;
    const ends = folded.replace(TO_THE_END, "").split(BETWEEN).map((end) => daysOfOne(end.replace(/^ +| +$/g, "")));
    if (ends.length !== 2 || !(ends[0] && ends[1]) || ends[0][0] > ends[1][1]) return null;
    return [ends[0][0], ends[1][1]];
  }

  /* First and last day of a day, a month or another period by itself. */
  function daysOfOne(text) {
    let folded = text;
    for (const form of CALENDAR) {
      const found = form.exec(folded);
      if (!found) continue;
      const { y, m, d } = found.groups;
      folded = [y, month(m), two(d)].filter(Boolean).join("-");
      break;
    }
    return daysOf(folded);
  }

  /* Words of a text, those together that no blank parts: Hwasong-17 is not the Hwasong-12 (KN-17). */
  function phrasesOf(text) {
    return text.split(/[ \t\n\r\u00a0\u3000,;/、，]+/).map((part) => wordsOf(part).join(" ")).filter(Boolean);
  }

  function fit(phrases, name) {
    const asked = phrases.join("").replaceAll(" ", ""), called = name.join("");
    if (called === asked) return EXACT;
    if (called.startsWith(asked)) return BEGINS;
    const spaced = " " + name.join(" ");
    const fits = (part) => (isAscii(part) ? spaced.includes(" " + part) : called.includes(part.replaceAll(" ", "")));
    if (phrases.every(fits)) return WORDS;
    return called.includes(asked) ? WITHIN : WITHIN + 1;
  }

  window.launchSearch = function (index) {
    const { values, launches } = index;
    const everything = launches.map((_, place) => place);

    /* Values that are called so, the best first, of equals that of the most launches. */
    function fitting(phrases) {
      return values
        .map((value) => ({ value, score: Math.min(4, ...value.names.map((name) => fit(phrases, name))) }))
        .filter(({ score }) => score <= WITHIN)
        .sort((one, other) => one.score - other.score || other.value.launches.length - one.value.launches.length);
    }

    function within([first, last]) {
      return everything.filter((place) => launches[place].first <= last && launches[place].last >= first);
    }

    /* The launch that has or had that id, or those of which all the words are said. */
    function saidOf(text) {
      const asked = fold(text);
      const named = everything.filter((place) => launches[place].ids.includes(asked));
      if (named.length) return named;
      const parts = wordsOf(text).map((word) => (isAscii(word) ? " " + word : word));
      return everything.filter((place) => parts.every((part) => launches[place].text.includes(part)));
    }

    /* A launch, to be opened among those of its year. */
    function launchResult(place) {
      const { id, label, first } = launches[place];
      const year = first.slice(0, 4);
      const query = [["period", `${year}-01-01`], ["period", `${year}-12-31`], ["open", id]];
      return { kind: "launch", label, query, number: 1 };
    }

    function groups(fit, text) {
      return GROUPED.flatMap((name) => {
        const alike = fit.filter(({ value, score }) => value.filter === name && score <= WORDS).map(({ value }) => value);
        if (alike.length < 2 || alike.length > MOST_RESULTS) return [];
        const query = alike.map((value) => [name, value.id]);
        const number = new Set(alike.flatMap((value) => value.launches)).size;
        return [{ kind: "group." + name, label: text, query, number }];
      });
    }

    function called(parts) {
      const phrases = parts.flatMap(phrasesOf);
      const fit = fitting(phrases).filter(({ score }) => score <= BEGINS);
      return phrases.length && fit.length ? fit[0].value.launches : null;
    }

    function dated(parts) {
      const days = daysInWords(parts.join(" "));
      return days && within(days);
    }

    /* Launches that the rest of a question names: by a value, by days, by both. */
    function meant(rest) {
      if (!rest.length) return everything;
      for (let cut = 0; cut <= rest.length; cut += 1) {
        const [one, other] = [rest.slice(0, cut), rest.slice(cut)];
        for (const [days, name] of [[one, other], [other, one]]) {
          const inside = days.length ? dated(days) : everything;
          const named = name.length ? called(name) : everything;
          if (inside && named) return inside.filter((place) => named.includes(place));
        }
      }
      return [];
    }

    /* The first or the last launch of some. */
    function answers(text) {
      const parts = fold(text).replace(CJK_WORDS, " $1 ").split(/ +/);
      const orders = parts.filter((part) => FIRST.has(part) || LAST.has(part));
      if (orders.length !== 1) return [];
      const rest = parts.filter((part) => part && part !== orders[0] && !FILLING.has(part));
      const places = meant(rest);
      if (!places.length) return [];
      const first = FIRST.has(orders[0]);
      return [{ ...launchResult(places[first ? 0 : places.length - 1]), kind: first ? "first" : "last" }];
    }

    return function search(typed) {
      const text = Array.from(typed).slice(0, LONGEST).join("");
      const phrases = phrasesOf(text);
      if (!phrases.length) return [];
      const days = daysInWords(text);
      const inside = days ? within(days) : [];
      const fit = fitting(phrases);
      const results = [...answers(text), ...groups(fit, text)];
      if (inside.length) {
        const query = [...new Set(days)].map((day) => ["period", day]);
        results.push({ kind: "days", label: "", query, number: inside.length });
      }
      for (const { value } of fit.slice(0, MOST_VALUES)) {
        results.push({ kind: value.filter, label: value.label, query: [[value.filter, value.id]], number: value.launches.length });
      }
      const places = days ? inside : saidOf(text);
      return [...results, ...[...places].reverse().map(launchResult)].slice(0, MOST_RESULTS);
    };
  };
})();
