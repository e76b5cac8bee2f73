import DocgenCore

/// What tells a request's answer from others.
public enum RequestID: Sendable, Hashable, CustomStringConvertible {
  case number(Int)
  case text(String)

  /// Nil for what is neither a whole number nor text.
  public init?(json: JSONValue) {
    if let number = json.integer {
      self = .number(number)
    } else if let text = json.string {
      self = .text(text)
    } else {
      return nil
    }
  }

  public var json: JSONValue {
    switch self {
    case .number(let number): .integer(number)
    case .text(let text): .string(text)
    }
  }

  public var description: String { json.text }
}

/// A message of JSON-RPC 2.0.
public enum JSONRPCMessage: Sendable, Hashable {
  case request(id: RequestID, method: String, params: JSONValue?)
  case notification(method: String, params: JSONValue?)
  case result(id: RequestID, JSONValue)
  /// `id` is nil where the other side couldn't tell which request it was.
  case error(id: RequestID?, JSONRPCError)
}

extension JSONRPCMessage {
  /// Reads the messages in a text: one, or those of a batch (which revision 2025-03-26 allows).
  public static func read(_ bytes: [UInt8]) throws(MalformedValue) -> [JSONRPCMessage] {
    let json: JSONValue
    do {
      json = try JSONValue(parsing: bytes)
    } catch {
      throw MalformedValue("a message", "is no JSON: it \(error)")
    }
    guard let elements = json.elements else { return [try JSONRPCMessage(json: json)] }
    var messages: [JSONRPCMessage] = []
    for element in elements { messages.append(try JSONRPCMessage(json: element)) }
    return messages
  }

  /// Members that JSON-RPC doesn't know are ignored, a missing `jsonrpc` too.
  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "a message")
    let id = fields["id"].flatMap(RequestID.init(json:))
    if let method = fields.text("method") {
      if let id {
        self = .request(id: id, method: method, params: fields["params"])
      } else if fields["id"] == nil {
        self = .notification(method: method, params: fields["params"])
      } else {
        throw MalformedValue("a request", "has an 'id' that is neither a whole number nor text")
      }
    } else if let error = fields["error"] {
      self = .error(id: id, try JSONRPCError(json: error))
    } else if let result = json["result"] {
      guard let id else { throw MalformedValue("a response", "has no 'id'") }
      self = .result(id: id, result)
    } else {
      throw MalformedValue("a message", "has neither 'method' nor 'result' nor 'error'")
    }
  }

  public var json: JSONValue {
    switch self {
    case .request(let id, let method, let params):
      .fields(
        ("jsonrpc", "2.0"), ("id", id.json), ("method", .string(method)), ("params", params))
    case .notification(let method, let params):
      .fields(("jsonrpc", "2.0"), ("method", .string(method)), ("params", params))
    case .result(let id, let result):
      .fields(("jsonrpc", "2.0"), ("id", id.json), ("result", result))
    case .error(let id, let error):
      .fields(("jsonrpc", "2.0"), ("id", id?.json ?? .null), ("error", error.json))
    }
  }

  /// One line of JSON.
  public var bytes: [UInt8] { json.bytes }
}
