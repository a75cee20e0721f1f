/* Files of the record that the page is drawn from: each is fetched once, under its own name. */
(function () {
  "use strict";

  const files = new Map();

  function load(address) {
    if (!files.has(address)) {
      const file = fetch(new URL(address, document.baseURI)).then((answer) => {
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.json();
      });
      file.catch(() => files.delete(address));
      files.set(address, file);
    }
    return files.get(address);
  }

  window.launchFiles = { load };
})();
