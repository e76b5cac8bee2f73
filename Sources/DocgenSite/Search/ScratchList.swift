/// A list of plain values that only its owner has, for what changes with each word of a site: an array
/// would ask at each change whether it is shared.
struct ScratchList<Element: BitwiseCopyable>: ~Copyable {
  private var elements = UnsafeMutableBufferPointer<Element>.allocate(capacity: 64)
  private(set) var count = 0

  deinit { elements.deallocate() }

  subscript(index: Int) -> Element {
    @inline(__always)
    get {
      precondition(index >= 0 && index < count)
      return elements[index]
    }
    @inline(__always)
    _modify {
      precondition(index >= 0 && index < count)
      yield &elements[index]
    }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == elements.count { grow(toHold: count + 1) }
    elements.initializeElement(at: count, to: element)
    count += 1
  }

  mutating func append(_ element: Element, times: Int) {
    grow(toHold: count + times)
    for index in count..<count + times { elements.initializeElement(at: index, to: element) }
    count += times
  }

  /// The room stays.
  mutating func removeAll() { count = 0 }

  func append(to array: inout [Element]) {
    array.append(contentsOf: UnsafeBufferPointer(rebasing: elements[..<count]))
  }

  private mutating func grow(toHold needed: Int) {
    guard needed > elements.count else { return }
    let larger = UnsafeMutableBufferPointer<Element>.allocate(
      capacity: max(needed, elements.count * 2))
    _ = larger.update(fromContentsOf: elements[..<count])
    elements.deallocate()
    elements = larger
  }
}
