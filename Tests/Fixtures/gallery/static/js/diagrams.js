// Stands for Mermaid: the same interface, one box for each word. No test asks another host.
window.mermaid = {
  initialize(options) {
    this.theme = options.theme;
  },

  async run({ nodes }) {
    for (const node of nodes) {
      const words = node.textContent.match(/[A-Z][a-z]+/g);
      if (!words) continue;
      const boxes = words.map((word, index) => `<text x="${index * 80 + 10}" y="24">${word}</text>`);
      node.innerHTML =
        `<svg role="img" aria-label="${words.join(', ')}" data-drawn="${this.theme}" width="160" height="40" fill="currentColor">${boxes.join('')}</svg>`;
    }
  },
};
