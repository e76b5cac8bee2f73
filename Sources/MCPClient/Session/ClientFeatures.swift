import DocgenCore
import Logging
import MCPConfiguration
import MCPProtocol

/// Answers what a server asks of the client: its model, its user, its roots. All that is configured
/// for the server is kept here, whichever way the question came.
actor ClientFeatures {
  private let server: MCPServer
  private let program: ClientProgram
  private let logger: Logger
  /// When the model was asked in the last minute.
  private var samples: [ContinuousClock.Instant] = []
  /// How often in a row the model has wanted tools.
  private var toolRounds = 0

  init(server: MCPServer, program: ClientProgram, logger: Logger) {
    self.server = server
    self.program = program
    self.logger = logger
  }

  /// What the server may ask, as it is told.
  nonisolated func capabilities(isStateless: Bool) -> ClientCapabilities {
    var capabilities = ClientCapabilities()
    let sampling = server.session.sampling
    if program.sample != nil, sampling.isEnabled {
      capabilities.sampling = .init(
        tools: program.samplesWithTools && sampling.maximumToolRounds > 0)
    }
    if program.elicit != nil, server.session.elicitation.isEnabled {
      capabilities.elicitation = .init(forms: true, urls: program.visitsURLs)
    }
    if program.roots != nil { capabilities.roots = .init(listChanged: !isStateless) }
    return capabilities
  }

  /// The `result` of a server's request.
  func answer(_ method: String, _ params: JSONValue?) async throws(JSONRPCError) -> JSONValue {
    do {
      switch method {
      case MCPMethod.sample:
        return try await sample(SamplingRequest(json: params ?? [:])).json
      case MCPMethod.elicit:
        return try await elicit(ElicitationRequest(json: params ?? [:])).json
      case MCPMethod.listRoots:
        guard let roots = program.roots else { throw Self.unknown(method) }
        return ["roots": .array(await roots(server.name).map(\.json))]
      default:
        throw Self.unknown(method)
      }
    } catch let error as JSONRPCError {
      throw error
    } catch let error as MalformedValue {
      throw JSONRPCError(code: JSONRPCError.Code.invalidParams, message: "\(error)")
    } catch {
      // The program's own words may hold what a server has no business to know.
      logger.warning("\(server.name): '\(method)' failed: \(error)")
      throw JSONRPCError(
        code: JSONRPCError.Code.internalError, message: "the client failed to answer")
    }
  }

  private static func unknown(_ method: String) -> JSONRPCError {
    JSONRPCError(
      code: JSONRPCError.Code.methodNotFound, message: "the client doesn't offer '\(method)'")
  }

  private static func refused(_ why: String) -> JSONRPCError {
    JSONRPCError(code: JSONRPCError.Code.refusedByUser, message: why)
  }

  // MARK: - The model

  private func sample(_ request: SamplingRequest) async throws -> SamplingResult {
    let settings = server.session.sampling
    guard let sample = program.sample, settings.isEnabled else {
      throw Self.unknown(MCPMethod.sample)
    }
    let request = try Self.limited(request, by: settings)
    try admitTools(request, settings)
    try admitRate(settings)
    log("asks the model for up to \(request.maximumTokens) tokens")
    let name = server.name
    do {
      let result = try await before(Deadline(after: settings.timeout)) {
        try await sample(request, name)
      }
      toolRounds = result.stopReason == "toolUse" ? toolRounds + 1 : 0
      log("got \(result.content.count) pieces from '\(result.model)'")
      return result
    } catch is DeadlinePassed {
      throw JSONRPCError(
        code: JSONRPCError.Code.internalError,
        message: "the model did not answer within \(settings.timeout / .seconds(1)) s")
    }
  }

  private static func limited(
    _ request: SamplingRequest, by settings: SamplingSettings
  ) throws(JSONRPCError) -> SamplingRequest {
    var request = request
    request.maximumTokens = min(request.maximumTokens, settings.maximumTokens)
    if let model = settings.model {
      request.modelHints = [model]
    } else if !settings.allowedModels.isEmpty, !request.modelHints.isEmpty {
      request.modelHints = request.modelHints.filter(settings.allowedModels.contains)
      if request.modelHints.isEmpty { throw refused("none of the models asked for is allowed") }
    }
    return request
  }

  private func admitTools(_ request: SamplingRequest, _ settings: SamplingSettings)
    throws(JSONRPCError)
  {
    guard !request.tools.isEmpty else { return toolRounds = 0 }
    guard program.samplesWithTools, settings.maximumToolRounds > 0 else {
      throw JSONRPCError(
        code: JSONRPCError.Code.invalidParams, message: "the client's model calls no tools")
    }
    if toolRounds >= settings.maximumToolRounds {
      toolRounds = 0
      throw Self.refused("the model has called tools \(settings.maximumToolRounds) times in a row")
    }
  }

  private func admitRate(_ settings: SamplingSettings) throws(JSONRPCError) {
    let now = ContinuousClock.now
    samples.removeAll { now - $0 >= .seconds(60) }
    guard samples.count < settings.maximumRequestsPerMinute else {
      throw Self.refused(
        "more than \(settings.maximumRequestsPerMinute) sampling requests in a minute")
    }
    samples.append(now)
  }

  private func log(_ message: String) {
    let level: Logger.Level =
      switch server.session.sampling.logLevel {
      case .debug: .debug
      case .info: .info
      case .warning: .warning
      }
    logger.log(level: level, "\(server.name): \(message)")
  }

  // MARK: - The user

  private func elicit(_ request: ElicitationRequest) async throws -> ElicitationResult {
    let settings = server.session.elicitation
    guard let elicit = program.elicit, settings.isEnabled else {
      throw Self.unknown(MCPMethod.elicit)
    }
    if case .url = request.mode, !program.visitsURLs { return .decline }
    let name = server.name
    do {
      return try await before(Deadline(after: settings.timeout)) { try await elicit(request, name) }
    } catch is DeadlinePassed {
      return .cancel
    } catch is CancellationError {
      return .cancel
    } catch {
      logger.warning("\(server.name): the user could not be asked: \(error)")
      return .decline
    }
  }
}
