// Copies the page's Markdown, which the head names.
docgenContent(() => {
  const source = document.querySelector('link[rel="alternate"][type="text/markdown"]');
  const button = document.querySelector('[data-copy-page]');
  if (!source || !button) return;
  // The address is that of the published site, which a preview is not.
  const { pathname } = new URL(source.href);
  document.querySelector('[data-view-page]').href = pathname;
  if (!navigator.clipboard) return;

  const copy = async () => {
    const response = await fetch(pathname);
    if (!response.ok) return;
    await navigator.clipboard.writeText(await response.text());
    docgenShowCopied(button);
  };
  button.hidden = false;
  button.addEventListener('click', () => copy().catch(() => {}));
});
