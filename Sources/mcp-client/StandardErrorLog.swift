import DocgenCore
import Logging

/// Log messages on standard error, so that standard output has results only. Metadata is left out:
/// it repeats what messages say.
struct StandardErrorLog: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level

  /// - Parameter isVerbose: whether to tell what goes on, too, and not only what is wrong.
  static func logger(isVerbose: Bool) -> Logger {
    Logger(label: "mcp-client") { _ in
      StandardErrorLog(logLevel: isVerbose ? .debug : .warning)
    }
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    writeError("\(event.level): \("\(event.message)".printable)")
  }
}
