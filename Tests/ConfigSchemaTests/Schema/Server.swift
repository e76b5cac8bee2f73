import ConfigSchema

/// A configuration with a field of every kind.
struct Server: Sendable, Equatable {
  enum Mode: String, Sendable, CaseIterable { case fast, safe, offline }

  struct Route: Sendable, Equatable {
    var path = ""
    var target = ""
    var weight = 1

    static let schema = Schema("route", defaults: Route()) {
      Field("path", \.path, .text, "Where requests come in.").required
      Field("target", \.target, .text, "Where they go.").required
      Field("weight", \.weight, .integer(atLeast: 1), "How many of them.")
    }
  }

  struct Retry: Sendable, Equatable {
    var count = 3
    var delay = 0.5

    static let schema = Schema("retry", defaults: Retry(), doc: "How to try again.") {
      Field("count", \.count, .integer(in: 0...10), "How often.")
      Field("delay", \.delay, .number(atLeast: 0), "How long to wait before.").unit("seconds")
    }
  }

  struct Folder: Sendable, Equatable {
    var name: String
    var folders: [Folder]

    static let schema = Schema("folder", defaults: Folder(name: "", folders: [])) {
      Field("name", \.name, .text, "Its name.").required
      Field("folders", \.folders, .list(of: .folder), "What is in it.")
    }
  }

  var name = "web"
  var isEnabled = true
  var port = 8080
  var timeout = 30.0
  var mode = Mode.safe
  var token: String?
  var hosts = ["localhost"]
  var aliases: [String] = []
  var environment: [String: String] = ["LANG": "C"]
  var routes: [Route] = []
  var retry = Retry()
  var fallback: Retry?
  var folders: [Folder] = []
  var oldName = ""

  static let schema = Schema(
    "server.yml", defaults: Server(), doc: "The configuration of a *server*."
  ) {
    Field("name", \.name, .text, "What the server | the host is called.")
    Field("enabled", \.isEnabled, .flag, "Whether it runs.")
    Field("port", \.port, .integer(in: 1...65535), "The port.").since("0.2")
    Field("timeout", \.timeout, .number(atLeast: 0), "How long a call may take.")
      .unit("seconds").applies(to: "HTTP", "SSE")
    Field("mode", \.mode, .choice, "What matters more.")
    Field("token", \.token, .text, "What clients have to show.").secret.example("${TOKEN}")
    Field("hosts", \.hosts, .list(of: .text), "The names it answers to.")
    Field("aliases", \.aliases, .oneOrMore(of: .text), "Other names.")
    Field("environment", \.environment, .map(keys: "variable", of: .text), "Its variables.")
    Field("routes", \.routes, .list(of: .object(Route.schema)), "What goes where.")
      .example([["path": "/a", "target": "/b"]])
    Field("retry", \.retry, .object(Retry.schema), "When a call fails.")
    Field("fallback", \.fallback, .object(Retry.schema), "When that fails too.")
    Field("folders", \.folders, .list(of: .folder), "A tree.")
    Field("title", \.oldName, .text, "Its name, once.").deprecated(since: "0.3", use: "name")
  }
}

extension ValueType where Value == Server.Folder {
  static var folder: Self { named("folder") { .object(Server.Folder.schema) } }
}
