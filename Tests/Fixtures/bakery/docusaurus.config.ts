import type { Config } from '@docusaurus/types';

const config: Config = {
  title: 'Bakery',
  tagline: 'Bread, every day',
  favicon: 'img/loaf.png',
  url: 'https://bakery.example',
  baseUrl: '/',
  trailingSlash: true,
  onBrokenLinks: 'throw',
  i18n: {
    defaultLocale: 'en',
    locales: ['en', 'fr'],
    localeConfigs: { fr: { label: 'Français', htmlLang: 'fr-FR' } },
  },
  presets: [
    ['classic', {
      docs: { routeBasePath: '/', sidebarPath: './sidebars.ts' },
      blog: false,
      theme: { customCss: './src/css/custom.css' },
    }],
  ],
  plugins: [
    ['@docusaurus/plugin-client-redirects', { redirects: [{ from: '/loaf', to: '/bread/rye' }] }],
  ],
  themeConfig: {
    navbar: {
      title: 'Bakery',
      logo: { alt: 'A loaf', src: 'img/loaf.png' },
      items: [
        { type: 'docSidebar', sidebarId: 'main', label: 'Recipes', position: 'left' },
        { type: 'localeDropdown', position: 'right' },
      ],
    },
    footer: { style: 'dark', copyright: `Bakery ${new Date().getFullYear()}` },
  },
};

export default config;
