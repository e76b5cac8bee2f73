import CCMarkGFM

/// A task list's item whose box is still to be written.
struct TaskItem {
  var isChecked: Bool
}

/// Lists and GFM's task lists.
extension DocumentRenderer {
  mutating func enterList(_ node: CommonMark.Node) {
    startLine()
    noteBlock("ul")
    let isTaskList = sequence(first: cmark_node_first_child(node), next: { cmark_node_next($0) })
      .contains { $0.map(Self.isTaskListItem) ?? false }
    let attribute: StaticString = isTaskList ? " class=\"contains-task-list\"" : ""
    if cmark_node_get_list_type(node) == CMARK_ORDERED_LIST {
      html.append("<ol")
      html.append(attribute)
      let start = cmark_node_get_list_start(node)
      if start != 1 { html.append(" start=\"\(start)\"") }
    } else {
      html.append("<ul")
      html.append(attribute)
    }
    html.append(">\n")
  }

  mutating func enterItem(_ node: CommonMark.Node) {
    startLine()
    if Self.isTaskListItem(node) {
      html.append("<li class=\"task-list-item\">")
      taskItem = TaskItem(isChecked: cmark_gfm_extensions_get_tasklist_item_checked(node))
    } else {
      html.append("<li>")
    }
  }

  private static func isTaskListItem(_ node: CommonMark.Node) -> Bool {
    CommonMark.buffer(cmark_node_get_type_string(node)).elementsEqual("tasklist".utf8)
  }

  mutating func appendBox(of item: TaskItem) {
    html.append("<input type=\"checkbox\" disabled=\"\"")
    if item.isChecked { html.append(" checked=\"\"") }
    html.append("> ")
  }
}
