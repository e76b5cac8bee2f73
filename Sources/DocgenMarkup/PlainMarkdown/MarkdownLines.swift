/// Lines of Markdown, each behind the marks of the quotes and list items that it stands in.
struct MarkdownLines {
  private(set) var bytes: [UInt8] = []
  private var containers: [Container] = []
  /// Whether the line has begun.
  private(set) var isOpen = false
  /// Where the last line that was begun starts.
  private(set) var lineStart = 0
  /// Whether nothing but the containers' marks stands on the line.
  private(set) var isAtStart = false
  /// Whether a blank line has to come before what comes next.
  var needsBlank = false

  private struct Container {
    /// On its first line and on all others.
    var first: [UInt8]
    var rest: [UInt8]
    var isFresh = true
  }

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  mutating func enter(first: [UInt8], rest: [UInt8]) {
    containers.append(Container(first: first, rest: rest))
  }

  /// Leaves the innermost container; its mark is written if nothing else of it was.
  mutating func leave() {
    if containers.last?.isFresh == true { open() }
    close()
    containers.removeLast()
  }

  /// Begins the line.
  mutating func open() {
    if isOpen { return }
    if needsBlank, !bytes.isEmpty { appendBlank() }
    needsBlank = false
    lineStart = bytes.count
    for index in containers.indices {
      if containers[index].isFresh {
        bytes += containers[index].first
        containers[index].isFresh = false
      } else {
        bytes += containers[index].rest
      }
    }
    isOpen = true
    isAtStart = true
  }

  /// Goes on with the same block on the next line.
  mutating func wrap() {
    bytes.append(ASCII.newline)
    for container in containers { bytes += container.rest }
    isAtStart = true
  }

  /// Ends the line, if there is one.
  mutating func close() {
    guard isOpen else { return }
    bytes.append(ASCII.newline)
    isOpen = false
  }

  mutating func endBlock() {
    close()
    needsBlank = true
  }

  private mutating func appendBlank() {
    for container in containers {
      if container.isFresh { break }
      bytes += container.rest
    }
    while let last = bytes.last, last == ASCII.space { bytes.removeLast() }
    bytes.append(ASCII.newline)
  }

  // MARK: What stands on them

  mutating func append(_ text: StaticString) {
    isAtStart = false
    bytes.append(text)
  }

  mutating func append(_ byte: UInt8) {
    isAtStart = false
    bytes.append(byte)
  }

  mutating func append(_ text: some Collection<UInt8>) {
    isAtStart = false
    bytes.append(contentsOf: text)
  }

  mutating func remove(from start: Int) { bytes.removeSubrange(start...) }

  /// Appends lines as they are, each behind the containers' marks.
  mutating func appendLines(of text: [UInt8]) {
    if containers.isEmpty {
      bytes += text
      return
    }
    var start = 0
    while true {
      let end = text.endOfLine(from: start)
      bytes += text[start..<end]
      guard end < text.count else { return }
      bytes.append(ASCII.newline)
      start = end + 1
      for container in containers { bytes += container.rest }
      guard start == text.count || text[start] == ASCII.newline else { continue }
      while let last = bytes.last, last == ASCII.space { bytes.removeLast() }
    }
  }
}
