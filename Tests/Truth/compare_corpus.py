#!/usr/bin/env python3
"""Compares a built corpus with what Docusaurus prints for it (shared/truth).

    compare_corpus.py BUILT TRUTH CORPUS [--list]

For every page of the default locale: its address, title, description, sidebar, previous and next
page, and table of contents; the whole sidebar; and each article's structure and text after the
normalisation of article_html.py. Differences must be listed in KNOWN below, with a reason; a listed
page that is equal is a failure too.
"""

import difflib
import json
import pathlib
import re
import sys
import tarfile

import article_html as html

# Pages whose article differs from Docusaurus', and why docgen's is meant.
KNOWN = {
    "user-stories": "the site's own React component: docgen has no template for it and says so",
    "reference/automation-blueprints-catalog": "the same, with another component",
}

BASE = "/docs/"


def built_file(root, permalink):
    path = permalink[len(BASE):].strip("/")
    return root / path / "index.html" if path else root / "index.html"


def element(node, name, **attributes):
    def matches(candidate):
        return candidate.name == name and all(
            value in candidate.attributes.get(key, "").split() for key, value in attributes.items())
    return html.find(node, matches)


def elements(node, name, found=None):
    found = [] if found is None else found
    for child in node.children:
        if not isinstance(child, str):
            if child.name == name:
                found.append(child)
            elements(child, name, found)
    return found


def inner(node):
    """HTML inside a node, as tags and text."""
    output = []
    html.write(node, output)
    return "".join(output)


def contents(page):
    found = element(page, "div", **{"class": "table-of-contents"})
    links = elements(found, "a") if found else []
    return [(link.attributes["href"][1:], inner(link).strip()) for link in links]


def expected_contents(doc):
    matter = doc.get("frontMatter") or {}
    if matter.get("hide_table_of_contents"):
        return None
    low, high = matter.get("toc_min_heading_level", 2), matter.get("toc_max_heading_level", 3)
    entries = [e for e in doc["toc"] if low <= e["level"] <= high]
    return [(e["id"], inner(html.read(e["value"])).strip()) for e in entries]


def neighbour(page, side):
    link = element(page, "a", **{"class": f"pagination-nav__link--{side}"})
    if link is None:
        return None
    label = element(link, "span", **{"class": "pagination-nav__label"}) or element(
        link, "div", **{"class": "pagination-nav__label"})
    return {"title": " ".join(label.text().split()), "permalink": link.attributes["href"]}


def meta(page, name):
    for node in elements(page, "meta"):
        if node.attributes.get("name") == name:
            return node.attributes.get("content")
    return None


def compare_page(doc, page, site_title, hides_contents):
    problems = []

    def check(what, ours, theirs):
        if ours != theirs:
            problems.append(f"{what}: {ours!r} instead of {theirs!r}")

    title = element(page, "title").text()
    check("title", title, f"{doc['title']} | {site_title}" if doc["title"] != site_title else site_title)
    check("description", meta(page, "description") or "", " ".join(doc["description"].split()) and doc["description"])
    check("sidebar", bool(element(page, "ul", **{"class": "theme-doc-sidebar-menu"})), bool(doc.get("sidebar")))
    check("previous", neighbour(page, "prev"), doc.get("previous"))
    check("next", neighbour(page, "next"), doc.get("next"))
    if not hides_contents:
        check("table of contents", contents(page), expected_contents(doc) or [])
    return problems


def sidebar_items(node):
    """The list items of a rendered sidebar as Docusaurus' JSON has them."""
    items = []
    for item in node.children:
        if isinstance(item, str):
            continue
        inner_list = element(item, "ul", **{"class": "menu__list"})
        link = next((c for c in elements(item, "a") if not inner_list or c not in elements(inner_list, "a")), None)
        if inner_list:
            summary = element(item, "summary")
            label = link or summary
            items.append({"label": " ".join(label.text().split()), "href": link and link.attributes["href"],
                          "items": sidebar_items(inner_list)})
        else:
            items.append({"label": " ".join(link.text().split()), "href": link.attributes["href"]})
    return items


def expected_items(items, docs, labels):
    result = []
    for item in items:
        if item["type"] == "category":
            link = item.get("link")
            href = docs[link["id"]]["permalink"] if link and link["type"] == "doc" else None
            result.append({"label": item["label"], "href": href,
                           "items": expected_items(item["items"], docs, labels)})
        elif item["type"] in {"doc", "ref"}:
            doc = docs[item["id"]]
            label = labels.get(item["id"]) or item.get("label") or doc["title"]
            result.append({"label": label, "href": doc["permalink"]})
        else:
            result.append({"label": item["label"], "href": item["href"]})
    return result


def sidebar_label(corpus, doc):
    """What the page's front matter says, which the truth does not hold."""
    text = (corpus / doc["source"].removeprefix("@site/")).read_text()
    found = re.search(r"^sidebar_label:\s*(.+?)\s*$", text.partition("\n---\n")[0], re.MULTILINE)
    return found and found[1].strip("\"'")


def main():
    root, truth = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    corpus, shows = pathlib.Path(sys.argv[3]), "--list" in sys.argv
    docs = {doc["id"]: doc for doc in json.loads((truth / "docs.en.json").read_text())}
    labels = {doc_id: sidebar_label(corpus, doc) for doc_id, doc in docs.items()}
    sidebars = json.loads((truth / "en.sidebars.json").read_text())
    with tarfile.open(truth / "body.en.tar.gz") as archive:
        bodies = {pathlib.Path(m.name).stem: archive.extractfile(m).read().decode()
                  for m in archive.getmembers() if m.name.endswith(".html")}
    site_title = "Hermes Agent"
    failed = equal = same_facts = 0
    pages = {}
    for doc_id, doc in docs.items():
        file = built_file(root, doc["permalink"])
        if not file.is_file():
            print(f"{doc_id}: no page at {doc['permalink']}")
            failed += 1
            continue
        page = pages[doc_id] = html.read(file.read_text())
        body = bodies[doc_id.replace("/", "__")]
        problems = compare_page(doc, page, site_title, doc_id in {"index", "user-stories"})
        if problems:
            failed += 1
            print(f"{doc_id}:\n  " + "\n  ".join(problems))
        else:
            same_facts += 1
        article = element(page, "div", **{"class": "theme-doc-markdown"})
        ours = html.lines(article, page=doc["permalink"])
        theirs = html.lines(html.read(body), page=doc["permalink"])
        if ours == theirs:
            equal += 1
            if doc_id in KNOWN:
                failed += 1
                print(f"{doc_id}: listed as different, but equal")
        elif doc_id not in KNOWN:
            failed += 1
            print(f"{doc_id}: the article differs")
            difference = list(difflib.unified_diff(theirs, ours, "Docusaurus", "docgen", lineterm="", n=1))
            print("\n".join("  " + line[:300] for line in (difference if shows else difference[:14])))

    for name, items in sidebars.items():
        fragment = html.read((root / "assets" / f"sidebar-{name}.html").read_text())
        ours = sidebar_items(element(fragment, "ul", **{"class": "menu__list"}))
        theirs = expected_items(items, docs, labels)
        if ours != theirs:
            failed += 1
            print(f"the sidebar {name} differs")
            for line in difflib.unified_diff(json.dumps(theirs, indent=1).splitlines(),
                                             json.dumps(ours, indent=1).splitlines(), lineterm="", n=1):
                print("  " + line)
        else:
            print(f"the sidebar {name} is equal")
    print(f"{len(docs)} pages: facts equal on {same_facts}, articles equal on {equal}, "
          f"{len(KNOWN)} listed as different")
    print(f"{len(docs) + len(sidebars) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
