/* What is selected, on a page without a server: the same links read and written and the same
 * launches picked as by dashboard/selection/. Filters, spellings and sentences come as data
 * (dashboard/site/catalogue.py). Knows nothing of the page, nor of a browser. */
(function () {
  "use strict";

  const SHOWN_NAMES = 12;
  const SHOWN_SIGNS = 60;
  const DAY_MS = 86400000;
  const FORMS = new RegExp(
    "^([0-9]{4})(?:-(?<month>[0-9]{2})|-?Q(?<quarter>[1-4])|(?<dash>-?)W(?<week>[0-9]{2})(?:\\k<dash>(?<weekday>[1-7]))?" +
    "|(?<hyphen>-?)(?<monthOfDay>[0-9]{2})\\k<hyphen>(?<day>[0-9]{2}))?$");

  function cut(text) {
    const signs = Array.from(text);
    return signs.length <= SHOWN_SIGNS ? text : signs.slice(0, SHOWN_SIGNS).join("") + "…";
  }

  /* Text as spellings are compared. */
  function fold(text) {
    return text.normalize("NFKC").replace(/^[ \t\n\v\f\r]+|[ \t\n\v\f\r]+$/g, "").toUpperCase();
  }

  /* A day as YYYY-MM-DD, or null where the calendar has no such. */
  function dayOf(year, month, day) {
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? written(date) : null;
  }

  function written(date) {
    const year = date.getUTCFullYear();
    return year >= 1 && year <= 9999 ? date.toISOString().slice(0, 10) : null;
  }

  /* A day of a week as ISO 8601 counts them: the first one holds 4 January. */
  function dayOfWeek(year, week, weekday) {
    const monday = (of) => {
      const fourth = new Date(0);
      fourth.setUTCFullYear(of, 0, 4);
      return fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY_MS;
    };
    const start = monday(year) + (week - 1) * 7 * DAY_MS;
    if (week < 1 || start >= monday(year + 1)) return null;
    return written(new Date(start + (weekday - 1) * DAY_MS));
  }

  /* First and last day of what a text means, or null where it is no date. */
  function daysOf(text) {
    const found = FORMS.exec(fold(text));
    if (!found) return null;
    const year = Number(found[1]);
    const { month, quarter, week, weekday, monthOfDay, day } = found.groups;
    let span;
    if (day) span = [dayOf(year, Number(monthOfDay), Number(day))];
    else if (week) span = [weekday || 1, weekday || 7].map((each) => dayOfWeek(year, Number(week), Number(each)));
    else {
      const first = month ? Number(month) : quarter ? 3 * quarter - 2 : 1;
      const last = month ? Number(month) : quarter ? 3 * quarter : 12;
      const ends = [31, 30, 29, 28].map((each) => dayOf(year, last, each)).filter(Boolean);
      span = [dayOf(year, first, 1), ends[0] || null];
    }
    return span.includes(null) ? null : [span[0], span[span.length - 1]];
  }

  window.launchDates = { daysOf, fold };

  window.launchSelection = function (catalogue) {
    const { launches, period: whole, filters, words, refusals, additions, mostProblems } = catalogue;
    const rows = new Map(filters.map((row) => [row.name, row]));
    const places = new Map(launches.map((launch, place) => [launch.id, place]));

    function refusal(parameter, key, values) {
      const cuts = Object.entries(values).map(([name, value]) => [name, name === "allowed" ? value.join(words.comma) : cut(value)]);
      const fill = (message, by) => message.replace(/\{(\w+)\}/g, (_, name) => by[name]);
      return fill(refusals.line, { parameter: cut(parameter), sentence: fill(refusals[key], Object.fromEntries(cuts)) });
    }

    function unknown(row, value) {
      if (!row.listed) return refusal(row.name, "launch", { value, example: row.example[0] });
      const more = row.options.length > SHOWN_NAMES ? ["…"] : [];
      return refusal(row.name, "value", { value, allowed: [...row.options.slice(0, SHOWN_NAMES), ...more] });
    }

    const everything = () => ({
      period: [...whole],
      ...Object.fromEntries(filters.filter((row) => row.form !== "days")
        .map((row) => [row.name, row.form === "many" ? [] : row.default])),
    });

    /* Whether a parameter was hung on a link by others. */
    function isAdded(name) {
      const small = name.toLowerCase();
      return additions.names.some((each) =>
        each.endsWith("*") ? small.startsWith(each.slice(0, -1)) : small === each);
    }

    /* Name of a parameter as it was before it was escaped. */
    function ownName(name) {
      let own = name;
      while (own.startsWith(additions.escaped)) own = own.slice(additions.escaped.length);
      return own;
    }

    /* Value without what the text around its link left on it. */
    function bare(value) {
      const signs = Array.from(value.split(additions.fragment)[0]);
      while (signs.length && additions.around.includes(signs[signs.length - 1])) signs.pop();
      return signs.join("");
    }

    /* Values that are known, each once; of a filter of one value, the first. */
    function readValues(row, values, problems) {
      const found = [];
      for (const value of values) {
        const spelt = [value, bare(value)].map(fold).find((each) => Object.hasOwn(row.spellings, each));
        if (spelt === undefined) problems.push(unknown(row, value));
        else if (row.form === "one") return [row.spellings[spelt]];
        else if (!found.includes(row.spellings[spelt])) found.push(row.spellings[spelt]);
      }
      return found;
    }

    function readPeriod(name, values, problems) {
      if (!values.length) return [...whole];
      const read = values.map(bare).map(daysOf);
      read.forEach((days, place) => {
        if (!days) problems.push(refusal(name, "date", { value: values[place] }));
      });
      if (read.includes(null)) return [...whole];
      if (read.length > 2) {
        problems.push(refusal(name, "dates", { n: String(read.length) }));
        return [...whole];
      }
      const days = read.flat().sort();
      const first = days[0], last = days[days.length - 1];
      if (first > whole[1] || last < whole[0]) {
        problems.push(refusal(name, "outside", { first, last, start: whole[0], end: whole[1] }));
        return [...whole];
      }
      return [first > whole[0] ? first : whole[0], last < whole[1] ? last : whole[1]];
    }

    /* Selection that the parameters of a link ask for, pairs of name and value, and a sentence for
     * each that is not understood. What others hang on a link is passed over. Where `launch` opens, it means `open`, as links say that were
     * posted; otherwise that launch is all there is. */
    function read(parameters, launchOpens) {
      const pairs = parameters.map(([name, value]) => [ownName(name), value]).filter(([name]) => !isAdded(name));
      const given = (name) => pairs.filter((pair) => pair[0] === name).map((pair) => pair[1]);
      const problems = [];
      const selection = everything();
      for (const row of filters) {
        if (row.form === "days") selection.period = readPeriod(row.name, given(row.name), problems);
        else {
          const found = readValues(row, given(row.name), problems);
          if (row.form === "many") selection[row.name] = found;
          else if (found.length) selection[row.name] = found[0];
        }
      }
      for (const name of new Set(pairs.map((pair) => pair[0]))) {
        if (rows.has(name)) continue;
        problems.push(refusal(name, "name", { allowed: filters.map((row) => row.name) }));
      }
      if (launchOpens) {
        selection.open = selection.open || selection.launch;
        selection.launch = null;
      }
      return { selection: selection.launch ? alone(selection) : selection, problems };
    }

    /* A launch alone: its days, and no filter that narrows. */
    function alone(selection) {
      const { first, last } = launches[places.get(selection.launch)];
      // Those that narrow nothing, but for those that name a launch.
      const kept = filters.filter((row) => !row.narrows && row.listed)
        .map((row) => [row.name, selection[row.name]]);
      return { ...everything(), ...Object.fromEntries(kept), period: [first, last], launch: selection.launch };
    }

    const chosen = (selection, row) => [].concat(selection[row.name] ?? []);

    /* Which launches match, by their place in the record. */
    function pick(selection, without) {
      const [first, last] = selection.period;
      const asked = filters.filter((row) => row.narrows && row.name !== without)
        .map((row) => [row.name, new Set(chosen(selection, row))])
        .filter(([, values]) => values.size);
      return launches.map((launch) =>
        launch.first <= last && launch.last >= first &&
        asked.every(([name, values]) => launch.values[name].some((value) => values.has(value))));
    }

    /* Launches for each value of a filter, under the other filters. */
    function count(selection, name) {
      const counts = Object.fromEntries(rows.get(name).options.map((value) => [value, 0]));
      pick(selection, name).forEach((picked, place) => {
        if (picked) launches[place].values[name].forEach((value) => { counts[value] += 1; });
      });
      return counts;
    }

    /* Parameters of the link that reopens a selection, none for the whole record. */
    function query(selection) {
      return filters.flatMap((row) => {
        const standing = row.form === "days" && (String(selection.period) === String(whole) || selection.launch);
        const values = row.form === "days" ? [...new Set(selection.period)] : chosen(selection, row);
        return standing || String(values) === row.default ? [] : values.map((value) => [row.name, value]);
      });
    }

    /* The first problems, and how many more there are. */
    function listed(problems) {
      const more = problems.length - mostProblems;
      if (more <= 0) return problems;
      return [...problems.slice(0, mostProblems), refusals.more.replace("{number}", more)];
    }

    return { everything, read, listed, pick, count, query };
  };
})();
