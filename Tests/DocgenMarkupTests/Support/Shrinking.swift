/// A shorter text that still has a property: ever smaller stretches are left out as long as that goes.
func shrunk(_ bytes: [UInt8], while holds: ([UInt8]) -> Bool) -> [UInt8] {
  var bytes = bytes
  var size = max(1, bytes.count / 2)
  while true {
    var index = 0
    var hasShrunk = false
    while index < bytes.count {
      var shorter = bytes
      shorter.removeSubrange(index..<min(bytes.count, index + size))
      if holds(shorter) {
        bytes = shorter
        hasShrunk = true
      } else {
        index += size
      }
    }
    if size > 1 { size /= 2 } else if !hasShrunk { return bytes }
  }
}
