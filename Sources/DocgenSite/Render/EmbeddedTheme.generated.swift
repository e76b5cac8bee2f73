// swift-format-ignore-file
// Written by Tools/embed-theme from templates/. Do not edit.

/// The default theme's files, sorted by their paths below `templates/`.
enum EmbeddedTheme {
  static let files: [(path: String, contents: String)] = [
("layouts/page.html", #"""
<!doctype html>
<html lang="{{locale.lang}}" dir="{{locale.dir}}">
<head>
  <meta charset="utf-8">
  <title>{{page.documentTitle}}</title>
  <link rel="stylesheet" href="{{assets.stylesheet}}">
  {{{headHTML}}}
</head>
<body>
  <main lang="{{article.lang}}" dir="{{article.dir}}">
    {{#page.showTitle}}
    <h1>{{page.title}}</h1>
    {{/page.showTitle}}
    {{{bodyHTML}}}
  </main>
  {{{scriptsHTML}}}
</body>
</html>

"""#),
  ]
}
