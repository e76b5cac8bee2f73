/// Takes case and diacritics away from words: `Über`, `uber` and `UBER` are one word. The same rule
/// stands in the theme's search script; the vectors in Tests/Search hold both to it.
///
/// Letter by letter: the lower-case letter; without its marks where all it decomposes to is a letter
/// and marks; a few letters that don't decompose are spelled out; full-width letters and digits are
/// the usual ones.
enum WordFolding {
  /// Appends a letter, digit or mark, folded, as UTF-8.
  static func append(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
    if scalar.value < 0x80 {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      output.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      return
    }
    for lower in scalar.properties.lowercaseMapping.unicodeScalars where !isDropped(lower) {
      let base = bases[lower] ?? lower
      if let spelling = spellings[base] {
        output += spelling.utf8
      } else if (0xFF01...0xFF5E).contains(base.value) {
        output.append(UInt8(truncatingIfNeeded: base.value - 0xFEE0))
      } else {
        output += UTF8.encode(base) ?? UTF8.encodedReplacementCharacter
      }
    }
  }

  /// Marks of Latin, Greek, Cyrillic and Arabic letters.
  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0x64B...0x65F, 0x670: true
    default: false
    }
  }

  private static let spellings: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i",
    "ς": "σ",
  ]

  private static let bases: [Unicode.Scalar: Unicode.Scalar] = {
    var bases: [Unicode.Scalar: Unicode.Scalar] = [:]
    for line in decompositions.unicodeScalars.split(separator: "\n") {
      guard let base = line.first else { continue }
      for letter in line.dropFirst() { bases[letter] = base }
    }
    return bases
  }()

  /// Unicode's canonical decompositions of lower-case letters into a letter and marks that are
  /// dropped: the letter first, then those that decompose to it.
  private static let decompositions = """
    aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ
    bḃḅḇ
    cçćĉċčḉ
    dďḋḍḏḑḓ
    eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ
    fḟ
    gĝğġģǧǵḡ
    hĥȟḣḥḧḩḫẖ
    iìíîïĩīĭįǐȉȋḭḯỉị
    jĵǰ
    kķǩḱḳḵ
    lĺļľḷḹḻḽ
    mḿṁṃ
    nñńņňǹṅṇṉṋ
    oòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ
    pṕṗ
    rŕŗřȑȓṙṛṝṟ
    sśŝşšșṡṣṥṧṩ
    tţťțṫṭṯṱẗ
    uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự
    vṽṿ
    wŵẁẃẅẇẉẘ
    xẋẍ
    yýÿŷȳẏẙỳỵỷỹ
    zźżžẑẓẕ
    æǣǽ
    øǿ
    ſẛ
    ʒǯ
    αάἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ
    εέἐἑἒἓἔἕὲέ
    ηήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ
    ιΐίϊἰἱἲἳἴἵἶἷὶίῐῑῒΐῖῗ
    οόὀὁὂὃὄὅὸό
    ρῤῥ
    υΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ
    ωώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ
    ϒϓϔ
    аӑӓ
    гѓ
    еѐёӗ
    жӂӝ
    зӟ
    ийѝӣӥ
    кќ
    оӧ
    уўӯӱӳ
    чӵ
    ыӹ
    эӭ
    ії
    ѵѷ
    әӛ
    өӫ
    اآأإ
    وؤ
    يئ
    ہۂ
    ےۓ
    ەۀ
    """
}
