import DocgenCore
import Foundation
import LinkProbe

/// `docgen-external`: reads links from standard input and prints what became of each, one JSON object a
/// line. It is for `docgen check --external` and nobody else.
@main
struct DocgenExternal {
  static func main() async {
    let input = FileHandle.standardInput.readDataToEndOfFile()
    guard let json = try? JSONValue(parsing: Array(input)), let request = ProbeRequest(json) else {
      FileHandle.standardError.write(
        Data("docgen-external: it is started by docgen check --external\n".utf8))
      exit(2)
    }
    await LinkProbing(request: request).answers { answer in
      FileHandle.standardOutput.write(Data((answer.json.text + "\n").utf8))
    }
  }
}
