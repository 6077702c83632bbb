// On a narrow screen one column is seen at a time: who waits, the chat, or what we know.

const tabs = [...document.querySelectorAll('[data-to-view]')];

/** Wires the three buttons, and keeps them true when something else changes the view. */
export function startViews() {
  for (const tab of tabs) {
    tab.onclick = () => {
      document.body.dataset.view = tab.dataset.toView;
    };
  }
  const follow = () => {
    for (const tab of tabs) {
      tab.setAttribute('aria-pressed', String(tab.dataset.toView === document.body.dataset.view));
    }
  };
  new MutationObserver(follow).observe(document.body, { attributeFilter: ['data-view'] });
  follow();
}
