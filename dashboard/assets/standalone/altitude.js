/* The altitude chart of a launch on a page of its own. */
window.launchAltitude.show({
  parentElement: document.getElementById("altitude"),
  data: JSON.parse(document.getElementById("altitude-data").textContent),
});
