import DocgenCore

/// Templates by name (`partials/navbar`), from which one with all its partials is compiled.
package struct TemplateLibrary: Sendable {
  package var sources: [String: TemplateSource]

  package init(_ sources: [String: TemplateSource]) {
    self.sources = sources
  }

  /// The template `name` for contexts of a type, or nil where there are errors in it or in a
  /// partial: whatever compiles has only names that exist.
  package func template<Context: TemplateContext>(
    _ name: String, for context: Context.Type = Context.self
  ) -> Diagnosed<Template<Context>?> {
    var compiler = TemplateCompiler(sources: sources, context: Context.templateShape)
    compiler.compile(name)
    guard compiler.diagnostics.isEmpty else { return Diagnosed(nil, compiler.diagnostics) }
    return Diagnosed(Template(compiler.program, dependencies: compiler.dependencies))
  }
}
