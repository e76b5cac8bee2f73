/// The site that `docgen init` writes: small, in order, and built without a finding.
enum StarterSite {
  static let files: [(path: String, contents: String)] = [
    (
      "docgen.yml",
      """
      # The site's configuration. All keys: docgen schema site --format example
      title: My documentation
      tagline: What this is about, in one sentence
      favicon: img/logo.svg

      navbar:
        logo: { src: img/logo.svg, alt: An open book, width: 28, height: 28 }
        items:
          - { label: Guides, to: /guides/first-page, position: left }

      docs:
        sidebarCollapsed: false

      """
    ),
    (
      "docs/index.md",
      """
      ---
      title: Welcome
      sidebar_position: 1
      description: What this documentation is about, and where to start.
      ---

      # Welcome

      Say here what your readers find on these pages. Then lead them on:

      - [Write a page](guides/first-page.md): what a page is made of.
      - [Link pages](guides/links.md): links that docgen checks for you.

      :::tip

      This page is `docs/index.md`. Keep `docgen serve` running: the page in the browser follows what \
      you save.

      :::

      """
    ),
    (
      "docs/guides/_category_.yml",
      """
      label: Guides
      position: 2

      """
    ),
    (
      "docs/guides/first-page.md",
      """
      ---
      title: Write a page
      sidebar_position: 1
      description: A Markdown file below docs is a page.
      ---

      # Write a page

      A Markdown file below `docs` is a page, and its folder is a category in the sidebar. The lines \
      between `---` say what stands around it: its title, its place in the sidebar, its description.

      ## What a page can hold

      Text with **emphasis**, lists, tables, pictures, and code with its language:

      ```yaml title="docgen.yml"
      title: My documentation
      ```

      | You write | Readers get |
      | --- | --- |
      | `:::note` | a box with a note |
      | `## A heading` | an entry in the table of contents |

      Next: [link pages](links.md).

      """
    ),
    (
      "docs/guides/links.md",
      """
      ---
      title: Link pages
      sidebar_position: 2
      description: Links lead to files, and docgen makes addresses of them.
      ---

      # Link pages

      Link to the file: `[Write a page](first-page.md)` becomes [Write a page](first-page.md). A \
      heading is named behind a `#`: [what a page can hold](first-page.md#what-a-page-can-hold).

      :::note

      A link that leads nowhere is reported with its file and line, and so is a heading that is gone.

      :::

      """
    ),
    (
      "static/img/logo.svg",
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28" width="28" height="28">
        <path d="M14 7C11 4 7 4 3 5v17c4-1 8-1 11 2 3-3 7-3 11-2V5c-4-1-8-1-11 2z" fill="#2a6f97"/>
        <path d="M14 7v17" stroke="#fff" stroke-width="1.6"/>
      </svg>

      """
    ),
    (
      ".gitignore",
      """
      /build/

      """
    ),
  ]
}
