// Keeps a page of the preview in step with its sources, and shows what is wrong with them. Only
// `docgen serve` adds it to pages; nothing of it is published.
(() => {
  const script = document.currentScript;
  let version = script.dataset.version;
  let source;
  let lastSign = Date.now();
  let updates = Promise.resolve();

  /** The page as the server has it now. */
  const fetchPage = async () => {
    const response = await fetch(location.href, { cache: 'no-store' });
    const text = await response.text();
    return {
      version: response.headers.get('X-Docgen-Version'),
      document: new DOMParser().parseFromString(text, 'text/html'),
    };
  };

  // What the page was before scripts changed it: without it, changes can't be told apart.
  const original = fetchPage().then(
    (page) => { if (page.version === version) source = page.document; },
    () => {},
  );

  // MARK: Loading

  /** Whether the reader is on the way to another page. */
  let isLeaving = false;

  /** To load this page would hold up who leaves it. */
  const reload = () => { if (!isLeaving) location.reload(); };

  addEventListener('beforeunload', () => {
    isLeaving = true;
    // A download leaves nothing; what came meanwhile is asked for again.
    setTimeout(() => { isLeaving = false; connect(); }, 3000);
  });

  // MARK: Replacing

  const stylesheets = (page) => [...page.querySelectorAll('link[rel="stylesheet"]')];
  const hrefs = (page) => stylesheets(page).map((link) => link.getAttribute('href'));

  /** All that a change of the text leaves alone. */
  const frame = (page) => {
    const copy = page.documentElement.cloneNode(true);
    const volatile =
      'main, title, meta, link[rel="stylesheet"], link[rel="canonical"], script[data-version]';
    for (const element of copy.querySelectorAll(volatile)) element.remove();
    return copy;
  };

  const swapStylesheet = (link, href) => {
    const next = link.cloneNode();
    next.setAttribute('href', href);
    next.addEventListener('load', () => link.remove());
    next.addEventListener('error', () => link.remove());
    link.after(next);
  };

  const replaceContent = (main) => {
    const { scrollX, scrollY } = window;
    document.querySelector('main').replaceWith(document.importNode(main, true));
    scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
    document.dispatchEvent(new Event('docgen:content'));
  };

  /** Shows the new page; false where only loading it can. */
  const show = (next) => {
    if (!source) return false;
    const [before, after] = [source.querySelector('main'), next.querySelector('main')];
    if (!before || !after || after.querySelector('script')) return false;
    if (!frame(source).isEqualNode(frame(next))) return false;
    const [oldHrefs, newHrefs] = [hrefs(source), hrefs(next)];
    if (oldHrefs.length !== newHrefs.length) return false;
    const shown = stylesheets(document);
    oldHrefs.forEach((href, index) => {
      const link = shown.find((link) => link.getAttribute('href') === href);
      if (href !== newHrefs[index] && link) swapStylesheet(link, newHrefs[index]);
    });
    document.title = next.title;
    if (!before.isEqualNode(after)) replaceContent(after);
    source = next;
    return true;
  };

  const update = async () => {
    await original;
    const next = await fetchPage();
    if (next.version === version) return;
    if (!show(next.document)) {
      reload();
      return;
    }
    version = next.version;
    document.documentElement.dataset.docgenUpdates =
      Number(document.documentElement.dataset.docgenUpdates ?? 0) + 1;
  };

  /** Files that are published as they are: stylesheets are swapped; what else the page shows needs
   *  loading. */
  const replaceFiles = (urls) => {
    const changed = new Set(urls.map((url) => new URL(url, location).pathname));
    const isChanged = (url) => url && changed.has(new URL(url, location).pathname);
    let needsLoading = false;
    for (const element of document.querySelectorAll('[src], [href], [srcset], [poster]')) {
      const names = ['src', 'href', 'poster'].map((name) => element.getAttribute(name));
      const sets = (element.getAttribute('srcset') ?? '').split(',').map((part) => part.trim().split(' ')[0]);
      const url = [...names, ...sets].find(isChanged);
      if (!url) continue;
      if (element.matches('link[rel="stylesheet"]')) {
        const next = new URL(url, location);
        next.searchParams.set('changed', Date.now());
        swapStylesheet(element, next.pathname + next.search);
      } else if (!element.matches('a')) {
        needsLoading = true;
      }
    }
    if (needsLoading) reload();
  };

  // MARK: Findings

  const style = `
    :host { all: initial; }
    section, button.badge { position: fixed; z-index: 2147483647; inset-inline-end: 1rem;
      bottom: 1rem; font: 14px/1.5 system-ui, sans-serif; color: #1c1e21; background: #fff;
      border: 1px solid #c62828; border-radius: 8px; box-shadow: 0 4px 24px #0004; }
    section { box-sizing: border-box; width: min(46rem, calc(100vw - 2rem)); max-height: 60vh;
      overflow: auto; padding: .75rem 1rem; border-width: 2px; }
    section.mild, button.badge { border-color: #b26a00; }
    header { display: flex; align-items: baseline; gap: 1rem; }
    h2 { flex: 1; margin: 0; font-size: 1rem; }
    button { font: inherit; padding: .1rem .6rem; border: 1px solid #8888; border-radius: 4px;
      background: #8881; color: inherit; cursor: pointer; }
    button.badge { padding: .3rem .8rem; border-radius: 999px; background: #fff; }
    ol { margin: .5rem 0 0; padding: 0; list-style: none; }
    li { padding: .5rem 0; border-top: 1px solid #8884; overflow-wrap: anywhere; }
    code, a { font: 13px/1.5 ui-monospace, monospace; }
    a { color: #0b57d0; }
    p { margin: 0; }
    .hint { color: #555; }
    @media (prefers-color-scheme: dark) {
      section, button.badge { color: #e3e3e3; background: #1b1b1d; }
      a { color: #8ab4f8; }
      .hint { color: #aaa; }
    }`;

  const element = (name, text, properties = {}) =>
    Object.assign(document.createElement(name), { textContent: text ?? '' }, properties);

  let overlay;
  /** The findings that the reader has closed, as text. */
  let closed;

  const place = (finding) => {
    if (!finding.file) return null;
    const text = `${finding.file}:${finding.line}:${finding.column}`;
    return finding.editor ? element('a', text, { href: finding.editor }) : element('code', text);
  };

  const item = (finding) => {
    const entry = element('li');
    const where = place(finding);
    if (where) entry.append(where);
    const line = element('p', `${finding.severity}: ${finding.message} `);
    line.append(element('code', `[${finding.code}]`));
    entry.append(line);
    if (finding.hint) entry.append(element('p', `hint: ${finding.hint}`, { className: 'hint' }));
    return entry;
  };

  const title = (findings) => {
    const count = (severity, word) => {
      const number = findings.filter((finding) => finding.severity === severity).length;
      return number === 0 ? [] : [`${number} ${word}${number === 1 ? '' : 's'}`];
    };
    return [...count('error', 'error'), ...count('warning', 'warning')].join(', ');
  };

  const showFindings = (findings) => {
    overlay?.remove();
    overlay = undefined;
    if (findings.length === 0) return;
    const key = JSON.stringify(findings);
    const isSerious = findings.some(({ severity }) => severity === 'error');
    overlay = document.createElement('docgen-findings');
    const root = overlay.attachShadow({ mode: 'open' });
    root.append(element('style', style));
    const panel = element('section', '', { className: isSerious ? '' : 'mild' });
    panel.setAttribute('role', 'alert');
    const close = element('button', 'Close', { type: 'button' });
    const badge = element('button', title(findings), { type: 'button', className: 'badge' });
    const header = element('header');
    header.append(element('h2', title(findings)), close);
    const list = element('ol');
    list.append(...findings.map(item));
    panel.append(header, list);
    const toggle = (isOpen) => {
      closed = isOpen ? undefined : key;
      panel.hidden = !isOpen;
      panel.style.display = isOpen ? '' : 'none';
      badge.style.display = isOpen ? 'none' : '';
    };
    close.addEventListener('click', () => toggle(false));
    badge.addEventListener('click', () => toggle(true));
    root.append(panel, badge);
    toggle(isSerious && closed !== key);
    document.documentElement.append(overlay);
  };

  // MARK: Events

  let events;
  let timer;

  const disconnect = () => {
    clearTimeout(timer);
    events?.close();
    events = undefined;
  };

  const connect = () => {
    disconnect();
    // Browsers open six connections to a host at most: tabs that nobody sees don't hold one.
    if (document.hidden) return;
    lastSign = Date.now();
    const query = new URLSearchParams({ path: location.pathname, version });
    events = new EventSource(`/__docgen/events?${query}`);
    const on = (name, act) => events.addEventListener(name, (event) => {
      lastSign = Date.now();
      act(event);
    });
    on('page', () => {
      updates = updates.then(update).catch(reload);
    });
    on('files', (event) => replaceFiles(JSON.parse(event.data)));
    on('findings', (event) => showFindings(JSON.parse(event.data)));
    on('sign', () => {});
    // The next attempt says which version this tab has by then.
    events.onerror = () => {
      disconnect();
      timer = setTimeout(connect, 500);
    };
  };

  connect();
  addEventListener('pagehide', disconnect);
  addEventListener('pageshow', (event) => { if (event.persisted) connect(); });
  addEventListener('online', connect);
  document.addEventListener('visibilitychange', connect);
  // A machine that slept may keep a connection that is none any more.
  setInterval(() => { if (events && Date.now() - lastSign > 30000) connect(); }, 5000);
})();
