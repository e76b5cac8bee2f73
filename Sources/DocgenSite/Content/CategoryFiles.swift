import ConfigSchema
import DocgenCore

/// Reads the `_category_` files of the default locale's folders.
enum CategoryFiles {
  static func read(_ files: SiteFiles) -> Diagnosed<[String: CategoryMetadata]> {
    var result = Diagnosed<[String: CategoryMetadata]>([:])
    for (folder, path) in files.categoryFiles.sorted(by: { $0.key < $1.key }) {
      guard let bytes = files.folder.read(path, &result.diagnostics) else { continue }
      let read =
        path.hasSuffix(".json")
        ? JSONReader.value(bytes, file: path) : YAMLReader.read(bytes, file: path)
      result.diagnostics += read.diagnostics
      guard let node = read.value else { continue }
      var metadata = CategoryMetadata()
      result.diagnostics += CategoryMetadata.schema.decode(node, into: &metadata)
      result.value[folder] = metadata
    }
    return result
  }
}
