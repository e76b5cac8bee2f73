import CCMarkGFM

/// The table being written.
struct OpenTable {
  var alignments: [UInt8] = []
  var isHeader = false
  var hasBody = false
  var column = 0
}

/// GFM's tables, in a box that scrolls by itself.
extension DocumentRenderer {
  mutating func enterTable(_ node: CommonMark.Node, _ type: cmark_node_type) {
    switch type {
    case CommonMark.table:
      startLine()
      noteBlock("table")
      table = OpenTable()
      let count = Int(cmark_gfm_extensions_get_table_columns(node))
      if let alignments = cmark_gfm_extensions_get_table_alignments(node) {
        table.alignments = Array(UnsafeBufferPointer(start: alignments, count: count))
      }
      html.append("<div class=\"table-wrapper\" tabindex=\"0\"><table>")
    case CommonMark.tableRow:
      table.column = 0
      table.isHeader = cmark_gfm_extensions_get_table_row_is_header(node) != 0
      if table.isHeader {
        html.append("<thead>")
      } else if !table.hasBody {
        html.append("<tbody>")
        table.hasBody = true
      }
      html.append("<tr>")
    default:
      let alignment = table.column < table.alignments.count ? table.alignments[table.column] : 0
      html.append(table.isHeader ? "<th" : "<td")
      switch alignment {
      case UInt8(ascii: "l"): html.append(" style=\"text-align:left\">")
      case UInt8(ascii: "c"): html.append(" style=\"text-align:center\">")
      case UInt8(ascii: "r"): html.append(" style=\"text-align:right\">")
      default: html.append(">")
      }
      table.column += 1
      findStrikethrough(in: node)
    }
  }

  mutating func exitTable(_ node: CommonMark.Node, _ type: cmark_node_type) {
    switch type {
    case CommonMark.table:
      html.append(table.hasBody ? "</tbody></table></div>\n" : "</table></div>\n")
    case CommonMark.tableRow:
      html.append(table.isHeader ? "</tr></thead>" : "</tr>")
    default:
      html.append(table.isHeader ? "</th>" : "</td>")
    }
  }
}
