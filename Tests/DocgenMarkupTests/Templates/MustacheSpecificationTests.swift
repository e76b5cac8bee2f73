import Testing

@testable import DocgenMarkup

/// The rules of the Mustache specification's modules, case by case. Names are the specification's,
/// texts our own. "Recursion" is left out: a template that includes itself is an error here.
@Suite struct MustacheSpecificationTests {
  @Test(arguments: SpecificationCase.interpolation) func interpolation(_ test: SpecificationCase) {
    check(test)
  }
  @Test(arguments: SpecificationCase.sections) func sections(_ test: SpecificationCase) {
    check(test)
  }
  @Test(arguments: SpecificationCase.inverted) func inverted(_ test: SpecificationCase) {
    check(test)
  }
  @Test(arguments: SpecificationCase.partials) func partials(_ test: SpecificationCase) {
    check(test)
  }
  @Test(arguments: SpecificationCase.comments) func comments(_ test: SpecificationCase) {
    check(test)
  }
  @Test(arguments: SpecificationCase.delimiters) func delimiters(_ test: SpecificationCase) {
    check(test)
  }

  private func check(_ test: SpecificationCase) {
    #expect(render(test.template, test.data, partials: test.partials) == test.expected)
  }
}
