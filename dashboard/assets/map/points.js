/* Impact points by the thousand: pressed into one image, pixel by pixel, which takes a tenth of the
 * time of a path for each. Of those on one pixel only the one above is there. */
(function (launchMap) {
  "use strict";

  const { drawing } = launchMap;
  /* Half the side of a point with its edge, a cross being the largest [px]. */
  const HALF_PX = 7;
  /* From such a cover on a pixel is taken for full. */
  const FULL = 250;

  let canvas;
  const stamps = new Map();
  let sheet = null;

  function sheetOf(wide, high, most) {
    // A point knows its pixels by the width of the sheet.
    stamps.clear();
    canvas = Object.assign(document.createElement("canvas"), { width: wide, height: high });
    const image = canvas.getContext("2d").createImageData(wide, high);
    return {
      wide, high, image, pixels: new Uint32Array(image.data.buffer), taken: new Uint8Array(wide * high),
      middles: new Int32Array(most), kinds: new Uint8Array(most), alphas: new Float32Array(most),
    };
  }

  /* Sheet for a part of the layer, empty; `most` points can be on it. */
  function pointSheet(min, max, most) {
    const scale = L.Browser.retina ? 2 : 1;
    // A frame that is hidden has no width, and no image can be so small.
    const [wide, high] = [max.x - min.x, max.y - min.y].map((side) => Math.max(Math.round(scale * side), 1));
    if (!sheet || sheet.wide !== wide || sheet.high !== high || sheet.middles.length < most) sheet = sheetOf(wide, high, most);
    else {
      sheet.pixels.fill(0);
      sheet.taken.fill(0);
    }
    const { taken, middles, kinds, alphas } = sheet;
    const air = HALF_PX * scale;
    let number = 0;
    let middle = 0;

    /* Whether nothing lies on the pixel of a point; it is where `add` puts the next one. */
    function isFree(x, y) {
      const column = Math.round(scale * x);
      const row = Math.round(scale * y);
      if (column < air || row < air || column >= wide - air || row >= high - air) return false;
      middle = row * wide + column;
      return !taken[middle];
    }

    function add(kind, alpha) {
      taken[middle] = 1;
      middles[number] = middle;
      kinds[number] = kind;
      alphas[number] = alpha;
      number += 1;
    }

    /* Draws all, those that were added last below the others. */
    function draw(context, optionsOf) {
      const pressed = [];
      for (let place = number - 1; place >= 0; place -= 1) {
        const kind = kinds[place];
        press(pressed[kind] ||= stampOf(kind, scale, optionsOf), middles[place], alphas[place]);
      }
      canvas.getContext("2d").putImageData(sheet.image, 0, 0);
      context.drawImage(canvas, min.x, min.y, max.x - min.x, max.y - min.y);
    }

    return { isFree, add, draw };
  }

  /* Pixels of a kind of point: their places from its middle, and their colours. */
  function stampOf(kind, scale, optionsOf) {
    const name = [kind, drawing.weight, scale, sheet.wide].join();
    if (stamps.has(name)) return stamps.get(name);
    const side = 2 * HALF_PX * scale;
    const small = Object.assign(document.createElement("canvas"), { width: side, height: side });
    const context = small.getContext("2d");
    context.scale(scale, scale);
    const middle = HALF_PX + 0.5 / scale;
    launchMap.drawEnd(context, { x: middle, y: middle }, { options: optionsOf(kind) }, Math.max(drawing.weight, launchMap.LEAST_END_PX));
    const colours = new Uint32Array(context.getImageData(0, 0, side, side).data.buffer);
    const full = [];
    const edge = [];
    colours.forEach((colour, place) => {
      const cover = colour >>> 24;
      if (cover) (cover >= FULL ? full : edge).push(place);
    });
    const offset = (place) => (Math.floor(place / side) - side / 2) * sheet.wide + (place % side) - side / 2;
    const stamp = Object.fromEntries(Object.entries({ full, edge }).map(([name, places]) => [name, {
      offsets: Int32Array.from(places, offset), colours: Uint32Array.from(places, (place) => colours[place]),
    }]));
    stamps.set(name, stamp);
    return stamp;
  }

  function press({ full, edge }, middle, alpha) {
    const { pixels } = sheet;
    const whole = alpha === 1;
    for (let place = 0; place < full.offsets.length; place += 1) {
      const pixel = middle + full.offsets[place];
      if (whole) pixels[pixel] = full.colours[place];
      else blend(pixel, full.colours[place], alpha);
    }
    for (let place = 0; place < edge.offsets.length; place += 1) {
      const pixel = middle + edge.offsets[place];
      // On nothing there is nothing to blend with.
      if (whole && !pixels[pixel]) pixels[pixel] = edge.colours[place];
      else blend(pixel, edge.colours[place], (alpha * (edge.colours[place] >>> 24)) / 255);
    }
  }

  /* A colour over the one that a pixel has, both as one number: alpha, blue, green, red. */
  function blend(pixel, colour, cover) {
    const { pixels } = sheet;
    const under = pixels[pixel];
    const below = ((under >>> 24) / 255) * (1 - cover);
    const whole = cover + below;
    const over = cover / whole;
    const rest = 1 - over;
    const red = ((colour & 255) * over + (under & 255) * rest + 0.5) | 0;
    const green = (((colour >> 8) & 255) * over + ((under >> 8) & 255) * rest + 0.5) | 0;
    const blue = (((colour >> 16) & 255) * over + ((under >> 16) & 255) * rest + 0.5) | 0;
    pixels[pixel] = ((255 * whole + 0.5) << 24) | (blue << 16) | (green << 8) | red;
  }

  Object.assign(launchMap, { pointSheet });
})((window.launchMap ||= {}));
