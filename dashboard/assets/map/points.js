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
      const [column, row] = [Math.round(scale * x), Math.round(scale * y)];
      if (column < air || row < air || column >= wide - air || row >= high - air) return false;
      middle = row * wide + column;
      return !taken[middle];
    }

    function add(kind, alpha) {
      taken[middle] = 1;
      [middles[number], kinds[number], alphas[number]] = [middle, kind, alpha];
      number += 1;
    }

    /* Draws all, those that were added last below the others. */
    function draw(context, optionsOf) {
      for (let place = number - 1; place >= 0; place -= 1) {
        press(stampOf(kinds[place], scale, optionsOf), middles[place], alphas[place]);
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
    const { data } = context.getImageData(0, 0, side, side);
    const colours = new Uint32Array(data.buffer);
    const stamp = { full: [], colours: [], edge: [] };
    for (let place = 0; place < side * side; place += 1) {
      const offset = (Math.floor(place / side) - side / 2) * sheet.wide + (place % side) - side / 2;
      const [red, green, blue, cover] = data.slice(4 * place, 4 * place + 4);
      if (cover >= FULL) {
        stamp.full.push(offset);
        stamp.colours.push(colours[place]);
      } else if (cover) stamp.edge.push({ offset, red, green, blue, cover: cover / 255 });
    }
    stamps.set(name, stamp);
    return stamp;
  }

  function press({ full, colours, edge }, middle, alpha) {
    for (let place = 0; place < full.length; place += 1) {
      const colour = colours[place];
      if (alpha === 1) sheet.pixels[middle + full[place]] = colour;
      else blend(middle + full[place], colour & 255, (colour >> 8) & 255, (colour >> 16) & 255, alpha);
    }
    for (const { offset, red, green, blue, cover } of edge) blend(middle + offset, red, green, blue, alpha * cover);
  }

  /* A colour over the one that a pixel has. */
  function blend(pixel, red, green, blue, cover) {
    const { data } = sheet.image;
    const at = 4 * pixel;
    const below = (data[at + 3] / 255) * (1 - cover);
    const whole = cover + below;
    data[at] = (red * cover + data[at] * below) / whole;
    data[at + 1] = (green * cover + data[at + 1] * below) / whole;
    data[at + 2] = (blue * cover + data[at + 2] * below) / whole;
    data[at + 3] = 255 * whole;
  }

  Object.assign(launchMap, { pointSheet });
})((window.launchMap ||= {}));
