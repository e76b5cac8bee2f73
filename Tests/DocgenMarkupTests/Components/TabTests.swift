import Testing

@testable import DocgenMarkup

@Suite struct TabTests {
  private func panel(_ value: String, _ label: String, _ content: String, more: String = "")
    -> String
  {
    "<div class=\"tab-panel\" data-value=\"\(value)\" data-label=\"\(label)\"\(more)>"
      + "<p class=\"tab-label\">\(label)</p>\n\(content)</div>\n"
  }

  @Test func tabsAndTheirPanels() {
    let html = rendered(
      """
      <Tabs groupId="os" queryString>
        <TabItem value="mac" label="macOS <">

        *mac*

        </TabItem>
        <TabItem value="linux" default>linux</TabItem>
      </Tabs>
      """)
    #expect(
      html
        == "<div class=\"theme-tabs-container\" data-group=\"os\" data-query=\"os\">\n"
        + panel("mac", "macOS &lt;", "<p><em>mac</em></p>\n")
        + panel("linux", "linux", "linux", more: " data-default=\"\"") + "</div>")
  }

  @Test func labelsMayBeGivenAtOnce() {
    let html = rendered(
      """
      <Tabs defaultValue="b" values={[{label: 'A!', value: 'a'}, {label: 'B!', value: 'b'}]}>
      <TabItem value="a">

      x

      </TabItem>
      <TabItem value="b">

      - y

      </TabItem>
      </Tabs>
      """)
    #expect(html.contains("data-default=\"b\""))
    #expect(html.contains("data-label=\"A!\""))
    #expect(html.contains("data-label=\"B!\""))
    #expect(treeErrors(in: html).isEmpty)
  }

  @Test func tabsWithinTabsAndLists() {
    let html = rendered(
      """
      1. First

         <Tabs>
           <TabItem value="a" label="A">
             <Tabs><TabItem value="b" label="B">deep</TabItem></Tabs>

             ```sh
             ls
             ```
           </TabItem>
         </Tabs>
      2. Second
      """)
    #expect(treeErrors(in: html).isEmpty)
    #expect(html.contains("deep"))
    #expect(html.contains("<li>\n<p>Second</p>"))
    #expect(html.contains("class=\"prism-code language-sh\""))
  }
}
