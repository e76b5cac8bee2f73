/// A finding's code, as the reference lists it.
package struct DiagnosticCode: Sendable, Equatable {
  /// `link/unknown-page`.
  package var code: String
  /// What is wrong, in Markdown.
  package var meaning: String
  /// What its author does about it, in Markdown.
  package var advice: String
}

/// Every code that is reported, with what it means. The website's page of findings is made from it,
/// and what users name as codes is looked up in it.
package enum DiagnosticCatalog {
  package static let codes: [DiagnosticCode] =
    text.utf8.split(separator: UInt8(ascii: "\n")).compactMap { code(Substring($0)) }

  /// Codes by area; those for keys and values are the same in several.
  package static let names: Set<String> = {
    let own = codes.map(\.code)
    let shared = own.filter { $0.hasPrefix("config/") }.map { $0.dropFirst("config/".count) }
    return Set(
      own
        + ["front-matter", "example", "mcp"].flatMap { area in
          shared.map { "\(area)/\($0)" }
        })
  }()

  package static let areas: [String] = Set(names.map { String($0.prefix { $0 != "/" }) }).sorted()

  /// Why a name is neither a code nor an area; nil where it is one. A misspelt one would select
  /// nothing, and that looks like a site without faults.
  package static func problem(of name: String) -> String? {
    if names.contains(name) || areas.contains(name) { return nil }
    let area = String(name.prefix { $0 != "/" })
    if !areas.contains(area) {
      let hint =
        Suggestions.hint(for: area, among: areas) ?? "there are \(areas.joined(separator: ", "))"
      return "No code starts with '\(area)'; \(hint)"
    }
    let own = names.filter { $0.hasPrefix(area + "/") }.sorted()
    let hint = Suggestions.hint(for: name, among: own) ?? "there are \(own.joined(separator: ", "))"
    return "There is no code '\(name)'; \(hint)"
  }

  /// The page's sections, with a table for each run of codes; each row can be linked to.
  package static var markdown: String {
    var output = ""
    var isInTable = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard let code = code(line) else {
        isInTable = false
        output += line + "\n"
        continue
      }
      if !isInTable { output += "| Code | Meaning | What to do |\n| --- | --- | --- |\n" }
      isInTable = true
      let id = code.code.replacing("/", with: "-")
      output += "| <a id=\"\(id)\"></a>`\(code.code)` | \(code.meaning) | \(code.advice) |\n"
    }
    return output
  }

  private static func code(_ line: Substring) -> DiagnosticCode? {
    // Sites with severities of their own read all lines at each build, so these are bytes.
    let text = line.utf8
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")),
      text[..<colon].contains(UInt8(ascii: "/")), !text[..<colon].contains(UInt8(ascii: " ")),
      let arrow = text[colon...].firstRange(of: " => ".utf8)
    else { return nil }
    return DiagnosticCode(
      code: String(line[..<colon]),
      meaning: String(line[text.index(colon, offsetBy: 2)..<arrow.lowerBound]),
      advice: String(line[arrow.upperBound...]))
  }

  private static let text = #"""
    ## link: links {#link}

    link/unknown-page: No page has this address. => Correct the address, or link to the file.
    link/unknown-file: There is no such Markdown file, or it is a partial, which has no page. => Correct the path; it starts from the file with the link.
    link/unknown-anchor: The page is there, but it has no such heading or anchor. => Correct the part behind `#`, or give the heading that anchor.
    link/unknown-image: There is no such image. => Correct the path, or add the image.
    link/unknown-asset: There is no such file to load or play. => Correct the path, or add the file.
    link/empty: The link has no target. => Write one, or remove the link.
    link/base-url: The base URL is written into the link. => Remove it: links work without, in all languages.
    link/other-locale: Only another language has the page. => Link to another page, or translate it.
    link/draft: The page is a draft, which is not published. => Publish it, or remove the link until then.

    What [`docgen check`](../guides/checking.md) finds beside them:

    link/letter-case: The file is there only with other capital letters. => Write its name as it is: hosts tell them apart.
    link/outside-base: The link is not below the path where the site is published. => Add the base URL, or write a whole URL.
    link/wrong-locale: The link leads to another language's page, though this language has it. => Write the address that the hint names.
    link/redirect: The link leads to an old address. => Write the new one.
    link/redirect-circle: Redirects lead round in a circle. => Let one of them lead to a page.
    link/unlisted: The page is unlisted. => List it, or be sure that readers should find it.
    link/style: With `--style`: the link to a page is not written in this style. => Write what the hint says, or let `--fix` do it.
    link/fallback: A translation links to a page that is not translated. => Translate it.

    ## publish: publishing {#publish}

    Found by [`docgen check`](../guides/checking.md).

    publish/no-title: The page has no title. => Give it one.
    publish/duplicate-title: Two pages of a language have one title. => Say what only this page is about.
    publish/no-description: The page has no description. => Write one sentence under `description`.
    publish/duplicate-description: Two pages of a language have one description. => Say what only this page is about.
    publish/canonical: A canonical link or a card's address is not that of a page, is not exact (`http:` for `https:`, a slash too few), or there are two. => Name the page's own address.
    publish/alternate: The page in another language is not there, or does not name this one in return. => Publish it, or remove the link.
    publish/relative-url: A URL that other hosts read has no host. => Write the whole URL; `url` in `docgen.yml` does it for a site.
    publish/no-url: The site does not say at which host it is published. => Set `url`: sitemaps, canonical links and social cards need it.
    publish/sitemap: A sitemap lists an address that is no indexed page's exact one, is no whole URL or stands there twice; or it is no well-formed XML. => Correct or remove the entry.
    publish/not-in-sitemap: No sitemap lists the page. => Add it, or mark it as noindex.
    publish/robots: `robots.txt` names a sitemap that is not there, or forbids a page that a sitemap lists. => Correct the rule.
    publish/llms: `llms.txt` lists an address without a page. => Correct the entry.
    publish/no-alt: A picture has no text in its place. => Say what it shows, or write `alt=""` for decoration.
    publish/empty-alt: A picture in Markdown is written `![](…)`, with an empty text. Screen readers take it for decoration; mostly the text was forgotten. => Say between the brackets what it shows, or write `<img alt="">` for decoration.
    publish/heading-order: A level of headings is left out. => Use the level in between.
    publish/duplicate-id: Two elements have one ID. => Give one of them another.
    publish/large-page: The HTML has more than 1 MB. => Divide the page.
    publish/large-image: The picture has more than 1 MB. => Make it smaller, or save it as WebP or AVIF.
    publish/orphan: No page of its language leads to the page. => Link to it, list it, or mark it as unlisted.

    ## external: links to other sites {#external}

    With [`docgen check --external`](../guides/checking.md#external).

    external/not-found: The server says that nothing is there (404, 410). => Find where it is now, or remove the link.
    external/unknown-host: There is no host of this name. => Correct the name, or remove the link.
    external/unknown-anchor: The page is there, without what the link names behind `#`. => Correct that part, or remove it.
    external/failed: The server answers with another error, also when asked again. => Try it later; if it stays so, remove the link.
    external/refused: The server doesn't let docgen in (401, 403, 429). => Open it in a browser; let a rule accept the status.
    external/unreachable: There is no connection, or no answer in time. => Try it later; `timeout` gives it longer.
    external/insecure: The server's certificate can't be trusted. => Tell its owner, or remove the link.
    external/redirect-circle: It is redirected round in a circle, or too often. => Write the address that a browser comes to.
    external/moved: It is redirected for good. => Write the new address.
    external/private: It is in a private network, or redirected there, and was not asked for. => `--allow-private` asks for it.
    external/malformed: It begins as a URL of HTTP and is none (`https:/host`), or is redirected to one that is none. => Correct the address.
    external/cache: The answers can't be kept. => Set `cache` below `external` to a file that can be written.
    external/no-program: `docgen-external` is missing, which asks for links. => Install it beside `docgen`: `make install` does.
    external/program-failed: `docgen-external` has failed. => Run it by itself to see why; install both anew.

    ## check, baseline: checking {#check}

    check/no-pages: There is no HTML in the folder. => Name the folder of a site, or one that was built.
    baseline/unreadable: The baseline can't be read. => Write it with `--write-baseline`.
    baseline/malformed: The file is no baseline of this version of docgen. => Write it anew with `--write-baseline`.

    ## mdx: components and expressions {#mdx}

    mdx/unknown-component: There is no component of this name; what is in it is shown. => Correct the name, or write the component as a template.
    mdx/unknown-tag: HTML has no such element; the tag is shown as text. => Write it as code, or as `&lt;name&gt;`.
    mdx/unknown-expression: The value of the expression can't be known; it is shown as text. => Write it as code, or put a backslash before the brace.
    mdx/unknown-attribute-value: The value of an attribute can't be known; the attribute is left out. => Write the value as text or data.
    mdx/unclosed-tag: A tag is never closed. => Close it, or write `&lt;` if no tag is meant.
    mdx/nested-element: An element stands where HTML does not allow it, such as a link in a link. => Close the outer one first.
    mdx/unclosed-statement: The brackets or strings of an `import` or `export` are never closed. => Close them.
    mdx/stray-closing-tag: A closing tag closes nothing. => Remove it, or open its tag in the same paragraph or list item.
    mdx/tab-outside-tabs: A `<TabItem>` is in no `<Tabs>`. => Put `<Tabs>` around the items.
    mdx/unknown-admonition: `<Admonition>` has a `type` that there is not; it is shown as a note. => Correct the type, or name it under `markdown.admonitions`.
    mdx/too-deep: Too many elements are open at once; the tag is shown as text. => Close some.

    ## markdown: text {#markdown}

    markdown/unknown-admonition: There is no admonition of this kind; it is shown as text. => Correct the kind, or name it under `markdown.admonitions`.
    markdown/unclosed-admonition: An admonition is never closed. => Write a line of colons where it ends.
    markdown/stray-admonition-end: A line of colons closes nothing. => Remove it. If admonitions are nested, give the outer one more colons.
    markdown/invalid-utf8: The file is not UTF-8. => Save it as UTF-8; what can't be read is shown as a replacement mark.
    markdown/control-character: There is a control character in the text. => Delete it; it is shown as a replacement mark.
    markdown/out-of-memory: The page was too large to be read. => Divide it.
    code/unknown-language: There is no colouring for this language; the code is shown plain. Told of at the first of its blocks only. => Name another language, or `text`.

    ## front-matter: front matter {#front-matter}

    front-matter/unfenced: The front matter has lost the `---` before it. Its keys are used. => Write the line.
    front-matter/unclosed: Nothing closes the front matter, so it is text. => Write a line of `---` behind it.
    front-matter/repeated: A second block of front matter stands in the text, where readers see it. => Remove it.
    front-matter/slug-outside: The slug leads out of the site. => Write a path below the site's root.
    front-matter/unknown-page: `pagination_next` or `pagination_prev` names a page that does not exist. => Write a page's ID.
    front-matter/unknown-sidebar: `displayed_sidebar` names a sidebar that does not exist. => Write a sidebar's name.

    The codes for keys and values, such as `front-matter/wrong-type`, are those of the
    [configuration](#config).

    ## config: configuration {#config}

    Keys and values. In front matter, the area is `front-matter` instead of `config`.

    config/unknown-key: There is no such key. => Correct it; the hint names the nearest.
    config/missing-key: A key that is needed is not there. => Add it.
    config/duplicate-key: A key is set twice; the last one counts. => Remove one.
    config/misplaced-key: The key means nothing here. => Move it to where the hint says, or remove it.
    config/conflicting-keys: Two keys contradict each other. => Keep one.
    config/deprecated-key: The key still works, but will not for ever. => Use the one that the hint names.
    config/ignored-key: The key does nothing in docgen. => Nothing needs to be done.
    config/wrong-type: The value is of another kind than expected. => Write a value of the kind that the message names.
    config/unknown-value: The value is none of those that there are. => Write one of them.
    config/wrong-value: The value can't be used. => Write another, as the hint says.
    config/invalid-value: The value can't be used. => Write another, as the hint says.
    config/out-of-range: The number is too small or too large. => Write one in the range.
    config/not-static: The value is code, and known only by running it. => Write the value itself.
    config/unknown-locale: The site has no such locale. => Correct its code, or add the locale.
    config/file-outside: A stylesheet that the configuration names is not in the site. => Copy it into the site.
    config/unsafe-locale: A locale's code or path is no name of a folder. => Name it by its language.
    config/missing-file: A file that the configuration names is not there. => Correct the path.

    Reading the files:

    config/syntax: The JSON or JavaScript can't be read. => Correct it at the place shown.
    config/yaml-syntax: The YAML can't be read. => Correct it at the place shown; mostly it is the indentation, or a text that needs quotes.
    config/unusable-key: YAML that has no meaning here. => Put texts that start with a sign into quotes.
    config/unusable-merge: YAML that has no meaning here. => Put texts that start with a sign into quotes.
    config/unknown-tag: YAML that has no meaning here. => Put texts that start with a sign into quotes.
    config/multiple-documents: A second YAML document starts in the file. => Remove the `---` between them.
    config/too-deep: The file stands for more than a configuration can be. => Make it smaller.
    config/too-large: The file stands for more than a configuration can be. => Make it smaller.
    config/too-many-aliases: The file stands for more than a configuration can be. => Make it smaller.

    A Docusaurus configuration:

    config/unsupported: A plugin, option or field has no effect in docgen. => Nothing, or set it in `docgen.yml` another way.
    config/needs-running: A value would have to be run; it is left out. => Write it as a plain value, here or in `docgen.yml`.
    config/fixed-year: `docgen init --from-docusaurus` has written a text with the year in it as it is now. => Change it when the year is another.
    config/no-export: The file exports no configuration. => Write `export default`.

    ## sidebar: sidebars {#sidebars}

    sidebar/unknown-page: A sidebar names a page that does not exist. => Write a page's ID.
    sidebar/unknown-type: There is no such kind of item. => Write one that the hint names.
    sidebar/empty-category: A category has neither items nor a page. => Give it some, or remove it.
    sidebar/empty-folder: There are no pages in the folder that `autogenerated` names. => Correct the folder.
    sidebar/empty-index: A category without pages is not shown. => Nothing needs to be done.
    sidebar/too-deep: Categories are nested too deep; this one is left out. => Make them flatter.
    sidebar/duplicate-translation-key: Two items share a translation. => Give one of them a `key`.

    ## site, content, route, partial: pages {#pages}

    site/no-folder: There is no folder of the name that docgen was given. => Name the folder with `docgen.yml`.
    site/no-content: There are no pages. => Name their folder under `docs.path`.
    site/not-a-folder: What docgen was given as the site is a file. => Name the folder that it stands in.
    site/no-site: The folder has neither a configuration nor a folder `docs`. => Name the site's folder.
    site/unknown-locale: The site has no locale that `--locale` names. => Name one of the site's.
    content/duplicate-id: Two pages have one ID. => Give one of them another `id`, or rename it.
    route/duplicate: Two pages have one address; only the first is published. => Give one of them another `slug`.
    route/outside: A page's address leads out of the site, or has control characters. => Correct the `slug`.
    route/static-collision: The address of a static file is taken by a page or another file, so it is left out. => Rename one of them.
    redirect/unknown-page: A redirect leads to a path where no page is. => Correct `to`.
    redirect/unknown-anchor: A redirect leads to a page, but to no heading or anchor of it. => Correct the part behind `#`.
    redirect/chain: A redirect leads to an address that leads on itself. => Write where that one leads.
    redirect/circle: Redirects lead round in a circle. => Let one of them lead to a page.
    redirect/outside: A redirect starts at what is no path in the site: it lies outside, or has a query; an alias has a `#`. => Write a path below the base URL.
    redirect/taken: A redirect starts where a page or file is, which readers see instead. => Remove the redirect.
    llms/too-large: `llms.txt` would have more bytes than `llms.maxSize`; what was shortened or left out is said. => Raise the limit, or leave pages out with `llms.exclude`.
    partial/unknown-file: There is no such file to import. => Correct the path.
    partial/too-many: A page would show more than 1,000 partials, those in partials among them. => Import fewer.
    partial/cycle: A file would be shown inside of itself. => Remove one of the imports.

    ## template: templates {#template}

    Errors in templates stop the build before pages are written.

    template/unknown-name: A template uses a name that there is not. => Correct it; see [the names](templates.md#names-in-pages).
    template/unknown-partial: There is no template of this name. => Correct it.
    template/unknown-template: There is no template of this name. => Correct it.
    template/unused-template: No template includes this file of yours. => Correct its name, which is likely misspelled.
    template/escaped-html: HTML is written with two braces. => Write three.
    template/raw-text: Text is written with three braces. => Write two.
    template/not-text: A flag, list or object is used as text. => Use it as a section.
    template/not-a-section: A text is used as a section. => Use the flag that goes with it: `hasDescription` for `description`.
    template/unclosed-section: Sections do not match. => Close the one that is open.
    template/unopened-section: Sections do not match. => Close the one that is open.
    template/unclosed-tag: A tag can't be read. => Write one name between the braces.
    template/bad-tag: A tag can't be read. => Write one name between the braces.
    template/bad-delimiters: A tag can't be read. => Write one name between the braces.
    template/recursive-partial: A template includes itself. => Break the circle.
    template/too-deep: Templates are nested too deep, or too large. => Make them simpler.
    template/too-large: Templates are nested too deep, or too large. => Make them simpler.

    ## ui, translation: texts {#texts}

    ui/unknown-string: The theme has no text of this key. => Correct the key; see [the texts](templates.md#texts).
    ui/unused-string: The theme shows no text with this Docusaurus id. => Nothing needs to be done.
    ui/missing-string: Texts of the theme are in English in this language. => Translate them under `strings` in `_locale.yml`.
    ui/placeholders: A text of yours lacks a place for a value, or has one too many. => Write the places of the English text.
    translation/no-message: An entry of a JSON file in `i18n` is not of the form that Docusaurus writes. => Give it a `message`.
    translation/wrong-type: An entry of a JSON file in `i18n` is not of the form that Docusaurus writes. => Give it a `message`.

    ## translation: pages {#translations}

    A page beside its source page, the one in the default language. Each finding names the place in both.
    [Checks of translations](../guides/locales-and-translations.md#checks) tells what is compared.

    translation/lost-front-matter: There is no front matter, though the source page has some. If only a line of `---` is lost, `front-matter/unfenced` or `front-matter/unclosed` says so. => Copy it from the source page.
    translation/missing-key: The front matter lacks keys of the source page's. => Copy them.
    translation/front-matter-value: A value that is no text, such as `slug`, differs. => Write the source page's.
    translation/headings: The headings have other levels, or are more or fewer. => Give the page the source page's headings.
    translation/fences: Code blocks are missing or added, or are in another language. => Copy them from the source page.
    translation/links: Links lead elsewhere, or are missing or added. => Link to what the source page links to.
    translation/link-spelling: A link is written otherwise, and leads to the same place. => Nothing needs to be done.
    translation/admonitions: Admonitions are missing or added, or are of another kind. => Use the source page's.
    translation/placeholders: A place for a value, such as `{name}`, is changed, missing or added. => Leave it as it is.
    translation/code: A line of a code block differs in more than comments and texts, or a title or marked lines are missing behind its fence. => Leave code as it is.
    translation/code-spans: Something between backticks is missing. => Leave code as it is.
    translation/outdated: The source page has changed since. => Translate what has changed.
    translation/stale-record: Both pages have changed since they were recorded. => Record the translation if it is up to date.
    translation/no-source: The default language has no such page. => Move the page to where its source page is, or delete it.
    translation/damaged-records: An entry of `i18n.lock.json` can't be read. => Run `docgen i18n record`.

    ## history: Git {#history}

    history/cut-off: The clone is shallow, so that older changes are not known. => Fetch the whole history.

    ## file: reading files {#file}

    file/unreadable: A file or folder can't be read. => Allow it, or remove it.
    file/not-a-file: Something is neither a file nor a folder, and is left out. => Remove it.
    file/name-not-utf8: A file's name is not UTF-8. => Rename it.
    file/symlink-outside: A symbolic link leads out of the folder, and is left out. => Copy what it leads to into the folder.
    file/symlink-loop: A symbolic link leads to itself. => Remove it.

    ## output: writing {#output}

    output/not-own: The output folder holds files that docgen did not write. => Choose another folder, or use `--force`.
    output/foreign-file: Something that docgen did not write is where a file has to go. => Move it away.
    output/in-the-way: Something that docgen did not write is where a file has to go. => Move it away.
    output/unsafe-folder: The output would be written over sources, or over the root of the disk. => Choose a folder of its own.
    output/symlink: The output folder is a symbolic link, or something in it is. => Name the folder that it leads to.
    output/busy: Another build is writing into the folder. => Wait, or choose another folder.
    output/duplicate-path: Two files of the site would be one. => Rename one of them.
    output/file-and-folder: Two files of the site would be one. => Rename one of them.
    output/case-collision: Two names differ only in capital letters, which macOS and Windows ignore. => Rename one of them.
    output/reserved-name: A file can't have this name. => Rename it.
    output/name-too-long: A file can't have this name. => Rename it.
    output/damaged-manifest: docgen's list of its files is damaged, so nothing is removed. => Delete the output folder once.
    output/cannot-write: The files can't be written. => Make room, or allow it.
    output/permission-denied: The files can't be written. => Make room, or allow it.
    output/disk-full: The files can't be written. => Make room, or allow it.

    ## reference, example: configurations {#configurations}

    reference/no-schema: A `<ConfigReference>` names no schema. => Name [one](../guides/documented-configuration.md).
    reference/unknown-schema: There is no schema of this name. => Correct the name.
    reference/unknown-key: The schema has no key of this name: in `path` or `fields`, in a translation, or in backticks on a page with a reference. => Correct the name.
    reference/unknown-attribute: `<ConfigReference>` has no such attribute. => Correct its name.
    reference/invalid-level: The heading level is no number from 2 to 6. => Write one.
    example/unknown-schema: The fence names a schema that there is not. => Correct the name.

    Code in a page that is no right example of its configuration has the codes of [`config`](#config), with
    `example` before the slash. Correct it, or write `check=false` behind the language if it is meant to
    be wrong.

    ## mcp: MCP servers {#mcp}

    What [`mcp-client`](../user-guide/mcp-client.md) says of a configuration. The codes for keys and
    values, such as `mcp/unknown-key`, are those of the [configuration](#config).

    mcp/no-servers: The file has no servers. => Write them below `mcp_servers`; the hint says what is there instead.
    mcp/unreadable-file: The configuration, or a file that it names, can't be read. => Correct the path, or allow it.
    mcp/file-not-found: A file that a key names is not there. => Correct the path.
    mcp/not-a-file: What a key names is a folder or a device. => Name a file.
    mcp/invalid-name: A server has no name, or a header has one that HTTP doesn't know. => Correct it.
    mcp/invalid-url: The URL can't be used. => Correct it as the message says.
    mcp/invalid-path: The text of a certificate or key stands where its file is named. => Write it to a file, and name that.
    mcp/wrong-length: A list has too few or too many elements. => Write the form that the hint names.
    mcp/duplicate-header: A header is set twice. => Remove one; upper and lower case don't matter.
    mcp/idle-key: The key does nothing without another one. => Set that, or remove the key.
    mcp/unset-variable: An environment variable is not set. => Set it, or give a default: `${NAME:-text}`.
    mcp/unknown-reference: A `${…}` can't be understood. => Write `${NAME}` or `${NAME:-text}`; `$${` is `${` itself.
    mcp/unverified-server: The server's certificate is not verified. => Name its authority's certificate in `ssl_verify`.
    mcp/unsupported-transport: The server is reached by a transport that the client does not speak. => Use its Streamable HTTP address.
    mcp/translated-key: A key of another client's form is read as one of docgen's. => Nothing needs to be done.

    ## serve: the preview {#serve}

    serve/port-in-use: Another program listens at the port. => Take another one with `--port`, or the next free one with `--port auto`.
    serve/port-not-allowed: The system keeps the port for itself. => Take one from 1024 on.
    serve/unknown-host: The address is none of this machine's. => Leave `--host` out, or give an IP address.
    serve/cannot-listen: The system refuses the address and the port. => The message says why.

    """#
}
