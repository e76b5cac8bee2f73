// The switch between light, dark and the system's choice. The script in <head> has set the first.
{
  const root = document.documentElement;
  const toggle = document.querySelector('.color-mode-toggle');
  const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
  const followsSystem = root.hasAttribute('data-theme-system');
  const choices = followsSystem ? ['system', 'light', 'dark'] : ['light', 'dark'];

  const apply = (choice) => {
    root.dataset.themeChoice = choice;
    root.dataset.theme = choice !== 'system' ? choice : systemIsDark.matches ? 'dark' : 'light';
    if (!toggle) return;
    const label = toggle.dataset.label.replace('{mode}', toggle.dataset[choice]);
    toggle.setAttribute('aria-label', label);
    toggle.title = label;
  };

  apply(root.dataset.themeChoice);
  systemIsDark.addEventListener('change', () => apply(root.dataset.themeChoice));
  addEventListener('storage', (event) => {
    if (event.key !== 'theme') return;
    apply(choices.includes(event.newValue) ? event.newValue : choices[0]);
  });

  if (toggle) {
    toggle.hidden = false;
    toggle.addEventListener('click', () => {
      const next = (choices.indexOf(root.dataset.themeChoice) + 1) % choices.length;
      apply(choices[next]);
      docgenStorage.write('theme', choices[next] === 'system' ? null : choices[next]);
    });
  }
}
