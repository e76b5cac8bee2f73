import Testing

@testable import DocgenMarkup

@Suite struct ImageSizeTests {
  private typealias Head = ImageFixtures

  private func size(_ bytes: [UInt8]) -> [Int]? {
    ImageSize(head: bytes).map { [$0.width, $0.height] }
  }

  @Test(arguments: [(1, 1), (640, 480), (255, 256), (4000, 3000), (16383, 1)])
  func rasterFormats(width: Int, height: Int) {
    let heads = [
      Head.png(width, height), Head.gif(width, height), Head.bmp(width, height),
      Head.bmp(width, -height), Head.os2BMP(width, height), Head.lossyWebP(width, height),
      Head.losslessWebP(width, height), Head.extendedWebP(width, height),
      Head.jpeg(width, height), Head.avif(width, height), Head.avif(width, height, isWide: true),
      Head.avif(width, height, turn: 2),
    ]
    for head in heads { #expect(size(head) == [width, height]) }
    #expect(size(Head.avif(width, height, turn: 1)) == [height, width])
    #expect(size(Head.avif(width, height, turn: 3, isWide: true)) == [height, width])
  }

  @Test(arguments: 1...8, [true, false])
  func jpegsAreTurnedAsCamerasSay(orientation: Int, isBig: Bool) {
    let exif = Head.exif(orientation: orientation, isBig: isBig)
    let expected = orientation >= 5 ? [480, 640] : [640, 480]
    #expect(size(Head.jpeg(640, 480, before: exif)) == expected)
  }

  @Test func jpegFillBytesAndPicturesWithoutHeader() {
    #expect(size(Head.jpeg(3, 2, before: [0xFF, 0xFF, 0xFF])) == [3, 2])
    #expect(size(Head.jpeg(3, 2, before: Head.segment(0xDA, [1, 2]))) == nil)
  }

  @Test func iconsHaveTheLargestPicture() {
    #expect(size(Head.ico([(16, 16), (256, 256), (32, 32)])) == [256, 256])
    #expect(size(Head.ico([(16, 16), (48, 32)])) == [48, 32])
    #expect(size(Head.ico([])) == nil)
  }

  @Test(arguments: [
    (#"<svg width="20" height="10">"#, [20, 10]),
    (#"<svg xmlns="x" viewBox="0 0 24 48"/>"#, [24, 48]),
    (#"<svg viewBox='0,0,24.4,48.6' >"#, [24, 49]),
    (#"<svg width="48" viewBox="0 0 24 12">"#, [48, 24]),
    (#"<svg height="48px" viewBox="0 0 24 12">"#, [96, 48]),
    (#"<svg width="100%" height="100%" viewBox="0 0 24 12">"#, [24, 12]),
    (#"<svg width="1in" height=" 72pt ">"#, [96, 96]),
    (#"<svg width="25.4mm" height="2.54cm">"#, [96, 96]),
    (
      "\u{FEFF}<?xml version='1.0'?>\n<!-- <svg width='1'> -->\n<svg width = '2'\n height='3'>",
      [2, 3]
    ),
    (#"<!DOCTYPE svg [ <!ENTITY a ">"> ]><svg:svg width="5" height="6">"#, [5, 6]),
    (#"<!DOCTYPE svg PUBLIC "a" "b"><svg width="5" height="6">"#, [5, 6]),
  ])
  func svg(text: String, expected: [Int]) {
    #expect(size(Array(text.utf8)) == expected)
  }

  @Test(arguments: [
    "", "plain", "<html width='1' height='2'>", "<svg>", "<svg width='20'>",
    "<svg width='2' height=",
    "<svg width='2em' height='3em'>", "<svg viewBox='0 0 0 0'>", "<svg viewBox='0 0 10'>",
    "<svg width='-3' height='3'>", "<svg width='1' viewBox='0 0 0 4'>", "<!-- <svg",
    "<svg width='99999999999' height='1'>", "<?xml", "<!DOCTYPE [",
  ])
  func noSVGSize(text: String) {
    #expect(size(Array(text.utf8)) == nil)
  }

  @Test func noAreaIsNoSize() {
    #expect(size(Head.png(0, 5)) == nil)
    #expect(size(Head.gif(5, 0)) == nil)
    #expect(size(Head.png(0xFFFF_FFFF, 1)) == nil)
  }

  /// Cut off anywhere, changed anywhere: a size or none, but no crash and no endless loop.
  @Test func damagedFiles() {
    var random = SeededGenerator(seed: 11)
    let svg = Array("<?xml?><!DOCTYPE a [b]><!--c--><svg width='1e9' viewBox='0 0 1 1'>".utf8)
    let heads = [
      Head.png(3, 4), Head.gif(3, 4), Head.bmp(3, 4), Head.ico([(3, 4), (5, 6)]),
      Head.lossyWebP(3, 4), Head.losslessWebP(3, 4), Head.extendedWebP(3, 4),
      Head.jpeg(3, 4, before: Head.exif(orientation: 6, isBig: true)), Head.avif(3, 4, turn: 1),
      Head.avif(3, 4, isWide: true), svg,
    ]
    for head in heads {
      for count in 0...head.count { _ = ImageSize(head: Array(head.prefix(count))) }
      for _ in 0..<2000 {
        var bytes = head
        for _ in 0...Int.random(in: 0...4, using: &random) {
          let index = Int.random(in: bytes.indices, using: &random)
          let value = [0, 1, 0x7F, 0x80, 0xFF, UInt8.random(in: 0...255, using: &random)]
          bytes[index] = value.randomElement(using: &random) ?? 0
        }
        if let size = ImageSize(head: bytes) {
          #expect(size.width > 0 && size.height > 0)
        }
      }
    }
  }
}

extension ImageSizeTests {
  /// SplitMix64: the same numbers in each run.
  struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}
