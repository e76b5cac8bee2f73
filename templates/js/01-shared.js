// What the other scripts share. The files of this folder are joined in the order of their names into
// one deferred script. Each adds to a page that is complete without it, and depends on no other file
// but this one.

/** Text that outlives the page. A browser that refuses storage remembers nothing. */
const docgenStorage = {
  read(key, area = 'localStorage') {
    try {
      return window[area].getItem(key);
    } catch {
      return null;
    }
  },

  /** Null forgets the key. */
  write(key, value, area = 'localStorage') {
    try {
      if (value === null) window[area].removeItem(key);
      else window[area].setItem(key, value);
    } catch {
      // Private windows may refuse: the choice then lasts as long as the page.
    }
  },
};

/** Does something to a page's content, and again where a preview has replaced that. */
const docgenContent = (prepare) => {
  prepare();
  document.addEventListener('docgen:content', prepare);
};

/** Says for two seconds, to eyes and ears, that a button has copied something. */
const docgenShowCopied = (button) => {
  const announcer = document.getElementById('docgen-announcer');
  button.dataset.copied = '';
  announcer.textContent = button.dataset.copiedLabel;
  setTimeout(() => {
    delete button.dataset.copied;
    announcer.textContent = '';
  }, 2000);
};
