import DocgenCore

/// Text with places marked by `▸`, which is taken out: the places are where it stood.
struct MarkedText {
  var bytes: [UInt8] = []
  var places: [SourcePosition] = []

  init(_ marked: String, startLine: Int = 1) {
    var position = SourcePosition(line: startLine, column: 1)
    for scalar in marked.unicodeScalars {
      if scalar == "▸" {
        places.append(position)
        continue
      }
      let encoded = Array(String(scalar).utf8)
      bytes += encoded
      position.column += encoded.count
      if scalar == "\n" { position = SourcePosition(line: position.line + 1, column: 1) }
    }
  }
}
