import CLibXML2
import DocgenCore

/// What a sitemap lists. It is XML, of which only two things matter here.
package enum SitemapReader {
  /// Whether XML is a sitemap or an index of sitemaps, however the file is called.
  package static func isSitemap(_ bytes: [UInt8]) -> Bool {
    guard let name = root(of: bytes) else { return false }
    return name.elementsEqual("urlset".utf8) || name.elementsEqual("sitemapindex".utf8)
  }

  /// The name of the first element.
  private static func root(of bytes: [UInt8]) -> ArraySlice<UInt8>? {
    var index = 0
    while let less = bytes.firstIndex(of: ASCII.less, from: index, to: bytes.count) {
      index = less + 1
      guard let next = bytes[index...].first else { return nil }
      if bytes.holds("!--", at: index) {
        index += 3
        while index < bytes.count, !bytes.holds("-->", at: index) { index += 1 }
      } else if next != ASCII.question, next != ASCII.exclamation {
        return bytes[index...].prefix {
          !ASCII.isWhitespace($0) && $0 != ASCII.greater && $0 != ASCII.slash
        }
      }
    }
    return nil
  }

  /// Where the text stops being XML; nil for what is XML to its end.
  package static func fault(in bytes: [UInt8]) -> SourcePosition? {
    LibXML2.isSetUp
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { text in
        guard let start = text.baseAddress, let size = Int32(exactly: text.count),
          let context = xmlCreateMemoryParserCtxt(start, size)
        else { return SourcePosition(line: 1, column: 1) }
        defer { xmlFreeParserCtxt(context) }
        let options =
          XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
          | XML_PARSE_NONET.rawValue
        xmlCtxtUseOptions(context, Int32(bitPattern: UInt32(options)))
        // Nobody listens: there is no tree to build.
        context.pointee.sax.pointee = xmlSAXHandler()
        xmlParseDocument(context)
        if let document = context.pointee.myDoc { xmlFreeDoc(document) }
        if context.pointee.wellFormed != 0 { return nil }
        return SourcePosition(line: max(1, Int(context.pointee.lastError.line)), column: 1)
      }
    }
  }

  /// The addresses in `<loc>`, references decoded.
  package static func addresses(in bytes: [UInt8]) -> [HTMLMark] {
    var found: [HTMLMark] = []
    let text = SourceText(bytes)
    var index = 0
    while let less = bytes.firstIndex(of: ASCII.less, from: index, to: bytes.count) {
      index = less + 1
      guard bytes.holds("loc>", at: index) else { continue }
      let start = index + 4
      let end = bytes.firstIndex(of: ASCII.less, from: start, to: bytes.count) ?? bytes.count
      var content = bytes[start..<end]
      while let first = content.first, ASCII.isWhitespace(first) { content.removeFirst() }
      while let last = content.last, ASCII.isWhitespace(last) { content.removeLast() }
      found.append(
        HTMLMark(
          text: CharacterReferences.decoded(content),
          position: text.position(at: content.startIndex)))
      index = end
    }
    return found
  }
}
