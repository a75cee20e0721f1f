/* A picture of the map as it is on screen, twice as fine, to copy or to download.
 *
 * Buttons are left out; what is selected, the sources and the link stand below it.
 */
(function (launchMap) {
  "use strict";

  const { look, say } = launchMap;
  const SCALE = 2;
  const FILE_NAME = "north-korean-missile-launches.png";
  const BUTTONS = ["leaflet-control-zoom", "map-buttons", "map-screen", "map-onward"];
  const FOOT = { margin: 10, size: 12.5, line: 17 };
  const CAMERA =
    '<svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true"><path d="M2 5h3.4l1.2-2h4.8l1.2 2H16v9.5H2z" ' +
    'fill="none" stroke="currentColor" stroke-width="1.5"/><circle cx="9" cy="9.5" r="2.8" fill="none" stroke="currentColor" stroke-width="1.5"/></svg>';

  let library = null;

  /* The library is loaded when a picture is first wanted. */
  function loadLibrary(address) {
    library ||= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => resolve(window.modernScreenshot);
      script.onerror = () => {
        library = null;
        reject(new Error(say("map.no_script")));
      };
      document.head.appendChild(script);
    });
    return library;
  }

  /* Leaflet draws its canvases as fine as the screen; for the picture they are drawn finer. */
  async function drawnFinely(map, work) {
    const before = L.Browser.retina;
    const redraw = (fine) => {
      L.Browser.retina = fine;
      map.eachLayer((layer) => { if (layer instanceof L.Canvas) layer._update(); });
    };
    if (before) return work();
    redraw(true);
    try {
      return await work();
    } finally {
      redraw(before);
    }
  }

  async function picture(map, address, about) {
    const { domToCanvas } = await loadLibrary(address);
    const container = map.getContainer();
    const screen = await drawnFinely(map, () =>
      domToCanvas(container, {
        scale: SCALE,
        features: { restoreScrollPosition: true },
        filter: (node) => !(node.classList && BUTTONS.some((name) => node.classList.contains(name))),
      }));
    await Promise.all([400, 600].map((weight) => document.fonts.load(font(weight), about.caption + about.source)));
    return new Promise((resolve) => withFoot(screen, about).toBlob(resolve, "image/png"));
  }

  const font = (weight) => `${weight} ${FOOT.size}px ${getComputedStyle(document.documentElement).getPropertyValue("--sans")}`;

  /* The picture of the screen with the caption and the source below it. */
  function withFoot(screen, { caption, source }) {
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("2d");
    const width = screen.width / SCALE - 2 * FOOT.margin;
    const lines = [];
    for (const [weight, colour, text] of [[600, look.ink, caption], ...source.map((one) => [400, look.text.foot, one])]) {
      context.font = font(weight);
      wrapped(context, text, width).forEach((line) => lines.push([weight, colour, line]));
    }
    canvas.width = screen.width;
    canvas.height = screen.height + SCALE * (lines.length * FOOT.line + 1.4 * FOOT.margin);
    context.fillStyle = look.paper;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(screen, 0, 0);
    context.scale(SCALE, SCALE);
    lines.forEach(([weight, colour, line], number) => {
      context.font = font(weight);
      context.fillStyle = colour;
      context.fillText(line, FOOT.margin, screen.height / SCALE + FOOT.margin + FOOT.size * 0.8 + number * FOOT.line);
    });
    return canvas;
  }

  /* Lines no wider than the picture; a word that alone is wider, such as a link, is cut. */
  function wrapped(context, text, width) {
    const lines = [""];
    for (const word of text.split(" ").filter(Boolean)) {
      const longer = (lines[lines.length - 1] + " " + word).trim();
      if (context.measureText(longer).width <= width) {
        lines[lines.length - 1] = longer;
        continue;
      }
      if (lines[lines.length - 1]) lines.push("");
      for (const sign of word) {
        if (context.measureText(lines[lines.length - 1] + sign).width > width) lines.push("");
        lines[lines.length - 1] += sign;
      }
    }
    return lines;
  }

  async function copy(made) {
    // The promise goes along at once: later the browser no longer sees the press behind it.
    await navigator.clipboard.write([new ClipboardItem({ "image/png": made })]);
  }

  function download(blob) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = FILE_NAME;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  // -------------------------------------------------------------------- menu
  /* Adds the button and its menu to a box of buttons.
   *
   * `about` gives caption and lines of source when asked. */
  function addScreenButton(box, address, about) {
    const { map, notice } = launchMap;
    const button = document.createElement("a");
    button.href = "#";
    button.title = say("map.screen");
    button.innerHTML = CAMERA;
    for (const [name, value] of [["role", "button"], ["aria-label", button.title], ["aria-haspopup", "menu"], ["aria-expanded", "false"]]) {
      button.setAttribute(name, value);
    }
    const menu = document.createElement("div");
    menu.className = "map-screen";
    menu.setAttribute("role", "menu");
    menu.hidden = true;
    const items = [[say("map.copy"), copyOrDownload], [say("map.download"), downloadOnly]].map(([text, action]) => {
      const item = document.createElement("button");
      item.type = "button";
      item.textContent = text;
      item.setAttribute("role", "menuitem");
      item.tabIndex = -1;
      item.addEventListener("click", () => { open(false); action(); });
      return menu.appendChild(item);
    });

    function open(wanted) {
      menu.hidden = !wanted;
      menu.style.top = button.offsetTop + "px";
      button.setAttribute("aria-expanded", String(wanted));
      (wanted ? items[0] : button).focus();
    }

    function make() {
      notice("");
      const made = picture(map, address, about());
      made.catch((error) => notice(say("map.no_picture", { why: error.message })));
      return made;
    }

    function downloadOnly() {
      make().then(download, () => {});
    }

    function copyOrDownload() {
      const made = make();
      copy(made).then(
        () => notice(say("map.copied")),
        () => made.then((blob) => {
          download(blob);
          notice(say("map.not_copied"));
        }, () => {}),
      );
    }

    L.DomEvent.on(button, "click", (event) => { L.DomEvent.stop(event); open(menu.hidden); });
    L.DomEvent.on(button, "keydown", (event) => {
      if (![" ", "ArrowDown"].includes(event.key)) return;
      L.DomEvent.stop(event);
      open(true);
    });
    menu.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
      else if (event.key === "Escape") open(false);
      else if (event.key === "Tab") menu.hidden = true;
      if (step || event.key === "Escape") L.DomEvent.stop(event);
    });
    menu.addEventListener("focusout", (event) => {
      if (event.relatedTarget === button || menu.contains(event.relatedTarget)) return;
      menu.hidden = true;
      button.setAttribute("aria-expanded", "false");
    });
    L.DomEvent.disableClickPropagation(menu);
    box.append(button, menu);
  }

  Object.assign(launchMap, { addScreenButton, wrapped });
})((window.launchMap ||= {}));
