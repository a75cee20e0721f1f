/* The box on the page of the server, which is told of what was chosen. */
export default function ({ parentElement, data, setTriggerValue }) {
  const place = parentElement.querySelector(".search-place");
  const shown = JSON.stringify(data);
  // The page calls again with every change, and what is being typed has to stay.
  if (place.dataset.shown === shown) return;
  place.dataset.shown = shown;
  const load = async () => {
    const answer = await fetch(new URL(`search.json?lang=${data.lang}`, document.baseURI));
    if (!answer.ok) throw new Error(`search.json: ${answer.status}`);
    return answer.json();
  };
  window.launchCombobox(place, data, load, (query) => setTriggerValue("chosen", query));
}
