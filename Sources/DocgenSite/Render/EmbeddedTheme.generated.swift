// swift-format-ignore-file
// Written by Tools/embed-theme from templates/. Do not edit.

/// The default theme's files, sorted by their paths below `templates/`.
enum EmbeddedTheme {
  static let files: [(path: String, contents: String)] = [
("css/01-variables.css", #"""
/* The variables a site may set. Their names and meanings are Infima's and Docusaurus', so that a
   custom.css written for them keeps working; README.md lists them. Dark values stand under
   html[data-theme='dark'] (as there), so that a site's :root rule for light colours does not leak
   into the dark scheme; only the primary colours give way to a plain :root rule. Some are here only
   for a site to read. */

:root {
  --ifm-color-scheme: light;

  --ifm-color-primary: #2459b8;
  --ifm-color-primary-dark: #2050a6;
  --ifm-color-primary-darker: #1e4c9c;
  --ifm-color-primary-darkest: #193e81;
  --ifm-color-primary-light: #2862ca;
  --ifm-color-primary-lighter: #2f69d3;
  --ifm-color-primary-lightest: #4a7cd9;
  --ifm-color-secondary: #565e6a;
  --ifm-color-success: #1a7348;
  --ifm-color-info: #20629f;
  --ifm-color-warning: #8a5a00;
  --ifm-color-danger: #b3261e;

  --ifm-color-white: #fff;
  --ifm-color-black: #000;
  --ifm-color-emphasis-0: #fff;
  --ifm-color-emphasis-100: #f5f6f8;
  --ifm-color-emphasis-200: #e9ebef;
  --ifm-color-emphasis-300: #d7dbe1;
  --ifm-color-emphasis-400: #c3c9d1;
  --ifm-color-emphasis-500: #a4acb8;
  --ifm-color-emphasis-600: #717a88;
  --ifm-color-emphasis-700: #525b69;
  --ifm-color-emphasis-800: #373e49;
  --ifm-color-emphasis-900: #1d222a;
  --ifm-color-emphasis-1000: #000;
  --ifm-color-content: #1d222a;
  --ifm-color-content-inverse: #fff;
  --ifm-color-content-secondary: #525b69;
  --ifm-background-color: #fff;
  --ifm-background-surface-color: #fff;
  --ifm-hover-overlay: rgb(29 34 42 / 5%);

  --ifm-font-family-base: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
  --ifm-font-family-monospace:
    ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace;
  --ifm-font-size-base: 100%;
  --ifm-font-weight-normal: 400;
  --ifm-font-weight-semibold: 600;
  --ifm-font-weight-bold: 700;
  --ifm-leading: 1.25rem;
  --ifm-paragraph-margin-bottom: var(--ifm-leading);
  --ifm-heading-color: inherit;
  --ifm-heading-font-family: inherit;
  --ifm-heading-font-weight: var(--ifm-font-weight-bold);
  --ifm-heading-line-height: 1.25;
  --ifm-h1-font-size: 2.25rem;
  --ifm-h2-font-size: 1.625rem;
  --ifm-h3-font-size: 1.3125rem;
  --ifm-h4-font-size: 1.125rem;
  --ifm-h5-font-size: 1rem;
  --ifm-h6-font-size: 0.9375rem;
  --ifm-link-color: var(--ifm-color-primary);
  --ifm-link-decoration: underline;
  --ifm-link-hover-color: var(--ifm-color-primary-darker);
  --ifm-link-hover-decoration: underline;

  --ifm-global-radius: 0.4rem;
  --ifm-global-shadow-lw: 0 1px 2px rgb(29 34 42 / 12%);
  --ifm-global-shadow-md: 0 6px 24px rgb(29 34 42 / 16%);
  --ifm-spacing-horizontal: 1rem;
  --ifm-spacing-vertical: 1rem;
  --ifm-container-width-xl: 100rem;
  --ifm-transition-fast: 150ms;
  --ifm-hr-background-color: var(--ifm-color-emphasis-300);

  --ifm-navbar-height: 3.75rem;
  --ifm-navbar-background-color: var(--ifm-background-surface-color);
  --ifm-navbar-shadow: 0 1px 0 var(--ifm-color-emphasis-300);
  --ifm-navbar-link-color: var(--ifm-color-content);
  --ifm-navbar-link-hover-color: var(--ifm-color-primary);
  --ifm-navbar-link-active-color: var(--ifm-link-color);
  --ifm-navbar-padding-horizontal: var(--ifm-spacing-horizontal);
  --ifm-navbar-padding-vertical: 0.5rem;
  --ifm-navbar-item-padding-horizontal: 0.7rem;
  --ifm-navbar-item-padding-vertical: 0.375rem;
  --ifm-navbar-sidebar-width: min(85vw, 22rem);
  --ifm-dropdown-background-color: var(--ifm-background-surface-color);
  --ifm-dropdown-link-color: var(--ifm-color-content);
  --ifm-dropdown-hover-background-color: var(--ifm-hover-overlay);

  --doc-sidebar-width: 18.75rem;
  --ifm-menu-color: var(--ifm-color-emphasis-700);
  --ifm-menu-color-active: var(--ifm-color-primary);
  --ifm-menu-color-background-active: var(--ifm-hover-overlay);
  --ifm-menu-color-background-hover: var(--ifm-hover-overlay);
  --ifm-menu-link-padding-horizontal: 0.75rem;
  --ifm-menu-link-padding-vertical: 0.375rem;

  --ifm-code-background: var(--ifm-color-emphasis-100);
  --ifm-code-color: inherit;
  --ifm-code-border-radius: 0.25rem;
  --ifm-code-font-size: 0.9em;
  --ifm-code-padding-horizontal: 0.3em;
  --ifm-code-padding-vertical: 0.1em;
  --ifm-pre-background: #f5f6f8;
  --ifm-pre-color: #24292f;
  --ifm-pre-border-radius: var(--ifm-global-radius);
  --ifm-pre-line-height: 1.5;
  --ifm-pre-padding: 1rem;
  --docusaurus-highlighted-code-line-bg: #e1e8f5;

  --ifm-toc-border-color: var(--ifm-color-emphasis-300);
  --ifm-toc-link-color: var(--ifm-color-content-secondary);
  --ifm-toc-padding-horizontal: 0.9rem;
  --ifm-toc-padding-vertical: 0.25rem;
  --ifm-breadcrumb-color-active: var(--ifm-color-content);
  --ifm-pagination-nav-border-radius: var(--ifm-global-radius);
  --ifm-pagination-nav-color-hover: var(--ifm-color-primary);
  --ifm-tabs-color: var(--ifm-color-content-secondary);
  --ifm-tabs-color-active: var(--ifm-color-primary);
  --ifm-tabs-color-active-border: var(--ifm-tabs-color-active);
  --ifm-card-background-color: var(--ifm-background-surface-color);
  --ifm-card-border-radius: var(--ifm-global-radius);
  --ifm-alert-border-radius: var(--ifm-global-radius);
  --ifm-alert-padding-horizontal: 1rem;
  --ifm-alert-padding-vertical: 0.75rem;
  --ifm-blockquote-border-color: var(--ifm-color-emphasis-300);
  --ifm-blockquote-color: var(--ifm-color-content-secondary);
  --ifm-table-border-color: var(--ifm-color-emphasis-300);
  --ifm-table-cell-padding: 0.55rem 0.8rem;
  --ifm-table-head-background: var(--ifm-color-emphasis-100);
  --ifm-table-stripe-background: transparent;

  --ifm-footer-background-color: var(--ifm-color-emphasis-100);
  --ifm-footer-color: var(--ifm-color-content-secondary);
  --ifm-footer-link-color: var(--ifm-color-emphasis-800);
  --ifm-footer-link-hover-color: var(--ifm-color-primary);
  --ifm-footer-title-color: var(--ifm-color-content);
  --ifm-footer-padding-horizontal: calc(var(--ifm-spacing-horizontal) * 2);
  --ifm-footer-padding-vertical: 2.5rem;
}

[data-theme='dark'] {
  --ifm-color-primary: #8db6f7;
  --ifm-color-primary-dark: #72a5f5;
  --ifm-color-primary-darker: #659df4;
  --ifm-color-primary-darkest: #3f83f1;
  --ifm-color-primary-light: #a8c7f9;
  --ifm-color-primary-lighter: #b5cffa;
  --ifm-color-primary-lightest: #dbe8fd;
}

html[data-theme='dark'] {
  --ifm-color-scheme: dark;
  --ifm-link-hover-color: var(--ifm-color-primary-light);

  --ifm-color-secondary: #b3bac6;
  --ifm-color-success: #6fcf9a;
  --ifm-color-info: #84bdf2;
  --ifm-color-warning: #e8b55b;
  --ifm-color-danger: #f59c94;

  --ifm-color-emphasis-0: #000;
  --ifm-color-emphasis-100: #1e222a;
  --ifm-color-emphasis-200: #282d36;
  --ifm-color-emphasis-300: #363c47;
  --ifm-color-emphasis-400: #4a515e;
  --ifm-color-emphasis-500: #68707e;
  --ifm-color-emphasis-600: #8d96a5;
  --ifm-color-emphasis-700: #b0b8c5;
  --ifm-color-emphasis-800: #ccd2db;
  --ifm-color-emphasis-900: #e4e7ec;
  --ifm-color-emphasis-1000: #fff;
  --ifm-color-content: #e4e7ec;
  --ifm-color-content-inverse: #1d222a;
  --ifm-color-content-secondary: #b0b8c5;
  --ifm-background-color: #15181d;
  --ifm-background-surface-color: #1a1e24;
  --ifm-hover-overlay: rgb(255 255 255 / 6%);
  --ifm-global-shadow-md: 0 6px 24px rgb(0 0 0 / 60%);
  --ifm-pre-background: #1e222a;
  --ifm-pre-color: #dfe3ea;
  --docusaurus-highlighted-code-line-bg: #2c3646;
}

"""#),
("css/02-base.css", #"""
/* Elements as they are everywhere, in and out of articles. */

*,
::before,
::after {
  box-sizing: border-box;
}

html {
  background-color: var(--ifm-background-color);
  color: var(--ifm-color-content);
  color-scheme: var(--ifm-color-scheme);
  font-size: var(--ifm-font-size-base);
  scroll-padding-block-start: calc(var(--ifm-navbar-height) + 1rem);
  /* Pages, and the page behind a dialog, keep their place whether there is a scroll bar or not. */
  scrollbar-gutter: stable;
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
  -webkit-tap-highlight-color: transparent;
}

body {
  display: flex;
  flex-direction: column;
  margin: 0;
  min-block-size: 100vh;
  overflow-wrap: break-word;
}

a {
  color: var(--ifm-link-color);
  text-decoration: var(--ifm-link-decoration);
  text-decoration-thickness: from-font;
  text-underline-offset: 0.15em;
}

a:hover {
  color: var(--ifm-link-hover-color);
  text-decoration: var(--ifm-link-hover-decoration);
}

button {
  background: none;
  border: 0;
  color: inherit;
  cursor: pointer;
  font: inherit;
  padding: 0;
}

summary {
  cursor: pointer;
}

img,
svg,
video,
iframe {
  max-inline-size: 100%;
}

img,
video {
  block-size: auto;
}

/* A logo's own height attribute holds. */
.navbar__logo img,
.footer__logo {
  block-size: revert-layer;
}

:focus-visible {
  border-radius: 0.2rem;
  outline: 2px solid var(--ifm-color-primary);
  outline-offset: 2px;
}

.clean-list {
  list-style: none;
  margin: 0;
  padding: 0;
}

.visually-hidden,
.sr-only {
  block-size: 1px;
  clip-path: inset(50%);
  inline-size: 1px;
  overflow: hidden;
  position: absolute;
  white-space: nowrap;
}

.skip-link {
  background-color: var(--ifm-background-surface-color);
  border-radius: var(--ifm-global-radius);
  box-shadow: var(--ifm-global-shadow-md);
  inset-block-start: 0.5rem;
  inset-inline-start: 0.5rem;
  padding: 0.5rem 1rem;
  position: fixed;
  z-index: 300;
}

.skip-link:not(:focus) {
  inset-block-start: -10rem;
}

/* A picture drawn in the text's colour: the element names its mask. */
.icon,
[rel~='external']:not(.no-icon)::after,
.markdown a[target='_blank']:not(:has(img, svg, video))::after,
.menu__caret::before,
.menu__link--sublist::after,
.dropdown > summary::after,
.toc-toggle::after,
.admonition-heading::before {
  background-color: currentcolor;
  block-size: 1.25em;
  content: '';
  display: inline-block;
  flex: none;
  inline-size: 1.25em;
  mask: var(--docgen-icon) center / contain no-repeat;
  vertical-align: -0.25em;
}

[rel~='external']:not(.no-icon)::after,
.markdown a[target='_blank']:not(:has(img, svg, video))::after {
  --docgen-icon: var(--docgen-icon-external);
  block-size: 0.8em;
  inline-size: 0.8em;
  margin-inline-start: 0.3em;
  opacity: 0.8;
  vertical-align: -0.05em;
}

[dir='rtl'] [rel~='external']:not(.no-icon)::after,
.markdown:dir(rtl) a[target='_blank']::after {
  transform: scaleX(-1);
}

/* What the script will show has its room from the start, so that nothing moves when it does. The
   script in <head> sets the attribute: without scripts there is no such room. */
[data-theme-choice] :is(.color-mode, .theme-announcement-bar__close, [data-copy-page])[hidden] {
  display: block;
  visibility: hidden;
}

@media (prefers-reduced-motion: no-preference) {
  html {
    scroll-behavior: smooth;
  }

  a,
  button,
  summary,
  .icon,
  .card,
  .pagination-nav__link,
  .navbar--hideable {
    transition: var(--ifm-transition-fast) ease;
    transition-property: background-color, border-color, color, opacity, transform;
  }
}

@media (prefers-reduced-motion: reduce) {
  *,
  ::before,
  ::after {
    animation-duration: 1ms !important;
    transition-duration: 1ms !important;
  }
}

/* Forced colours replace backgrounds, which would fill or empty the masks. */
@media (forced-colors: active) {
  .icon,
  [rel~='external']:not(.no-icon)::after,
  .markdown a[target='_blank']:not(:has(img, svg, video))::after,
  .menu__caret::before,
  .menu__link--sublist::after,
  .dropdown > summary::after,
  .toc-toggle::after,
  .admonition-heading::before {
    background-color: CanvasText;
  }

  .menu__link--active,
  .tabs__item--active,
  .navbar__link--active {
    outline: 1px solid Highlight;
  }

  .theme-code-block-highlighted-line {
    border-inline-start: 3px solid Highlight;
  }
}

"""#),
("css/03-icons.css", #"""
/* Every picture of the theme, as masks of 24 by 24 units: no request, coloured by the text. */

:root {
  --docgen-icon-chevron: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%23000' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='m9 6 6 6-6 6'/%3E%3C/svg%3E");
  --docgen-icon-external: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%23000' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='M8 5H5v14h14v-3M13 4h7v7M20 4l-9 9'/%3E%3C/svg%3E");
  --docgen-icon-menu: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%23000' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='M4 6h16M4 12h16M4 18h16'/%3E%3C/svg%3E");
  --docgen-icon-close: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%23000' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='m6 6 12 12M18 6 6 18'/%3E%3C/svg%3E");
  --docgen-icon-search: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%23000' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zm5 12 4 4'/%3E%3C/svg%3E");
  --docgen-icon-language: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%23000' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c-5 5-5 13 0 18 5-5 5-13 0-18z'/%3E%3C/svg%3E");
  --docgen-icon-light: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%23000' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M5 19l2-2M17 7l2-2'/%3E%3C/svg%3E");
  --docgen-icon-dark: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%23000' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='M20 14A8.5 8.5 0 1 1 10 4a7 7 0 0 0 10 10z'/%3E%3C/svg%3E");
  --docgen-icon-system: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%23000' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 3v18M12 7l6 0M12 11h9M12 15h8'/%3E%3C/svg%3E");
  --docgen-icon-sidebar: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%23000' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='M4 5h16v14H4zM10 5v14M16 10l-2 2 2 2'/%3E%3C/svg%3E");
  --docgen-icon-up: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%23000' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='M12 20V5M5 12l7-7 7 7'/%3E%3C/svg%3E");
  --docgen-icon-copy: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%23000' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='M9 9h11v11H9zM15 9V4H4v11h5'/%3E%3C/svg%3E");
  --docgen-icon-done: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%23000' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='m5 13 5 5L20 7'/%3E%3C/svg%3E");
  --docgen-icon-wrap: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%23000' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='M4 6h16M4 12h13a3 3 0 0 1 0 6h-4M15 15l-3 3 3 3M4 18h4'/%3E%3C/svg%3E");
  --docgen-icon-edit: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%23000' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='M4 20l1-5L16 4l4 4L9 19zM14 6l4 4'/%3E%3C/svg%3E");
  --docgen-icon-note: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%23000' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='M6 3h9l4 4v14H6zM9 11h7M9 15h7'/%3E%3C/svg%3E");
  --docgen-icon-tip: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%23000' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='M9 18h6M10 21h4M9 18c0-3-3-4-3-8a6 6 0 0 1 12 0c0 4-3 5-3 8'/%3E%3C/svg%3E");
  --docgen-icon-info: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%23000' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5M12 7.5v.5'/%3E%3C/svg%3E");
  --docgen-icon-warning: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%23000' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='M12 4 2.5 20h19zM12 10v4M12 16.5v.5'/%3E%3C/svg%3E");
  --docgen-icon-danger: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%23000' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='M8.5 3h7L21 8.5v7L15.5 21h-7L3 15.5v-7zM12 8v5M12 15.5v.5'/%3E%3C/svg%3E");
}

.icon--menu {
  --docgen-icon: var(--docgen-icon-menu);
}

.icon--close {
  --docgen-icon: var(--docgen-icon-close);
}

.icon--search {
  --docgen-icon: var(--docgen-icon-search);
}

.icon--language {
  --docgen-icon: var(--docgen-icon-language);
}

.icon--sidebar {
  --docgen-icon: var(--docgen-icon-sidebar);
}

.icon--up {
  --docgen-icon: var(--docgen-icon-up);
}

.icon--edit {
  --docgen-icon: var(--docgen-icon-edit);
}

.icon--copy {
  --docgen-icon: var(--docgen-icon-copy);
}

.icon--wrap {
  --docgen-icon: var(--docgen-icon-wrap);
}

/* The colour switch shows the choice that is in force. */
.icon--color-mode {
  --docgen-icon: var(--docgen-icon-system);
}

[data-theme-choice='light'] .icon--color-mode {
  --docgen-icon: var(--docgen-icon-light);
}

[data-theme-choice='dark'] .icon--color-mode {
  --docgen-icon: var(--docgen-icon-dark);
}

[dir='rtl'] :is(.icon--sidebar, .icon--wrap) {
  transform: scaleX(-1);
}

"""#),
("css/04-layout.css", #"""
/* The page's frame: sidebar, article, table of contents. From 62.5rem (1000 px) on they stand side
   by side (the table of contents from 75rem); below, the sidebar is a drawer. */

.main-wrapper {
  display: flex;
  flex: 1 0 auto;
  inline-size: 100%;
  margin-inline: auto;
  max-inline-size: var(--ifm-container-width-xl);
}

.doc-main {
  flex: 1;
  min-inline-size: 0;
  padding: 1.25rem var(--ifm-spacing-horizontal) 3rem;
}

.doc-layout {
  display: grid;
  gap: 1rem 3rem;
  grid-template-columns: minmax(0, 1fr);
  margin-inline: auto;
  max-inline-size: 52rem;
}

.theme-announcement-bar {
  align-items: center;
  background-color: var(--ifm-color-primary);
  color: var(--ifm-color-content-inverse);
  display: flex;
  gap: 1rem;
  justify-content: center;
  padding: 0.5rem var(--ifm-spacing-horizontal);
  text-align: center;
}

.theme-announcement-bar a {
  color: inherit;
}

.theme-announcement-bar__content {
  flex: 1;
}

[data-announcement='closed'] .theme-announcement-bar {
  display: none;
}

.back-to-top-button {
  background-color: var(--ifm-color-emphasis-200);
  border-radius: 50%;
  color: var(--ifm-color-content);
  display: grid;
  inset-block-end: 1.25rem;
  inset-inline-end: 1.25rem;
  opacity: 0;
  padding: 0.75rem;
  position: fixed;
  visibility: hidden;
  z-index: 50;
}

.back-to-top-button--visible,
.back-to-top-button:focus-visible {
  opacity: 1;
  visibility: visible;
}

.expand-sidebar-button {
  display: none;
}

@media (min-width: 62.5rem) {
  .theme-doc-sidebar-container {
    block-size: calc(100vh - var(--ifm-navbar-height));
    flex: none;
    inline-size: var(--doc-sidebar-width);
    inset: var(--ifm-navbar-height) auto auto;
    position: sticky;
  }

  .doc-main {
    padding-inline: 2.5rem;
  }

  [data-sidebar='hidden'] .theme-doc-sidebar-container--hideable {
    display: none;
  }

  [data-sidebar='hidden'] .expand-sidebar-button {
    align-self: flex-start;
    color: var(--ifm-color-content-secondary);
    display: block;
    inset-block-start: calc(var(--ifm-navbar-height) + 1rem);
    margin: 1rem 0 0 0.5rem;
    padding: 0.5rem;
    position: sticky;
  }
}

@media (min-width: 75rem) {
  /* The same place for the article, whether there is a table of contents or not. */
  .doc-layout {
    grid-template-columns: minmax(0, 1fr) 14rem;
    max-inline-size: 69rem;
  }

  .doc-content {
    grid-column: 1;
    grid-row: 1;
  }
}

/* Large screens: everything grows a little, so that lines keep their length. */
@media (min-width: 160rem) {
  :root {
    --ifm-font-size-base: 125%;
  }
}

"""#),
("css/05-navbar.css", #"""
/* The bar at the top: brand, links, menus, search, colour switch. */

.navbar {
  background-color: var(--ifm-navbar-background-color);
  box-shadow: var(--ifm-navbar-shadow);
  inset-block-start: 0;
  min-block-size: var(--ifm-navbar-height);
  padding: var(--ifm-navbar-padding-vertical) var(--ifm-navbar-padding-horizontal);
  position: sticky;
  z-index: 100;
}

.navbar--hidden:not(:focus-within) {
  transform: translateY(-100%);
}

.navbar__inner,
.navbar__items,
.navbar__brand {
  align-items: center;
  display: flex;
}

.navbar__inner {
  gap: 0.5rem;
  margin-inline: auto;
  max-inline-size: calc(
    var(--ifm-container-width-xl) - 2 * var(--ifm-navbar-padding-horizontal)
  );
  min-block-size: calc(var(--ifm-navbar-height) - 2 * var(--ifm-navbar-padding-vertical));
}

.navbar__brand {
  color: var(--ifm-navbar-link-color);
  flex: 0 1 auto;
  gap: 0.6rem;
  margin-inline-end: 0.75rem;
  min-inline-size: 0;
  text-decoration: none;
}

.navbar__logo {
  display: flex;
  flex: none;
}

.navbar__logo img {
  max-block-size: calc(var(--ifm-navbar-height) - 1.5rem);
}

.navbar__logo img:not([height]) {
  block-size: 2rem;
}

.navbar__title {
  font-weight: var(--ifm-font-weight-bold);
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
}

[data-theme='light'] .themed-image--dark,
[data-theme='dark'] .themed-image--light {
  display: none;
}

.navbar__items {
  flex: none;
  gap: 0.15rem;
}

.navbar__items--right {
  margin-inline-start: auto;
}

.navbar__link,
.dropdown > summary {
  border-radius: var(--ifm-global-radius);
  color: var(--ifm-navbar-link-color);
  display: block;
  font-weight: 500;
  padding: var(--ifm-navbar-item-padding-vertical) var(--ifm-navbar-item-padding-horizontal);
  text-decoration: none;
}

.navbar__link:hover,
.dropdown > summary:hover {
  color: var(--ifm-navbar-link-hover-color);
  text-decoration: none;
}

.navbar__link--active {
  color: var(--ifm-navbar-link-active-color);
}

.navbar__button {
  border-radius: var(--ifm-global-radius);
  color: var(--ifm-navbar-link-color);
  display: grid;
  flex: none;
  min-block-size: 2.5rem;
  min-inline-size: 2.5rem;
  place-items: center;
}

.navbar__button:hover,
.dropdown > summary:hover {
  background-color: var(--ifm-hover-overlay);
}

/* The attribute alone would lose to the display above. */
.navbar__button[hidden] {
  display: none;
}

.navbar__search-button {
  align-items: center;
  background-color: var(--ifm-hover-overlay);
  border-radius: var(--ifm-global-radius);
  color: var(--ifm-color-content-secondary);
  display: flex;
  gap: 0.5rem;
  min-block-size: 2.5rem;
  padding-inline: 0.65rem;
  text-decoration: none;
}

.navbar__search-button:hover {
  color: var(--ifm-color-content);
  text-decoration: none;
}

/* Wide enough for the keys before the script names them. */
.navbar__search-button kbd {
  min-inline-size: 6ch;
}

html:not([data-theme-choice]) .navbar__search-button kbd {
  display: none;
}

.dropdown {
  position: relative;
}

.dropdown > summary {
  list-style: none;
}

.dropdown > summary::-webkit-details-marker {
  display: none;
}

.dropdown > summary::after {
  --docgen-icon: var(--docgen-icon-chevron);
  block-size: 0.9em;
  inline-size: 0.9em;
  margin-inline-start: 0.25em;
  transform: rotate(90deg);
  vertical-align: -0.1em;
}

.dropdown__menu {
  background-color: var(--ifm-dropdown-background-color);
  border: 1px solid var(--ifm-color-emphasis-300);
  border-radius: var(--ifm-global-radius);
  box-shadow: var(--ifm-global-shadow-md);
  inset-block-start: calc(100% + 0.35rem);
  inset-inline-start: 0;
  list-style: none;
  margin: 0;
  max-block-size: 75vh;
  min-inline-size: 10rem;
  overflow-y: auto;
  padding: 0.35rem;
  position: absolute;
  z-index: 10;
}

.navbar__items--right .dropdown__menu {
  inset-inline: auto 0;
}

.dropdown__link {
  border-radius: 0.25rem;
  color: var(--ifm-dropdown-link-color);
  display: block;
  inline-size: 100%;
  padding: 0.35rem 0.65rem;
  text-align: start;
  text-decoration: none;
  white-space: nowrap;
}

.color-mode .dropdown__link::first-letter {
  text-transform: uppercase;
}

.dropdown__link:hover {
  background-color: var(--ifm-dropdown-hover-background-color);
  text-decoration: none;
}

.dropdown__link--active {
  color: var(--ifm-color-primary);
  font-weight: var(--ifm-font-weight-semibold);
}

@media (min-width: 62.5rem) {
  .navbar__toggle {
    display: none;
  }
}

@media (max-width: 62.4375rem) {
  .navbar__item:not(.navbar__item--always) {
    display: none;
  }

  .navbar__label {
    clip-path: inset(50%);
    inline-size: 1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
  }

  .navbar__search-button kbd {
    display: none;
  }

  .navbar__brand {
    margin-inline-end: 0;
  }
}

"""#),
("css/06-sidebar.css", #"""
/* The sidebar's tree of pages, and the drawer that it is on narrow screens. */

/* Without the frame that browsers give to popovers. */
.theme-doc-sidebar-container {
  background-color: transparent;
  border: 0;
  color: inherit;
  display: flex;
  flex-direction: column;
  margin: 0;
  overflow: visible;
  padding: 0;
}

.menu {
  flex: 1;
  min-block-size: 0;
  overflow-y: auto;
  overscroll-behavior: contain;
  padding: 1rem 0.75rem;
  scrollbar-gutter: stable;
  scrollbar-width: thin;
}

.menu__list {
  list-style: none;
  margin: 0;
  padding: 0;
}

.menu__list .menu__list {
  border-inline-start: 1px solid var(--ifm-color-emphasis-300);
  margin-inline-start: 0.85rem;
  padding-inline-start: 0.35rem;
}

.menu__list-item {
  margin-block: 0.1rem;
  position: relative;
}

.menu__link {
  align-items: center;
  border-radius: 0.3rem;
  color: var(--ifm-menu-color);
  display: flex;
  font-size: 0.9375rem;
  gap: 0.5rem;
  justify-content: space-between;
  line-height: 1.4;
  list-style: none;
  padding: var(--ifm-menu-link-padding-vertical) var(--ifm-menu-link-padding-horizontal);
  text-decoration: none;
}

.menu__link::-webkit-details-marker,
.menu__caret::-webkit-details-marker {
  display: none;
}

.menu__link:hover,
.menu__caret:hover {
  background-color: var(--ifm-menu-color-background-hover);
  color: var(--ifm-menu-color);
  text-decoration: none;
}

.menu__link--active {
  background-color: var(--ifm-menu-color-background-active);
  font-weight: var(--ifm-font-weight-semibold);
}

.menu__link--active,
.menu__link--active:hover {
  color: var(--ifm-menu-color-active);
}

/* A category with a page has its caret beside the link, not in it: two targets. */
.menu__link--with-caret {
  margin-inline-end: 2.4rem;
}

.menu__caret {
  border-radius: 0.3rem;
  color: var(--ifm-menu-color);
  display: grid;
  inline-size: 2.25rem;
  inset-block-start: 0;
  inset-inline-end: 0;
  list-style: none;
  min-block-size: calc(1.3125rem + 2 * var(--ifm-menu-link-padding-vertical));
  place-items: center;
  position: absolute;
}

.menu__caret::before,
.menu__link--sublist::after {
  --docgen-icon: var(--docgen-icon-chevron);
  block-size: 1rem;
  inline-size: 1rem;
}

[dir='rtl'] .menu__caret::before,
[dir='rtl'] .menu__link--sublist::after {
  transform: scaleX(-1);
}

details[open] > .menu__caret::before,
details[open] > .menu__link--sublist::after {
  transform: rotate(90deg);
}

.menu__link--sublist[aria-busy='true'],
.menu__caret[aria-busy='true'] {
  opacity: 0.6;
}

.menu__html {
  padding: var(--ifm-menu-link-padding-vertical) var(--ifm-menu-link-padding-horizontal);
}

.collapse-sidebar-button {
  align-items: center;
  border-block-start: 1px solid var(--ifm-color-emphasis-300);
  color: var(--ifm-color-content-secondary);
  display: flex;
  flex: none;
  font-size: 0.875rem;
  gap: 0.5rem;
  justify-content: center;
  padding: 0.6rem;
}

.collapse-sidebar-button:hover {
  background-color: var(--ifm-hover-overlay);
}

html:not([data-theme-choice]) .collapse-sidebar-button {
  display: none;
}

@media (min-width: 62.5rem) {
  .theme-doc-sidebar-container {
    border-inline-end: 1px solid var(--ifm-color-emphasis-200);
  }

  .navbar-sidebar,
  .theme-doc-sidebar-container--drawer {
    display: none;
  }
}

/* The drawer is a popover, which opens without a script. A browser that has none shows it above
   the article. */
@media (max-width: 62.4375rem) {
  .theme-doc-sidebar-container {
    background-color: var(--ifm-background-surface-color);
    block-size: auto;
    inline-size: 100%;
    position: static;
  }

  .main-wrapper {
    flex-direction: column;
  }

  .collapse-sidebar-button {
    display: none;
  }

  .navbar-sidebar {
    border-block-end: 1px solid var(--ifm-color-emphasis-300);
    padding: 0.75rem;
  }

  .navbar-sidebar__close {
    margin-inline-start: auto;
  }

  .navbar-sidebar .dropdown__menu {
    border: 0;
    box-shadow: none;
    position: static;
  }

  @supports selector(:popover-open) {
    .theme-doc-sidebar-container:not(:popover-open) {
      display: none;
    }

    .theme-doc-sidebar-container:popover-open {
      block-size: 100dvh;
      inline-size: var(--ifm-navbar-sidebar-width);
      inset-block: 0;
      inset-inline: 0 auto;
      max-block-size: none;
      overflow-y: auto;
      overscroll-behavior: contain;
      position: fixed;
    }

    .theme-doc-sidebar-container::backdrop {
      background-color: rgb(0 0 0 / 50%);
    }

    .theme-doc-sidebar-container .menu {
      flex: none;
      overflow: visible;
    }

    html:has(.theme-doc-sidebar-container:popover-open) {
      overflow: hidden;
    }
  }
}

"""#),
("css/07-content.css", #"""
/* What authors write, inside .markdown. */

.markdown > :first-child,
.markdown > header:first-child > h1 {
  margin-block-start: 0;
}

.markdown :is(h1, h2, h3, h4, h5, h6) {
  color: var(--ifm-heading-color);
  font-family: var(--ifm-heading-font-family);
  font-weight: var(--ifm-heading-font-weight);
  line-height: var(--ifm-heading-line-height);
  margin-block: 2em 0.75em;
  scroll-margin-block-start: 0;
  text-wrap: balance;
}

.markdown h1 {
  font-size: clamp(1.75rem, 1.4rem + 1.8vw, var(--ifm-h1-font-size));
  margin-block: 0 1.25rem;
}

.markdown h2 {
  font-size: var(--ifm-h2-font-size);
  margin-block-start: 1.75em;
}

.markdown h3 {
  font-size: var(--ifm-h3-font-size);
}

.markdown h4 {
  font-size: var(--ifm-h4-font-size);
}

.markdown h5 {
  font-size: var(--ifm-h5-font-size);
}

.markdown h6 {
  color: var(--ifm-color-content-secondary);
  font-size: var(--ifm-h6-font-size);
}

.markdown :where(p, ul, ol, dl, blockquote, figure, pre, .table-wrapper) {
  margin-block: 0 var(--ifm-leading);
  margin-inline: 0;
}

.markdown :where(p) {
  margin-block-end: var(--ifm-paragraph-margin-bottom);
}

.markdown :is(ul, ol) {
  padding-inline-start: 1.75rem;
}

.markdown li + li,
.markdown li > :is(ul, ol) {
  margin-block: 0.3rem 0;
}

.markdown li > p {
  margin-block-end: 0.6rem;
}

.markdown dt {
  font-weight: var(--ifm-font-weight-semibold);
}

.markdown hr {
  background-color: var(--ifm-hr-background-color);
  block-size: 1px;
  border: 0;
  margin-block: 2.5rem;
}

.markdown blockquote {
  border-inline-start: 3px solid var(--ifm-blockquote-border-color);
  color: var(--ifm-blockquote-color);
  padding-inline-start: 1rem;
}

.markdown blockquote > :last-child,
.admonition-content > :last-child,
.tab-panel > :last-child,
.markdown details > :last-child {
  margin-block-end: 0;
}

.markdown mark {
  background-color: #ffe58f;
  color: #1d222a;
}

.markdown kbd {
  background-color: var(--ifm-color-emphasis-100);
  border: 1px solid var(--ifm-color-emphasis-400);
  border-block-end-width: 2px;
  border-radius: 0.25rem;
  font: 0.85em var(--ifm-font-family-monospace);
  padding: 0.1em 0.4em;
}

.anchor-alias {
  display: inline;
}

.hash-link {
  margin-inline-start: 0.4em;
  opacity: 0;
  text-decoration: none;
  user-select: none;
}

.hash-link::before {
  content: '#';
}

:is(h1, h2, h3, h4, h5, h6):hover > .hash-link,
.hash-link:focus {
  opacity: 1;
}

/* No pointer hovers over a touch screen: the sign would only be found by chance. */
@media (hover: none) {
  .hash-link {
    opacity: 0.6;
  }
}

.table-wrapper {
  overflow-x: auto;
}

.markdown table {
  border-collapse: collapse;
  font-size: 0.9375em;
}

.markdown :is(th, td) {
  border: 1px solid var(--ifm-table-border-color);
  overflow-wrap: normal;
  padding: var(--ifm-table-cell-padding);
  text-align: start;
  vertical-align: top;
}

.markdown :is(th, td)[align='center'] {
  text-align: center;
}

.markdown :is(th, td)[align='right'] {
  text-align: end;
}

.markdown thead {
  background-color: var(--ifm-table-head-background);
}

.markdown tbody tr:nth-child(2n) {
  background-color: var(--ifm-table-stripe-background);
}

.markdown figcaption {
  color: var(--ifm-color-content-secondary);
  font-size: 0.9em;
  margin-block-start: 0.5rem;
}

.markdown video {
  display: block;
  margin-block-end: var(--ifm-leading);
}

.markdown iframe {
  border: 0;
}

/* The box stands where another item has its sign. */
.task-list-item {
  list-style: none;
}

.task-list-item > input,
.task-list-item > p > input {
  accent-color: var(--ifm-color-primary);
  inline-size: 1em;
  margin-inline: -1.4rem 0.4rem;
}

.markdown details:not(.menu__list details) {
  background-color: var(--ifm-hover-overlay);
  border: 1px solid var(--ifm-color-emphasis-300);
  border-radius: var(--ifm-global-radius);
  margin-block-end: var(--ifm-leading);
  padding: 0.65rem 1rem;
}

.markdown details[open]:not(.menu__list details) > summary {
  margin-block-end: 0.75rem;
}

.markdown summary:not(.menu__list summary) {
  font-weight: var(--ifm-font-weight-semibold);
}

.footnotes {
  border-block-start: 1px solid var(--ifm-color-emphasis-300);
  font-size: 0.9em;
  margin-block-start: 3rem;
  padding-block-start: 1rem;
}

.footnotes :target,
sup > :target {
  background-color: var(--docusaurus-highlighted-code-line-bg);
}

.theme-mermaid > pre:has(svg) {
  background: none;
  padding: 0;
  text-align: center;
}

/* MDX puts the text of a link that stands alone into a paragraph. */
.markdown a > p:last-child {
  margin-block-end: 0;
}

/* A key's type, default and the like, in a line below its heading. */
.config-reference > :is(h2, h3, h4, h5, h6) + ul {
  align-items: baseline;
  display: flex;
  flex-wrap: wrap;
  font-size: 0.9em;
  gap: 0 1.25rem;
  list-style: none;
  margin-block-end: 0.5rem;
  padding: 0;
}

.config-reference > :is(h2, h3, h4, h5, h6) + ul > li {
  margin: 0;
}

"""#),
("css/08-admonitions.css", #"""
/* Notes and warnings. The type sets one colour; text on its tint keeps a contrast of 4.5. */

.alert {
  --docgen-alert-color: var(--ifm-color-secondary);
  --docgen-icon-type: var(--docgen-icon-note);
  background-color: color-mix(in srgb, var(--docgen-alert-color) 9%, var(--ifm-background-color));
  border-inline-start: 4px solid var(--docgen-alert-color);
  border-radius: var(--ifm-alert-border-radius);
  margin-block-end: var(--ifm-leading);
  padding: var(--ifm-alert-padding-vertical) var(--ifm-alert-padding-horizontal);
}

.alert--success {
  --docgen-alert-color: var(--ifm-color-success);
  --docgen-icon-type: var(--docgen-icon-tip);
}

.alert--info {
  --docgen-alert-color: var(--ifm-color-info);
  --docgen-icon-type: var(--docgen-icon-info);
}

.alert--warning {
  --docgen-alert-color: var(--ifm-color-warning);
  --docgen-icon-type: var(--docgen-icon-warning);
}

.alert--danger {
  --docgen-alert-color: var(--ifm-color-danger);
  --docgen-icon-type: var(--docgen-icon-danger);
}

.admonition-heading {
  align-items: center;
  color: var(--docgen-alert-color);
  display: flex;
  font-weight: var(--ifm-font-weight-bold);
  gap: 0.45rem;
  margin-block-end: 0.3rem;
}

.admonition-heading::before {
  --docgen-icon: var(--docgen-icon-type);
}

.admonition-heading:last-child {
  margin-block-end: 0;
}

/* Links and code stand on a tint: the text's own colour is the one that is sure to be read. */
.alert a:not([class]) {
  color: inherit;
}

.alert > :last-child {
  margin-block-end: 0;
}

.theme-notice p {
  margin: 0;
}

"""#),
("css/09-code.css", #"""
/* Code, inline and in blocks, with Prism's token names. Code runs from left to right. */

code,
pre,
samp {
  direction: ltr;
  font-family: var(--ifm-font-family-monospace);
  unicode-bidi: isolate;
}

:not(pre) > code {
  background-color: var(--ifm-code-background);
  border-radius: var(--ifm-code-border-radius);
  color: var(--ifm-code-color);
  font-size: var(--ifm-code-font-size);
  padding: var(--ifm-code-padding-vertical) var(--ifm-code-padding-horizontal);
}

.alert :not(pre) > code {
  background-color: var(--ifm-hover-overlay);
}

a > code {
  color: inherit;
}

.theme-code-block {
  background-color: var(--ifm-pre-background);
  border: 1px solid var(--ifm-color-emphasis-200);
  border-radius: var(--ifm-pre-border-radius);
  margin-block-end: var(--ifm-leading);
  position: relative;
}

.code-block-title {
  border-block-end: 1px solid var(--ifm-color-emphasis-300);
  color: var(--ifm-color-content-secondary);
  font-size: 0.875em;
  font-weight: 500;
  padding: 0.5rem var(--ifm-pre-padding);
}

pre {
  background-color: var(--ifm-pre-background);
  border-radius: var(--ifm-pre-border-radius);
  color: var(--ifm-pre-color);
  font-size: 0.875rem;
  line-height: var(--ifm-pre-line-height);
  overflow-x: auto;
  padding: var(--ifm-pre-padding);
  tab-size: 2;
  text-align: start;
}

.markdown .theme-code-block > pre {
  margin: 0;
}

/* As wide as the longest line, so that a mark reaches the end when the block is scrolled. */
pre > code {
  display: block;
  float: inline-start;
  min-inline-size: 100%;
}

.theme-code-block--wrapped pre > code {
  float: none;
  overflow-wrap: anywhere;
  white-space: pre-wrap;
}

.code-line {
  display: block;
}

.theme-code-block-highlighted-line {
  background-color: var(--docusaurus-highlighted-code-line-bg);
  margin-inline: calc(-1 * var(--ifm-pre-padding));
  padding-inline: var(--ifm-pre-padding);
}

.line-numbers {
  counter-reset: line calc(var(--line-start, 1) - 1);
}

.line-numbers .code-line::before {
  color: var(--docgen-token-comment);
  content: counter(line);
  counter-increment: line;
  display: inline-block;
  inline-size: 2.5em;
  margin-inline-end: 1em;
  text-align: end;
  user-select: none;
}

.code-block-buttons {
  display: flex;
  gap: 0.25rem;
  inset-block-end: auto;
  inset-block-start: 0.4rem;
  inset-inline-end: 0.4rem;
  position: absolute;
}

.code-block-buttons button {
  background-color: var(--ifm-pre-background);
  border: 1px solid var(--ifm-color-emphasis-300);
  border-radius: var(--ifm-global-radius);
  color: var(--ifm-color-content-secondary);
  display: grid;
  padding: 0.3rem;
}

.code-block-buttons button[hidden] {
  display: none;
}

.code-block-buttons button:hover,
.code-block-buttons [aria-pressed='true'] {
  color: var(--ifm-color-primary);
}

[data-copied] .icon {
  --docgen-icon: var(--docgen-icon-done);
}

@media (hover: hover) {
  .theme-code-block:not(:hover, :focus-within) .code-block-buttons {
    opacity: 0;
  }
}

"""#),
("css/10-tokens.css", #"""
/* The colours of code. Each has a contrast of 4.5 or more on --ifm-pre-background and on
   --docusaurus-highlighted-code-line-bg. */

:root {
  --docgen-token-comment: #57606d;
  --docgen-token-keyword: #8a2bb0;
  --docgen-token-string: #0f6b3a;
  --docgen-token-number: #9a4400;
  --docgen-token-function: #1f55b5;
  --docgen-token-type: #8a4b00;
  --docgen-token-tag: #a8232f;
  --docgen-token-name: #0b6472;
  --docgen-token-deleted: #a8232f;
}

html[data-theme='dark'] {
  --docgen-token-comment: #9aa4b2;
  --docgen-token-keyword: #d3a4f5;
  --docgen-token-string: #93d6a6;
  --docgen-token-number: #f0ad75;
  --docgen-token-function: #8fbcff;
  --docgen-token-type: #ecc576;
  --docgen-token-tag: #f59c94;
  --docgen-token-name: #7fd0dc;
  --docgen-token-deleted: #f59c94;
}

.token:is(.comment, .prolog, .doctype, .cdata, .output, .punctuation) {
  color: var(--docgen-token-comment);
}

.token:is(.keyword, .atrule, .important, .heading) {
  color: var(--docgen-token-keyword);
}

.token:is(.string, .char, .attr-value, .regex, .inserted, .url) {
  color: var(--docgen-token-string);
}

.token:is(.number, .boolean, .constant, .symbol) {
  color: var(--docgen-token-number);
}

.token:is(.function, .builtin) {
  color: var(--docgen-token-function);
}

.token:is(.class-name, .namespace) {
  color: var(--docgen-token-type);
}

.token:is(.tag, .selector) {
  color: var(--docgen-token-tag);
}

.token:is(.property, .attr-name, .variable, .parameter) {
  color: var(--docgen-token-name);
}

.token.deleted {
  color: var(--docgen-token-deleted);
}

.token.comment {
  font-style: italic;
}

.token:is(.heading, .bold, .important) {
  font-weight: var(--ifm-font-weight-bold);
}

.token.italic {
  font-style: italic;
}

/* What a terminal shows before a command is not part of it. */
.token.prompt {
  color: var(--docgen-token-comment);
  user-select: none;
}

"""#),
("css/11-tabs-and-cards.css", #"""
/* Tabs: sections with labels, which the script turns into tabs. */

.theme-tabs-container {
  margin-block-end: var(--ifm-leading);
}

.tabs {
  border-block-end: 1px solid var(--ifm-color-emphasis-300);
  display: flex;
  margin-block-end: 1rem;
  overflow-x: auto;
  scrollbar-width: thin;
}

.tabs__item {
  border-block-end: 3px solid transparent;
  color: var(--ifm-tabs-color);
  flex: none;
  font-weight: var(--ifm-font-weight-semibold);
  padding: 0.6rem 1rem;
}

.tabs__item:hover {
  background-color: var(--ifm-hover-overlay);
}

.tabs__item:focus-visible {
  outline-offset: -3px;
}

.tabs__item--active {
  border-block-end-color: var(--ifm-tabs-color-active-border);
  color: var(--ifm-tabs-color-active);
}

.tab-panel + .tab-panel {
  margin-block-start: 1.25rem;
}

.tab-panel[role='tabpanel'] {
  margin-block-start: 0;
}

.markdown .tab-label {
  border-block-end: 1px solid var(--ifm-color-emphasis-300);
  font-weight: var(--ifm-font-weight-semibold);
  margin-block-end: 0.75rem;
}

.tab-panel[role='tabpanel'] > .tab-label {
  display: none;
}

/* Before the script makes the tabs: the same height, so that nothing moves when it does. */
[data-theme-choice] .theme-tabs-container:not(:has(> .tabs)) {
  padding-block-start: calc(1.2rem + 1lh + 4px + 1rem);
}

[data-theme-choice] .theme-tabs-container:not(:has(> .tabs)) {
  > .tab-panel {
    margin-block-start: 0;
  }

  > .tab-panel > .tab-label,
  &:not(:has(> [data-default])) > .tab-panel ~ .tab-panel,
  &:has(> [data-default]) > .tab-panel:not([data-default]) {
    display: none;
  }
}

/* Cards: links to the pages of a category. */

.cards {
  display: grid;
  gap: 1rem;
  grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr));
  list-style: none;
  margin: 0 0 var(--ifm-leading);
  padding: 0;
}

.markdown .cards {
  padding: 0;
}

.markdown .cards > li {
  margin: 0;
}

.card {
  background-color: var(--ifm-card-background-color);
  border: 1px solid var(--ifm-color-emphasis-300);
  border-radius: var(--ifm-card-border-radius);
  color: inherit;
  display: block;
  padding: 1rem 1.25rem;
  text-decoration: none;
}

.cards .card {
  block-size: 100%;
}

a.card:hover {
  border-color: var(--ifm-color-primary);
  color: inherit;
  text-decoration: none;
}

.card__title {
  display: block;
  font-weight: var(--ifm-font-weight-semibold);
}

.card__description {
  color: var(--ifm-color-content-secondary);
  display: block;
  font-size: 0.9375em;
  margin-block-start: 0.25rem;
}

"""#),
("css/12-table-of-contents.css", #"""
/* The page's headings: a closed <details> above the article, or a column beside it. */

.toc {
  border: 1px solid var(--ifm-color-emphasis-300);
  border-radius: var(--ifm-global-radius);
  min-inline-size: 0;
}

.toc-toggle {
  align-items: center;
  display: flex;
  font-size: 0.9375rem;
  font-weight: var(--ifm-font-weight-semibold);
  justify-content: space-between;
  list-style: none;
  padding: 0.5rem 0.9rem;
}

.toc-toggle::-webkit-details-marker {
  display: none;
}

.toc-toggle::after {
  --docgen-icon: var(--docgen-icon-chevron);
  block-size: 1rem;
  inline-size: 1rem;
  transform: rotate(90deg);
}

details[open] > .toc-toggle::after {
  transform: rotate(-90deg);
}

.table-of-contents {
  font-size: 0.875rem;
  line-height: 1.4;
  padding: 0 0 0.5rem;
}

.table-of-contents ul {
  list-style: none;
  margin: 0;
  padding-inline-start: var(--ifm-toc-padding-horizontal);
}

.table-of-contents a {
  color: var(--ifm-toc-link-color);
  display: block;
  padding-block: var(--ifm-toc-padding-vertical);
  text-decoration: none;
}

.table-of-contents a:hover,
.table-of-contents .table-of-contents__link--active {
  color: var(--ifm-color-primary);
}

.table-of-contents code {
  font-size: 0.95em;
}

@media (min-width: 75rem) {
  .toc {
    align-self: start;
    border: 0;
    border-inline-start: 1px solid var(--ifm-toc-border-color);
    border-radius: 0;
    grid-column: 2;
    grid-row: 1;
    inset-block-start: calc(var(--ifm-navbar-height) + 1.25rem);
    max-block-size: calc(100vh - var(--ifm-navbar-height) - 2.5rem);
    overflow-y: auto;
    overscroll-behavior: contain;
    position: sticky;
    scrollbar-width: thin;
  }

  .toc-toggle {
    padding-block: 0.2rem 0.4rem;
  }

  /* The list is shown, open or not; where a browser can't, the summary still opens it. */
  @supports selector(::details-content) {
    .toc > details::details-content {
      block-size: auto;
      content-visibility: visible;
    }

    .toc-toggle {
      cursor: default;
      pointer-events: none;
    }

    .toc-toggle::after {
      display: none;
    }
  }
}

"""#),
("css/13-page-links.css", #"""
/* Around an article: breadcrumbs, Markdown, tags, edit link, previous and next, footer. */

.doc-top {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1.5rem;
  justify-content: space-between;
  margin-block-end: 1rem;
}

.doc-top:not(:has(> *)) {
  display: none;
}

.page-actions {
  color: var(--ifm-color-content-secondary);
  display: flex;
  flex-wrap: wrap;
  font-size: 0.875rem;
  gap: 0.25rem 1rem;
}

.page-actions__link {
  color: inherit;
  text-decoration: none;
}

.page-actions__link:hover {
  color: var(--ifm-color-primary);
}

.breadcrumbs {
  color: var(--ifm-color-content-secondary);
  display: flex;
  flex-wrap: wrap;
  font-size: 0.875rem;
  list-style: none;
  margin: 0;
  padding: 0;
}

.breadcrumbs__item:not(:last-child)::after {
  content: '/' / '';
  margin-inline: 0.5rem;
  opacity: 0.7;
}

.breadcrumbs__link {
  color: inherit;
  text-decoration: none;
}

.breadcrumbs__item--active .breadcrumbs__link {
  color: var(--ifm-breadcrumb-color-active);
}

.doc-footer {
  border-block-start: 1px solid var(--ifm-color-emphasis-200);
  color: var(--ifm-color-content-secondary);
  display: flex;
  flex-wrap: wrap;
  font-size: 0.875rem;
  gap: 0.5rem 2rem;
  justify-content: space-between;
  margin-block-start: 2.5rem;
  padding-block-start: 1rem;
}

.doc-footer:empty,
.pagination-nav:empty,
.footer__links:empty {
  display: none;
}

:is(.doc-footer, .page-actions) .icon {
  block-size: 1.1em;
  inline-size: 1.1em;
  margin-inline-end: 0.35em;
  vertical-align: -0.2em;
}

.tags {
  display: flex;
  flex: 1 0 100%;
  flex-wrap: wrap;
  gap: 0.4rem;
  list-style: none;
  margin: 0;
  padding: 0;
}

.tags .tag {
  border: 1px solid var(--ifm-color-emphasis-300);
  border-radius: 1rem;
  padding: 0.1rem 0.65rem;
  text-decoration: none;
}

.pagination-nav {
  display: grid;
  gap: 1rem;
  grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
  margin-block-start: 1.75rem;
}

.pagination-nav__link {
  border: 1px solid var(--ifm-color-emphasis-300);
  border-radius: var(--ifm-pagination-nav-border-radius);
  display: block;
  padding: 0.8rem 1rem;
  text-decoration: none;
}

.pagination-nav__link:hover {
  border-color: var(--ifm-pagination-nav-color-hover);
  text-decoration: none;
}

.pagination-nav__link--next {
  text-align: end;
}

.pagination-nav__sublabel {
  color: var(--ifm-color-content-secondary);
  display: block;
  font-size: 0.8125rem;
}

.pagination-nav__label {
  font-weight: var(--ifm-font-weight-semibold);
}

.footer {
  background-color: var(--ifm-footer-background-color);
  color: var(--ifm-footer-color);
  padding: var(--ifm-footer-padding-vertical) var(--ifm-footer-padding-horizontal);
}

/* Dark in both schemes, as Docusaurus' `style: 'dark'`. */
.footer--dark {
  --ifm-footer-background-color: #20242c;
  --ifm-footer-color: #c3c9d1;
  --ifm-footer-link-color: #e4e7ec;
  --ifm-footer-link-hover-color: #a8c7f9;
  --ifm-footer-title-color: #fff;
}

.footer__inner {
  margin-inline: auto;
  max-inline-size: calc(var(--ifm-container-width-xl) - 4rem);
}

.footer__links {
  display: grid;
  gap: 1.5rem 2rem;
  grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
  margin-block-end: 2rem;
}

.footer__title {
  color: var(--ifm-footer-title-color);
  font-size: 1rem;
  font-weight: var(--ifm-font-weight-semibold);
  margin: 0 0 0.5rem;
}

.footer__link-item {
  color: var(--ifm-footer-link-color);
  display: inline-block;
  padding-block: 0.15rem;
  text-decoration: none;
}

.footer a:hover {
  color: var(--ifm-footer-link-hover-color);
}

.footer__copyright {
  font-size: 0.875rem;
}

.footer__copyright a {
  color: var(--ifm-footer-link-color);
}

.footer__logo {
  margin-block-end: 1rem;
  max-inline-size: 12rem;
}

"""#),
("css/14-languages.css", #"""
/* Fonts and line breaking by language. A script's fonts follow the site's own, so a site's
   --ifm-font-family-base still decides where it has the glyphs; its --ifm-line-height-base wins
   over the language's. */

:root {
  --docgen-line-height: 1.65;
  --docgen-script-fonts: sans-serif;
}

:lang(zh) {
  --docgen-script-fonts: 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC';
}

:lang(zh-Hant),
:lang(zh-TW),
:lang(zh-HK) {
  --docgen-script-fonts: 'PingFang TC', 'Microsoft JhengHei', 'Noto Sans CJK TC', 'Noto Sans TC';
}

:lang(ja) {
  --docgen-script-fonts:
    'Hiragino Sans', 'Yu Gothic UI', Meiryo, 'Noto Sans CJK JP', 'Noto Sans JP';
}

:lang(ko) {
  --docgen-script-fonts:
    'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans CJK KR', 'Noto Sans KR';
}

/* A custom property is resolved where it is set: repeat it where the language may change. */
body,
[lang] {
  --docgen-font-family: var(--ifm-font-family-base), var(--docgen-script-fonts);
  font-family: var(--docgen-font-family);
  line-height: var(--ifm-line-height-base, var(--docgen-line-height));
}

:is(:lang(zh), :lang(ja)) {
  line-break: strict;
  text-autospace: normal;
}

/* Korean breaks between words, as its readers expect; a word that is too long breaks anyway. */
:lang(ko) {
  overflow-wrap: anywhere;
  word-break: keep-all;
}

:is(:lang(zh), :lang(ja), :lang(ko)) {
  --docgen-line-height: 1.75;
}

/* These scripts have no italics; a slanted glyph is a distortion. */
:is(:lang(zh), :lang(ja), :lang(ko)) :is(em, i, cite, dfn) {
  font-style: normal;
  font-weight: var(--ifm-font-weight-semibold);
}

:is(:lang(ar), :lang(fa), :lang(ur), :lang(hi), :lang(th)) {
  --docgen-line-height: 1.85;
}

"""#),
("css/15-print.css", #"""
/* On paper: the article alone, all of it. */

@media print {
  :root,
  html[data-theme='dark'] {
    --ifm-background-color: #fff;
    --ifm-color-content: #000;
    --ifm-pre-background: #fff;
    --ifm-pre-color: #000;
  }

  .navbar,
  .theme-announcement-bar,
  .theme-doc-sidebar-container,
  .expand-sidebar-button,
  .toc,
  .doc-top,
  .doc-footer,
  .pagination-nav,
  .footer,
  .back-to-top-button,
  .code-block-buttons,
  .tabs,
  .hash-link,
  .skip-link {
    display: none !important;
  }

  .doc-main {
    padding: 0;
  }

  .doc-layout {
    display: block;
    max-inline-size: none;
  }

  pre > code {
    float: none;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  .tab-panel {
    content-visibility: visible !important;
  }

  .tab-panel[role='tabpanel'] > .tab-label {
    display: block;
  }

  details::details-content {
    block-size: auto;
    content-visibility: visible;
  }

  .table-wrapper {
    overflow: visible;
  }

  :is(pre, blockquote, figure, tr, .alert, img) {
    break-inside: avoid;
  }

  :is(h1, h2, h3, h4, h5, h6) {
    break-after: avoid;
  }

  .markdown a[href^='http']::after {
    content: ' (' attr(href) ')';
    font-size: 0.85em;
    overflow-wrap: anywhere;
  }

  .token {
    color: #000 !important;
  }
}

"""#),
("css/16-search.css", #"""
/* The search: its dialog, and what it marks on the page it led to. */

.search {
  background-color: var(--ifm-background-color);
  border: 1px solid var(--ifm-color-emphasis-300);
  border-radius: var(--ifm-global-radius);
  box-shadow: var(--ifm-global-shadow-md);
  color: var(--ifm-color-content);
  inline-size: min(42rem, 100vw - 2rem);
  margin-block-start: min(6rem, 8vh);
  max-block-size: min(42rem, 84vh);
  overflow: hidden;
  padding: 0;
}

.search[open] {
  display: flex;
  flex-direction: column;
}

.search::backdrop {
  background-color: rgb(0 0 0 / 45%);
}

html:has(.search[open]) {
  overflow: hidden;
}

.search__bar,
.search__status,
.search__hints {
  align-items: center;
  display: flex;
  flex: none;
  gap: 0.75rem;
  padding: 0.5rem 1rem;
}

.search__bar {
  border-block-end: 1px solid var(--ifm-color-emphasis-300);
}

.search__input {
  background: none;
  border: 0;
  color: inherit;
  flex: 1;
  font: inherit;
  font-size: 1.1rem;
  min-block-size: 2.5rem;
  min-inline-size: 0;
  outline: none;
}

.search__bar:focus-within {
  border-block-end-color: var(--ifm-color-primary);
  box-shadow: 0 1px var(--ifm-color-primary);
}

.search__status,
.search__hints {
  color: var(--ifm-color-content-secondary);
  font-size: 0.85rem;
  justify-content: space-between;
}

.search__status {
  min-block-size: 2.25rem;
}

.search__action {
  color: var(--ifm-link-color);
  text-decoration: underline;
}

.search__action[hidden] {
  display: none;
}

.search__results {
  flex: 0 1 auto;
  overflow-y: auto;
  overscroll-behavior: contain;
  padding-inline: 0.5rem;
}

.search__option {
  border-radius: var(--ifm-global-radius);
  color: inherit;
  display: block;
  padding: 0.5rem 0.65rem;
  scroll-margin-block: 0.5rem;
  text-decoration: none;
}

.search__option:hover {
  background-color: var(--ifm-hover-overlay);
  color: inherit;
  text-decoration: none;
}

.search__option[aria-selected='true'] {
  background-color: var(--ifm-menu-color-background-active);
  outline: 2px solid var(--ifm-color-primary);
  outline-offset: -2px;
}

.search__option--section {
  border-inline-start: 2px solid var(--ifm-color-emphasis-300);
  border-start-start-radius: 0;
  border-end-start-radius: 0;
  margin-inline-start: 1rem;
}

.search__option > span {
  display: block;
  overflow-wrap: anywhere;
}

.search__breadcrumbs,
.search__excerpt {
  color: var(--ifm-color-content-secondary);
  font-size: 0.85rem;
}

.search__title {
  font-weight: var(--ifm-font-weight-semibold);
}

/* Room for what comes when the page has been read, so that nothing moves. */
.search__excerpt {
  block-size: 2lh;
  display: -webkit-box !important;
  overflow: hidden;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 2;
}

.search mark {
  background: none;
  color: var(--ifm-color-primary);
  font-weight: var(--ifm-font-weight-semibold);
}

.search__hints {
  border-block-start: 1px solid var(--ifm-color-emphasis-300);
  justify-content: flex-start;
}

@media (hover: none) {
  .search__hints {
    display: none;
  }
}

/* The script in <head> sets the attribute. */
[data-theme-choice] .without-script {
  display: none;
}

::highlight(docgen-search) {
  background-color: #ffe58a;
  color: #1c1e21;
}

.search-clear {
  background-color: var(--ifm-color-primary);
  border-radius: 2rem;
  color: var(--ifm-color-content-inverse);
  inset-block-end: 1.25rem;
  inset-inline-start: 50%;
  max-inline-size: calc(100vw - 8rem);
  overflow: hidden;
  padding: 0.5rem 1rem;
  position: fixed;
  text-overflow: ellipsis;
  transform: translateX(-50%);
  white-space: nowrap;
  z-index: 50;
}

[dir='rtl'] .search-clear {
  transform: translateX(50%);
}

@media print {
  .search-clear {
    display: none;
  }
}

"""#),
("js/01-shared.js", #"""
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

"""#),
("js/02-color-mode.js", #"""
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

"""#),
("js/03-navbar.js", #"""
// Menus that close by themselves, the bar that hides on scrolling, the announcement, the way up.
{
  const navbar = document.querySelector('.navbar');
  const menus = document.querySelectorAll('details.dropdown');

  const closeMenus = (except) => {
    for (const menu of menus) if (menu !== except) menu.open = false;
  };
  document.addEventListener('click', (event) => closeMenus(event.target.closest('.dropdown')));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    const open = event.target.closest('.dropdown[open]');
    closeMenus();
    open?.querySelector('summary').focus();
  });
  for (const menu of menus) {
    menu.addEventListener('focusout', (event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
    });
  }

  // The same section in the other language: anchors are the same in all of them.
  for (const link of document.querySelectorAll('.locale-menu a')) {
    link.addEventListener('click', () => {
      link.href = link.href.split(/[?#]/)[0] + location.search + location.hash;
    });
  }

  // A drawer that was open when the window grew would cover the page.
  matchMedia('(min-width: 62.5rem)').addEventListener('change', () => {
    const drawer = document.getElementById('docgen-sidebar');
    if (drawer?.matches(':popover-open')) drawer.hidePopover();
  });

  const announcement = document.querySelector('.theme-announcement-bar');
  const close = announcement?.querySelector('.theme-announcement-bar__close');
  if (close) {
    close.hidden = false;
    close.addEventListener('click', () => {
      document.documentElement.dataset.announcement = 'closed';
      docgenStorage.write('docusaurus.announcement.id', announcement.dataset.announcementId);
      docgenStorage.write('docusaurus.announcement.dismiss', 'true');
    });
  }

  const backToTop = document.querySelector('.back-to-top-button');
  const hidesOnScroll = navbar?.classList.contains('navbar--hideable');
  let last = scrollY;
  addEventListener(
    'scroll',
    () => {
      const isUpward = scrollY < last;
      backToTop?.classList.toggle('back-to-top-button--visible', isUpward && scrollY > 600);
      if (hidesOnScroll) {
        navbar.classList.toggle('navbar--hidden', !isUpward && scrollY > navbar.offsetHeight);
      }
      last = scrollY;
    },
    { passive: true },
  );
}

"""#),
("js/04-sidebar.js", #"""
// The sidebar's closed categories open in place, from the one fragment that holds the whole tree;
// the sidebar keeps its place from page to page and can be hidden. Its markup: README.md.
{
  const menu = document.querySelector('.theme-doc-sidebar-container > .menu');
  const tree = menu?.querySelector('[data-sidebar-src]');
  const openKey = `docgen.sidebar.open:${tree?.dataset.sidebarSrc}`;
  const scrollKey = `docgen.sidebar.scroll:${tree?.dataset.sidebarSrc}`;
  let fragment;

  /** The whole tree, fetched once a page, when it is first needed. */
  const wholeTree = () => {
    fragment ??= fetch(tree.dataset.sidebarSrc).then(async (response) => {
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      return new DOMParser().parseFromString(await response.text(), 'text/html');
    });
    return fragment;
  };

  // One key a line.
  const opened = new Set(docgenStorage.read(openKey, 'sessionStorage')?.split('\n'));
  opened.delete('');
  const remember = (key, isOpen) => {
    if (isOpen) opened.add(key);
    else opened.delete(key);
    docgenStorage.write(openKey, [...opened].join('\n'), 'sessionStorage');
  };

  /** Puts a category's branch in the place of its link; returns the branch's summary. */
  const open = async (link) => {
    const key = link.dataset.category;
    const item = link.closest('li');
    const found = (await wholeTree()).querySelector(`li[data-category="${CSS.escape(key)}"]`);
    const details = found?.querySelector(':scope > details');
    if (!details) throw new Error(`no category ${key}`);
    const branch = document.importNode(found, true);
    item.replaceWith(branch);
    branch.querySelector(':scope > details').open = true;
    return branch.querySelector(':scope > details > summary');
  };

  /** The categories that were open on the last page, outer ones first: a key starts with that of
   *  the category around it. */
  const reopen = async () => {
    for (const key of [...opened].sort((a, b) => a.length - b.length)) {
      const name = `[data-category="${CSS.escape(key)}"]`;
      const link = menu.querySelector(`a${name}`);
      if (link) await open(link);
      else menu.querySelector(`li${name} > details`)?.setAttribute('open', '');
    }
  };

  if (tree) {
    menu.addEventListener('click', (event) => {
      const link = event.target.closest('a[data-category]');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      link.setAttribute('aria-busy', 'true');
      open(link).then(
        (summary) => summary.focus({ preventScroll: true }),
        () => location.assign(link.href),
      );
    });
    // The event doesn't bubble. Where a name closes the others (`sidebarAutoCollapse`), opening one
    // again on the next page would close that page's own branch.
    menu.addEventListener(
      'toggle',
      (event) => {
        const key = event.target.closest('li')?.dataset.category;
        if (key && !event.target.name) remember(key, event.target.open);
      },
      true,
    );

    const place = docgenStorage.read(scrollKey, 'sessionStorage');
    const restore = () => {
      if (place !== null) menu.scrollTop = Number(place);
      const current = menu.querySelector('[aria-current="page"]');
      if (!current) return;
      const box = menu.getBoundingClientRect();
      const { top, bottom } = current.getBoundingClientRect();
      if (top < box.top || bottom > box.bottom) {
        menu.scrollTop += top - box.top - box.height / 3;
      }
    };
    restore();
    // Without the fragment the categories stay closed, which is how the page came.
    if (opened.size > 0) reopen().then(restore, () => {});
    addEventListener('pagehide', () => {
      docgenStorage.write(scrollKey, String(menu.scrollTop), 'sessionStorage');
    });
  }

  const collapse = document.querySelector('.collapse-sidebar-button');
  const expand = document.querySelector('.expand-sidebar-button');
  if (collapse && expand) {
    collapse.hidden = false;
    collapse.addEventListener('click', () => {
      document.documentElement.dataset.sidebar = 'hidden';
      docgenStorage.write('docgen.sidebar', 'hidden');
      expand.focus();
    });
    expand.addEventListener('click', () => {
      delete document.documentElement.dataset.sidebar;
      docgenStorage.write('docgen.sidebar', null);
      collapse.focus();
    });
  }
}

"""#),
("js/05-table-of-contents.js", #"""
// The table of contents follows the reader.
docgenContent(() => {
  const toc = document.querySelector('.toc');
  const details = toc?.querySelector('details');
  const links = new Map();
  for (const link of toc?.querySelectorAll('.table-of-contents a[href^="#"]') ?? []) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    link.classList.add('table-of-contents__link');
    if (heading) links.set(heading, link);
  }

  if (toc) {
    const isWide = matchMedia('(min-width: 75rem)');
    // Browsers that can show a closed <details>' content do so from the stylesheet.
    if (!CSS.supports('selector(::details-content)')) details.open = isWide.matches;
    toc.addEventListener('click', (event) => {
      if (event.target.closest('a') && !isWide.matches) details.open = false;
    });
  }

  let current;
  const show = (link) => {
    if (link === current) return;
    current?.classList.remove('table-of-contents__link--active');
    current?.removeAttribute('aria-current');
    current = link;
    current?.classList.add('table-of-contents__link--active');
    current?.setAttribute('aria-current', 'true');
    if (current && toc.scrollHeight > toc.clientHeight) {
      toc.scrollTop = current.offsetTop - toc.clientHeight / 2;
    }
  };

  if (links.size > 0) {
    // The current heading is the last one above a line in the upper third of the window. What is
    // watched reaches up without an end, so that no jump can carry a heading past it unseen.
    const above = new Set();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) above.add(target);
          else above.delete(target);
        }
        let last;
        for (const [heading, link] of links) if (above.has(heading)) last = link;
        show(last);
      },
      { rootMargin: '1000000px 0px -66% 0px' },
    );
    for (const heading of links.keys()) observer.observe(heading);
  }
});

"""#),
("js/06-code-blocks.js", #"""
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

"""#),
("js/07-tabs.js", #"""
// Sections with labels become tabs. Tabs of one group change together, here and on other pages.
docgenContent(() => {
  const sets = [];
  const storageKey = (group) => `docusaurus.tab.${group}`;

  /** Shows the tab with a value, or nothing changes where there is none. */
  const select = (set, value) => {
    if (!set.tabs.some((tab) => tab.dataset.value === value)) return false;
    for (const tab of set.tabs) {
      const isSelected = tab.dataset.value === value;
      const panel = document.getElementById(tab.getAttribute('aria-controls'));
      tab.classList.toggle('tabs__item--active', isSelected);
      tab.setAttribute('aria-selected', String(isSelected));
      // A hidden panel that can be found is still a box, which Tab would stop at.
      tab.tabIndex = panel.tabIndex = isSelected ? 0 : -1;
      // The browser's search finds text in hidden panels, and links to them open them.
      if (isSelected) panel.removeAttribute('hidden');
      else panel.setAttribute('hidden', 'until-found');
    }
    return true;
  };

  /** A reader's choice: for the whole group, without moving the set under the reader's eyes. */
  const choose = (set, value) => {
    const before = set.list.getBoundingClientRect().top;
    select(set, value);
    if (set.group) {
      docgenStorage.write(storageKey(set.group), value);
      for (const other of sets) if (other.group === set.group) select(other, value);
      scrollBy({ top: set.list.getBoundingClientRect().top - before, behavior: 'instant' });
    }
    if (set.query) {
      const url = new URL(location.href);
      url.searchParams.set(set.query, value);
      history.replaceState(history.state, '', url);
    }
  };

  const move = (event, set) => {
    const isRightToLeft = getComputedStyle(set.list).direction === 'rtl';
    const steps = { ArrowRight: isRightToLeft ? -1 : 1, ArrowLeft: isRightToLeft ? 1 : -1 };
    const index = set.tabs.indexOf(event.target);
    const count = set.tabs.length;
    let next;
    if (event.key in steps) next = (index + steps[event.key] + count) % count;
    else if (event.key === 'Home') next = 0;
    else if (event.key === 'End') next = count - 1;
    else return;
    event.preventDefault();
    set.tabs[next].focus();
    choose(set, set.tabs[next].dataset.value);
  };

  const makeTab = (panel, id) => {
    const tab = document.createElement('button');
    tab.type = 'button';
    tab.className = 'tabs__item';
    tab.textContent = panel.dataset.label;
    tab.dataset.value = panel.dataset.value;
    tab.id = `${id}-tab`;
    tab.setAttribute('role', 'tab');
    panel.id ||= `${id}-panel`;
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', tab.id);
    tab.setAttribute('aria-controls', panel.id);
    return tab;
  };

  document.querySelectorAll('.theme-tabs-container').forEach((container, index) => {
    const panels = [...container.querySelectorAll(':scope > .tab-panel')];
    if (panels.length === 0) return;
    const list = document.createElement('div');
    list.className = 'tabs';
    list.setAttribute('role', 'tablist');
    const tabs = panels.map((panel, place) => makeTab(panel, `tabs-${index}-${place}`));
    list.append(...tabs);
    const { group, query } = container.dataset;
    const set = { list, tabs, group, query };
    sets.push(set);

    list.addEventListener('click', (event) => {
      const tab = event.target.closest('[role="tab"]');
      if (tab) choose(set, tab.dataset.value);
    });
    list.addEventListener('keydown', (event) => move(event, set));
    for (const panel of panels) {
      panel.addEventListener('beforematch', () => select(set, panel.dataset.value));
    }
    container.prepend(list);

    const initial = panels.find((panel) => 'default' in panel.dataset) ?? panels[0];
    const asked = query ? new URL(location.href).searchParams.get(query) : null;
    const remembered = group ? docgenStorage.read(storageKey(group)) : null;
    select(set, asked) || select(set, remembered) || select(set, initial.dataset.value);
  });

  /** What the address points to; nothing where its fragment is malformed. */
  const target = () => {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null;
    }
  };

  /** A link to something in a hidden panel shows the panel, and those around it. */
  const reveal = () => {
    const element = target();
    let panel = element?.closest('.tab-panel[hidden]');
    if (!panel) return;
    while (panel) {
      const tab = document.getElementById(panel.getAttribute('aria-labelledby'));
      select(sets.find(({ tabs }) => tabs.includes(tab)), panel.dataset.value);
      panel = panel.parentElement.closest('.tab-panel[hidden]');
    }
    element.scrollIntoView();
  };
  reveal();
  addEventListener('hashchange', reveal);
});

"""#),
("js/08-search.js", #"""
// The search's button, keys and links. What finds and shows is loaded when it is first needed.
{
  const dialog = document.getElementById('docgen-search');
  const input = dialog?.querySelector('input');
  const load = () => import(dialog.dataset.script);

  const open = async (query) => {
    if (!dialog.open) dialog.showModal();
    if (query !== undefined) input.value = query;
    input.select();
    try {
      await (await load()).start();
    } catch {
      // The script is not there: the site has been published anew, or there is no network.
      dialog.querySelector('[role="status"]').textContent = dialog.dataset.failed;
      dialog.querySelector('[data-search-reload]').hidden = false;
    }
  };

  if (dialog) {
    const keys = /Mac|iP(ad|hone|od)/.test(navigator.platform) ? '⌘K' : 'Ctrl K';
    for (const button of document.querySelectorAll('[data-search-open]')) {
      button.setAttribute('role', 'button');
      button.setAttribute('aria-haspopup', 'dialog');
      button.setAttribute('aria-keyshortcuts', 'Control+K Meta+K /');
      button.querySelector('kbd')?.replaceChildren(keys);
      button.addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        open();
      });
      button.addEventListener('keydown', (event) => {
        if (event.key !== ' ') return;
        event.preventDefault();
        open();
      });
    }

    addEventListener('keydown', (event) => {
      const isChord = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (isChord && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        if (dialog.open) dialog.close();
        else open();
      } else if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey) {
        if (dialog.open || event.target.closest?.('input, textarea, select, [contenteditable]')) return;
        event.preventDefault();
        open();
      }
    });
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog || event.target.closest('[data-search-close]')) dialog.close();
    });
    dialog.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
    dialog.querySelector('[data-search-reload]').addEventListener('click', () => location.reload());

    const { searchParams } = new URL(location.href);
    const highlight = searchParams.get('highlight');
    if (highlight) load().then(({ mark }) => mark(highlight)).catch(() => {});
    if (searchParams.has('q')) open(searchParams.get('q'));
    else if (document.querySelector('[data-search-page]')) open();
  }
}

"""#),
("js/09-tables.js", #"""
// Tables that are wider than the page are regions to scroll; others are no stop for the keyboard.
docgenContent(() => {
  const names = new Set();
  for (const box of document.querySelectorAll('.table-wrapper')) {
    const cells = [...box.querySelectorAll('thead th')].map((cell) => cell.textContent.trim());
    const words = cells.filter(Boolean).join(', ');
    let name = words;
    for (let count = 2; names.has(name); count += 1) name = `${words} (${count})`;
    names.add(name);
    new ResizeObserver(() => {
      const isWide = box.scrollWidth > box.clientWidth;
      box.tabIndex = isWide ? 0 : -1;
      box.role = isWide && name ? 'region' : null;
      box.ariaLabel = isWide && name ? name : null;
    }).observe(box);
  }
});

"""#),
("js/10-copy-page.js", #"""
// Copies the page's Markdown, which the head names.
docgenContent(() => {
  const source = document.querySelector('link[rel="alternate"][type="text/markdown"]');
  const button = document.querySelector('[data-copy-page]');
  if (!source || !button) return;
  // The address is that of the published site, which a preview is not.
  const { pathname } = new URL(source.href);
  document.querySelector('[data-view-page]').href = pathname;
  if (!navigator.clipboard) return;

  const copy = async () => {
    const response = await fetch(pathname);
    if (!response.ok) return;
    await navigator.clipboard.writeText(await response.text());
    docgenShowCopied(button);
  };
  button.hidden = false;
  button.addEventListener('click', () => copy().catch(() => {}));
});

"""#),
("js/11-diagrams.js", #"""
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

"""#),
("js/12-not-found.js", #"""
// On the page for unknown addresses: the pages whose addresses are the most like the asked one.
docgenContent(() => {
  const place = document.querySelector('[data-pages]');
  if (!place) return;

  const words = (path) =>
    decodeURIComponent(path)
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word && word !== 'html' && word !== 'index');

  /** How alike two words are: pairs of letters that both have. */
  const likeness = (a, b) => {
    if (a === b) return 1;
    const pairs = (word) => [...word].slice(1).map((letter, index) => word[index] + letter);
    const rest = pairs(b);
    let common = 0;
    for (const pair of pairs(a)) {
      const index = rest.indexOf(pair);
      if (index < 0) continue;
      rest.splice(index, 1);
      common += 1;
    }
    return (2 * common) / Math.max(1, a.length + b.length - 2);
  };

  /** The last word of an address says the most. */
  const score = (asked, path) => {
    const found = words(path);
    let sum = 0;
    asked.forEach((word, index) => {
      const best = Math.max(0, ...found.map((other) => likeness(word, other)));
      if (best > 0.5) sum += index === asked.length - 1 ? 2 * best : best;
    });
    return sum - 0.1 * Math.abs(found.length - asked.length);
  };

  const asked = words(location.pathname);
  fetch(place.dataset.pages)
    .then((answer) => answer.json())
    .then((pages) => {
      const near = pages
        .map(([path, title]) => ({ path, title, score: score(asked, path) }))
        .filter((page) => page.score > 1)
        .sort((a, b) => b.score - a.score)
        .slice(0, 5);
      if (near.length === 0) return;
      const list = place.querySelector('ul');
      list.replaceChildren(
        ...near.map(({ path, title }) => {
          const link = document.createElement('a');
          link.href = path;
          link.textContent = title;
          const item = document.createElement('li');
          item.append(link);
          return item;
        }),
      );
      place.hidden = false;
    })
    .catch(() => {});
});

"""#),
("layouts/page.html", #"""
{{! Every page, composed of partials. }}
<!doctype html>
<html lang="{{locale.lang}}" dir="{{locale.dir}}" class="docs-wrapper{{#page.isDoc}} docs-doc-page docs-doc-id-{{page.contentID}}{{/page.isDoc}}" data-theme="{{colorMode.default}}"{{#colorMode.respectsSystem}} data-theme-system{{/colorMode.respectsSystem}}>
<head>
{{> partials/head}}
</head>
<body>
<a class="skip-link" href="#docgen-content">{{ui.skipToMainContent}}</a>
{{> partials/announcement}}
{{> partials/navbar}}
<div class="main-wrapper">
{{> partials/sidebar}}
<main class="doc-main">
<div class="doc-layout">
{{> partials/tableOfContents}}
<div class="doc-content">
<div class="doc-top">
{{> partials/breadcrumbs}}
{{> partials/pageActions}}
</div>
{{> partials/notices}}
{{> partials/article}}
{{> partials/articleFooter}}
{{> partials/pagination}}
</div>
</div>
</main>
</div>
{{> partials/footer}}
<a class="back-to-top-button" href="#" aria-label="{{ui.backToTop}}"><span class="icon icon--up"></span></a>
<span id="docgen-new-tab" hidden>{{ui.externalLink}}</span>
{{> partials/codeButtons}}
{{> partials/diagrams}}
{{> partials/searchDialog}}
{{{scriptsHTML}}}
</body>
</html>

"""#),
("partials/announcement.html", #"""
{{! The bar above every page. }}
{{#announcement}}
<div class="theme-announcement-bar" role="region" aria-label="{{site.title}}" data-announcement-id="{{id}}">
<div class="theme-announcement-bar__content">{{{html}}}</div>
{{#isCloseable}}
<button type="button" class="theme-announcement-bar__close" aria-label="{{ui.closeAnnouncement}}" hidden><span class="icon icon--close"></span></button>
<script>(function(b){try{if(localStorage.getItem("docusaurus.announcement.dismiss")==="true"&&localStorage.getItem("docusaurus.announcement.id")===b.dataset.announcementId)document.documentElement.dataset.announcement="closed"}catch(e){}})(document.currentScript.parentNode)</script>
{{/isCloseable}}
</div>
{{/announcement}}

"""#),
("partials/article.html", #"""
{{! The page's title and text. }}
<article id="docgen-content" tabindex="-1" lang="{{article.lang}}" dir="{{article.dir}}">
<div class="theme-doc-markdown markdown"{{#page.isSearch}} data-search-page{{/page.isSearch}}>
{{#page.showTitle}}
<header><h1>{{page.title}}</h1></header>
{{/page.showTitle}}
{{#page.isNotFound}}
<p>{{ui.notFoundMessage}}</p>
<p>{{ui.notFoundHint}}</p>
<div class="suggestions" data-pages="{{page.pagesURL}}" hidden>
<p>{{ui.notFoundSuggestions}}</p>
<ul></ul>
</div>
{{/page.isNotFound}}
{{#page.isSearch}}
<p class="without-script">{{ui.searchNeedsScript}}</p>
<h2>{{ui.searchAllPages}}</h2>
{{/page.isSearch}}
{{#page.isCategory}}
{{#page.hasDescription}}
<p>{{page.description}}</p>
{{/page.hasDescription}}
{{/page.isCategory}}
{{{bodyHTML}}}
{{> partials/cards}}
</div>
</article>

"""#),
("partials/articleFooter.html", #"""
{{! Below the text: tags, edit link, date. Without spaces between the parts: the stylesheet hides the element when it is empty. }}
<div class="doc-footer">{{#hasTags}}<ul class="tags" aria-label="{{ui.tags}}">{{#tags}}<li><a class="tag" href="{{href}}">{{label}}</a></li>{{/tags}}</ul>{{/hasTags}}{{#hasEditURL}}<a class="theme-edit-this-page" href="{{editURL}}"><span class="icon icon--edit"></span>{{ui.editThisPage}}</a>{{/hasEditURL}}{{#hasLastUpdated}}<span class="theme-last-updated">{{#hasLastUpdatedDate}}<time datetime="{{lastUpdatedDate}}">{{lastUpdated}}</time>{{/hasLastUpdatedDate}}{{^hasLastUpdatedDate}}{{lastUpdated}}{{/hasLastUpdatedDate}}</span>{{/hasLastUpdated}}</div>

"""#),
("partials/brand.html", #"""
{{! Logo and title in the navigation bar. }}
<a class="navbar__brand" href="{{#logo}}{{href}}{{/logo}}{{^logo}}{{site.homeURL}}{{/logo}}">
{{#logo}}
<span class="navbar__logo">{{#hasDark}}<img class="themed-image--light" src="{{src}}" alt="{{alt}}"{{{size}}}><img class="themed-image--dark" src="{{srcDark}}" alt="{{alt}}"{{{size}}}>{{/hasDark}}{{^hasDark}}<img src="{{src}}" alt="{{alt}}"{{{size}}}>{{/hasDark}}</span>
{{/logo}}
<b class="navbar__title">{{navbarTitle}}</b>
</a>

"""#),
("partials/breadcrumbs.html", #"""
{{! The way from the home page to this one. }}
{{#hasBreadcrumbs}}
<nav aria-label="{{ui.breadcrumbsLabel}}">
<ul class="breadcrumbs">
<li class="breadcrumbs__item"><a class="breadcrumbs__link" href="{{site.homeURL}}">{{ui.breadcrumbsHome}}</a></li>
{{#breadcrumbs}}
<li class="breadcrumbs__item{{#isCurrent}} breadcrumbs__item--active{{/isCurrent}}">{{#hasHref}}<a class="breadcrumbs__link" href="{{href}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{label}}</a>{{/hasHref}}{{^hasHref}}<span class="breadcrumbs__link">{{label}}</span>{{/hasHref}}</li>
{{/breadcrumbs}}
</ul>
</nav>
{{/hasBreadcrumbs}}

"""#),
("partials/cards.html", #"""
{{! The pages of a category, as cards. }}
{{#hasCards}}
<ul class="cards">
{{#cards}}
<li><a class="card{{#isCategory}} card--category{{/isCategory}}" href="{{href}}"{{#isExternal}} rel="external"{{/isExternal}}><span class="card__title">{{label}}</span>{{#hasDescription}}<span class="card__description">{{description}}</span>{{/hasDescription}}</a></li>
{{/cards}}
</ul>
{{/hasCards}}

"""#),
("partials/codeButtons.html", #"""
{{! The buttons that the script adds to blocks of code. Texts stay in the page's language. }}
<template id="docgen-code-buttons"><div class="code-block-buttons"><button type="button" data-wrap aria-label="{{ui.wordWrap}}" aria-pressed="false" title="{{ui.wordWrap}}"><span class="icon icon--wrap"></span></button><button type="button" data-copy data-copied-label="{{ui.copied}}" aria-label="{{ui.copyCode}}" title="{{ui.copy}}"><span class="icon icon--copy"></span></button></div></template>
<div id="docgen-announcer" class="visually-hidden" role="status"></div>

"""#),
("partials/colorModeMenu.html", #"""
{{! The menu of light, dark and the system's choice. Hidden until the script is there. }}
<details class="navbar__item navbar__item--always dropdown color-mode" data-label="{{ui.colorToggle}}" hidden><summary><span class="icon icon--color-mode"></span></summary>
<ul class="dropdown__menu">
<li><button type="button" class="dropdown__link" data-theme-choice="light" aria-pressed="false">{{ui.colorModeLight}}</button></li>
<li><button type="button" class="dropdown__link" data-theme-choice="dark" aria-pressed="false">{{ui.colorModeDark}}</button></li>
{{#colorMode.respectsSystem}}
<li><button type="button" class="dropdown__link" data-theme-choice="system" aria-pressed="false">{{ui.colorModeSystem}}</button></li>
{{/colorMode.respectsSystem}}
</ul>
</details>

"""#),
("partials/colorModeScript.html", #"""
{{! Sets light or dark before the first paint, so that nothing flashes. The same bytes on every page: one CSP hash. }}
<script>(function(){var r=document.documentElement,s=function(k){try{return localStorage.getItem(k)}catch(e){return null}},t=s("theme"),y=r.hasAttribute("data-theme-system"),c=t==="light"||t==="dark"?t:y?"system":r.dataset.theme;r.dataset.themeChoice=c;r.dataset.theme=c==="system"?matchMedia("(prefers-color-scheme:dark)").matches?"dark":"light":c;if(s("docgen.sidebar")==="hidden")r.dataset.sidebar="hidden"})()</script>

"""#),
("partials/diagrams.html", #"""
{{! Names the script that draws the page's diagrams, where there are any. }}
{{#usesMermaid}}
{{#assets.hasMermaidScript}}
<div id="docgen-mermaid" data-script="{{assets.mermaidScript}}" hidden></div>
{{/assets.hasMermaidScript}}
{{/usesMermaid}}

"""#),
("partials/drawerItem.html", #"""
{{! An entry of the navigation bar, in the drawer of narrow screens. }}
{{#isLink}}
<li class="menu__list-item"><a class="menu__link{{#isCurrent}} menu__link--active{{/isCurrent}} {{className}}" href="{{href}}"{{#isExternal}} rel="external"{{/isExternal}}>{{label}}</a></li>
{{/isLink}}
{{#isDropdown}}
<li class="menu__list-item"><details><summary class="menu__link menu__link--sublist">{{label}}</summary>
<ul class="menu__list">
{{#items}}
<li class="menu__list-item"><a class="menu__link{{#isCurrent}} menu__link--active{{/isCurrent}} {{className}}" href="{{href}}"{{#isExternal}} rel="external"{{/isExternal}}>{{label}}</a></li>
{{/items}}
</ul>
</details></li>
{{/isDropdown}}

"""#),
("partials/footer.html", #"""
{{! What ends every page. }}
{{#footer}}
<footer class="theme-layout-footer footer{{#isDark}} footer--dark{{/isDark}}">
<div class="footer__inner">
<div class="footer__links">
{{#columns}}
<div class="footer__col">{{#hasTitle}}<p class="footer__title">{{title}}</p>{{/hasTitle}}
<ul class="footer__items clean-list">
{{#items}}
<li class="footer__item">{{#isHTML}}{{{html}}}{{/isHTML}}{{^isHTML}}<a class="footer__link-item" href="{{href}}"{{#isExternal}} rel="external"{{/isExternal}}>{{label}}</a>{{/isHTML}}</li>
{{/items}}
</ul></div>
{{/columns}}
</div>
{{#logo}}
<a href="{{href}}"><img class="footer__logo" src="{{src}}" alt="{{alt}}"{{{size}}}></a>
{{/logo}}
<div class="footer__copyright">{{{copyrightHTML}}}</div>
</div>
</footer>
{{/footer}}

"""#),
("partials/head.html", #"""
{{! What stands in the page's head. }}
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{page.documentTitle}}</title>
{{#page.hasDescription}}
<meta name="description" content="{{page.description}}">
{{/page.hasDescription}}
{{#page.hasKeywords}}
<meta name="keywords" content="{{page.keywords}}">
{{/page.hasKeywords}}
{{#page.noindex}}
<meta name="robots" content="noindex">
{{/page.noindex}}
<meta name="generator" content="docgen">
<meta name="color-scheme" content="light dark">
{{> partials/colorModeScript}}
<link rel="stylesheet" href="{{assets.stylesheet}}">
{{#assets.customStylesheets}}
<link rel="stylesheet" href="{{href}}">
{{/assets.customStylesheets}}
<script src="{{assets.script}}" defer></script>
{{#site.hasFavicon}}
<link rel="icon" href="{{site.faviconURL}}">
{{/site.hasFavicon}}
{{#site.hasTouchIcon}}
<link rel="apple-touch-icon" href="{{site.touchIconURL}}">
{{/site.hasTouchIcon}}
{{#site.hasManifest}}
<link rel="manifest" href="{{site.manifestURL}}">
{{/site.hasManifest}}
{{#site.hasFeed}}
<link rel="alternate" type="application/atom+xml" href="{{site.feedURL}}" title="{{site.title}}">
{{/site.hasFeed}}
{{^page.isNotFound}}
<link rel="canonical" href="{{page.canonicalURL}}">
{{#alternates}}
<link rel="alternate" hreflang="{{lang}}" href="{{href}}">
{{/alternates}}
{{#page.hasMarkdown}}
<link rel="alternate" type="text/markdown" href="{{page.markdownURL}}">
{{/page.hasMarkdown}}
{{/page.isNotFound}}
{{> partials/socialCard}}
{{{structuredDataHTML}}}
{{{headHTML}}}

"""#),
("partials/localeMenu.html", #"""
{{! The menu of languages. }}
{{#hasLocaleMenu}}
<details class="navbar__item navbar__item--always dropdown locale-menu {{className}}"><summary aria-label="{{ui.languageLabel}}: {{locale.label}}"><span class="icon icon--language"></span> <span class="navbar__label">{{locale.label}}</span></summary>
<ul class="dropdown__menu">
{{#localeMenu}}
<li><a class="dropdown__link{{#isCurrent}} dropdown__link--active{{/isCurrent}}" href="{{href}}" lang="{{lang}}" hreflang="{{lang}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{label}}</a></li>
{{/localeMenu}}
</ul>
</details>
{{/hasLocaleMenu}}

"""#),
("partials/navbar.html", #"""
{{! The bar at the top. }}
<header class="navbar navbar--fixed-top{{#navbarHideOnScroll}} navbar--hideable{{/navbarHideOnScroll}}">
<nav class="navbar__inner" aria-label="{{ui.navLabel}}">
<button type="button" class="navbar__toggle navbar__button" popovertarget="docgen-sidebar" aria-label="{{ui.toggleSidebar}}"><span class="icon icon--menu"></span></button>
{{> partials/brand}}
<div class="navbar__items">
{{#navbarLeft}}
{{> partials/navbarItem}}
{{/navbarLeft}}
</div>
<div class="navbar__items navbar__items--right">
{{#navbarRight}}
{{> partials/navbarItem}}
{{/navbarRight}}
{{#colorMode.hasSwitch}}
{{> partials/colorModeMenu}}
{{/colorMode.hasSwitch}}
</div>
</nav>
</header>

"""#),
("partials/navbarItem.html", #"""
{{! An entry of the navigation bar. }}
{{#isLink}}
<div class="navbar__item"><a class="navbar__link{{#isCurrent}} navbar__link--active{{/isCurrent}} {{className}}" href="{{href}}"{{#isCurrent}} aria-current="true"{{/isCurrent}}{{#isExternal}} rel="external"{{/isExternal}}>{{label}}</a></div>
{{/isLink}}
{{#isHTML}}
<div class="navbar__item {{className}}">{{{html}}}</div>
{{/isHTML}}
{{#isDropdown}}
<details class="navbar__item dropdown {{className}}"><summary>{{label}}</summary>
<ul class="dropdown__menu">
{{#items}}
<li><a class="dropdown__link{{#isCurrent}} dropdown__link--active{{/isCurrent}} {{className}}" href="{{href}}"{{#isCurrent}} aria-current="true"{{/isCurrent}}{{#isExternal}} rel="external"{{/isExternal}}>{{label}}</a></li>
{{/items}}
</ul>
</details>
{{/isDropdown}}
{{#isLocaleMenu}}
{{> partials/localeMenu}}
{{/isLocaleMenu}}
{{#isSearch}}
{{> partials/search}}
{{/isSearch}}

"""#),
("partials/notices.html", #"""
{{! What is said of untranslated, outdated, draft and unlisted pages. }}
{{#notices}}
{{#isFallback}}
<div class="theme-notice alert alert--info" role="note"><p>{{ui.fallbackNotice}} <a href="{{sourceURL}}" hreflang="{{article.lang}}">{{ui.fallbackLink}}</a></p></div>
{{/isFallback}}
{{#isOutdated}}
<div class="theme-notice alert alert--warning" role="note"><p>{{ui.outdatedNotice}} <a href="{{sourceURL}}" hreflang="{{sourceLang}}">{{ui.fallbackLink}}</a></p></div>
{{/isOutdated}}
{{#isDraft}}
<div class="theme-notice alert alert--warning" role="note"><div class="admonition-heading">{{ui.draftTitle}}</div><p>{{ui.draftMessage}}</p></div>
{{/isDraft}}
{{#isUnlisted}}
<div class="theme-notice alert alert--warning" role="note"><div class="admonition-heading">{{ui.unlistedTitle}}</div><p>{{ui.unlistedMessage}}</p></div>
{{/isUnlisted}}
{{/notices}}

"""#),
("partials/pageActions.html", #"""
{{! Copy and view the page as Markdown. The script shows the button, whose room is there before. }}
{{#page.hasMarkdown}}
<div class="page-actions"><button type="button" class="page-actions__link" data-copy-page data-copied-label="{{ui.copied}}" hidden><span class="icon icon--copy"></span>{{ui.copyPage}}</button><a class="page-actions__link" data-view-page href="{{page.markdownURL}}" type="text/markdown">{{ui.viewMarkdown}}</a></div>
{{/page.hasMarkdown}}

"""#),
("partials/pagination.html", #"""
{{! Links to the previous and the next page. Without spaces between the parts: the stylesheet hides the element when it is empty. }}
<nav class="pagination-nav" aria-label="{{ui.paginationLabel}}">{{#previous}}<a class="pagination-nav__link pagination-nav__link--prev" href="{{href}}" rel="prev"><span class="pagination-nav__sublabel">{{ui.previous}}</span><span class="pagination-nav__label">{{title}}</span></a>{{/previous}}{{#next}}<a class="pagination-nav__link pagination-nav__link--next" href="{{href}}" rel="next"><span class="pagination-nav__sublabel">{{ui.next}}</span><span class="pagination-nav__label">{{title}}</span></a>{{/next}}</nav>

"""#),
("partials/search.html", #"""
{{! The search's button. It is a link to a page that works without a script; the script opens the dialog instead. }}
{{#search}}
<div class="navbar__item navbar__item--always navbar__search"><a class="navbar__search-button {{className}}" href="{{page}}" aria-label="{{ui.search}}" data-search-open><span class="icon icon--search"></span><span class="navbar__label">{{ui.search}}</span><kbd></kbd></a></div>
{{/search}}

"""#),
("partials/searchDialog.html", #"""
{{! The dialog of the search. }}
{{#search}}
<dialog id="docgen-search" class="search" aria-label="{{ui.search}}" data-script="{{script}}" data-index="{{index}}" data-loading="{{ui.searchLoading}}" data-count="{{ui.searchCount}}" data-nothing="{{ui.searchNothing}}" data-recent="{{ui.searchRecent}}" data-stale="{{ui.searchStale}}" data-failed="{{ui.searchFailed}}" data-clear-marks="{{ui.searchClearMarks}}">
<form class="search__bar" role="search">
<span class="icon icon--search"></span>
<input class="search__input" type="text" role="combobox" placeholder="{{ui.searchPlaceholder}}" aria-label="{{ui.searchPlaceholder}}" aria-autocomplete="list" aria-expanded="false" aria-controls="docgen-search-results" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="go">
<button type="button" class="navbar__button" aria-label="{{ui.searchClose}}" data-search-close><span class="icon icon--close"></span></button>
</form>
<div class="search__status"><span role="status"></span><button type="button" class="search__action" data-search-reload hidden>{{ui.searchReload}}</button><button type="button" class="search__action" data-search-forget hidden>{{ui.searchForgetRecent}}</button></div>
<div id="docgen-search-results" class="search__results" role="listbox" aria-label="{{ui.search}}"></div>
<div class="search__hints" aria-hidden="true"><span><kbd>↑</kbd> <kbd>↓</kbd> {{ui.searchHintMove}}</span> <span><kbd>↵</kbd> {{ui.searchHintOpen}}</span> <span><kbd>Esc</kbd> {{ui.searchHintClose}}</span></div>
</dialog>
{{/search}}

"""#),
("partials/sidebar.html", #"""
{{! The sidebar, and the drawer of narrow screens. A popover, so that it opens without a script. }}
<aside id="docgen-sidebar" class="theme-doc-sidebar-container{{^hasSidebar}} theme-doc-sidebar-container--drawer{{/hasSidebar}}{{#sidebarHideable}} theme-doc-sidebar-container--hideable{{/sidebarHideable}}" popover>
<div class="navbar-sidebar">
<button type="button" class="navbar-sidebar__close navbar__button" popovertarget="docgen-sidebar" popovertargetaction="hide" aria-label="{{ui.close}}"><span class="icon icon--close"></span></button>
<ul class="menu__list">
{{#navbarLeft}}
{{> partials/drawerItem}}
{{/navbarLeft}}
{{#navbarRight}}
{{> partials/drawerItem}}
{{/navbarRight}}
</ul>
</div>
{{#hasSidebar}}
<nav class="menu" aria-label="{{ui.sidebarLabel}}">
{{{sidebarHTML}}}
</nav>
{{#sidebarHideable}}
<button type="button" class="collapse-sidebar-button" hidden><span class="icon icon--sidebar"></span>{{ui.collapseSidebar}}</button>
{{/sidebarHideable}}
{{/hasSidebar}}
</aside>
{{#sidebarHideable}}
<button type="button" class="expand-sidebar-button" aria-label="{{ui.expandSidebar}}"><span class="icon icon--sidebar"></span></button>
{{/sidebarHideable}}

"""#),
("partials/socialCard.html", #"""
{{! What other sites show of a link to the page. }}
<meta property="og:type" content="{{#page.isDoc}}article{{/page.isDoc}}{{^page.isDoc}}website{{/page.isDoc}}">
<meta property="og:site_name" content="{{site.title}}">
<meta property="og:title" content="{{page.title}}">
{{#page.hasDescription}}
<meta property="og:description" content="{{page.description}}">
{{/page.hasDescription}}
{{^page.isNotFound}}
<meta property="og:url" content="{{page.canonicalURL}}">
{{/page.isNotFound}}
<meta property="og:locale" content="{{ogLocale}}">
{{#ogAlternates}}
<meta property="og:locale:alternate" content="{{code}}">
{{/ogAlternates}}
{{#page.hasImage}}
<meta property="og:image" content="{{page.imageURL}}">
<meta name="twitter:card" content="summary_large_image">
{{/page.hasImage}}
{{^page.hasImage}}
<meta name="twitter:card" content="summary">
{{/page.hasImage}}
{{#page.isDoc}}
{{#hasLastUpdatedDate}}
<meta property="article:modified_time" content="{{lastUpdatedDate}}">
{{/hasLastUpdatedDate}}
{{/page.isDoc}}

"""#),
("partials/tableOfContents.html", #"""
{{! The page's headings. }}
{{#hasTableOfContents}}
<nav class="toc" aria-label="{{ui.tocLabel}}">
<details><summary class="toc-toggle">{{ui.tocToggle}}</summary>
<div class="table-of-contents" lang="{{article.lang}}" dir="{{article.dir}}">{{{tableOfContentsHTML}}}</div>
</details>
</nav>
{{/hasTableOfContents}}

"""#),
("search/01-words.js", #"""
// The files of this folder are joined in the order of their names into one module, which is loaded
// when a reader opens the search. How text is cut into words, how the index is read and how pages
// are ranked is the same in Sources/DocgenSite/Search; Tests/Search/vectors.json holds both to it.

// Scripts that write no spaces: Han, Kana, Hangul, Thai and its neighbours.
const denseRanges =
  '\u0e01-\u0eff\u1000-\u109f\u1780-\u17dd\u3005-\u3007\u3041-\u30fa\u30fc-\u31ff\u3400-\u9fff' +
  '\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9f\u{20000}-\u{3ffff}';
const runs = new RegExp(`[${denseRanges}]+|(?:(?![${denseRanges}])[\\p{L}\\p{M}\\p{N}_])+`, 'gu');
const dense = new RegExp(`^[${denseRanges}]`, 'u');
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const droppedMark = /[\u0300-\u036f\u064b-\u065f\u0670]/;
const spellings = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i', ς: 'σ',
};
const stopWords = new Set(
  (
    'a an and another any are as at be but by can do does for from happens has have how i if in into is ' +
    'it its me my need of on or our should so some that the their there this to want was we what when ' +
    'where which who why will with you your ' +
    '什么 哪些 如何 怎么 有哪'
  ).split(' '),
);

const encode = (text) => new TextEncoder().encode(text);

/** Without case and diacritics. */
export const fold = (word) =>
  word.toLowerCase().replace(/[^\0-\x7f]/gu, (letter) => {
    if (droppedMark.test(letter)) return '';
    const [base, ...marks] = letter.normalize('NFD');
    const folded = marks.every((mark) => droppedMark.test(mark)) ? base : letter;
    const code = folded.codePointAt(0);
    if (code > 0xff00 && code < 0xff5f) return String.fromCharCode(code - 0xfee0);
    return spellings[folded] ?? folded;
  });

const suffixes = [
  ['ation', 4], ['ating', 4], ['ated', 4], ['ator', 4], ['ate', 4],
  ['ion', 5], ['ing', 3, true], ['ed', 3, true],
];

/** Light stemming of English: plurals, verb forms, nouns made from verbs. */
export const stem = (word) => {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  if (/[^sui]s$/.test(word)) {
    if (word.endsWith('ies') && word.length > 4) word = word.slice(0, -3) + 'y';
    else word = word.slice(0, /(sses|xes|ches|shes|zzes)$/.test(word) ? -2 : -1);
  }
  for (const [suffix, atLeast, undoubles] of suffixes) {
    const rest = word.slice(0, -suffix.length);
    if (!word.endsWith(suffix) || rest.length < atLeast || !/[aeiouy]/.test(rest)) continue;
    word = undoubles ? rest.replace(/([^aeiouylsz])\1$/, '$1') : rest;
    break;
  }
  return word.length > 3 ? word.replace(/e$/, '') : word;
};

/** "APIs" are more than one API, which the rule for words would not see. */
const stemOf = (piece) => stem(fold(/^[A-Z0-9]{2,}s$/.test(piece) ? piece.slice(0, -1) : piece));

/** What a run of letters, digits and `_` is found by; undefined where nothing is left of it. */
export const termsOf = (word) => {
  const pieces = word
    .replace(/([a-z0-9])(?=[A-Z])|([A-Z])(?=[A-Z][a-z]{2})/g, '$1$2\0')
    .split(/[_\0]/)
    .filter(Boolean);
  if (!pieces[0]) return undefined;
  const typed = fold(word.replace(/^_+|_+$/g, ''));
  if (!typed || encode(typed).length > 64) return undefined;
  if (!pieces[1]) {
    return { whole: stemOf(pieces[0]), parts: [], typed, isStopWord: stopWords.has(typed) };
  }
  const parts = pieces.map(stemOf).filter((part) => encode(part).length > 1);
  return { whole: typed, parts, typed };
};

/**
 * Calls `word` with each run of letters, digits and `_`, and `pair` with each two neighbouring
 * characters of a dense script and the last of their run; and where they start and end.
 */
export const cut = (text, word, pair) => {
  for (const { 0: run, index } of text.matchAll(runs)) {
    if (!dense.test(run)) {
      word(run, index, index + run.length);
      continue;
    }
    const characters = [...run];
    let start = index;
    characters.forEach((character, place) => {
      const two = character + (characters[place + 1] ?? '');
      pair(two, start, start + two.length);
      start += character.length;
    });
  }
};

/** The words of a query. */
export const parseQuery = (text) => {
  const cleaned = text.replace(invisible, '');
  const found = [];
  let last;
  for (const { 0: run, index } of cleaned.matchAll(runs)) {
    if (dense.test(run)) {
      const characters = [...run];
      const count = characters.length;
      let isStopWord;
      for (let place = 0; place < (count - 1 || 1); place++) {
        // Pairs that overlap go across the border of two words, and each is a file to load. The last
        // one is taken along, unless what it overlaps is a word.
        if (place % 2 && (isStopWord || place < count - 2)) continue;
        const term = characters.slice(place, place + 2).join('');
        isStopWord = stopWords.has(term);
        found.push({ term, typed: term, parts: [], isStopWord, isPrefix: count === 1, run: index });
      }
      last = undefined;
      continue;
    }
    const terms = termsOf(run);
    const isPrefix = index + run.length === cleaned.length;
    if (!terms) continue;
    // Pages may write "fallback" for "fall back".
    if (last) last.joined = stem(last.typed + terms.typed);
    last = { ...terms, term: terms.whole, isPrefix };
    found.push(last);
  }
  const says = found.filter((word) => !word.isStopWord);
  const words = new Map();
  for (const word of says[0] ? says : found) {
    if (words.size < 10 && !words.has(word.term)) words.set(word.term, word);
  }
  return [...words.values()];
};

"""#),
("search/02-index.js", #"""
// The index: one manifest, and the files that it names.

const format = 1;

/** The site has been published anew since the page, the script or the manifest was loaded. */
export class StaleIndex extends Error {}

const decode = (bytes) => new TextDecoder().decode(Uint8Array.from(bytes));

const compare = (a, b) => {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) if (a[index] !== b[index]) return a[index] - b[index];
  return a.length - b.length;
};

const startsWith = (bytes, prefix) =>
  bytes.length >= prefix.length && prefix.every((byte, index) => bytes[index] === byte);

/** One of eight bits for a term, by FNV-1a: a posting says which terms come right behind it. */
const followerBit = (term) => {
  let hash = 0x811c9dc5;
  for (const byte of term) hash = Math.imul(hash ^ byte, 0x01000193);
  return 1 << (hash >>> 29);
};

/** Reads bytes, numbers of 7 bits a byte, and stretches, one behind the other. */
class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.index = 0;
  }

  byte() {
    return this.bytes[this.index++];
  }

  number() {
    const byte = this.byte();
    return byte < 0x80 ? byte : byte - 0x80 + 0x80 * this.number();
  }

  stretch(length) {
    this.index += length;
    return this.bytes.subarray(this.index - length, this.index);
  }
}

/** The terms of a file: `{ term, pageCount, rarity, postings }`, terms and postings as bytes. */
const readShard = (bytes) => {
  const reader = new Reader(bytes);
  if (decode(reader.stretch(4)) !== 'dgs1') throw new StaleIndex();
  const entries = [];
  let term = [];
  while (reader.index < bytes.length) {
    const shared = reader.number();
    term = [...term.slice(0, shared), ...reader.stretch(reader.number())];
    entries.push({
      term,
      pageCount: reader.number(),
      rarity: reader.number(),
      postings: reader.stretch(reader.number()),
    });
  }
  return entries;
};

/** Calls `body` with page, level and sections, as `[section, isInHeading, followers]`. */
const eachPosting = ({ term, postings }, body) => {
  const hasFollowers = !dense.test(decode(term));
  const reader = new Reader(postings);
  let page = 0;
  while (reader.index < postings.length) {
    const value = reader.number();
    page += value >> 4;
    const sections = [];
    let section = 0;
    let byte;
    do {
      byte = reader.byte();
      section += byte & 0x3f;
      if ((byte & 0x3f) === 0x3f) continue;
      sections.push([section++, (byte & 0x40) !== 0, hasFollowers ? reader.byte() : 0xff]);
    } while (byte < 0x80);
    body(page, value & 15, sections);
  }
};

/** A key's value, made by `make` where there is none yet. */
const valueOf = (map, key, make) => {
  if (!map.has(key)) map.set(key, make());
  return map.get(key);
};

/** What a function promises for a key; asked again only if it failed. */
const once = (known, key, make) => {
  const made = valueOf(known, key, make);
  made.catch(() => known.delete(key));
  return made;
};

/** How many of a sorted list are not behind what is looked for. */
const countUpTo = (list, isBehind) => {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBehind(list[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** What most headings' anchors are: the index names only others. */
const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');

/** A locale's index; loads what a query needs, once. */
export class SearchIndex {
  #url;
  #files = new Map();

  /** - url: the manifest's. */
  constructor(url) {
    this.#url = new URL(url, location);
  }

  /** Loads the manifest, past the browser's cache if `isFresh`. */
  async open(isFresh) {
    const response = await fetch(this.#url, { cache: isFresh ? 'reload' : 'no-cache' });
    if (!response.ok) throw new Error(response.status);
    this.manifest = await response.json();
    if (this.manifest.format !== format) throw new StaleIndex();
    return this;
  }

  /** A file that the manifest names. One that is not there, or is something else: stale. */
  #load(name, read) {
    return once(this.#files, name, async () => {
      const response = await fetch(new URL(name, this.#url));
      if (!response.ok) throw new StaleIndex();
      return read(response);
    });
  }

  /** The terms of the file that holds a term, and of `more` files behind it. */
  async entries(term, more = 0) {
    const { terms, termFiles } = this.manifest;
    const last = countUpTo(terms, (first) => compare(term, encode(first)) < 0) - 1;
    const wanted = [];
    for (let file = last; file <= last + more; file++) {
      // What does not begin with the term is not looked at.
      if (file > last && !startsWith(encode(terms[file]), term)) break;
      wanted.push(
        this.#load(`terms-${file}-${termFiles[file]}.bin`, async (response) =>
          readShard(new Uint8Array(await response.arrayBuffer())),
        ),
      );
    }
    return (await Promise.all(wanted)).flat();
  }

  /** The words that a mistyped one may have been meant as, the most frequent first. */
  spelling() {
    const name = `spelling-${this.manifest.spelling}.txt`;
    return this.#load(name, async (response) => (await response.text()).split('\n'));
  }

  /** `{ path, title, breadcrumbs, sections }` of a page, sections as `{ anchor, heading }`. */
  async page(number) {
    const { pages, pageFiles } = this.manifest;
    const file = countUpTo(pages, (first) => number < first) - 1;
    const contents = await this.#load(`pages-${file}-${pageFiles[file]}.json`, (response) =>
      response.json().catch(() => Promise.reject(new StaleIndex())),
    );
    const [path, title, breadcrumbs, headings] = contents[number - pages[file]];
    const sections = [{ anchor: '', heading: title }];
    for (const part of headings) {
      const [heading, anchor] = Array.isArray(part) ? part : [part, anchorOf(part)];
      sections.push({ anchor, heading });
    }
    return { path, title, breadcrumbs, sections };
  }
}

"""#),
("search/03-ranking.js", #"""
// What a query's words stand for, and which pages have most of them. Whole numbers throughout.

const mostPages = 768;

/** Whether one letter is wrong, missing or too many, or two neighbours have changed places. */
export const isOneMistake = (a, b) => {
  if (Math.abs(a.length - b.length) > 1 || a.join('') === b.join('')) return false;
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const left = a.length - start - end;
  const right = b.length - start - end;
  if (left < 2 && right < 2) return true;
  return left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
};

const correction = (words, term, isPrefix) => {
  const letters = [...term];
  return words.find((word) => {
    const candidate = [...word];
    return (
      isOneMistake(letters, candidate) ||
      (isPrefix && isOneMistake(letters, candidate.slice(0, letters.length)))
    );
  });
};

/** Terms that stand for a word: `{ entry, likeness }`, 16 for the word itself, alone or joined. */
const matchesFor = async (index, word) => {
  const term = encode(word.term);
  const typed = encode(word.typed);
  // Two words joined are looked for where the first one is: no file is loaded for them.
  const exactly = async (...wanted) =>
    (await index.entries(wanted[0])).filter((entry) =>
      wanted.some((one) => !compare(entry.term, one)),
    );
  const [exact, near] = await Promise.all([
    exactly(term, encode(word.joined)),
    // A single letter begins too much.
    word.isPrefix && typed.length > 1 ? index.entries(typed, 1) : [],
  ]);
  const matches = exact.map((entry) => ({ entry, likeness: 16 }));
  // Sorting keeps the order of equal ones.
  near
    .filter((entry) => startsWith(entry.term, typed) && compare(entry.term, term))
    .sort((a, b) => b.pageCount - a.pageCount)
    .slice(0, 24)
    .forEach((entry) => {
      const likeness = Math.max(4, Math.floor((14 * typed.length) / entry.term.length));
      matches.push({ entry, likeness });
    });
  if (matches.length > 0 || typed.length < 5) return matches;
  if (word.isPrefix) {
    // A form that is not finished yet: "installi".
    const beginning = near.findLast(
      ({ term: known }) =>
        known.length >= Math.max(4, typed.length - 4) && startsWith(typed, known),
    );
    if (beginning) return [{ entry: beginning, likeness: 12 }];
  }
  if (dense.test(word.term)) return [];
  const words = await index.spelling();
  for (const candidate of [word.term, word.typed]) {
    const corrected = correction(words, candidate, word.isPrefix);
    const [entry] = corrected ? await exactly(encode(corrected)) : [];
    if (entry) return [{ entry, likeness: 10 }];
  }
  return [];
};

/** A word's matches with how much finding it says; one that no page has says most. */
const found = (index, matches) => {
  const exact = matches.filter(({ likeness }) => likeness === 16);
  const rarities = (exact[0] ? exact : matches).map(({ entry }) => entry.rarity);
  const rarity = Math.min(index.manifest.rarest, ...rarities);
  return { matches, rarity, weight: rarity };
};

/** What the words of a query stand for. */
const lookUp = async (index, words) => {
  const all = await Promise.all(
    words.map(async (word) => {
      const matches = await matchesFor(index, word);
      if (matches.length > 0 || word.parts.length === 0) return [found(index, matches)];
      return Promise.all(
        word.parts.map(async (part, place) => {
          const isPrefix = word.isPrefix && place === word.parts.length - 1;
          return found(index, await matchesFor(index, { term: part, typed: part, isPrefix }));
        }),
      );
    }),
  );
  // A pair that goes across the border of two words is rare and says no more than its neighbours.
  words.forEach(({ run }, place) => {
    if (run === undefined) return;
    const neighbours = all.flatMap((found, other) => (words[other].run === run ? found : []));
    const known = neighbours.filter(({ matches }) => matches.length > 0);
    all[place][0].weight = Math.min(all[place][0].rarity, ...known.map(({ rarity }) => rarity));
  });
  return all.flat();
};

const sectionPoints = (spots, weights) => {
  let points = 0;
  for (const [word, spot] of spots) {
    points += spot.points;
    // The words of a phrase stand side by side.
    const next = spots.get(word + 1);
    if (next && spot.followers & next.bits) points += (weights[word] + weights[word + 1]) * 48;
  }
  return points;
};

const rank = (index, words) => {
  const candidates = new Map();
  let total = 0;
  words.forEach(({ matches, weight }, word) => {
    const points = new Map();
    for (const { entry, likeness } of matches) {
      const factor = Math.min(entry.rarity, weight) * likeness;
      const bit = followerBit(entry.term);
      eachPosting(entry, (page, level, sections) => {
        const isInTitle = sections[0][0] === 0 && sections[0][1];
        const isInHeading = sections.some(([, inHeading]) => inHeading);
        const title = isInTitle && 6 + Math.floor(24 / index.manifest.titles[page]);
        const own = factor * (level + 1 + (title || (isInHeading ? 4 : 0)));
        points.set(page, Math.max(points.get(page) ?? 0, own));
        const candidate = valueOf(candidates, page, () => ({ points: 0, weight: 0, sections: new Map() }));
        for (const [section, inHeading, followers] of sections) {
          const spots = valueOf(candidate.sections, section, () => new Map());
          const spot = valueOf(spots, word, () => ({ points: 0, followers: 0, bits: 0 }));
          spot.points = Math.max(spot.points, factor * (inHeading ? 4 : 1));
          spot.followers |= followers;
          spot.bits |= bit;
        }
      });
    }
    for (const [page, own] of points) {
      const candidate = candidates.get(page);
      candidate.points += own;
      candidate.weight += weight;
    }
    total += weight;
    // Where a word is so frequent that not all of its pages are listed, the others may have it.
    if (matches.some(({ entry }) => entry.pageCount > mostPages)) {
      for (const [page, candidate] of candidates) {
        if (!points.has(page)) candidate.weight += weight;
      }
    }
  });
  const weights = words.map(({ weight }) => weight);
  const pages = [];
  for (const [page, candidate] of candidates) {
    const sections = [...candidate.sections]
      .map(([section, spots]) => [section, sectionPoints(spots, weights)])
      .sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const best = sections[0][1];
    const score = Math.floor(((candidate.points + 2 * best) * candidate.weight) / (total || 1));
    pages.push({
      page,
      score: Math.floor((score * index.manifest.weights[page]) / 100),
      sections: sections
        .filter(([section, points]) => section > 0 && 2 * points > best)
        .slice(0, 3)
        .map(([section]) => section),
    });
  }
  return pages.sort((a, b) => b.score - a.score || a.page - b.page);
};

/**
 * The pages that a reader who typed `query` most likely wants, best first, how many there are, and
 * the terms that they were found by.
 *
 * - onFirst: is given the same with the first page alone, as soon as that is known.
 */
export const search = async (index, query, limit, onFirst) => {
  const words = await lookUp(index, parseQuery(query));
  const ranked = rank(index, words);
  const terms = new Set(
    words.flatMap(({ matches }) => matches.map(({ entry }) => decode(entry.term))),
  );
  const count = ranked.length;
  const pageOf = async ({ page, score, sections }) => {
    const { path, title, breadcrumbs, sections: all } = await index.page(page);
    return { path, title, breadcrumbs, score, sections: sections.map((number) => all[number]) };
  };
  const wanted = ranked.slice(0, limit);
  const first = await Promise.all(wanted.slice(0, 1).map(pageOf));
  onFirst?.({ pages: first, count, terms });
  return { pages: await Promise.all(wanted.map(pageOf)), count, terms };
};

"""#),
("search/04-excerpts.js", #"""
// What a page says around the words that were found: read from the page itself.

/** Where words that are found by the terms stand: `[start, end]` each, in order, none touching. */
const placesOf = (text, isWanted) => {
  const places = [];
  const add = (start, end) => {
    const last = places.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else places.push([start, end]);
  };
  cut(
    text,
    (word, start, end) => {
      const terms = termsOf(word);
      if (terms && (isWanted(terms.whole, terms) || terms.parts.some((part) => isWanted(part)))) {
        add(start, end);
      }
    },
    (pair, start, end) => {
      if (isWanted(pair)) add(start, end);
    },
  );
  return places;
};

/** The text as nodes, what is wanted marked. */
const marked = (text, isWanted) => {
  const nodes = [];
  let end = 0;
  for (const [start, next] of placesOf(text, isWanted)) {
    const mark = document.createElement('mark');
    mark.textContent = text.slice(start, next);
    nodes.push(text.slice(end, start), mark);
    end = next;
  }
  return [...nodes, text.slice(end)];
};

/** About 150 characters around the first place, from the edges of words. */
const excerpt = (text, isWanted) => {
  const length = 150;
  const first = placesOf(text, isWanted)[0]?.[0] ?? 0;
  const start = Math.max(0, first - 40);
  const before = start === 0 ? '' : text.slice(start, first).replace(/^\S{0,20}\s/, '');
  const after = text.slice(first, start + length);
  const isCut = text.length > start + length;
  return (start > 0 ? '… ' : '') + before + (isCut ? after.replace(/\s\S{0,20}$/, '') + ' …' : after);
};

/** All but the elements that stand in words without parting them; as in SearchText.swift. */
const parting =
  ':not(a,abbr,b,cite,code,del,em,font,i,ins,kbd,mark,q,s,samp,small,span,strong,sub,sup,u,var,wbr)';

/** A page's text by the anchors of its sections; its start is ''. */
const textsOf = (html) => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const article = page.getElementById('docgen-content') ?? page.body;
  const texts = new Map();
  const walker = page.createTreeWalker(article, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let section = '';
  let block;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (/^H[2-6]$/.test(node.nodeName)) section = node.id;
    const isText = node.nodeType === Node.TEXT_NODE && !node.parentElement.closest('script,style,h1,h2,h3,h4,h5,h6');
    if (!isText) continue;
    // The words of two cells or items are two words.
    const gap = node.parentElement.closest(parting) === block ? '' : ' ';
    block = node.parentElement.closest(parting);
    texts.set(section, (texts.get(section) ?? '') + gap + node.data);
  }
  return new Map([...texts].map(([anchor, text]) => [anchor, text.replace(/\s+/g, ' ').trim()]));
};

const loaded = new Map();

/** The texts of a page by anchor. */
const loadTexts = (path) =>
  once(loaded, path, async () => textsOf(await (await fetch(path)).text()));

"""#),
("search/05-marks.js", #"""
// The words that a reader came for, marked on the page.

/** Marks the words of a query and offers to clear them. */
export const mark = (query) => {
  const article = document.getElementById('docgen-content');
  if (!article || !CSS.highlights) return;
  const words = parseQuery(query);
  const wanted = new Set(words.flatMap(({ term, joined, parts }) => [term, joined, ...parts]));
  const beginnings = words.filter(({ isPrefix }) => isPrefix).map(({ typed }) => typed);
  const isWanted = (term, terms) =>
    wanted.has(term) ||
    beginnings.some((beginning) => (terms?.typed ?? term).startsWith(beginning));

  const ranges = [];
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest('script, style, .theme-mermaid')) continue;
    for (const [start, end] of placesOf(node.data, isWanted)) {
      const range = new Range();
      range.setStart(node, start);
      range.setEnd(node, end);
      ranges.push(range);
    }
  }
  if (ranges.length === 0) return;
  CSS.highlights.set('docgen-search', new Highlight(...ranges));

  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'search-clear';
  button.textContent = dialog.dataset.clearMarks.replace('{query}', query);
  button.addEventListener('click', () => {
    CSS.highlights.delete('docgen-search');
    button.remove();
    article.focus({ preventScroll: true });
    const url = new URL(location);
    url.searchParams.delete('highlight');
    history.replaceState(history.state, '', url);
  });
  article.before(button);
};

"""#),
("search/06-dialog.js", #"""
// The dialog: a combobox whose list is the results, or the recent searches while nothing is typed.

const dialog = globalThis.document?.getElementById('docgen-search');
const input = dialog?.querySelector('input');
const list = dialog?.querySelector('[role="listbox"]');
const status = dialog?.querySelector('[role="status"]');
const reload = dialog?.querySelector('[data-search-reload]');
const forget = dialog?.querySelector('[data-search-forget]');
const texts = dialog?.dataset;
const recentKey = `docgen.search.recent:${texts?.index}`;

let index;
let isSearching = false;
/** What the list shows; undefined: nothing yet. */
let shown;
/** The query that the list's options are for. */
let listed;
/** Whether Enter was pressed before they were for what is typed. */
let isAwaited = false;
let active = -1;

// Recent searches, one a line.

const recent = () => (docgenStorage.read(recentKey) ?? '').split('\n').filter(Boolean);

const remember = (query) => {
  const others = recent().filter((other) => other !== query);
  docgenStorage.write(recentKey, [query, ...others].slice(0, 5).join('\n'));
};

// The list

const activate = (number) => {
  const { children } = list;
  if (children[active]) children[active].ariaSelected = 'false';
  active = (number + children.length) % children.length;
  const option = children[active];
  input.setAttribute('aria-activedescendant', option?.id ?? '');
  if (!option) return;
  option.ariaSelected = 'true';
  option.scrollIntoView({ block: 'nearest' });
};

const choose = () => {
  isAwaited = false;
  list.children[active]?.click();
};

const option = (className, href, ...children) => {
  const link = document.createElement('a');
  link.className = `search__option ${className}`;
  link.href = href;
  link.tabIndex = -1;
  link.role = 'option';
  link.ariaSelected = 'false';
  link.append(...children.filter(Boolean));
  return link;
};

const part = (name, ...children) => {
  const span = document.createElement('span');
  span.className = `search__${name}`;
  span.append(...children);
  return span;
};

const show = (options, message, isEmptyQuery = false) => {
  options.forEach((element, number) => (element.id = `docgen-search-${number}`));
  list.replaceChildren(...options);
  list.scrollTop = 0;
  input.ariaExpanded = options.length > 0;
  status.textContent = message;
  reload.hidden = true;
  forget.hidden = !(isEmptyQuery && options.length > 0);
  active = -1;
  input.setAttribute('aria-activedescendant', '');
  // The best result is a key away; a recent search is chosen.
  if (!isEmptyQuery) activate(0);
};

const showRecent = () => {
  const options = recent().map((query) => {
    const element = option('', '#', query);
    element.addEventListener('click', (event) => {
      event.preventDefault();
      input.value = query;
      input.focus();
      update();
    });
    return element;
  });
  show(options, options.length > 0 ? texts.recent : '', true);
  listed = '';
};

/** Excerpts come when their options come into view. */
const excerpts = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) target.fill();
  },
  { root: list },
);

const result = (path, anchor, query, isWanted, ...children) => {
  const place = part('excerpt');
  const url = new URL(path, location);
  url.searchParams.set('highlight', query);
  if (anchor) url.hash = anchor;
  const element = option(anchor ? 'search__option--section' : '', url.href, ...children, place);
  element.addEventListener('click', () => {
    remember(query);
    dialog.close();
  });
  place.fill = async () => {
    excerpts.unobserve(place);
    // A page that can't be read has no excerpt.
    const text = await loadTexts(path).then((texts) => texts.get(anchor), () => '');
    if (text) place.replaceChildren(...marked(excerpt(text, isWanted), isWanted));
  };
  excerpts.observe(place);
  return element;
};

const showResults = ({ pages, count, terms }, query) => {
  // The query has been emptied meanwhile.
  if (!input.value.trim()) return;
  const isWanted = (term) => terms.has(term);
  const options = pages.flatMap(({ path, title, breadcrumbs, sections }) => [
    result(
      path, '', query, isWanted,
      breadcrumbs.length > 0 && part('breadcrumbs', breadcrumbs.join(' › ')),
      part('title', ...marked(title, isWanted)),
    ),
    ...sections.map(({ anchor, heading }) =>
      result(path, anchor, query, isWanted, part('heading', ...marked(heading, isWanted))),
    ),
  ]);
  show(
    options,
    count > 0 ? texts.count.replace('{count}', count) : texts.nothing.replace('{query}', query),
  );
  listed = query;
  if (isAwaited && query === input.value.trim()) choose();
};

const fail = (error) => {
  show([], error instanceof StaleIndex ? texts.stale : texts.failed);
  reload.hidden = false;
  index = undefined;
};

// Searching

const find = async (query) => {
  const onFirst = (found) => showResults(found, query);
  try {
    index ??= await new SearchIndex(texts.index).open();
    return await search(index, query, 10, onFirst);
  } catch (error) {
    if (!(error instanceof StaleIndex)) throw error;
    // Published anew: the manifest that is there now names the files that are there now.
    index = await new SearchIndex(texts.index).open(true);
    return search(index, query, 10, onFirst);
  }
};

/** Shows what the input asks for. While one search runs, only the newest that follows is kept. */
const update = async () => {
  const query = input.value.trim();
  if (query === shown || isSearching) return;
  if (query === '') {
    shown = query;
    return showRecent();
  }
  isSearching = true;
  const isSlow = setTimeout(() => (status.textContent = texts.loading), 150);
  try {
    showResults(await find(query), query);
  } catch (error) {
    fail(error);
  }
  clearTimeout(isSlow);
  isSearching = false;
  shown = query;
  update();
};

const onKey = (event) => {
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (event.isComposing) return;
  if (event.key in steps) {
    event.preventDefault();
    activate(active < 0 && event.key === 'ArrowUp' ? -1 : active + steps[event.key]);
  } else if (event.key === 'Enter') {
    event.preventDefault();
    if (listed === input.value.trim()) choose();
    else isAwaited = true;
  }
};

if (dialog) {
  input.addEventListener('input', () => {
    isAwaited = false;
    update();
  });
  input.addEventListener('keydown', onKey);
  forget.addEventListener('click', () => {
    docgenStorage.write(recentKey, null);
    showRecent();
    input.focus();
  });
}

/** Shows what the dialog's input asks for: the page's script has opened the dialog. */
export const start = () => {
  shown = undefined;
  return update();
};

"""#),
  ]
}
