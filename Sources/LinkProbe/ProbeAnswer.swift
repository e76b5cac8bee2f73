import DocgenCore

/// What became of one link.
package struct ProbeAnswer: Sendable, Equatable {
  package enum State: String, Sendable, CaseIterable {
    /// Something is there.
    case fine
    /// The server says that nothing is, or something else is wrong: `status`.
    case status
    /// No answer in time.
    case timeout
    /// The server can't show that it is the one that the URL names.
    case insecure
    case unknownHost = "unknown-host"
    /// No connection, or one that broke.
    case unreachable
    /// It is redirected round in a circle, or too often.
    case circle
    /// It leads into a private network, or to this machine.
    case privateAddress = "private"
    /// It is no URL, or is redirected to one that is none of HTTP.
    case malformed
  }

  package var url: String
  package var state: State
  package var status: Int?
  /// Where it is redirected to for good.
  package var movedTo: String?
  /// Fragments that the page doesn't have.
  package var missing: [String] = []
  /// What the network says, or the URL that is wrong.
  package var detail: String?

  package init(url: String, _ state: State) { (self.url, self.state) = (url, state) }
}

extension ProbeAnswer {
  package var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("url", .string(url)), .init("state", .string(state.rawValue)),
    ]
    if let status { members.append(.init("status", .integer(status))) }
    if let movedTo { members.append(.init("movedTo", .string(movedTo))) }
    if !missing.isEmpty {
      members.append(.init("missing", .array(missing.map(JSONValue.string))))
    }
    if let detail { members.append(.init("detail", .string(detail))) }
    return .object(members)
  }

  package init?(_ json: JSONValue) {
    guard let url = json["url"]?.string,
      let state = json["state"]?.string.flatMap(State.init)
    else { return nil }
    self.init(url: url, state)
    status = json["status"]?.integer
    movedTo = json["movedTo"]?.string
    missing = json["missing"]?.elements?.compactMap(\.string) ?? []
    detail = json["detail"]?.string
  }
}
