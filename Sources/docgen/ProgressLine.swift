import Foundation

/// One line on a terminal that says what is going on, once a build takes longer than a second.
///
/// It lives on the main thread, which has nothing else to do: workers keep all others busy.
@MainActor
final class ProgressLine {
  var stage = "" {
    didSet { if isVisible { draw() } }
  }
  private var isVisible = false
  private var timer: Task<Void, any Error>?

  init(isShown: Bool) {
    guard isShown else { return }
    timer = Task { @MainActor in
      try await Task.sleep(for: .seconds(1))
      isVisible = true
      draw()
    }
  }

  /// Takes the line away.
  func end() {
    timer?.cancel()
    if isVisible { write("\r\u{1B}[K") }
    isVisible = false
  }

  private func draw() { write("\r\u{1B}[K\(stage) …") }

  private func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
