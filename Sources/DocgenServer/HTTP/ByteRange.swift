/// The part of a file that a Range header asks for (RFC 9110 14): videos are sought in by it.
enum ByteRange: Equatable {
  case whole
  case part(Range<Int>)
  case unsatisfiable

  /// Several ranges at once, other units and what can't be read are answered with the whole file.
  init(_ header: String?, size: Int) {
    self = .whole
    guard let header, header.hasPrefix("bytes="), !header.contains(",") else { return }
    let bounds = header.dropFirst("bytes=".count)
      .split(separator: "-", omittingEmptySubsequences: false)
    guard bounds.count == 2 else { return }
    let (first, last) = (Self.number(bounds[0]), Self.number(bounds[1]))
    switch (first, last) {
    case (.some(let first), .some(let last)) where first > last: return
    case (.some(let first), _) where !bounds[1].isEmpty && last == nil || first < 0: return
    case (.some(let first), _):
      let end = min(last.map { $0 == .max ? $0 : $0 + 1 } ?? size, size)
      self = first < size ? .part(first..<end) : .unsatisfiable
    case (nil, .some(let count)) where bounds[0].isEmpty:
      self = count > 0 && size > 0 ? .part(max(0, size - count)..<size) : .unsatisfiable
    default: return
    }
  }

  private static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }
}
