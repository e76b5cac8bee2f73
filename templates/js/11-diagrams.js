// Diagrams are drawn where the site names a script for them. Without one, or where it fails, their
// source stays.
{
  const script = document.getElementById('docgen-mermaid')?.dataset.script;
  const sources = new WeakMap();

  /** A module exports Mermaid; a classic script makes it global. */
  const load = async () => {
    if (/\.mjs($|\?)/.test(script)) return (await import(script)).default;
    await new Promise((resolve, reject) => {
      const element = document.createElement('script');
      element.src = script;
      element.addEventListener('load', resolve);
      element.addEventListener('error', reject);
      document.head.append(element);
    });
    return window.mermaid;
  };
  let mermaid;

  const draw = async () => {
    mermaid ??= load();
    const library = await mermaid;
    const nodes = [...document.querySelectorAll('pre.mermaid')];
    const showSource = (node) => {
      if (!sources.has(node)) sources.set(node, node.textContent);
      node.textContent = sources.get(node);
      node.removeAttribute('data-processed');
    };
    nodes.forEach(showSource);
    const isDark = document.documentElement.dataset.theme === 'dark';
    library.initialize({ startOnLoad: false, theme: isDark ? 'dark' : 'default' });
    await library.run({ nodes, suppressErrors: true });
    nodes.filter((node) => !node.querySelector('svg')).forEach(showSource);
  };

  if (script) {
    docgenContent(() => draw().catch(() => {}));
    new MutationObserver(() => draw().catch(() => {})).observe(document.documentElement, {
      attributeFilter: ['data-theme'],
    });
  }
}
