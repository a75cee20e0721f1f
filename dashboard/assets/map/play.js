/* Playback: time passes over the launches of the period, and the flights take off when it comes to
 * them. The link keeps the moment at which it rests, as the launch that came last. */
(function (launchMap) {
  "use strict";

  const { say, dayWords, isoOf } = launchMap;
  /* Longest step of one frame [ms]: a page that was asleep goes on where it was. */
  const LONGEST_MS = 100;
  /* Words are said aloud no more often than they can be heard, steps told when no more come [ms]. */
  const ALOUD_MS = 4000;
  const STEPS_MS = 400;
  const SIGNS = {
    play: "M5 3l10 6-10 6z", pause: "M5 3h3v12H5zM10 3h3v12h-3z", back: "M4 3h2v12H4zM14 3v12L7 9z",
    on: "M12 3h2v12h-2zM4 3v12l7-6z", all: "M4 4h10v10H4z",
  };
  const still = window.matchMedia && window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  let playing = false;
  let time = null;
  let mine = null;
  let coming = [];
  let atOf = new Map();
  let end = 0;
  let last = 0;
  let aloud = 0;
  let telling = 0;
  let flies = false;
  let moves = !still;
  let speed = null;
  let fade = "year";
  const nodes = {};

  const usual = () => speed || launchMap.usualSpeed(launchMap.strip.period);

  /* Takes the launches that time passes over, and when the last of their flights is over. */
  function prepare() {
    const { strip } = launchMap;
    const chosen = strip.picked(strip.period, strip.type);
    coming = launchMap.moments(strip.launches.filter((_, place) => chosen[place]));
    atOf = new Map(coming.map(({ id, at }) => [id, at]));
    nodes.speed.value = usual();
    end = Math.max(strip.period[1] + 1, ...coming.map(({ at, place }) => {
      const seconds = (launchMap.launches[place].flights || []).map((flight) => flight.seconds);
      return at + (moves ? launchMap.daysOf(Math.max(0, ...seconds), usual()) : 0);
    }));
  }

  /* The map, the mark on the strip and the words, at a time. */
  function drawAt() {
    const { strip } = launchMap;
    const number = launchMap.sofar(coming, time);
    const wanted = new Array(strip.launches.length).fill(false);
    for (let place = 0; place < number; place += 1) wanted[coming[place].place] = true;
    const settings = { speed: usual(), fade, flies: flies && moves, fades: moves };
    launchMap.pass(wanted, (layer) => launchMap.phase(atOf.get(layer.launch), layer.seconds, time, settings));
    strip.nodes.now.style.transform = `translateX(${strip.xOf(time)}px)`;
    strip.write(sentence(number));
    if (!playing) launchMap.list();
  }

  function sentence(number) {
    const latest = coming[number - 1];
    const day = dayWords(isoOf(Math.min(Math.floor(time), launchMap.strip.period[1])));
    const count = say("strip.so_far", { n: number, all: coming.length });
    return latest ? say("strip.moment", { day, count, launch: lineOf(latest) }) : say("strip.before", { day, count });
  }

  /* A launch in a line: its name on the map, and its site. */
  function lineOf({ place }) {
    const { label, site } = launchMap.launches[place];
    return site === null ? label : say("strip.line", { launch: label, site: launchMap.record.sites[site].name });
  }

  const words = () => launchMap.strip.nodes.text.textContent;

  // ---------------------------------------------------------------------- moments
  /* Shows the moment of the link, if there is one; says whether there is. */
  function showMoment() {
    const { state, strip } = launchMap;
    const moment = state.moment || null;
    if (!playing && !telling && moment !== mine) {
      mine = moment;
      flies = false;
      const launch = strip.launches.find(({ id }) => id === moment);
      time = launch ? launch.first : null;
    }
    showMoment.on = time !== null;
    show();
    if (time === null) return false;
    prepare();
    if (!playing && !flies && mine) time = atOf.get(mine) ?? time;
    hold();
    drawAt();
    return true;
  }

  function hold() {
    launchMap.hold(launchMap.strip.picked(launchMap.strip.period, launchMap.strip.type));
    launchMap.map.getContainer().classList.add("map-passing");
  }

  /* The buttons, and the mark on the strip, as they stand. */
  function show() {
    const name = say(playing ? "strip.pause" : "strip.play");
    nodes.play.innerHTML = icon(playing ? "pause" : "play");
    nodes.play.title = name;
    nodes.play.setAttribute("aria-label", name);
    nodes.all.disabled = time === null;
    launchMap.strip.nodes.now.hidden = time === null;
  }

  /* Tells the page at which launch time rests, when it rests. */
  function tell(moment) {
    clearTimeout(telling);
    mine = moment;
    telling = setTimeout(() => {
      telling = 0;
      if ((launchMap.state.moment || null) !== moment) launchMap.changed({ moment });
    }, STEPS_MS);
  }

  function play() {
    if (playing) return pause();
    clearTimeout(telling);
    telling = 0;
    prepare();
    if (!coming.length) return undefined;
    [playing, flies, last, aloud] = [true, true, performance.now(), performance.now()];
    if (time === null || time >= coming[coming.length - 1].at) time = launchMap.strip.period[0];
    showMoment.on = true;
    hold();
    show();
    requestAnimationFrame(tick);
    return undefined;
  }

  function tick(now) {
    if (!playing) return;
    const before = launchMap.sofar(coming, time);
    time += (launchMap.SPEEDS[usual()] * Math.min(Math.max(now - last, 0), LONGEST_MS)) / 1000;
    last = now;
    if (time >= end) {
      launchMap.strip.sayAloud(say("strip.over", { n: coming.length }));
      all();
      return;
    }
    drawAt();
    if (launchMap.sofar(coming, time) > before && now - aloud > ALOUD_MS) {
      aloud = now;
      launchMap.strip.nodes.said.textContent = words();
    }
    requestAnimationFrame(tick);
  }

  function pause() {
    playing = false;
    show();
    const latest = coming[launchMap.sofar(coming, time) - 1];
    launchMap.strip.sayAloud(words());
    tell(latest ? latest.id : null);
  }

  /* The launch before the moment, or after it. */
  function step(turn) {
    playing = false;
    prepare();
    const launch = launchMap.stepFrom(coming, time ?? (turn > 0 ? -Infinity : Infinity), turn);
    if (!launch) {
      if (turn > 0 && time !== null) all();
      return;
    }
    time = launch.at;
    flies = false;
    showMoment.on = true;
    hold();
    show();
    drawAt();
    launchMap.strip.sayAloud(words());
    tell(launch.id);
  }

  /* Ends it: every launch of the period is shown again. */
  function all() {
    stopPlaying();
    if (document.activeElement === nodes.all) nodes.play.focus();
    if (launchMap.state.moment) launchMap.changed({ moment: null });
    else launchMap.strip.letGo();
  }

  /* Forgets the moment, for a period that is about to change. */
  function stopPlaying() {
    clearTimeout(telling);
    telling = 0;
    [playing, time, mine, flies] = [false, null, null, false];
    showMoment.on = false;
    launchMap.map.getContainer().classList.remove("map-passing");
    show();
  }

  // ---------------------------------------------------------------------- buttons
  const icon = (name) => `<svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true"><path d="${SIGNS[name]}" fill="currentColor"/></svg>`;

  function choice(name, values, chosen, action) {
    const label = launchMap.element("label", "", say(`strip.${name}.label`));
    const select = document.createElement("select");
    select.append(...values.map((value) => new Option(say(`strip.${name}.${value}`), value, false, value === chosen)));
    select.addEventListener("change", () => {
      action(select.value);
      prepare();
      if (time !== null) drawAt();
    });
    nodes[name] = select;
    label.append(select);
    return label;
  }

  /* Speed, fading, and movement for whoever asked their system for less of it. */
  function settings() {
    const fold = launchMap.element("details", "strip-more", "");
    const summary = fold.appendChild(launchMap.element("summary", "strip-button", "⋯"));
    summary.title = say("strip.settings");
    summary.setAttribute("aria-label", summary.title);
    const menu = fold.appendChild(launchMap.element("div", "strip-menu", ""));
    menu.append(
      choice("speed", Object.keys(launchMap.SPEEDS), speed, (value) => { speed = value; }),
      choice("fade", Object.keys(launchMap.FADES), fade, (value) => { fade = value; }),
    );
    if (still) {
      const label = launchMap.element("label", "", say("strip.motion"));
      const box = label.appendChild(document.createElement("input"));
      box.type = "checkbox";
      box.addEventListener("change", () => { moves = box.checked; });
      menu.append(label);
    }
    menu.append(launchMap.element("p", "", say("strip.how_flights_move")), launchMap.aroundChoices());
    fold.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      fold.open = false;
      summary.focus();
    });
    fold.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !fold.contains(event.relatedTarget)) fold.open = false;
    });
    return fold;
  }

  function playButtons(button) {
    const group = launchMap.element("div", "strip-play", "");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", say("strip.playback"));
    const add = (name, action) => {
      nodes[name] = group.appendChild(button("", say("strip." + name), action));
      nodes[name].innerHTML = icon(name);
    };
    add("back", () => step(-1));
    add("play", play);
    add("on", () => step(1));
    add("all", all);
    nodes.all.disabled = true;
    group.append(settings());
    group.addEventListener("keydown", (event) => {
      const turn = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (event.target.tagName !== "BUTTON" || !(turn || event.key === "Escape")) return;
      event.preventDefault();
      if (turn) step(turn);
      else if (time !== null) all();
    });
    return group;
  }

  Object.assign(launchMap, { playButtons, showMoment, stopPlaying });
})((window.launchMap ||= {}));
