import DocgenCore

/// A tool's parameter that goes in a header too, so that what stands between client and server can
/// route by it: a property of the input schema with `x-mcp-header` (revision 2026-07-28).
public struct ParameterHeader: Sendable, Hashable {
  /// With `Mcp-Param-` before it.
  public var name: String
  /// The keys that lead to the parameter.
  public var path: [String]

  /// The headers that a tool's input schema asks for, in its order.
  /// - Throws: where an annotation is against the rules; such a tool must not be used over HTTP.
  ///   Only strings, integers and booleans may have one, and only where nothing but `properties`
  ///   leads to them; the name is a token of RFC 9110, and unique, whatever its letters' case.
  public static func all(in inputSchema: JSONValue) throws(MalformedValue) -> [ParameterHeader] {
    var finder = Finder()
    try finder.visit(inputSchema, path: [])
    return finder.headers
  }

  /// The header's value for a call, already encoded; nil where the parameter is missing or null, or
  /// not of a kind that a header can have.
  public func value(in arguments: JSONValue) -> String? {
    var value = arguments
    for key in path {
      guard let member = value[key] else { return nil }
      value = member
    }
    switch value {
    case .string(let text): return HeaderValue.encode(text)
    case .bool(let flag): return flag ? "true" : "false"
    case .integer, .number: return value.integer.map { String($0) }
    case .null, .array, .object: return nil
    }
  }

  private struct Finder {
    static let annotation = "x-mcp-header"
    var headers: [ParameterHeader] = []
    var names: Set<String> = []

    mutating func visit(_ schema: JSONValue, path: [String]) throws(MalformedValue) {
      for member in schema.members ?? [] {
        if member.key == Self.annotation {
          try add(member.value, of: schema, path: path)
        } else if member.key == "properties" {
          for property in member.value.members ?? [] {
            try visit(property.value, path: path + [property.key])
          }
        } else if Self.isData(member.key) {
          continue
        } else if Self.hasAnnotation(member.value) {
          throw problem("stands below '\(member.key)'")
        }
      }
    }

    private mutating func add(
      _ annotation: JSONValue, of schema: JSONValue, path: [String]
    ) throws(MalformedValue) {
      guard !path.isEmpty else { throw problem("stands outside of a property") }
      guard let name = annotation.string, Self.isToken(name) else {
        throw problem("is no header name")
      }
      guard ["string", "integer", "boolean"].contains(schema["type"]?.string) else {
        throw problem("'\(name)' is on a property that is no string, integer or boolean")
      }
      guard names.insert(name.lowercased()).inserted else {
        throw problem("'\(name)' is there twice")
      }
      headers.append(ParameterHeader(name: "Mcp-Param-\(name)", path: path))
    }

    private func problem(_ text: String) -> MalformedValue {
      MalformedValue("an '\(Self.annotation)'", text)
    }

    /// What under a key is an example or a value rather than a schema.
    private static func isData(_ key: String) -> Bool {
      ["default", "example", "examples", "const", "enum"].contains(key)
    }

    /// Whether a schema that properties alone don't lead to has an annotation anywhere.
    private static func hasAnnotation(_ schema: JSONValue) -> Bool {
      switch schema {
      case .array(let elements): elements.contains(where: hasAnnotation)
      case .object(let members):
        members.contains { member in
          member.key == annotation || !isData(member.key) && hasAnnotation(member.value)
        }
      default: false
      }
    }

    /// RFC 9110, section 5.6.2.
    private static func isToken(_ name: String) -> Bool {
      !name.isEmpty
        && name.utf8.allSatisfy { byte in
          switch byte {
          case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
          default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
          }
        }
    }
  }
}
