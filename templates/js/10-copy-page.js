// Copies the page's Markdown, which the head names.
docgenContent(() => {
  const source = document.querySelector('link[rel="alternate"][type="text/markdown"]');
  const button = document.querySelector('[data-copy-page]');
  if (!source || !button || !navigator.clipboard) return;

  button.hidden = false;
  button.addEventListener('click', async () => {
    const response = await fetch(source.href);
    if (!response.ok) return;
    await navigator.clipboard.writeText(await response.text());
    docgenShowCopied(button);
  });
});
