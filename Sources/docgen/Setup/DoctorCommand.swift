import ArgumentParser
import DocgenSite

/// `docgen doctor`: whether docgen has what it needs here, and what to do where it hasn't.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say what is installed, what is missing, and what to do about it.",
    discussion: """
      Looks at the machine and, where there is one, at the site in the folder; writes nothing. \
      The exit code is 0 when docgen can work here, and 1 when something has to be done.
      """)

  @Argument(help: "The site's folder.")
  var site = "."

  func validate() throws {
    if site.isEmpty { throw ValidationError("The site's folder has no name.") }
  }

  func run() async throws {
    var remarks = MachineExamination.remarks()
    remarks += await SiteExamination(folder: site).remarks()
    let width = remarks.map(\.subject.count).max() ?? 0
    for remark in remarks { print(remark.lines(subjectWidth: width)) }
    if remarks.contains(where: { $0.state == .wrong }) { throw ExitCode(1) }
  }
}

/// One line of what `docgen doctor` has found.
struct Remark {
  enum State: String {
    case fine = "ok"
    /// docgen works without it, and does less.
    case missing = "missing"
    case wrong = "wrong"
  }

  let state: State
  let subject: String
  let message: String
  var advice: String?

  init(_ state: State, _ subject: String, _ message: String, advice: String? = nil) {
    self.state = state
    self.subject = subject
    self.message = message
    self.advice = advice
  }

  func lines(subjectWidth: Int) -> String {
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    let start = padded(state.rawValue, 9) + padded(subject, subjectWidth + 2)
    let indent = String(repeating: " ", count: start.count)
    return start + message + (advice.map { "\n\(indent)\($0)" } ?? "")
  }
}
