import DocgenCore
import DocgenMarkup

/// What a page says of itself to search engines in the words of schema.org, as JSON-LD.
struct StructuredData {
  let context: PageContext
  let site: SiteConfig

  /// A `<script>`; empty where the site doesn't say at which address it is published, or the page is
  /// to be left out.
  var html: [UInt8] {
    guard !site.url.isEmpty, !context.page.noindex else { return [] }
    var json = JSONWriter(forScripts: true)
    json.object { json in
      json.member("@context", "https://schema.org")
      json.member("@graph") { json in
        json.array { json in
          json.element(article)
          if trail.count > 1 { json.element(breadcrumbs) }
        }
      }
    }
    var output: [UInt8] = []
    output.append("<script type=\"application/ld+json\">")
    output += json.bytes
    output.append("</script>\n")
    return output
  }

  private func article(_ json: inout JSONWriter) {
    let page = context.page
    json.object { json in
      json.member("@type", "TechArticle")
      json.member("headline", page.title)
      if !page.description.isEmpty { json.member("description", page.description) }
      json.member("url", page.canonicalURL)
      json.member("inLanguage", context.article.lang)
      if !context.lastUpdatedDate.isEmpty { json.member("dateModified", context.lastUpdatedDate) }
      if !page.imageURL.isEmpty { json.member("image", page.imageURL) }
      json.member("isPartOf") { json in
        json.object { json in
          json.member("@type", "WebSite")
          json.member("name", site.title)
          json.member("url", site.url + URLPath.encode(site.baseURL))
        }
      }
    }
  }

  /// From the start page to this one, those between that have a page.
  private var trail: [(name: String, url: String)] {
    let home = (name: context.site.record.title, url: site.url + context.site.record.homeURL)
    let steps = context.breadcrumbs.compactMap { step in
      if step.isCurrent { return (name: step.label, url: context.page.canonicalURL) }
      return step.href.map { (name: step.label, url: site.url + $0) }
    }
    return [home] + steps.filter { $0.url != home.url }
  }

  private func breadcrumbs(_ json: inout JSONWriter) {
    json.object { json in
      json.member("@type", "BreadcrumbList")
      json.member("itemListElement") { json in
        json.array { json in
          for (index, step) in trail.enumerated() {
            json.element { json in
              json.object { json in
                json.member("@type", "ListItem")
                json.member("position", index + 1)
                json.member("name", step.name)
                json.member("item", step.url)
              }
            }
          }
        }
      }
    }
  }
}
