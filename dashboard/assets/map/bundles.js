/* Many tracks drawn as few: those of one direction from about one place are one line along the
 * farthest of them, the wider the more, as in the pictures (dashboard/picture/scene/marks.py). */
(function (launchMap) {
  "use strict";

  const EARTH_KM = 6371;
  /* Width of a direction: one of twelve. */
  const DIRECTION_DEG = 30;
  /* How far apart sites may lie that count as one: what it is in a picture of a year. */
  const PLACE_KM = 75;
  /* Least range, as a share of the farthest: a wide line is not led on by a single flight. */
  const SHARE = 0.4;
  const LETTER_PX = 12;

  const radians = (degrees) => (degrees * Math.PI) / 180;

  /* Distance on a sphere [km] and first azimuth [deg] from one point to another. */
  function between(from, to) {
    const [one, other, turn] = [radians(from.lat), radians(to.lat), radians(to.lng - from.lng)];
    const half = Math.sin((other - one) / 2) ** 2 + Math.cos(one) * Math.cos(other) * Math.sin(turn / 2) ** 2;
    const azimuth = Math.atan2(
      Math.sin(turn) * Math.cos(other),
      Math.cos(one) * Math.sin(other) - Math.sin(one) * Math.cos(other) * Math.cos(turn));
    return { km: 2 * EARTH_KM * Math.asin(Math.sqrt(half)), azimuth: (azimuth * 180) / Math.PI };
  }

  function belongs(track, leading) {
    const turn = Math.abs(((track.azimuth - leading.azimuth + 540) % 360) - 180);
    return track.differing === leading.differing && track.km >= SHARE * leading.km && turn <= DIRECTION_DEG / 2 &&
      between(track.from, leading.from).km <= PLACE_KM;
  }

  /* Says of each track how many it is drawn for: none where it is drawn along another. */
  function bundle(layers) {
    const tracks = layers.map((layer) => {
      const points = layer.getLatLngs();
      return { layer, from: points[0], differing: layer.options.differing, ...between(points[0], points[points.length - 1]) };
    });
    const leading = [];
    for (const track of tracks.sort((one, other) => other.km - one.km)) {
      const found = leading.find((one) => belongs(track, one));
      track.layer.led = found ? 0 : 1;
      if (found) found.layer.led += 1;
      else leading.push(track);
    }
  }

  /* Width of a line that stands for so many [px]. */
  const bundleWidth = (number) => LETTER_PX * Math.min(0.42, 0.02 + 0.055 * Math.sqrt(number));

  Object.assign(launchMap, {
    bundle, bundleWidth, wayOf: between, BUNDLED_DEG: DIRECTION_DEG / 2, BUNDLED_KM: PLACE_KM, BUNDLED_SHARE: SHARE,
  });
})((window.launchMap ||= {}));
