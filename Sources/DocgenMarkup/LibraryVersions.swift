import CCMarkGFM
import CLibXML2

/// The versions of the C libraries that are linked into the program, or found on the machine.
package enum LibraryVersions {
  package static var cmarkGFM: String { String(cString: cmark_version_string()) }

  /// libxml2 says `20914` for 2.9.14, with more behind it where it was built from its repository.
  package static var libXML2: String {
    let digits = String(cString: docgen_libxml2_version()).prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits) else { return String(digits) }
    return "\(number / 10_000).\(number / 100 % 100).\(number % 100)"
  }
}
