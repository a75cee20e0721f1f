/* How flights are drawn: a canvas of our own, and lines that stay smooth. */
(function (launchMap) {
  "use strict";

  const { paper: PAPER, region: REGION, dashes, picture: { bundle } } = launchMap.look;
  /* What depends on the selection, read at the time of drawing. */
  const drawing = { areaOpacity: 0.2, trackOpacity: 1, weight: 2.2, many: false, selected: null, seen: null };
  /* How often the mark below the pointer is looked for, as Leaflet does. */
  const HOVER_MS = 32;
  /* What is left of the others beside a launch that is open. */
  const DIMMED = 0.25;
  const BUNDLE_OPACITY = 0.42;
  /* What is seen of a mark that time has not changed. */
  const WHOLE = { share: 1, alpha: 1 };
  /* Share of the map that is drawn around it. */
  const PADDING = 0.4;

  /* Opacity of what is drawn of a launch: the one that is open stands out. */
  function opacity(layer, chosen, other) {
    const { alpha } = seenOf(layer);
    if (layer.launch === drawing.selected) return alpha * chosen;
    return alpha * (drawing.selected ? other * DIMMED : other);
  }

  /* What is seen of a mark while time passes over the map: the share of its track that is flown and
   * its opacity, or null. `drawing.seen` says it of a mark of a launch; without it all is seen. */
  function seenOf(layer) {
    if (!drawing.seen) return WHOLE;
    const place = layer.place || layer.around;
    if (place) return place.count ? WHOLE : null;
    const seen = drawing.seen(layer);
    return seen && seen.share < 1 && layer.options.part === "area" ? null : seen;
  }

  /* Whether a track is drawn along another: of its own there is the impact point alone. */
  const isAlong = (layer) => drawing.many && layer.led === 0 && layer.launch !== drawing.selected;

  /* A canvas that casts each track in a darker shade of its colour, which the sea needs, ends it
   * with a dot or a cross, and reads the opacities that depend on how many flights are on screen
   * at the time of drawing. The nearest mark is pointed at, not the one drawn last. */
  const FlightCanvas = L.Canvas.extend({
    _draw() {
      const { crowd } = launchMap;
      if (crowd.on) this._within((context) => crowd.drawLines(context));
      L.Canvas.prototype._draw.call(this);
      if (!drawing.many && !crowd.on) return;
      // Of many tracks the impact points are what is read: they lie above every line.
      this._within((context) => {
        if (crowd.on) crowd.drawEnds(context, this._bounds);
        for (let order = this._drawFirst; order; order = order.next) {
          if (order.layer.options.part === "track" && seenOf(order.layer)) this._drawEnd(context, order.layer);
        }
      });
    },
    /* Draws within the part that is drawn anew. */
    _within(draw) {
      const context = this._ctx;
      const bounds = this._redrawBounds;
      context.save();
      if (bounds) {
        const size = bounds.getSize();
        context.beginPath();
        context.rect(bounds.min.x, bounds.min.y, size.x, size.y);
        context.clip();
      }
      draw(context);
      context.restore();
    },
    /* Draws as much around the map as a hand may pan to, as a share of its size: a canvas that is
     * drawn anew in each frame is painted in a third of the time without. */
    pad(share) {
      this.options.padding = share;
      this._update();
      this._updatePaths();
    },
    _updatePoly(layer, closed) {
      const seen = seenOf(layer);
      if (!seen) return;
      if (seen.share === 1) {
        if (!isAlong(layer)) L.Canvas.prototype._updatePoly.call(this, layer, closed);
      } else if (this._drawing) this._drawFlying(layer, seen.share);
    },
    _updateCircle(layer) {
      if (seenOf(layer)) L.Canvas.prototype._updateCircle.call(this, layer);
    },
    /* A flight on its way: bold, as far as it has got. */
    _drawFlying(layer, share) {
      const [line] = layer._rings;
      if (!line || !line.length) return;
      const context = this._ctx;
      context.beginPath();
      flown(line, share).forEach((point, place) => context[place ? "lineTo" : "moveTo"](point.x, point.y));
      context.lineJoin = "round";
      context.lineCap = "butt";
      context.globalAlpha = opacity(layer, 1, 1);
      strokeCased(context, layer, FLYING_PX, layer.options.dash || []);
      context.globalAlpha = 1;
      if (!drawing.many) this._drawEnd(context, layer);
    },
    meant(point) {
      const layers = [];
      for (let order = this._drawFirst; order; order = order.next) {
        const { layer } = order;
        if (layer.options.interactive && seenOf(layer) && layer._containsPoint(point)) layers.push(layer);
      }
      const meant = launchMap.meant(layers, point, this.options.tolerance);
      if (!launchMap.crowd.on || (meant[0] && meant[0].place)) return meant;
      const crowd = launchMap.crowdMarks(point, this.options.tolerance);
      const opened = meant[0] && meant[0].launch === launchMap.state.selected;
      return opened ? [...meant, ...crowd] : [...crowd, ...meant];
    },
    // Leaflet takes the mark that was drawn last.
    _onClick(event) {
      const [layer] = this.meant(this._map.mouseEventToLayerPoint(event));
      const dragged = layer && ["click", "preclick"].includes(event.type) && this._map._draggableMoved(layer);
      this._fireEvent(layer && !dragged ? [layer] : false, event);
    },
    _handleMouseHover(event, point) {
      if (this._mouseHoverThrottled) return;
      const [layer] = this.meant(point);
      if (layer !== this._hoveredLayer) {
        this._handleMouseOut(event);
        if (layer) {
          L.DomUtil.addClass(this._container, "leaflet-interactive");
          this._fireEvent([layer], event, "mouseover");
          this._hoveredLayer = layer;
        }
      }
      this._fireEvent(this._hoveredLayer ? [this._hoveredLayer] : false, event);
      this._mouseHoverThrottled = true;
      setTimeout(() => { this._mouseHoverThrottled = false; }, HOVER_MS);
    },
    _fillStroke(context, layer) {
      const kind = layer.options.part;
      if (kind === "area") return this._drawArea(context, layer);
      if (kind === "track") return this._drawTrack(context, layer);
      if (kind === "trace") return this._drawTrace(context, layer);
      L.Canvas.prototype._fillStroke.call(this, context, layer);
      if (kind === "site" && layer.place.failures) {
        drawCross(context, layer._point, 0.55 * layer._radius, layer.place.disc ? REGION : PAPER, 1.7);
      }
    },
    _drawArea(context, layer) {
      const chosen = layer.launch === drawing.selected;
      context.globalAlpha = opacity(layer, 0.35, drawing.areaOpacity);
      context.fillStyle = layer.options.color;
      context.fill("evenodd");
      if (!layer.options.core && (chosen || drawing.areaOpacity > 0.1)) {
        context.globalAlpha = opacity(layer, 0.9, 0.35);
        context.lineWidth = 1;
        context.setLineDash([]);
        context.strokeStyle = layer.options.color;
        context.stroke();
      }
      context.globalAlpha = 1;
    },
    /* What is known in part: a dashed ring segment, or a ray; and waters that were announced as
     * dangerous, with a dashed edge. */
    _drawTrace(context, layer) {
      const chosen = layer.launch === drawing.selected;
      context.lineCap = "butt";
      if (layer.options.kind === "ray") {
        context.globalAlpha = opacity(layer, 0.7, 0.45);
        context.fillStyle = layer.options.color;
        context.fill();
        context.setLineDash([]);
        context.globalAlpha = opacity(layer, 1, 0.8);
        context.strokeStyle = layer.options.casing;
        context.lineWidth = 0.8;
        context.stroke();
      } else if (layer.options.kind === "announced") {
        context.globalAlpha = opacity(layer, 0.3, 0.16);
        context.fillStyle = layer.options.color;
        context.fill();
        context.globalAlpha = opacity(layer, 1, 0.8);
        context.setLineDash(dashes.announced);
        context.strokeStyle = layer.options.casing;
        context.lineWidth = chosen ? 2 : 1.2;
        context.stroke();
        context.setLineDash([]);
      } else {
        context.globalAlpha = opacity(layer, 1, 1);
        strokeCased(context, layer, drawing.weight + (chosen ? 1.4 : 0), dashes.ring);
      }
      context.globalAlpha = 1;
    },
    _drawTrack(context, layer) {
      const chosen = layer.launch === drawing.selected;
      if (drawing.many && !chosen && layer.led !== undefined) return this._drawBundle(context, layer);
      context.lineJoin = "round";
      context.lineCap = "butt";
      context.globalAlpha = opacity(layer, 1, drawing.trackOpacity);
      strokeCased(context, layer, drawing.weight + (chosen ? 2 : 0), layer.options.dash || []);
      context.globalAlpha = 1;
      if (!drawing.many) this._drawEnd(context, layer);
    },
    _drawBundle(context, layer) {
      context.lineJoin = "round";
      context.lineCap = "butt";
      context.setLineDash(layer.options.differing ? dashes.differing : []);
      context.globalAlpha = opacity(layer, 1, BUNDLE_OPACITY);
      context.strokeStyle = bundle;
      context.lineWidth = launchMap.bundleWidth(layer.led);
      context.stroke();
      context.setLineDash([]);
      context.globalAlpha = 1;
    },
    _drawEnd(context, layer) {
      const [line] = layer._rings;
      if (!line || !line.length) return;
      const end = flown(line, seenOf(layer).share).at(-1);
      const chosen = layer.launch === drawing.selected;
      context.globalAlpha = opacity(layer, 1, 1);
      drawEnd(context, end, layer, Math.max(drawing.weight, LEAST_END_PX) + (chosen ? 2 : 0));
      context.globalAlpha = 1;
    },
  });

  const LEAST_END_PX = 1.6;
  const FLYING_PX = 2.4;
  const CASING_PX = 1.1;

  /* Points of a track up to a share of it; its own are evenly spaced. */
  function flown(points, share) {
    const at = share * (points.length - 1);
    const whole = Math.floor(at);
    const [from, to] = [points[whole], points[whole + 1]];
    if (!to) return points;
    const rest = at - whole;
    return [...points.slice(0, whole + 1), { x: from.x + rest * (to.x - from.x), y: from.y + rest * (to.y - from.y) }];
  }

  /* A line in its colour on a darker one; the gaps of a dash stay open, for what lies below. */
  function strokeCased(context, layer, weight, dash) {
    context.setLineDash(dash);
    context.strokeStyle = layer.options.casing;
    context.lineWidth = weight + 2 * CASING_PX;
    // Of many thin lines the casing alone would be seen.
    if (!drawing.many || layer.launch === drawing.selected) context.stroke();
    context.strokeStyle = layer.options.color;
    context.lineWidth = weight;
    context.stroke();
    context.setLineDash([]);
  }

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
      drawCross(context, point, weight + 2.4, layer.options.casing, 4.2);
      drawCross(context, point, weight + 2.4, layer.options.color, 2);
    } else {
      context.beginPath();
      context.arc(point.x, point.y, weight + 1.1, 0, 2 * Math.PI);
      context.fillStyle = layer.options.color;
      context.fill();
      context.lineWidth = 1;
      context.strokeStyle = layer.options.casing;
      context.stroke();
    }
  }

  Object.assign(launchMap, {
    PADDING, LEAST_END_PX, FLYING_PX, ALL: WHOLE, drawing, FlightCanvas, Track, Area, flown, strokeCased, drawEnd,
  });
})((window.launchMap ||= {}));
