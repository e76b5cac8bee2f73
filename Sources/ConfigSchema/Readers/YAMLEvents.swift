// The libyaml that comes with Yams. Yams' own composer recurses, hashes keys deeply and stops at the
// first duplicate key without its place; the events underneath have none of that.
internal import CYaml

/// One step of reading a YAML document, with the characters it covers.
struct YAMLEvent {
  struct Scalar {
    var text: String
    /// Without quotes and not a block: the one style whose text decides the type.
    var isPlain: Bool
    var tag: String?
    var anchor: String?
  }

  enum Kind {
    case streamEnd
    case documentStart
    case documentEnd
    case alias(String)
    case scalar(Scalar)
    case sequenceStart(tag: String?, anchor: String?)
    case mappingStart(tag: String?, anchor: String?)
    case collectionEnd
  }

  var kind: Kind
  /// In Unicode scalars from the start of the text, as libyaml counts.
  var range: Range<Int>
}

/// Why libyaml can't go on.
struct YAMLFailure: Error {
  enum Place {
    case character(Int)
    case byte(Int)
  }

  /// In libyaml's words; `YAMLProblem` has the reader's.
  var problem: String
  var place: Place
  /// What was being read, and where it began, in Unicode scalars.
  var context: String?
  var contextStart: Int
}

/// Pulls events out of YAML text.
final class YAMLEvents {
  // On the heap, because libyaml keeps a pointer from the parser to itself.
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// - Parameter bytes: UTF-8 without a byte order mark; has to stay where it is while events are
  ///   read.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  func next() throws(YAMLFailure) -> YAMLEvent {
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(parser, &event) == 1 else { throw failure }
      defer { yaml_event_delete(&event) }
      guard let kind = Self.kind(of: event) else { continue }
      let start = event.start_mark.index
      return YAMLEvent(kind: kind, range: start..<max(start, event.end_mark.index))
    }
  }

  /// Nil for the start of the stream, which says nothing.
  private static func kind(of event: yaml_event_t) -> YAMLEvent.Kind? {
    switch event.type {
    case YAML_STREAM_START_EVENT:
      return nil
    case YAML_DOCUMENT_START_EVENT:
      return .documentStart
    case YAML_DOCUMENT_END_EVENT:
      return .documentEnd
    case YAML_ALIAS_EVENT:
      return .alias(string(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return .scalar(
        YAMLEvent.Scalar(
          text: String(decoding: bytes, as: UTF8.self),
          isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE,
          tag: string(scalar.tag), anchor: string(scalar.anchor)))
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      return .sequenceStart(tag: string(start.tag), anchor: string(start.anchor))
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      return .mappingStart(tag: string(start.tag), anchor: string(start.anchor))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      return .collectionEnd
    default:
      return .streamEnd
    }
  }

  private static func string(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  private var failure: YAMLFailure {
    let state = parser.pointee
    return YAMLFailure(
      problem: state.problem.map { String(cString: $0) } ?? "out of memory",
      place: state.error == YAML_READER_ERROR
        ? .byte(state.problem_offset) : .character(state.problem_mark.index),
      context: state.context.map { String(cString: $0) },
      contextStart: state.context_mark.index)
  }
}
