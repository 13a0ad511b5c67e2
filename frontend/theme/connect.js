// Tells the window that began the connection how it went, and goes away if it is a window of its own.
const page = document.getElementById('connect');
const { state, workspace, credential } = page.dataset;

// The code in the address is used up; nobody needs it in the history.
history.replaceState(null, '', location.pathname);

const channel = new BroadcastChannel('patchbay-connect');
channel.postMessage({ state, workspace, credential });
channel.close();

// A window that was opened for this has no page before this one that could be gone back to.
if (window.name === 'patchbay-connect' || window.opener || history.length <= 2) {
  const button = document.getElementById('close');
  button.hidden = false;
  button.addEventListener('click', () => window.close());
  if (state === 'connected') setTimeout(() => window.close(), 1200);
}
