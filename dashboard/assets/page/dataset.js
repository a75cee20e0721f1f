/* What search engines read of the page: the record as a Dataset of schema.org, put into its head. */
(function () {
  "use strict";

  async function describe() {
    const answer = await fetch(new URL("api/record/dataset.jsonld", document.baseURI));
    if (!answer.ok || document.getElementById("dataset")) return;
    const element = document.createElement("script");
    Object.assign(element, { id: "dataset", type: "application/ld+json", text: await answer.text() });
    document.head.append(element);
  }

  // The page goes first: nobody waits for what only programs read. Without an answer it does without.
  const later = window.requestIdleCallback ?? window.setTimeout;
  later(() => describe().catch(() => {}));
})();
