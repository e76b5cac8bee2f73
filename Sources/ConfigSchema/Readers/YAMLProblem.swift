/// What is wrong with a YAML text, in the author's words.
struct YAMLProblem {
  var message: String
  var hint: String?

  /// - Parameters:
  ///   - problem: libyaml's words for it.
  ///   - context: libyaml's words for what it was reading.
  ///   - found: the byte at the place.
  init(problem: String, context: String?, found: UInt8?) {
    let isTab = found == UInt8(ascii: "\t")
    if isTab || problem.contains("tab character") {
      message = "a tab can't indent YAML"
      hint = "use spaces"
    } else if problem.contains("cannot start any token") {
      let character = found.map { String(UnicodeScalar($0)) } ?? ""
      message = "text can't start with '\(character)' here"
      hint = "put the text in quotes"
    } else if let (message, hint) = Self.known(problem, context: context ?? "") {
      self.message = message
      self.hint = hint
    } else {
      message = "this is not valid YAML: \(problem)"
      hint = nil
    }
  }

  private static func known(_ problem: String, context: String) -> (String, String?)? {
    switch problem {
    case "mapping values are not allowed in this context":
      return ("a ':' can't stand here", "put text that contains ': ' in quotes")
    case "could not find expected ':'":
      return ("a ':' is missing after the key", "write 'key: value'; check the indentation")
    case "did not find expected key":
      return (
        "a key was expected here",
        "check the indentation, and that quotes close at the end of the value"
      )
    case "did not find expected '-' indicator":
      return ("a list item was expected here", "start it with '- ', or check the indentation")
    case "block sequence entries are not allowed in this context":
      return ("a list can't start here", "put '- ' on a line of its own, or write [a, b]")
    case "did not find expected ',' or ']'":
      return ("a ',' or ']' is missing in a list", "text with ',' or ':' in it needs quotes")
    case "did not find expected ',' or '}'":
      return ("a ',' or '}' is missing in a group of keys", "text with ',' in it needs quotes")
    case "found unexpected end of stream", "found unexpected document indicator":
      return context.contains("quoted scalar")
        ? ("the quotes are never closed", nil) : ("the text ends too early", nil)
    case "found unknown escape character", "did not find expected hexdecimal number":
      return (
        "this backslash escape doesn't exist in double quotes",
        "write '\\\\' for a backslash, or use single quotes"
      )
    case "did not find expected <document start>":
      return (
        "text can't stand beside keys",
        "indent it below its key, or check the line before"
      )
    case "did not find expected node content":
      return ("a value is missing here", nil)
    case "did not find expected alphabetic or numeric character":
      return ("'*' and '&' start a name here", "put text that starts with them in quotes")
    case "control characters are not allowed":
      return ("a control character can't stand in YAML", "remove it")
    case "undefined tag handle", "found undefined tag handle":
      return ("text can't start with '!' here", "put the text in quotes")
    case let problem where problem.contains("UTF-8") || problem.contains("Unicode"):
      return ("this is not valid UTF-8", "save the file as UTF-8")
    default:
      return nil
    }
  }
}
