import Testing

@testable import DocgenSite

@Suite struct NumberPrefixTests {
  @Test(arguments: [
    ("01-foo", "foo", 1), ("1 - foo", "foo", 1), ("001. foo", "foo", 1), ("1_foo", "foo", 1),
    ("1--foo", "foo", 1), ("1-_foo", "foo", 1), ("01---Foo Bar", "Foo Bar", 1),
    ("0-foo", "foo", 0), ("42.foo.bar", "foo.bar", 42), ("3-安装", "安装", 3),
    ("7 .\u{3000}foo", "foo", 7), ("1-é", "é", 1),
  ])
  func strips(name: String, rest: String, position: Double) {
    let result = NumberPrefix.strip(name)
    #expect(result.name == rest)
    #expect(result.position == position)
  }

  @Test(arguments: [
    "", "foo", "7", "0-", "1 - ", "-1-foo", "01 foo", "1foo", "10a-foo", "1- -foo", "a-1-foo",
    "2021-11-foo", "2021_11", "7.0-foo", "1.2.foo", "12-34", "1-2foo", "٣-foo",
  ])
  func leavesAlone(name: String) {
    let result = NumberPrefix.strip(name)
    #expect(result.name == name)
    #expect(result.position == nil)
  }

  @Test func bearsNumbersThatNoIntegerHolds() {
    let digits = String(repeating: "9", count: 500)
    #expect(NumberPrefix.strip("\(digits)-foo").name == "foo")
    #expect(NumberPrefix.strip("\(digits)-foo").position == .infinity)
  }
}
