// The menu of light, dark and the system's choice. The script in <head> has set the first.
{
  const root = document.documentElement;
  const menu = document.querySelector('.color-mode');
  const buttons = [...(menu?.querySelectorAll('[data-theme-choice]') ?? [])];
  const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
  const standard = root.hasAttribute('data-theme-system') ? 'system' : root.dataset.theme;

  const apply = (choice) => {
    root.dataset.themeChoice = choice;
    root.dataset.theme = choice !== 'system' ? choice : systemIsDark.matches ? 'dark' : 'light';
    for (const button of buttons) {
      const isChosen = button.dataset.themeChoice === choice;
      button.ariaPressed = isChosen;
      button.classList.toggle('dropdown__link--active', isChosen);
      if (!isChosen) continue;
      const summary = menu.querySelector('summary');
      summary.ariaLabel = menu.dataset.label.replace('{mode}', button.textContent);
      summary.title = summary.ariaLabel;
    }
  };

  apply(root.dataset.themeChoice);
  systemIsDark.addEventListener('change', () => apply(root.dataset.themeChoice));
  addEventListener('storage', (event) => {
    if (event.key === 'theme') apply(event.newValue ?? standard);
  });

  if (menu) {
    menu.hidden = false;
    menu.addEventListener('click', (event) => {
      const choice = event.target.closest('button')?.dataset.themeChoice;
      if (!choice) return;
      apply(choice);
      docgenStorage.write('theme', choice === 'system' ? null : choice);
      menu.open = false;
      menu.querySelector('summary').focus();
    });
  }
}
