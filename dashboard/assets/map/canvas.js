/* How flights are drawn: a canvas of our own, and lines that stay smooth. */
(function (launchMap) {
  "use strict";

  const { paper: CASING, region: REGION, dashes } = launchMap.look;
  /* What depends on the selection, read at the time of drawing. */
  const drawing = { areaOpacity: 0.2, trackOpacity: 1, weight: 2.2, selected: null };

  /* A canvas that casts each track in white, ends it with a dot or a cross, and reads the
   * opacities that depend on how many flights are on screen at the time of drawing. */
  const FlightCanvas = L.Canvas.extend({
    _fillStroke(context, layer) {
      const kind = layer.options.part;
      if (kind === "area") return this._drawArea(context, layer);
      if (kind === "track") return this._drawTrack(context, layer);
      if (kind === "trace") return this._drawTrace(context, layer);
      L.Canvas.prototype._fillStroke.call(this, context, layer);
      if (kind === "site" && layer.place.failures) {
        drawCross(context, layer._point, 0.55 * layer._radius, layer.place.disc ? REGION : CASING, 1.7);
      }
    },
    _drawArea(context, layer) {
      const chosen = layer.launch === drawing.selected;
      context.globalAlpha = chosen ? 0.35 : drawing.areaOpacity;
      context.fillStyle = layer.options.color;
      context.fill("evenodd");
      if (!layer.options.core && (chosen || drawing.areaOpacity > 0.1)) {
        context.globalAlpha = chosen ? 0.9 : 0.35;
        context.lineWidth = 1;
        context.setLineDash([]);
        context.strokeStyle = layer.options.color;
        context.stroke();
      }
      context.globalAlpha = 1;
    },
    /* What is known in part: a dashed ring segment, or a ray that fades with the distance. */
    _drawTrace(context, layer) {
      const chosen = layer.launch === drawing.selected;
      context.lineCap = "butt";
      if (layer.options.kind === "ray") {
        context.globalAlpha = chosen ? 0.7 : 0.45;
        context.fillStyle = layer.options.color;
        context.fill();
      } else {
        context.setLineDash(dashes.ring);
        context.globalAlpha = 0.7;
        context.strokeStyle = CASING;
        context.lineWidth = drawing.weight + (chosen ? 3.4 : 1.8);
        context.stroke();
        context.globalAlpha = 1;
        context.strokeStyle = layer.options.color;
        context.lineWidth = drawing.weight + (chosen ? 1.4 : 0);
        context.stroke();
        context.setLineDash([]);
      }
      context.globalAlpha = 1;
    },
    _drawTrack(context, layer) {
      const chosen = layer.launch === drawing.selected;
      const weight = drawing.weight + (chosen ? 2 : 0);
      context.lineCap = "butt";
      context.lineJoin = "round";
      context.setLineDash([]);
      context.globalAlpha = chosen ? 1 : 0.75 * drawing.trackOpacity;
      context.strokeStyle = CASING;
      context.lineWidth = weight + 2.2;
      // Dots may lie over the line of the preferred range, which has to be seen between them.
      if (!layer.options.differing) context.stroke();
      context.globalAlpha = chosen ? 1 : drawing.trackOpacity;
      context.setLineDash(layer.options.dash || []);
      context.strokeStyle = layer.options.color;
      context.lineWidth = weight;
      context.stroke();
      context.setLineDash([]);
      const end = layer._rings[0] && layer._rings[0][layer._rings[0].length - 1];
      if (end) drawEnd(context, end, layer, weight);
      context.globalAlpha = 1;
    },
  });

  /* Leaflet rounds projected points to whole pixels, which makes a fine-grained curve wavy. */
  const unrounded = {
    _projectLatlngs(latlngs, result, bounds) {
      if (!(latlngs[0] instanceof L.LatLng)) {
        latlngs.forEach((ring) => this._projectLatlngs(ring, result, bounds));
        return;
      }
      const origin = this._map.getPixelOrigin();
      const ring = latlngs.map((latlng) => this._map.project(latlng).subtract(origin));
      ring.forEach((point) => bounds.extend(point));
      result.push(ring);
    },
  };
  const Track = L.Polyline.extend(unrounded);
  const Area = L.Polygon.extend(unrounded);

  function drawCross(context, point, arm, colour, width) {
    context.beginPath();
    context.moveTo(point.x - arm, point.y - arm);
    context.lineTo(point.x + arm, point.y + arm);
    context.moveTo(point.x - arm, point.y + arm);
    context.lineTo(point.x + arm, point.y - arm);
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  }

  function drawEnd(context, point, layer, weight) {
    if (layer.options.failed) {
      drawCross(context, point, weight + 2.4, CASING, 4.5);
      drawCross(context, point, weight + 2.4, layer.options.color, 2);
    } else {
      context.beginPath();
      context.arc(point.x, point.y, weight + 1.1, 0, 2 * Math.PI);
      context.fillStyle = layer.options.color;
      context.fill();
      context.lineWidth = 1;
      context.strokeStyle = CASING;
      context.stroke();
    }
  }

  const latLngs = (flat) => {
    const points = [];
    for (let i = 0; i < flat.length; i += 2) points.push([flat[i], flat[i + 1]]);
    return points;
  };

  Object.assign(launchMap, { drawing, FlightCanvas, Track, Area, latLngs });
})((window.launchMap ||= {}));
