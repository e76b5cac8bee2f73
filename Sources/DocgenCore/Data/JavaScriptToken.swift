/// One lexical piece of JavaScript, TypeScript or JSON.
struct JavaScriptToken {
  enum Kind {
    /// Identifiers, keywords and `#private` names; `text` is the name.
    case name
    /// `text` is the number as written.
    case number
    /// `text` is the decoded string.
    case string
    /// The first piece of a template: up to its end or its first `${`; `text` is decoded.
    case template
    /// A later piece of a template: from a `}` to its end or the next `${`.
    case templateContinuation
    case regularExpression
    case punctuator
    /// After the last one; there is always exactly one.
    case end
  }

  var kind: Kind
  var text: String
  /// Byte offsets in the source.
  var range: Range<Int>
  var start: SourcePosition
  var end: SourcePosition
  var followsNewline: Bool
  /// Whether this piece of a template ends with `${`.
  var opensHole = false
  /// For an opening bracket, and a piece of a template that ends with `${`: the index of the token
  /// that closes it.
  var partner: Int?
}

/// Why a source can't be read at all. Reading stops at the first one.
struct JavaScriptError: Error {
  var code = "config/syntax"
  var message: String
  var position: SourcePosition
  var note: (message: String, position: SourcePosition)?
  var hint: String?

  func diagnostic(in file: String) -> Diagnostic {
    Diagnostic(
      .error, code, message, at: SourceSpan(file: file, start: position),
      notes: note.map {
        [Diagnostic.Note($0.message, span: SourceSpan(file: file, start: $0.position))]
      } ?? [],
      hint: hint)
  }
}

extension UInt8 {
  var isDecimalDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  var hexDigitValue: UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  /// Bytes beyond ASCII count as letters: the names that people use are enough, Unicode's tables of
  /// identifiers are not needed to tell where one ends.
  var startsJavaScriptName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }
}
