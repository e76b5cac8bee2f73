import DocgenCore

/// A server needs something before it can answer (revision 2026-07-28): the request is sent again
/// with it.
public struct InputRequired: ProtocolValue {
  /// A question and the name that its answer goes under.
  public struct Request: Sendable, Hashable {
    public var name: String
    /// `elicitation/create`, `sampling/createMessage` or `roots/list`.
    public var method: String
    public var params: JSONValue?

    public init(name: String, method: String, params: JSONValue?) {
      self.name = name
      self.method = method
      self.params = params
    }
  }

  /// None, where the server only wants to be asked again.
  public var requests: [Request]
  /// Goes back as it came.
  public var state: JSONValue?

  public init(requests: [Request], state: JSONValue?) {
    self.requests = requests
    self.state = state
  }

  public init(json: JSONValue) throws(MalformedValue) {
    let fields = try Fields(json, of: "an 'input_required' result")
    requests = []
    for member in fields["inputRequests"]?.members ?? [] {
      let request = try Fields(member.value, of: "an input request")
      requests.append(
        Request(
          name: member.key, method: try request.requiredText("method"),
          params: request["params"]))
    }
    state = fields["requestState"]
    if requests.isEmpty && state == nil {
      throw MalformedValue(fields.subject, "has neither 'inputRequests' nor 'requestState'")
    }
  }

  public var json: JSONValue {
    let members = requests.map { request in
      JSONValue.Member(
        request.name, .fields(("method", .string(request.method)), ("params", request.params)))
    }
    return .fields(
      ("resultType", "input_required"),
      ("inputRequests", members.isEmpty ? nil : .object(members)), ("requestState", state))
  }
}
