export default {
  main: [
    'start',
    {
      type: 'category',
      label: 'Bread',
      link: { type: 'generated-index', slug: '/bread' },
      items: ['bread/rye', { type: 'doc', id: 'bread/wheat', label: 'White bread' }],
    },
    { type: 'link', label: 'Mill', href: 'https://mill.example' },
  ],
};
