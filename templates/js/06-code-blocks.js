// Buttons on blocks of code: copy, and break long lines.
docgenContent(() => {
  const template = document.getElementById('docgen-code-buttons');

  /** What a reader wants to paste: a terminal session without its prompts and its output, and the
   *  lines that a change leads to, without its signs. A patch, which says where it applies, is taken
   *  whole. */
  const textOf = (code) => {
    const text = code.textContent.replace(/\n$/, '');
    if (code.closest('.language-diff')) return isPatch(text) ? text : afterChange(text);
    if (!code.querySelector('.token.prompt')) return text;
    const commands = code.cloneNode(true);
    for (const part of commands.querySelectorAll('.prompt, .output')) part.remove();
    return commands.textContent
      .split('\n')
      .map((line) => line.trimEnd())
      .filter((line) => line !== '')
      .join('\n');
  };

  const isPatch = (text) => /^(@@|---|\+\+\+|\*\*\*|diff |Index: )/m.test(text);

  const afterChange = (text) => {
    const lines = text.split('\n').filter((line) => !line.startsWith('-'));
    // The column of the signs, with a space behind it or without, where all lines leave it free.
    const margins = [/^[+ ] |^[+ ]?$/, /^[+ ]|^$/];
    const margin = margins.find((margin) => lines.every((line) => margin.test(line))) ?? /^\+/;
    return lines.map((line) => line.replace(margin, '')).join('\n');
  };

  const copy = async (button, code) => {
    await navigator.clipboard.writeText(textOf(code));
    docgenShowCopied(button);
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
