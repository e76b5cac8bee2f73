import Synchronization

/// Applies `transform` to every element on `workers` threads and returns the results in order.
///
/// The one place where docgen spreads work: two long-lived workers over an atomic counter are within
/// noise of any scheduler, and the result does not depend on who did what. Give the largest elements
/// first where they differ much. Each worker takes elements one at a time.
///
/// - Parameter makeState: what a worker keeps between its elements, such as a reusable buffer.
package func concurrentMap<Element: Sendable, State, Result: Sendable>(
  _ elements: [Element], workers: Int, makeState: @Sendable @escaping () -> State,
  _ transform: @Sendable @escaping (inout State, Element) -> Result
) async -> [Result] {
  let workerCount = max(1, min(workers, elements.count))
  if workerCount == 1 {
    var state = makeState()
    return elements.map { transform(&state, $0) }
  }
  let counter = SharedCounter()
  return await withTaskGroup(of: [(Int, Result)].self) { group in
    for _ in 0..<workerCount {
      group.addTask {
        var state = makeState()
        var mine: [(Int, Result)] = []
        while true {
          let index = counter.next()
          if index >= elements.count { return mine }
          mine.append((index, transform(&state, elements[index])))
        }
      }
    }
    var results = [Result?](repeating: nil, count: elements.count)
    for await part in group {
      for (index, result) in part { results[index] = result }
    }
    return results.compactMap { $0 }
  }
}

/// `concurrentMap` without worker state.
package func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], workers: Int, _ transform: @Sendable @escaping (Element) -> Result
) async -> [Result] {
  await concurrentMap(elements, workers: workers, makeState: {}) { _, element in
    transform(element)
  }
}

/// Hands out 0, 1, 2, … to any number of threads.
private final class SharedCounter: Sendable {
  private let value = Atomic<Int>(0)

  func next() -> Int {
    value.wrappingAdd(1, ordering: .relaxed).oldValue
  }
}
