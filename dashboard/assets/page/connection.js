/* Says when the page has lost its server, and has the page run once it is back: a server that was started
 * anew knows nothing of the page until then, and passes over what is pressed. Streamlit says in two
 * attributes how its connection is and whether the page runs. */
(function () {
  "use strict";

  const [STATE, RUN] = ["data-test-connection-state", "data-test-script-state"];
  const MAP_FRAME = "iframe[src*='streamlit_folium']";
  const listening = new Map();
  let [words, tell, notice] = [null, null, null];
  let [lost, back, renewed] = [false, false, false];
  let returns = 0;

  function say() {
    const said = words && (renewed ? words.renewed : lost || back ? words.lost : "");
    if (!said) {
      notice?.remove();
      notice = null;
      return;
    }
    if (!notice) {
      notice = document.createElement("p");
      notice.classList.add("notice", "connection");
      notice.setAttribute("role", "status");
      document.body.append(notice);
    }
    notice.textContent = said;
    if (renewed) {
      const again = document.createElement("button");
      again.textContent = words.anew;
      again.addEventListener("click", () => location.reload());
      notice.append(" ", again);
    }
  }

  function connection(state) {
    if (!state || lost === (state !== "CONNECTED")) return;
    lost = !lost;
    back = !lost;
    say();
    if (lost || !tell) return;
    returns += 1;
    tell(returns);
  }

  /* The page has run, and the server knows it again. */
  function run(state) {
    if (lost || !back || state !== "notRunning") return;
    back = false;
    say();
    listening.forEach((takeBack) => takeBack());
    document.querySelector(MAP_FRAME)?.contentWindow?.launchMap?.takeBack();
  }

  function look(changes) {
    changes.forEach(({ target, attributeName }) => {
      (attributeName === STATE ? connection : run)(target.getAttribute(attributeName));
    });
  }

  new MutationObserver(look).observe(document.documentElement, { subtree: true, attributes: true, attributeFilter: [STATE, RUN] });

  function hear(said, told) {
    [words, tell] = [said, told];
  }

  window.launchConnection = {
    hear,
    show: ({ data, setTriggerValue }) => {
      window.launchBorrowed.hear(data.borrowed);
      hear(data.words, (times) => setTriggerValue("returned", times));
    },
    /* What was pressed meanwhile is not done: who shows it as done, in a node, takes it back. */
    whenBack: (shownIn, takeBack) => {
      [...listening.keys()].filter((node) => !node.isConnected).forEach((node) => listening.delete(node));
      listening.set(shownIn, takeBack);
    },
    /* The server has other scripts than this page: it was renewed since the page was opened. */
    renew: () => { renewed = true; say(); },
  };
})();
