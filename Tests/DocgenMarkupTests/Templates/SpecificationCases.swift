private typealias Case = SpecificationCase

extension SpecificationCase {
  static let interpolation: [SpecificationCase] = [
    Case("No Interpolation", "Hi, you {there}!\n", [:], "Hi, you {there}!\n"),
    Case("Basic Interpolation", "Hi, {{who}}!\n", ["who": "reader"], "Hi, reader!\n"),
    Case(
      "No Re-interpolation", "{{text}}: {{who}}", ["text": "{{who}}", "who": "x"], "{{who}}: x"),
    Case(
      "HTML Escaping", "{{marks}}", ["marks": "& \" < > '"], "&amp; &quot; &lt; &gt; &#39;"),
    Case("Triple Mustache", "{{{marks}}}", ["marks": "& \" < >"], "& \" < >"),
    Case("Ampersand", "{{&marks}}", ["marks": "& \" < >"], "& \" < >"),
    Case(
      "Basic Integer Interpolation", "{{speed}} miles", ["speed": .number("85")], "85 miles"),
    Case("Triple Mustache Integer Interpolation", "{{{n}}}", ["n": .number("85")], "85"),
    Case("Ampersand Integer Interpolation", "{{&n}}", ["n": .number("85")], "85"),
    Case("Basic Decimal Interpolation", "{{power}} W", ["power": .number("1.21")], "1.21 W"),
    Case("Basic Null Interpolation", "I ({{nothing}})", ["nothing": nil], "I ()"),
    Case("Triple Mustache Null Interpolation", "I ({{{nothing}}})", ["nothing": nil], "I ()"),
    Case("Basic Context Miss Interpolation", "I ({{gone}})", [:], "I ()"),
    Case("Triple Mustache Context Miss Interpolation", "I ({{{gone}}})", [:], "I ()"),
    Case("Ampersand Context Miss Interpolation", "I ({{&gone}})", [:], "I ()"),
    Case(
      "Dotted Names - Basic Interpolation", "{{a.name}} = {{#a}}{{name}}{{/a}}",
      ["a": ["name": "J"]], "J = J"),
    Case("Dotted Names - Triple Mustache Interpolation", "{{{a.n}}}", ["a": ["n": "<"]], "<"),
    Case("Dotted Names - Ampersand Interpolation", "{{&a.n}}", ["a": ["n": "<"]], "<"),
    Case(
      "Dotted Names - Arbitrary Depth", "{{a.b.c.d.e}}",
      ["a": ["b": ["c": ["d": ["e": "deep"]]]]], "deep"),
    Case("Dotted Names - Broken Chains", "({{a.b.c}})", ["a": [:]], "()"),
    Case(
      "Dotted Names - Broken Chain Resolution", "({{a.b.c}})",
      ["a": ["b": [:]], "c": ["name": "x"]], "()"),
    Case(
      "Dotted Names - Initial Resolution", "{{#a}}{{b.c}}{{/a}}",
      ["a": ["b": ["c": "mine"]], "b": ["c": "outer"]], "mine"),
    Case(
      "Dotted Names - Context Precedence", "{{#a}}({{b.c}}){{/a}}",
      ["a": ["b": [:]], "b": ["c": "wrong"]], "()"),
    Case(
      "Dotted names are never single keys", "({{a.b}})", ["a.b": "wrong"], "()"),
    Case("Implicit Iterators - Basic Interpolation", "Hi, {{.}}!", "you", "Hi, you!"),
    Case("Implicit Iterators - HTML Escaping", "{{.}}", "<&>", "&lt;&amp;&gt;"),
    Case("Implicit Iterators - Triple Mustache", "{{{.}}}", "<&>", "<&>"),
    Case("Implicit Iterators - Ampersand", "{{&.}}", "<&>", "<&>"),
    Case("Implicit Iterators - Basic Integer Interpolation", "{{.}}", .number("85"), "85"),
    Case("Interpolation - Surrounding Whitespace", "| {{s}} |", ["s": "---"], "| --- |"),
    Case("Triple Mustache - Surrounding Whitespace", "| {{{s}}} |", ["s": "---"], "| --- |"),
    Case("Ampersand - Surrounding Whitespace", "| {{&s}} |", ["s": "---"], "| --- |"),
    Case("Interpolation - Standalone", "  {{s}}\n", ["s": "---"], "  ---\n"),
    Case("Triple Mustache - Standalone", "  {{{s}}}\n", ["s": "---"], "  ---\n"),
    Case("Ampersand - Standalone", "  {{&s}}\n", ["s": "---"], "  ---\n"),
    Case("Interpolation With Padding", "|{{ s }}|", ["s": "---"], "|---|"),
    Case("Triple Mustache With Padding", "|{{{ s }}}|", ["s": "---"], "|---|"),
    Case("Ampersand With Padding", "|{{& s }}|", ["s": "---"], "|---|"),
  ]

  static let sections: [SpecificationCase] = [
    Case("Truthy", "\"{{#b}}shown{{/b}}\"", ["b": true], "\"shown\""),
    Case("Falsey", "\"{{#b}}shown{{/b}}\"", ["b": false], "\"\""),
    Case("Null is falsey", "\"{{#n}}shown{{/n}}\"", ["n": nil], "\"\""),
    Case("Context", "{{#c}}Hi {{name}}.{{/c}}", ["c": ["name": "Joe"]], "Hi Joe."),
    Case(
      "Parent contexts", "{{#sec}}{{a}}, {{b}}, {{c.d}}{{/sec}}",
      ["a": "foo", "b": "wrong", "sec": ["b": "bar"], "c": ["d": "baz"]], "foo, bar, baz"),
    Case("Variable test", "{{#foo}}{{.}} is {{foo}}{{/foo}}", ["foo": "bar"], "bar is bar"),
    Case(
      "List Contexts",
      "{{#tops}}{{#middles}}{{tn.l}}{{mn}}{{#bottoms}}{{tn.u}}{{mn}}{{bn}}.{{/bottoms}}{{/middles}}{{/tops}}",
      [
        "tops": [
          [
            "tn": ["u": "A", "l": "a"],
            "middles": [["mn": "1", "bottoms": [["bn": "x"], ["bn": "y"]]]],
          ]
        ]
      ], "a1A1x.A1y."),
    Case(
      "Deeply Nested Contexts",
      "{{#a}}\n{{one}}\n{{#b}}\n{{one}}{{two}}{{one}}\n{{#c.d}}\n{{one}}{{two}}{{three}}{{/c.d}}\n{{/b}}\n{{/a}}\n",
      ["a": ["one": "1"], "b": ["two": "2", "c": ["d": ["three": "3"]]]], "1\n121\n123\n"),
    Case("List", "{{#l}}{{i}}{{/l}}", ["l": [["i": "1"], ["i": "2"], ["i": "3"]]], "123"),
    Case("Empty List", "\"{{#l}}wrong{{/l}}\"", ["l": []], "\"\""),
    Case(
      "Doubled", "{{#b}}\n* first\n{{/b}}\n* {{two}}\n{{#b}}\n* third\n{{/b}}\n",
      ["b": true, "two": "second"], "* first\n* second\n* third\n"),
    Case("Nested (Truthy)", "|A{{#b}} B{{#b}} C{{/b}} D{{/b}} E|", ["b": true], "|A B C D E|"),
    Case("Nested (Falsey)", "|A{{#b}} B{{#b}} C{{/b}} D{{/b}} E|", ["b": false], "|A E|"),
    Case("Context Misses", "[{{#gone}}found{{/gone}}]", [:], "[]"),
    Case("Implicit Iterator - String", "{{#l}}({{.}}){{/l}}", ["l": ["a", "b"]], "(a)(b)"),
    Case(
      "Implicit Iterator - Integer", "{{#l}}({{.}}){{/l}}",
      ["l": [.number("1"), .number("2")]], "(1)(2)"),
    Case(
      "Implicit Iterator - Decimal", "{{#l}}({{.}}){{/l}}", ["l": [.number("1.10")]], "(1.10)"),
    Case(
      "Implicit Iterator - Array", "{{#l}}({{#.}}{{.}}{{/.}}){{/l}}",
      ["l": [["1", "2"], ["a"]]], "(12)(a)"),
    Case(
      "Implicit Iterator - HTML Escaping", "{{#l}}({{.}}){{/l}}", ["l": ["&", "<"]], "(&amp;)(&lt;)"
    ),
    Case("Implicit Iterator - Triple mustache", "{{#l}}({{{.}}}){{/l}}", ["l": ["&"]], "(&)"),
    Case("Implicit Iterator - Ampersand", "{{#l}}({{&.}}){{/l}}", ["l": ["&"]], "(&)"),
    Case(
      "Implicit Iterator - Root-level", "{{#.}}({{v}}){{/.}}", [["v": "a"], ["v": "b"]], "(a)(b)"),
    Case("Dotted Names - Truthy", "{{#a.b.c}}Here{{/a.b.c}}", ["a": ["b": ["c": true]]], "Here"),
    Case("Dotted Names - Falsey", "[{{#a.b.c}}Here{{/a.b.c}}]", ["a": ["b": ["c": false]]], "[]"),
    Case("Dotted Names - Broken Chains", "[{{#a.b.c}}Here{{/a.b.c}}]", ["a": [:]], "[]"),
    Case("Surrounding Whitespace", " | {{#b}}\t|\t{{/b}} | \n", ["b": true], " | \t|\t | \n"),
    Case(
      "Internal Whitespace", " | {{#b}} {{! note }}\n {{/b}} | \n", ["b": true], " |  \n  | \n"),
    Case(
      "Indented Inline Sections", " {{#b}}YES{{/b}}\n {{#b}}GOOD{{/b}}\n", ["b": true],
      " YES\n GOOD\n"),
    Case("Standalone Lines", "| A\n{{#b}}\n|\n{{/b}}\n| B\n", ["b": true], "| A\n|\n| B\n"),
    Case(
      "Indented Standalone Lines", "| A\n  {{#b}}\n|\n  {{/b}}\n| B\n", ["b": true],
      "| A\n|\n| B\n"),
    Case("Standalone Line Endings", "|\r\n{{#b}}\r\n{{/b}}\r\n|", ["b": true], "|\r\n|"),
    Case("Standalone Without Previous Line", "  {{#b}}\n#{{/b}}\n/", ["b": true], "#\n/"),
    Case("Standalone Without Newline", "#{{#b}}\n/\n  {{/b}}", ["b": true], "#\n/\n"),
    Case("Padding", "|{{# b }}={{/ b }}|", ["b": true], "|=|"),
  ]

  static let inverted: [SpecificationCase] = [
    Case("Falsey", "\"{{^b}}shown{{/b}}\"", ["b": false], "\"shown\""),
    Case("Truthy", "\"{{^b}}wrong{{/b}}\"", ["b": true], "\"\""),
    Case("Null is falsey", "\"{{^n}}shown{{/n}}\"", ["n": nil], "\"shown\""),
    Case("Context", "\"{{^c}}Hi {{name}}{{/c}}\"", ["c": ["name": "Joe"]], "\"\""),
    Case("List", "\"{{^l}}{{n}}{{/l}}\"", ["l": [["n": "1"]]], "\"\""),
    Case("Empty List", "\"{{^l}}none{{/l}}\"", ["l": []], "\"none\""),
    Case(
      "Doubled", "{{^b}}\n* 1\n{{/b}}\n* {{two}}\n{{^b}}\n* 3\n{{/b}}\n",
      ["b": false, "two": "2"], "* 1\n* 2\n* 3\n"),
    Case("Nested (Falsey)", "|A{{^b}} B{{^b}} C{{/b}} D{{/b}} E|", ["b": false], "|A B C D E|"),
    Case("Nested (Truthy)", "|A{{^b}} B{{^b}} C{{/b}} D{{/b}} E|", ["b": true], "|A E|"),
    Case("Context Misses", "[{{^gone}}none{{/gone}}]", [:], "[none]"),
    Case("Dotted Names - Truthy", "[{{^a.b}}x{{/a.b}}]", ["a": ["b": true]], "[]"),
    Case("Dotted Names - Falsey", "[{{^a.b}}x{{/a.b}}]", ["a": ["b": false]], "[x]"),
    Case("Dotted Names - Broken Chains", "[{{^a.b.c}}x{{/a.b.c}}]", ["a": [:]], "[x]"),
    Case("Surrounding Whitespace", " | {{^b}}\t|\t{{/b}} | \n", ["b": false], " | \t|\t | \n"),
    Case(
      "Internal Whitespace", " | {{^b}} {{! note }}\n {{/b}} | \n", ["b": false], " |  \n  | \n"),
    Case(
      "Indented Inline Sections", " {{^b}}NO{{/b}}\n {{^b}}WAY{{/b}}\n", ["b": false],
      " NO\n WAY\n"),
    Case("Standalone Lines", "| A\n{{^b}}\n|\n{{/b}}\n| B\n", ["b": false], "| A\n|\n| B\n"),
    Case(
      "Standalone Indented Lines", "| A\n  {{^b}}\n|\n  {{/b}}\n| B\n", ["b": false],
      "| A\n|\n| B\n"),
    Case("Standalone Line Endings", "|\r\n{{^b}}\r\n{{/b}}\r\n|", ["b": false], "|\r\n|"),
    Case("Standalone Without Previous Line", "  {{^b}}\n^{{/b}}\n/", ["b": false], "^\n/"),
    Case("Standalone Without Newline", "^{{^b}}\n/\n  {{/b}}", ["b": false], "^\n/\n"),
    Case("Padding", "|{{^ b }}={{/ b }}|", ["b": false], "|=|"),
  ]

  static let partials: [SpecificationCase] = [
    Case("Basic Behavior", "\"{{>text}}\"", [:], "\"from it\"", partials: ["text": "from it"]),
    Case("Context", "\"{{>p}}\"", ["t": "content"], "\"*content*\"", partials: ["p": "*{{t}}*"]),
    Case(
      "Nested", "{{>outer}}", ["a": "hello", "b": "world"], "*hello world!*",
      partials: ["outer": "*{{a}} {{>inner}}*", "inner": "{{b}}!"]),
    Case("Surrounding Whitespace", "| {{>p}} |", [:], "| \t|\t |", partials: ["p": "\t|\t"]),
    Case(
      "Inline Indentation", "  {{d}}  {{> p}}\n", ["d": "|"], "  |  >\n>\n", partials: ["p": ">\n>"]
    ),
    Case("Standalone Line Endings", "|\r\n{{>p}}\r\n|", [:], "|\r\n>|", partials: ["p": ">"]),
    Case(
      "Standalone Without Previous Line", "  {{>p}}\n>", [:], "  >\n  >>", partials: ["p": ">\n>"]),
    Case("Standalone Without Newline", ">\n  {{>p}}", [:], ">\n  >\n  >", partials: ["p": ">\n>"]),
    Case(
      "Standalone Indentation", "\\\n {{>p}}\n/\n", ["c": "<\n->"], "\\\n |\n <\n->\n |\n/\n",
      partials: ["p": "|\n{{{c}}}\n|\n"]),
    Case("Padding Whitespace", "|{{> p }}|", [:], "|[]|", partials: ["p": "[]"]),
    Case(
      "Indentation adds up", "<\n  {{>a}}\n>", [:], "<\n  1\n   2\n>",
      partials: ["a": "1\n {{>b}}\n", "b": "2\n"]),
    Case(
      "Standalone tags in an indented partial leave nothing", "  {{>p}}\n", ["b": true], "  x\n",
      partials: ["p": "{{#b}}\nx\n{{/b}}\n"]),
  ]

  static let comments: [SpecificationCase] = [
    Case("Inline", "12345{{! a note }}67890", [:], "1234567890"),
    Case("Multiline", "12345{{!\n  a\n  note\n}}67890\n", [:], "1234567890\n"),
    Case("Standalone", "Begin.\n{{! note }}\nEnd.\n", [:], "Begin.\nEnd.\n"),
    Case("Indented Standalone", "Begin.\n  {{! note }}\nEnd.\n", [:], "Begin.\nEnd.\n"),
    Case("Standalone Line Endings", "|\r\n{{! note }}\r\n|", [:], "|\r\n|"),
    Case("Standalone Without Previous Line", "  {{! note }}\n!", [:], "!"),
    Case("Standalone Without Newline", "!\n  {{! note }}", [:], "!\n"),
    Case("Multiline Standalone", "Begin.\n{{!\na note\n}}\nEnd.\n", [:], "Begin.\nEnd.\n"),
    Case(
      "Indented Multiline Standalone", "Begin.\n  {{!\n    a note\n  }}\nEnd.\n", [:],
      "Begin.\nEnd.\n"),
    Case("Indented Inline", "  12 {{! 34 }}\n", [:], "  12 \n"),
    Case("Surrounding Whitespace", "12345 {{! note }} 67890", [:], "12345  67890"),
    Case("Variable Name Collision", "({{! c }}, {{!c}})", ["c": "wrong"], "(, )"),
  ]

  static let delimiters: [SpecificationCase] = [
    Case("Pair Behavior", "{{=<% %>=}}(<%t%>)", ["t": "Hey!"], "(Hey!)"),
    Case("Special Characters", "({{=[ ]=}}[t])", ["t": "It worked!"], "(It worked!)"),
    Case(
      "Sections",
      "[\n{{#s}}\n  {{d}}\n  |d|\n{{/s}}\n\n{{= | | =}}\n|#s|\n  {{d}}\n  |d|\n|/s|\n]\n",
      ["s": true, "d": "I"], "[\n  I\n  |d|\n\n  {{d}}\n  I\n]\n"),
    Case(
      "Inverted Sections", "[\n{{^s}}\n  {{d}}\n{{/s}}\n{{= | | =}}\n|^s|\n  |d|\n|/s|\n]\n",
      ["s": false, "d": "I"], "[\n  I\n  I\n]\n"),
    Case(
      "Partial Inheritence", "[ {{>p}} ]\n{{= | | =}}\n[ |>p| ]\n", ["v": "yes"],
      "[ .yes. ]\n[ .yes. ]\n", partials: ["p": ".{{v}}."]),
    Case(
      "Post-Partial Behavior", "[ {{>p}} ]\n[ .{{v}}.  .|v|. ]\n", ["v": "yes"],
      "[ .yes.  .yes. ]\n[ .yes.  .|v|. ]\n", partials: ["p": ".{{v}}. {{= | | =}} .|v|."]),
    Case("Surrounding Whitespace", "| {{=@ @=}} |", [:], "|  |"),
    Case("Outlying Whitespace (Inline)", " | {{=@ @=}}\n", [:], " | \n"),
    Case("Standalone Tag", "Begin.\n{{=@ @=}}\nEnd.\n", [:], "Begin.\nEnd.\n"),
    Case("Indented Standalone Tag", "Begin.\n  {{=@ @=}}\nEnd.\n", [:], "Begin.\nEnd.\n"),
    Case("Standalone Line Endings", "|\r\n{{= @ @ =}}\r\n|", [:], "|\r\n|"),
    Case("Standalone Without Previous Line", "  {{=@ @=}}\n=", [:], "="),
    Case("Standalone Without Newline", "=\n  {{=@ @=}}", [:], "=\n"),
    Case("Pair with Padding", "|{{= @   @ =}}|", [:], "||"),
  ]
}
