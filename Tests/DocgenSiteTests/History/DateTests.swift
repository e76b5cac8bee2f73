import Testing

@testable import DocgenSite

@Suite struct DateTests {
  @Test(arguments: [
    (0, "1970-01-01"), (-1, "1969-12-31"), (951_782_399, "2000-02-28"), (951_782_400, "2000-02-29"),
    (951_868_800, "2000-03-01"), (1_795_388_862, "2026-11-22"), (4_107_542_399, "2100-02-28"),
    (4_107_542_400, "2100-03-01"), (253_402_300_799, "9999-12-31"),
  ])
  func days(_ seconds: Int, _ day: String) {
    let date = CalendarDate(seconds: seconds)
    #expect(date.text == day)
    #expect(date.seconds <= seconds && seconds - date.seconds < 86_400)
  }

  @Test func everyDayIsItself() {
    for day in stride(from: -719_162, to: 2_932_897, by: 97) {
      let date = CalendarDate(seconds: day * 86_400)
      #expect(date.seconds == day * 86_400)
      #expect(CalendarDate(year: date.year, month: date.month, day: date.day) == date)
    }
  }

  @Test(arguments: [
    ("2026-11-22", "2026-11-22", "2026-11-22T00:00:00Z"),
    ("2024-2-3", "2024-02-03", "2024-02-03T00:00:00Z"),
    ("2026-11-22T10:00:00Z", "2026-11-22", "2026-11-22T10:00:00Z"),
    ("2026-11-22 10:00", "2026-11-22", "2026-11-22T10:00:00Z"),
    ("2026-11-22T01:30:59.123+02:00", "2026-11-22", "2026-11-21T23:30:59Z"),
    ("2026-12-31T23:00:00 -0130", "2026-12-31", "2027-01-01T00:30:00Z"),
    ("11/22/2026", "2026-11-22", "2026-11-22T00:00:00Z"),
    ("1/1/2000", "2000-01-01", "2000-01-01T00:00:00Z"),
    ("2026/11/22", "2026-11-22", "2026-11-22T00:00:00Z"),
    ("22 Nov 2026", "2026-11-22", "2026-11-22T00:00:00Z"),
    ("November 22, 2026", "2026-11-22", "2026-11-22T00:00:00Z"),
    ("Sept. 3, 2026 ", "2026-09-03", "2026-09-03T00:00:00Z"),
    ("2024-02-29", "2024-02-29", "2024-02-29T00:00:00Z"),
  ])
  func writtenDates(_ written: String, _ day: String, _ time: String) throws {
    let date = try #require(WrittenDate(written))
    #expect(date.day.text == day)
    #expect(WrittenDate.timestamp(seconds: date.seconds) == time)
  }

  @Test(arguments: [
    "", "not-a-date", "22 Nov", "2026", "2026-13-01", "2024-02-30", "2023-02-29", "13/02/2024",
    "2026-11-22T", "2026-11-22T25:00", "2026-11-22T10:60:00Z", "2026-11-22 noon", "２０26-11-22",
    "Nov Nov 2026", "22 No 2026", "0000-01-01", "2026-11-22-3", "22-11-26",
  ])
  func noDates(_ written: String) {
    #expect(WrittenDate(written) == nil)
  }
}
