// Buttons on blocks of code: copy, and break long lines.
docgenContent(() => {
  const template = document.getElementById('docgen-code-buttons');
  const announcer = document.getElementById('docgen-announcer');

  /** What a reader wants to paste: a terminal session without its prompts and its output. */
  const textOf = (code) => {
    if (!code.querySelector('.token.prompt')) return code.textContent.replace(/\n$/, '');
    const commands = code.cloneNode(true);
    for (const part of commands.querySelectorAll('.prompt, .output')) part.remove();
    return commands.textContent
      .split('\n')
      .map((line) => line.trimEnd())
      .filter((line) => line !== '')
      .join('\n');
  };

  const copy = async (button, code) => {
    await navigator.clipboard.writeText(textOf(code));
    button.dataset.copied = '';
    announcer.textContent = button.dataset.copiedLabel;
    setTimeout(() => {
      delete button.dataset.copied;
      announcer.textContent = '';
    }, 2000);
  };

  for (const block of document.querySelectorAll('.theme-code-block')) {
    const pre = block.querySelector('pre');
    const code = block.querySelector('pre > code');
    if (!template || !code) continue;
    const buttons = template.content.cloneNode(true).firstElementChild;
    const wrap = buttons.querySelector('[data-wrap]');
    const copyButton = buttons.querySelector('[data-copy]');

    wrap.addEventListener('click', () => {
      const isWrapped = block.classList.toggle('theme-code-block--wrapped');
      wrap.setAttribute('aria-pressed', String(isWrapped));
    });
    // There is no clipboard on pages that come over plain HTTP.
    copyButton.hidden = !navigator.clipboard;
    copyButton.addEventListener('click', () => copy(copyButton, code).catch(() => {}));

    // Only lines that are cut off need the button.
    wrap.hidden = true;
    new ResizeObserver(() => {
      const isWrapped = wrap.getAttribute('aria-pressed') === 'true';
      wrap.hidden = !isWrapped && pre.scrollWidth <= pre.clientWidth;
    }).observe(pre);
    pre.after(buttons);
  }
});
