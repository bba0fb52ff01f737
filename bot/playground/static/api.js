// The playground's HTTP door: every request the page makes, and the events it hears.

/** What the door says to a GET of that path, or an Error where it refuses; parameters without a value are left out. */
export async function get(path, parameters = {}) {
  const given = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined);
  const query = new URLSearchParams(given).toString();
  const response = await fetch(query ? `${path}?${query}` : path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  const told = await response.json();
  if (told.ok === false) throw new Error(told.error);
  return told;
}

/** What the door says to a POST; a refusal or a silent door is `{ok: false, error: sentence}`. */
export async function post(path, body) {
  // The header is one that no other site's page can send here unasked.
  const headers = { "Content-Type": "application/json", "X-Playground": "1" };
  try {
    const response = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
    const said = await response.json();
    return response.ok ? { ok: true, ...said } : { ok: false, error: `Refused (${response.status}).`, ...said };
  } catch {
    return { ok: false, error: "The playground does not answer. Is it still running?" };
  }
}

/** Hears what has changed, for as long as the page is open; `up` and `down` tell of the line. */
export function listen({ changed, up, down }) {
  const source = new EventSource("/play/events");
  source.onopen = up;
  source.onmessage = (event) => changed(JSON.parse(event.data));
  source.onerror = () => {
    down();
    // A browser tries again by itself, except after an answer that was no stream.
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => listen({ changed, up, down }), 1000);
    }
  };
}
