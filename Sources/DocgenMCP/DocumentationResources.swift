import DocgenCore
import DocgenSite
import MCPProtocol

/// The pages as resources: Markdown at the addresses that readers know.
struct DocumentationResources {
  let documentation: Documentation

  static let mimeType = "text/markdown"
  private static let pageSize = 200
  /// For sites that don't say where they are published.
  private static let scheme = "docgen://site"

  var templates: [ResourceTemplate] {
    [
      ResourceTemplate(
        uriTemplate: uri(of: "{+path}"), name: "page", title: "A page by its path",
        description: "A page of the documentation as Markdown.", mimeType: Self.mimeType)
    ]
  }

  /// A part of the list, by `cursor`: all locales, one after the other.
  func list(_ params: JSONValue) throws(JSONRPCError) -> JSONValue {
    var start = 0
    if let cursor = params["cursor"], cursor != .null {
      guard let number = cursor.string.flatMap({ Int($0) }), number > 0 else {
        throw JSONRPCError(
          code: JSONRPCError.Code.invalidParams, message: "This cursor is none of this list's.")
      }
      start = number
    }
    let all = documentation.locales.flatMap { documentation.list(locale: $0) }
    let part = all.dropFirst(start).prefix(Self.pageSize)
    var members = [
      JSONValue.Member("resources", .array(part.map { resource(for: $0).json }))
    ]
    let end = start + part.count
    if end < all.count { members.append(.init("nextCursor", .string(String(end)))) }
    return .object(members)
  }

  func read(_ params: JSONValue, isStateless: Bool) throws(JSONRPCError) -> JSONValue {
    guard let uri = params["uri"]?.string else {
      throw JSONRPCError(
        code: JSONRPCError.Code.invalidParams, message: "A resource is read by its 'uri'.")
    }
    let name = uri.hasPrefix(Self.scheme) ? String(uri.dropFirst(Self.scheme.count)) : uri
    guard let entry = documentation.entry(named: name, locale: nil),
      let page = documentation.page(entry)
    else {
      throw JSONRPCError(
        code: isStateless ? JSONRPCError.Code.invalidParams : Self.notFoundBeforeStateless,
        message: "There is no resource '\(uri)'.", data: ["uri": .string(uri)])
    }
    let contents = ResourceContents(
      uri: uri, mimeType: Self.mimeType, body: .text(String(decoding: page.bytes, as: UTF8.self)))
    return ["contents": [contents.json]]
  }

  /// Of the revisions up to 2025-11-25.
  private static let notFoundBeforeStateless = -32002

  private func resource(for entry: Documentation.Entry) -> Resource {
    Resource(
      uri: uri(of: entry.path), name: entry.id ?? entry.path, title: entry.title,
      description: entry.description.isEmpty ? nil : entry.description, mimeType: Self.mimeType)
  }

  private func uri(of path: String) -> String {
    let url = documentation.url(of: path)
    return url.hasPrefix("/") || url.hasPrefix("{") ? Self.scheme + url : url
  }
}
