/* Lines as the server writes them (geo/polyline.py), read when they are drawn. */
(function (launchMap) {
  "use strict";

  /* Points of a line: latitude and longitude [deg]. */
  function latLngs(text) {
    const points = [];
    const at = [0, 0];
    for (let place = 0; place < text.length;) {
      for (let axis = 0; axis < 2; axis += 1) {
        let number = 0;
        let sign;
        let shift = 0;
        do {
          sign = text.charCodeAt(place) - 63;
          number |= (sign & 31) << shift;
          shift += 5;
          place += 1;
        } while (sign >= 32);
        at[axis] += (number >> 1) ^ -(number & 1);
      }
      points.push([at[0] / 1000, at[1] / 1000]);
    }
    return points;
  }

  Object.assign(launchMap, { latLngs });
})((window.launchMap ||= {}));
