module.exports = {
  title: 'Kiosk',
  url: 'https://kiosk.example',
  baseUrl: '/k/',
  trailingSlash: false,
  presets: [['classic', { docs: { path: 'pages', routeBasePath: 'docs' } }]],
};
