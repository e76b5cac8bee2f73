import DocgenCore
import LinkProbe
import Testing

@Suite struct ProbeScheduleTests {
  private let start = ContinuousClock().now

  @Test func noMoreThanWantedAtOnceAndOfAHost() {
    var schedule = ProbeSchedule<Int>(atOnce: 3, perHost: 2)
    for (number, host) in ["a", "a", "a", "b", "b"].enumerated() {
      schedule.add(number, host: host, notBefore: start)
    }
    #expect(schedule.next(at: start)?.job == 0)
    #expect(schedule.next(at: start)?.job == 1)
    #expect(schedule.next(at: start)?.job == 3)
    #expect(schedule.next(at: start) == nil)
    schedule.finished("b")
    #expect(schedule.next(at: start)?.job == 4)
    schedule.finished("a")
    #expect(schedule.next(at: start)?.job == 2)
    #expect(schedule.next(at: start) == nil)
    #expect(schedule.nextTime == nil)
  }

  @Test func aHostThatWantsToBeLeftAlone() {
    var schedule = ProbeSchedule<Int>(atOnce: 3, perHost: 2)
    let later = start.advanced(by: .seconds(5))
    schedule.add(1, host: "a", notBefore: start)
    schedule.add(2, host: "b", notBefore: start)
    schedule.hold("a", until: later)
    schedule.hold("a", until: start)
    #expect(schedule.next(at: start)?.job == 2)
    #expect(schedule.next(at: start) == nil)
    #expect(schedule.nextTime == later)
    #expect(schedule.next(at: later)?.job == 1)
  }
}

@Suite struct NetworkAddressTests {
  private static let v4: [([UInt8], Bool)] = [
    ([8, 8, 8, 8], true), ([93, 184, 216, 34], true), ([172, 15, 0, 1], true),
    ([172, 32, 0, 1], true), ([100, 63, 0, 1], true), ([127, 0, 0, 1], false),
    ([10, 1, 2, 3], false), ([172, 16, 0, 1], false), ([172, 31, 255, 255], false),
    ([192, 168, 1, 1], false), ([169, 254, 169, 254], false), ([100, 64, 0, 1], false),
    ([0, 0, 0, 0], false), ([224, 0, 0, 1], false), ([255, 255, 255, 255], false),
    ([198, 18, 0, 1], false), ([203, 0, 113, 9], false),
  ]

  @Test(arguments: v4)
  func ofFourBytes(bytes: [UInt8], isPublic: Bool) {
    #expect(NetworkAddress.v4(bytes).isPublic == isPublic)
    let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + bytes
    #expect(NetworkAddress.v6(mapped).isPublic == isPublic)
    let translated: [UInt8] = [0, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8) + bytes
    #expect(NetworkAddress.v6(translated).isPublic == isPublic)
    let sixToFour = [0x20, 0x02] + bytes + [UInt8](repeating: 0, count: 10)
    #expect(NetworkAddress.v6(sixToFour).isPublic == isPublic)
  }

  private static let v6: [([UInt8], Bool)] = [
    ([0x26, 0x06, 0x47], true), ([0x20, 0x01, 0x48, 0x60], true),
    ([0x20, 0x01, 0x0D, 0xB8], false),
    ([0xFE, 0x80], false), ([0xFD, 0], false), ([0xFC, 0], false), ([0xFF, 2], false), ([], false),
  ]

  @Test(arguments: v6)
  func ofSixteenBytes(start: [UInt8], isPublic: Bool) {
    let bytes = start + [UInt8](repeating: 0, count: 15 - start.count) + [1]
    #expect(NetworkAddress.v6(bytes).isPublic == isPublic)
  }
}

@Suite struct ProbeMessageTests {
  @Test func requestsComeBack() throws {
    var link = ProbeRequest.Link(url: "https://example.com/a?b")
    link.fragments = ["x", "ü"]
    link.accepted = [429]
    link.skipsHead = true
    var limits = ProbeRequest.Limits()
    limits.timeout = 1.5
    limits.allowsPrivate = true
    limits.privateHosts = ["intranet"]
    let request = ProbeRequest([link, .init(url: "http://b.example/")], limits: limits)
    #expect(ProbeRequest(try JSONValue(parsing: request.json.bytes)) == request)
    #expect(ProbeRequest(["links": []]) == nil)
  }

  @Test(arguments: ProbeAnswer.State.allCases)
  func answersComeBack(state: ProbeAnswer.State) throws {
    var answer = ProbeAnswer(url: "https://example.com/", state)
    answer.status = 404
    answer.movedTo = "https://example.com/new"
    answer.missing = ["x"]
    answer.detail = "no \"route\""
    #expect(ProbeAnswer(try JSONValue(parsing: answer.json.bytes)) == answer)
  }

  private static let waits: [(String?, Double?)] = [
    (nil, nil), ("3", 3), (" 3 ", 3), ("-1", 0), ("soon", nil),
    ("Wed, 21 Oct 2026 07:28:00 GMT", 12),
  ]

  @Test(arguments: waits)
  func waiting(value: String?, seconds: Double?) {
    let found = RetryAfter.seconds(value) { $0.hasPrefix("Wed") ? 12 : nil }
    #expect(found == seconds)
  }
}
