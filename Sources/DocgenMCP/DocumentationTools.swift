import DocgenCore
import DocgenSite
import MCPProtocol

/// What programs can ask of the documentation.
struct DocumentationTools {
  let documentation: Documentation

  private static let mostResults = 50
  private static let mostPages = 500

  var all: [Tool] { [searchTool, readTool, listTool] }

  /// - Throws: for a tool that there isn't, or arguments that are none. What a call finds wrong with
  ///   a page's name is a result, which the model can learn from.
  func call(_ params: JSONValue) async throws(JSONRPCError) -> CallToolResult {
    guard let name = params["name"]?.string else { throw Self.invalid("A call has a 'name'.") }
    let arguments = params["arguments"] ?? [:]
    guard arguments.members != nil else { throw Self.invalid("'arguments' is no object.") }
    switch name {
    case searchTool.name: return await search(arguments)
    case readTool.name: return read(arguments)
    case listTool.name: return list(arguments)
    default:
      let hint = Suggestions.hint(for: name, among: all.map(\.name))
      throw Self.invalid("There is no tool '\(name)'\(hint.map { "; \($0)" } ?? "").")
    }
  }

  private static func invalid(_ message: String) -> JSONRPCError {
    JSONRPCError(code: JSONRPCError.Code.invalidParams, message: message)
  }

  private static func failure(_ message: String) -> CallToolResult {
    CallToolResult(content: [.text(message)], isError: true)
  }

  // MARK: search_docs

  private var searchTool: Tool {
    Tool(
      name: "search_docs", title: "Search the documentation",
      description: "Finds the pages and sections that say most about some words, best first.",
      inputSchema: Self.object(
        [
          ("query", ["type": "string", "description": "What to look for: words, keys, options."]),
          ("locale", localeSchema),
          (
            "limit",
            [
              "type": "integer", "minimum": 1, "maximum": .integer(Self.mostResults), "default": 8,
              "description": "How many pages at most.",
            ]
          ),
        ], required: ["query"]),
      outputSchema: Self.object(
        [
          (
            "results",
            [
              "type": "array",
              "items": Self.object(
                [
                  ("title", Self.text), ("url", Self.text), ("path", Self.text),
                  ("breadcrumbs", Self.texts), ("excerpt", Self.text),
                  (
                    "sections",
                    [
                      "type": "array",
                      "items": Self.object(
                        [("id", Self.text), ("title", Self.text), ("excerpt", Self.text)],
                        required: ["id", "title", "excerpt"]),
                    ]
                  ),
                ], required: ["title", "url", "path", "breadcrumbs", "excerpt", "sections"]),
            ]
          )
        ], required: ["results"]),
      annotations: Self.readsOnly)
  }

  private func search(_ arguments: JSONValue) async -> CallToolResult {
    guard let query = arguments["query"]?.string, query.contains(where: { !$0.isWhitespace }) else {
      return Self.failure("'query' has to have words to look for.")
    }
    if let problem = problem(withLocaleIn: arguments) { return Self.failure(problem) }
    let limit = min(Self.mostResults, max(1, arguments["limit"]?.integer ?? 8))
    let locale = locale(in: arguments)
    let found = await documentation.search(query, locale: locale, limit: limit)
    var text = found.isEmpty ? "No page says anything about that.\n" : ""
    for (number, result) in found.enumerated() {
      let place = (result.breadcrumbs + [result.title]).joined(separator: " › ")
      text += "\(number + 1). \(place)\n   \(documentation.url(of: result.path))\n"
      if !result.excerpt.isEmpty { text += "   \(result.excerpt)\n" }
      for section in result.sections {
        text += "   - \(section.heading) (#\(section.anchor)): \(section.excerpt)\n"
      }
    }
    return CallToolResult(
      content: [.text(text)], structuredContent: ["results": .array(found.map(json))])
  }

  private func json(of result: SiteSearch.Result) -> JSONValue {
    [
      "title": .string(result.title), "url": .string(documentation.url(of: result.path)),
      "path": .string(result.path),
      "breadcrumbs": .array(result.breadcrumbs.map(JSONValue.string)),
      "excerpt": .string(result.excerpt),
      "sections": .array(
        result.sections.map {
          [
            "id": .string($0.anchor), "title": .string($0.heading),
            "excerpt": .string($0.excerpt),
          ]
        }),
    ]
  }

  // MARK: read_page

  private var readTool: Tool {
    Tool(
      name: "read_page", title: "Read a page",
      description: "Gives a page of the documentation, or a section of it, as Markdown.",
      inputSchema: Self.object(
        [
          (
            "page",
            [
              "type": "string",
              "description": "Its URL, path or ID, as search_docs and list_pages give them.",
            ]
          ),
          (
            "section",
            [
              "type": "string",
              "description": "The anchor of a heading: only what stands below it is given.",
            ]
          ),
          ("locale", localeSchema),
        ], required: ["page"]),
      annotations: Self.readsOnly)
  }

  private func read(_ arguments: JSONValue) -> CallToolResult {
    guard let name = arguments["page"]?.string, !name.isEmpty else {
      return Self.failure("'page' has to name a page.")
    }
    if let problem = problem(withLocaleIn: arguments) { return Self.failure(problem) }
    let locale = arguments["locale"]?.string
    guard let entry = documentation.entry(named: name, locale: locale),
      let page = documentation.page(entry)
    else {
      let near = documentation.suggestion(for: name, locale: locale)
      return Self.failure(
        "There is no page '\(name)'. "
          + (near.map { "Did you mean '\($0)'?" } ?? "Find one with search_docs."))
    }
    let fragment = name.split(separator: "#", maxSplits: 1).dropFirst().first.map(String.init)
    guard let section = arguments["section"]?.string ?? fragment, !section.isEmpty else {
      return CallToolResult(content: [.text(String(decoding: page.bytes, as: UTF8.self))])
    }
    let anchor = section.hasPrefix("#") ? String(section.dropFirst()) : section
    guard let bytes = page.section(anchor) else {
      let known = page.sections.map(\.id)
      let hint = Suggestions.hint(for: anchor, among: known)
      return Self.failure(
        "The page \(entry.path) has no section '\(anchor)'; "
          + (hint ?? "its sections are \(known.joined(separator: ", "))") + ".")
    }
    return CallToolResult(content: [.text(String(decoding: bytes, as: UTF8.self))])
  }

  // MARK: list_pages

  private var listTool: Tool {
    Tool(
      name: "list_pages", title: "List the pages",
      description: "Lists the pages of the documentation, with what each is about.",
      inputSchema: Self.object(
        [
          ("locale", localeSchema),
          (
            "below",
            ["type": "string", "description": "Only pages whose paths start with this one."]
          ),
          (
            "from",
            [
              "type": "integer", "minimum": 0, "default": 0,
              "description": .string(
                "How many pages to pass over: \(Self.mostPages) are listed at a time."),
            ]
          ),
        ], required: []),
      outputSchema: Self.object(
        [
          (
            "pages",
            [
              "type": "array",
              "items": Self.object(
                [
                  ("path", Self.text), ("url", Self.text), ("id", Self.text),
                  ("title", Self.text), ("description", Self.text),
                  ("isFallback", ["type": "boolean"]),
                ], required: ["path", "url", "title", "description", "isFallback"]),
            ]
          ),
          ("total", ["type": "integer"]),
        ], required: ["pages", "total"]),
      annotations: Self.readsOnly)
  }

  private func list(_ arguments: JSONValue) -> CallToolResult {
    if let problem = problem(withLocaleIn: arguments) { return Self.failure(problem) }
    let prefix = arguments["below"]?.string ?? ""
    let all = documentation.list(locale: locale(in: arguments)).filter { $0.path.hasPrefix(prefix) }
    let from = min(all.count, max(0, arguments["from"]?.integer ?? 0))
    let shown = all[from...].prefix(Self.mostPages)
    var text = shown.map { entry in
      let description = entry.description.isEmpty ? "" : ": \(entry.description)"
      return "- [\(entry.title)](\(entry.url))\(description)\n"
    }.joined()
    let rest = all.count - from - shown.count
    if rest > 0 { text += "\(rest) more: from \(from + shown.count)\n" }
    if all.isEmpty { text = "There are no pages there.\n" }
    return CallToolResult(
      content: [.text(text)],
      structuredContent: [
        "pages": .array(shown.map(Self.json)), "total": .integer(all.count),
      ])
  }

  private static func json(of entry: Documentation.Entry) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("path", .string(entry.path)), .init("url", .string(entry.url)),
      .init("title", .string(entry.title)), .init("description", .string(entry.description)),
      .init("isFallback", .bool(entry.isFallback)),
    ]
    if let id = entry.id { members.append(.init("id", .string(id))) }
    return .object(members)
  }

  // MARK: Locales

  private var localeSchema: JSONValue {
    [
      "type": "string", "enum": .array(documentation.locales.map(JSONValue.string)),
      "default": .string(documentation.locales[0]),
      "description": "The language of the pages.",
    ]
  }

  private func locale(in arguments: JSONValue) -> String {
    arguments["locale"]?.string ?? documentation.locales[0]
  }

  private func problem(withLocaleIn arguments: JSONValue) -> String? {
    guard let locale = arguments["locale"], locale != .null else { return nil }
    let known = documentation.locales
    if let code = locale.string, known.contains(code) { return nil }
    return "There is no locale \(locale.text); there is \(known.joined(separator: ", "))."
  }

  // MARK: Schemas

  private static let readsOnly = ToolAnnotations(
    readOnly: true, destructive: false, idempotent: true, openWorld: false)
  private static let text: JSONValue = ["type": "string"]
  private static let texts: JSONValue = ["type": "array", "items": text]

  private static func object(
    _ properties: [(String, JSONValue)], required: [String]
  ) -> JSONValue {
    [
      "type": "object",
      "properties": .object(properties.map { JSONValue.Member($0.0, $0.1) }),
      "required": .array(required.map(JSONValue.string)),
    ]
  }
}
