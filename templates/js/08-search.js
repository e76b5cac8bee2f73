// The search's button, keys and links. What finds and shows is loaded when it is first needed.
{
  const dialog = document.getElementById('docgen-search');
  const input = dialog?.querySelector('input');
  const load = () => import(dialog.dataset.script);

  const open = async (query) => {
    if (!dialog.open) dialog.showModal();
    if (query !== undefined) input.value = query;
    input.select();
    try {
      await (await load()).start();
    } catch {
      // The script is not there: the site has been published anew, or there is no network.
      dialog.querySelector('[role="status"]').textContent = dialog.dataset.failed;
      dialog.querySelector('[data-search-reload]').hidden = false;
    }
  };

  if (dialog) {
    const keys = /Mac|iP(ad|hone|od)/.test(navigator.platform) ? '⌘K' : 'Ctrl K';
    for (const button of document.querySelectorAll('[data-search-open]')) {
      button.setAttribute('role', 'button');
      button.setAttribute('aria-haspopup', 'dialog');
      button.setAttribute('aria-keyshortcuts', 'Control+K Meta+K /');
      button.querySelector('kbd')?.replaceChildren(keys);
      button.addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        open();
      });
      button.addEventListener('keydown', (event) => {
        if (event.key !== ' ') return;
        event.preventDefault();
        open();
      });
    }

    addEventListener('keydown', (event) => {
      const isChord = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (isChord && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        if (dialog.open) dialog.close();
        else open();
      } else if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey) {
        if (dialog.open || event.target.closest?.('input, textarea, select, [contenteditable]')) return;
        event.preventDefault();
        open();
      }
    });
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog || event.target.closest('[data-search-close]')) dialog.close();
    });
    dialog.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
    dialog.querySelector('[data-search-reload]').addEventListener('click', () => location.reload());

    const { searchParams } = new URL(location.href);
    const highlight = searchParams.get('highlight');
    if (highlight) load().then(({ mark }) => mark(highlight)).catch(() => {});
    if (searchParams.has('q')) open(searchParams.get('q'));
    else if (document.querySelector('[data-search-page]')) open();
  }
}
