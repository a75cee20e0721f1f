/* How many launches are shown, at which site and of which type: counted whole where the selection
 * changes, and by what changes where a hand or time passes over the map. */
(function (launchMap) {
  "use strict";

  const ofType = {};
  let arcs = 0;

  /* Whether whoever's figures are drawn gave what a flight is drawn from, or a launch placed by. */
  const byWhom = (bits) => (bits >> launchMap.state.figures) & 1;
  const drawnFlights = (launch) => (launch.flights || []).filter((flight) => byWhom(flight.drawn));

  /* How many flights are drawn of a launch; counted once for each choice of figures. */
  function arcsOf(launch) {
    const { figures } = launchMap.state;
    if (launch.countedBy !== figures) Object.assign(launch, { countedBy: figures, arcs: drawnFlights(launch).length });
    return launch.arcs;
  }

  /* Where a launch is counted, or nothing where it is not placed. */
  const siteOf = (launch) => (launch.site !== null && byWhom(launch.placed) ? launchMap.sites[launch.site] : null);

  function turn(launch) {
    launch.shown = !launch.shown;
    const by = launch.shown ? 1 : -1;
    arcs += by * arcsOf(launch);
    ofType[launch.type] = (ofType[launch.type] || 0) + by;
    const site = siteOf(launch);
    if (!site) return;
    site.count += by;
    if (!launch.failed || arcsOf(launch)) return;
    site.failures += by;
    if (launch.shown) site.failedType = launch.type;
  }

  /* Counts launches anew, a truth for each; returns how many flights are drawn of them. */
  function count(wanted) {
    arcs = 0;
    launchMap.sites.forEach((site) => { site.count = site.failures = 0; });
    Object.keys(ofType).forEach((type) => { ofType[type] = 0; });
    launchMap.launches.forEach((launch, place) => {
      launch.shown = false;
      if (wanted[place]) turn(launch);
    });
    return arcs;
  }

  /* Counts on from the launches shown to others, a truth for each, and tells of each that changes. */
  function countOn(wanted, changed) {
    launchMap.launches.forEach((launch, place) => {
      if (launch.shown === Boolean(wanted[place])) return;
      turn(launch);
      changed(place);
    });
    return arcs;
  }

  /* Ids of the launches that are counted at a site. */
  const launchesAt = (site) => launchMap.launches.filter((launch) => launch.shown && siteOf(launch) === site).map(({ id }) => id);

  Object.assign(launchMap, { sites: [], byWhom, drawnFlights, arcsOf, count, countOn, launchesAt, shownOfType: (type) => ofType[type] || 0 });
})((window.launchMap ||= {}));
