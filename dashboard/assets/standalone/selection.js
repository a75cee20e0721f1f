/* What is selected, on a page without a server: the same names, values and messages in the link,
 * and the same launches picked, as in dashboard/selection/selection.py. Knows nothing of the page. */
(function () {
  "use strict";

  const FACETS = ["type", "kind", "site", "outcome"];
  const LISTS = [...FACETS, "reach"];
  const PARAMETERS = [...LISTS, "period", "figures", "sea", "launch"];
  const SHOWN_NAMES = 12;
  const SHOWN_SIGNS = 60;

  function cut(text) {
    const signs = Array.from(text);
    return signs.length <= SHOWN_SIGNS ? text : signs.slice(0, SHOWN_SIGNS).join("") + "…";
  }

  function refusal(name, value, allowed) {
    const more = allowed.length > SHOWN_NAMES ? ", …" : "";
    const shown = allowed.slice(0, SHOWN_NAMES).join(", ");
    return `${name}: “${cut(value)}” is not among its values; it takes ${shown}${more}.`;
  }

  /* A day in the form of the record, or null where a text is no day. */
  function readDay(text) {
    const parts = /^(\d{4})(-?)(\d{2})\2(\d{2})$/.exec(text.trim());
    if (!parts) return null;
    const day = `${parts[1]}-${parts[3]}-${parts[4]}`;
    const time = Date.parse(day);
    return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? null : day;
  }

  /* Reads and writes selections among the launches of a catalogue (dashboard/site/catalogue.py). */
  window.launchSelection = function (catalogue) {
    const { launches, period: whole, options, spellings } = catalogue;
    const meant = (name, value) => {
      const known = spellings[name];
      const spelt = value.trim().toLowerCase();
      return Object.hasOwn(known, spelt) ? known[spelt] : null;
    };
    const everything = () => ({
      period: [...whole], type: [], kind: [], site: [], outcome: [], reach: [],
      figures: options.figures[0], sea: options.sea[0], launch: null,
    });

    function readList(name, values, problems) {
      const found = [];
      for (const value of values) {
        const known = meant(name, value);
        if (known === null) problems.push(refusal(name, value, options[name]));
        else if (!found.includes(known)) found.push(known);
      }
      return found;
    }

    function readOne(name, values, problems) {
      for (const value of values) {
        const known = meant(name, value);
        if (known !== null) return known;
        problems.push(refusal(name, value, options[name]));
      }
      return null;
    }

    function readPeriod(values, problems) {
      if (!values.length) return [...whole];
      const days = [];
      for (const value of values) {
        const day = readDay(value);
        if (day === null) problems.push(`period: “${cut(value)}” is no date; write it as 2022-01-31.`);
        else days.push(day);
      }
      if (days.length !== values.length) return [...whole];
      if (days.length > 2) {
        problems.push(`period: ${days.length} dates given; it takes a first and a last one.`);
        return [...whole];
      }
      days.sort();
      const first = days[0], last = days[days.length - 1];
      if (first > whole[1] || last < whole[0]) {
        problems.push(`period: ${first} to ${last} lies outside the record, which runs from ${whole[0]} to ${whole[1]}.`);
        return [...whole];
      }
      return [first > whole[0] ? first : whole[0], last < whole[1] ? last : whole[1]];
    }

    /* Selection that a link asks for, and a sentence for each part of it that is not understood. */
    function read(query) {
      const parameters = new URLSearchParams(query);
      const problems = [];
      const selection = everything();
      for (const name of LISTS) selection[name] = readList(name, parameters.getAll(name), problems);
      for (const name of ["sea", "figures", "launch"]) {
        selection[name] = readOne(name, parameters.getAll(name), problems) ?? selection[name];
      }
      for (const name of new Set(parameters.keys())) {
        if (PARAMETERS.includes(name) || name.startsWith("embed")) continue;
        problems.push(`${cut(name)}: no filter has this name; there are ${PARAMETERS.join(", ")}.`);
      }
      selection.period = readPeriod(parameters.getAll("period"), problems);
      return { selection, problems };
    }

    /* Which launches match, by their place in the record. */
    function pick(selection, without) {
      const [first, last] = selection.period;
      const chosen = FACETS.filter((name) => name !== without && selection[name].length)
        .map((name) => [name, new Set(selection[name])]);
      const reach = without === "reach" ? [] : selection.reach;
      return launches.map((launch) =>
        launch.first <= last && launch.last >= first &&
        (!reach.length || reach.some((name) => launch.reach.includes(name))) &&
        chosen.every(([name, values]) => values.has(launch[name])));
    }

    /* Launches for each value of a facet, or of `reach`, under the other filters. */
    function count(selection, name) {
      const counts = Object.fromEntries(options[name].map((value) => [value, 0]));
      pick(selection, name).forEach((picked, place) => {
        if (picked) [].concat(launches[place][name]).forEach((value) => { counts[value] += 1; });
      });
      return counts;
    }

    /* Query of the link that reopens a selection, empty for the whole record. */
    function query(selection) {
      const pairs = LISTS.flatMap((name) => selection[name].map((value) => [name, value]));
      if (String(selection.period) !== String(whole)) {
        pairs.push(...[...new Set(selection.period)].map((day) => ["period", day]));
      }
      for (const name of ["figures", "sea"]) {
        if (selection[name] !== options[name][0]) pairs.push([name, selection[name]]);
      }
      if (selection.launch) pairs.push(["launch", selection.launch]);
      return String(new URLSearchParams(pairs));
    }

    return { everything, read, pick, count, query };
  };
})();
