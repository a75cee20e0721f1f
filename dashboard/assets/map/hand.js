/* The hand on the time strip: pointer, fingers, wheel and keys move the period, and the map with it. */
(function (launchMap) {
  "use strict";

  /* A press that moves less is a click; a day so wide is met by the hand, else months are [px]. */
  const CLICK_PX = 4;
  const DAY_PX = 3;
  /* The wheel's way that moves the period by a unit [px], and what it zooms [1/px]. */
  const WHEEL_PX = 30;
  const ZOOM_PER_PX = 0.003;
  /* The hand is off the wheel or the keys after so long [ms]. */
  const LIFTED_MS = 400;
  const CURSORS = { start: "ew-resize", end: "ew-resize", body: "grab" };

  function grasp(lane, nodes) {
    const { strip } = launchMap;
    const fingers = new Map();
    let hand = null;
    let wanted = null;
    let frame = 0;
    let lifting = 0;
    let turned = 0;

    const at = (event) => event.clientX - lane.getBoundingClientRect().left;
    const snap = () => (strip.perDay() >= DAY_PX ? "day" : "month");
    const grasped = (x) => launchMap.graspedAt(x, strip.edges(), strip.reach, strip.width());
    const everything = () => strip.period[0] === strip.whole[0] && strip.period[1] === strip.whole[1];

    /* Shows a period in the next frame; what came before it in this one is never drawn. */
    function follow(period) {
      if (String(period) === String(wanted || strip.period)) return;
      if (!launchMap.held) {
        launchMap.stopPlaying();
        launchMap.held = true;
        launchMap.hold(strip.picked(strip.whole, strip.type));
        launchMap.renderer.pad(0);
        launchMap.map.getContainer().classList.add("map-passing");
      }
      wanted = period;
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        strip.preview(wanted);
      });
    }

    function lift(period) {
      clearTimeout(lifting);
      cancelAnimationFrame(frame);
      [frame, lifting] = [0, 0];
      const chosen = period || wanted;
      wanted = null;
      if (launchMap.held) launchMap.renderer.pad(launchMap.PADDING);
      launchMap.held = false;
      launchMap.map.getContainer().classList.remove("map-passing");
      if (chosen) launchMap.choose({ period: chosen.map(launchMap.isoOf), moment: null });
      else strip.letGo();
    }

    /* The wheel and the keys are lifted when nothing more comes. */
    function liftSoon() {
      clearTimeout(lifting);
      lifting = setTimeout(lift, LIFTED_MS);
    }

    function between(x) {
      if (hand.part === "body") return launchMap.moved(hand.period, strip.dayAt(x) - hand.day, snap(), strip.whole);
      if (!hand.part) return launchMap.between(hand.day, strip.dayAt(x), strip.unit(), strip.whole);
      const edge = hand.part === "start" ? hand.period[0] : hand.period[1] + 1;
      return launchMap.stretched(hand.period, hand.part, edge + strip.dayAt(x) - hand.day, snap(), strip.whole);
    }

    lane.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      lane.setPointerCapture(event.pointerId);
      const x = at(event);
      fingers.set(event.pointerId, x);
      if (fingers.size > 1) {
        if (hand && hand.moved) lift();
        hand = null;
        return;
      }
      if (lifting) lift();
      const part = grasped(x);
      // Everything cannot be moved: a hand on it chooses a part.
      hand = { part: part === "body" && everything() ? null : part, period: strip.period, day: strip.dayAt(x), x, moved: false };
      nodes[part || "body"].focus({ preventScroll: true });
      event.preventDefault();
    });

    lane.addEventListener("pointermove", (event) => {
      const x = at(event);
      if (fingers.size > 1) return pinch(event.pointerId, x);
      if (!hand) {
        lane.style.cursor = CURSORS[grasped(x)] || "crosshair";
        if (event.pointerType === "mouse" && !launchMap.showMoment.on) {
          strip.write([strip.barWords(strip.dayAt(x)), launchMap.aroundWords(x)].filter(Boolean).join(launchMap.say("mark.dot")));
        }
        return undefined;
      }
      hand.moved ||= Math.abs(x - hand.x) >= CLICK_PX;
      if (hand.moved) follow(between(x));
      return undefined;
    });

    /* Two fingers show less time or more, around their middle. */
    function pinch(id, x) {
      const apart = () => {
        const [one, other] = fingers.values();
        return Math.max(Math.abs(one - other), 1);
      };
      const before = apart();
      fingers.set(id, x);
      const [one, other] = fingers.values();
      strip.zoom(before / apart(), strip.dayAt((one + other) / 2));
    }

    lane.addEventListener("pointerup", (event) => {
      fingers.delete(event.pointerId);
      if (!hand) return;
      const { part, moved } = hand;
      const x = at(event);
      hand = null;
      if (moved) lift();
      else if ((!part || part === "body") && strip.barWords(strip.dayAt(x))) {
        lift(launchMap.between(strip.dayAt(x), strip.dayAt(x), strip.unit(), strip.whole));
      }
    });

    lane.addEventListener("pointercancel", (event) => {
      fingers.delete(event.pointerId);
      // The page scrolls: it was no hand on the strip.
      if (hand && hand.moved) {
        wanted = null;
        lift();
      }
      hand = null;
    });

    lane.addEventListener("pointerleave", () => {
      if (!hand && !launchMap.held && !launchMap.showMoment.on) strip.write();
    });

    lane.addEventListener("wheel", (event) => {
      const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (event.ctrlKey || event.metaKey) strip.zoom(Math.exp(event.deltaY * ZOOM_PER_PX), strip.dayAt(at(event)));
      else if (sideways) {
        turned += event.deltaX || event.deltaY;
        const units = Math.trunc(turned / WHEEL_PX);
        turned -= units * WHEEL_PX;
        let period = wanted || strip.period;
        const key = { key: units > 0 ? "ArrowRight" : "ArrowLeft" };
        for (let unit = 0; unit < Math.abs(units); unit += 1) period = launchMap.byKey(period, "body", key, snap(), strip.whole);
        follow(period);
        liftSoon();
      } else return;
      event.preventDefault();
    }, { passive: false });

    ["start", "body", "end"].forEach((part) => nodes[part].addEventListener("keydown", (event) => {
      if (event.key === "Escape" && launchMap.held) {
        event.preventDefault();
        wanted = null;
        hand = null;
        return lift();
      }
      if (["+", "-"].includes(event.key)) {
        return strip.zoom(event.key === "+" ? 0.5 : 2, strip.period[part === "start" ? 0 : 1]);
      }
      const period = launchMap.byKey(wanted || strip.period, part, event, snap(), strip.whole);
      if (!period) return undefined;
      event.preventDefault();
      follow(period);
      return liftSoon();
    }));
  }

  Object.assign(launchMap, { grasp, held: false });
})((window.launchMap ||= {}));
