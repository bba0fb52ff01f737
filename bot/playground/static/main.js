// Starts the page and keeps it in step with the workspace.

import { listen } from "./api.js";
import { watchEscape } from "./closing.js";
import { refresh, startConversation } from "./conversation.js";
import { refreshFaults } from "./faults.js";
import { refreshModal, startModal } from "./modal.js";
import { refreshRequests, startPanel } from "./panel.js";
import { startSidebar } from "./sidebar.js";
import { on, refreshState, state, tell } from "./state.js";
import { startTheme } from "./theme.js";
import { refreshThread, startThread } from "./thread.js";
import { refreshRuns } from "./workflows.js";

const byId = (id) => document.getElementById(id);

async function everything() {
  await refreshState();
  tell("place");
  await refreshRequests();
  await refreshRuns();
}

async function changed({ changed: what, channel }) {
  const has = (name) => what.includes(name);
  if (has("state")) await refreshState();
  if (has("messages") && channel && channel !== state.channel) {
    state.unread.add(channel);
    tell("state");
  } else if (has("messages") || has("home")) {
    refresh();
    refreshThread();
  }
  if (has("modal")) refreshModal();
  if (has("requests")) refreshRequests();
  if (has("steps")) refreshRuns();
  if (has("drafts")) tell("drafts");
  if (has("state") || has("requests")) refreshFaults();
}

startTheme();
watchEscape();
startSidebar();
startConversation();
startThread();
startModal();
startPanel();
on("said", () => {
  refresh();
  refreshThread();
});
// The line's first opening also fetches everything, so nothing is missed in between.
listen({
  changed,
  up: () => {
    byId("offline").hidden = true;
    everything();
  },
  down: () => (byId("offline").hidden = false),
});
