/// The names of elements as `HTMLTag` has them: their last eight bytes. Written out, they are
/// constants.
enum Name {
  static let a: UInt64 = 0x61
  static let audio: UInt64 = 0x617564696F
  static let b: UInt64 = 0x62
  static let blockquote: UInt64 = 0x6F636B71756F7465
  static let br: UInt64 = 0x6272
  static let button: UInt64 = 0x627574746F6E
  static let code: UInt64 = 0x636F6465
  static let col: UInt64 = 0x636F6C
  static let del: UInt64 = 0x64656C
  static let div: UInt64 = 0x646976
  static let dt: UInt64 = 0x6474
  static let em: UInt64 = 0x656D
  static let embed: UInt64 = 0x656D626564
  static let h1: UInt64 = 0x6831
  static let h2: UInt64 = 0x6832
  static let h3: UInt64 = 0x6833
  static let h4: UInt64 = 0x6834
  static let h5: UInt64 = 0x6835
  static let h6: UInt64 = 0x6836
  static let hr: UInt64 = 0x6872
  static let i: UInt64 = 0x69
  static let iframe: UInt64 = 0x696672616D65
  static let img: UInt64 = 0x696D67
  static let input: UInt64 = 0x696E707574
  static let li: UInt64 = 0x6C69
  static let ol: UInt64 = 0x6F6C
  static let p: UInt64 = 0x70
  static let pre: UInt64 = 0x707265
  static let s: UInt64 = 0x73
  static let script: UInt64 = 0x736372697074
  static let source: UInt64 = 0x736F75726365
  static let span: UInt64 = 0x7370616E
  static let strong: UInt64 = 0x7374726F6E67
  static let style: UInt64 = 0x7374796C65
  static let sub: UInt64 = 0x737562
  static let summary: UInt64 = 0x73756D6D617279
  static let sup: UInt64 = 0x737570
  static let svg: UInt64 = 0x737667
  static let table: UInt64 = 0x7461626C65
  static let td: UInt64 = 0x7464
  static let tbody: UInt64 = 0x74626F6479
  static let template: UInt64 = 0x74656D706C617465
  static let tfoot: UInt64 = 0x74666F6F74
  static let th: UInt64 = 0x7468
  static let thead: UInt64 = 0x7468656164
  static let tr: UInt64 = 0x7472
  static let track: UInt64 = 0x747261636B
  static let ul: UInt64 = 0x756C
  static let video: UInt64 = 0x766964656F
  static let wbr: UInt64 = 0x776272

  /// Elements that stand in words without parting them, beside those that have a meaning here.
  static func isInline(_ name: UInt64) -> Bool {
    switch name {
    case 0x666F6E74 /* font */,
      0x6B6264 /* kbd */,
      0x696E73 /* ins */,
      0x6D61726B /* mark */,
      0x736D616C6C /* small */,
      0x61626272 /* abbr */,
      0x766172 /* var */,
      0x73616D70 /* samp */,
      0x63697465 /* cite */,
      0x71 /* q */,
      0x75 /* u */,
      0x6C6162656C /* label */,
      0x74696D65 /* time */,
      0x64617461 /* data */,
      0x626469 /* bdi */,
      0x62646F /* bdo */,
      0x7474 /* tt */,
      0x626967 /* big */,
      0x6E6F6272 /* nobr */,
      0x64666E /* dfn */,
      0x70696374757265 /* picture */,
      0x6163726F6E796D /* acronym */,
      0x737472696B65 /* strike */:
      true
    default: false
    }
  }
}
