"""Reads HTML into a plain form in which two programs' articles can be compared.

What is taken away, and why (the "stated normalisation"):
- highlighting spans and the box around code: Docusaurus' own HTML was kept without them;
- permalinks and alias anchors: docgen adds them to headings;
- the box around tables, `loading`, `width` and `height` of images, `target` and `rel` of links, and
  what tells screen readers of the new tab;
- an admonition's markup, of which type, the title's text and the content are kept;
- how a URL is written: a relative route is what a browser makes of it on that page, a slash at a
  path's end does not count, and of an image or a video only the file's name does;
- white space, except in code: runs are one space, and none counts next to a block.
"""

import html
import re
from html.parser import HTMLParser
from urllib.parse import urljoin

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr"}
BLOCK = {"address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt",
         "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
         "iframe", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
         "td", "tfoot", "th", "thead", "tr", "ul", "video", "br", "root", "admonition", "mermaid"}


class Node:
    def __init__(self, name, attributes=()):
        self.name = name
        self.attributes = {key: value or "" for key, value in attributes}
        self.children = []

    def classes(self):
        return self.attributes.get("class", "").split()

    def text(self):
        return "".join(c if isinstance(c, str) else c.text() for c in self.children)


class Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Node("root")
        self.open = [self.root]

    def handle_starttag(self, tag, attributes):
        node = Node(tag, attributes)
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag, attributes):
        self.open[-1].children.append(Node(tag, attributes))

    def handle_endtag(self, tag):
        for index in range(len(self.open) - 1, 0, -1):
            if self.open[index].name == tag:
                del self.open[index:]
                return

    def handle_data(self, data):
        self.open[-1].children.append(data)


def read(source):
    reader = Reader()
    reader.feed(source)
    reader.close()
    return reader.root


def find(node, matches):
    if not isinstance(node, str):
        if matches(node):
            return node
        for child in node.children:
            found = find(child, matches)
            if found:
                return found
    return None


DEFAULT_TITLES = {"note", "tip", "info", "warning", "danger", "caution"}


def simplify(node, defaults=DEFAULT_TITLES):
    """The node's children in plain form: strings and nodes."""
    result = []
    for child in node.children:
        if isinstance(child, str):
            result.append(child)
        else:
            result.extend(plain(child, defaults))
    return result


def plain(node, defaults):
    name, classes, attributes = node.name, node.classes(), node.attributes
    if name == "a" and ("hash-link" in classes or "anchor-alias" in classes):
        return []
    if name == "link":
        return []
    if name == "span" and ("token" in classes or "code-line" in classes):
        return simplify(node, defaults)
    if name == "div" and "table-wrapper" in classes:
        return simplify(node, defaults)
    if name == "div" and "theme-code-block" in classes:
        return [plain_code(find(node, lambda n: n.name == "pre"))]
    if name == "pre" and find(node, lambda n: n.name == "code"):
        return [plain_code(node)]
    if name == "pre" and ("mermaid" in classes or "data-mermaid" in attributes):
        found = Node("mermaid")
        found.children = [node.text().strip("\n")]
        return [found]
    if name == "figure" and "theme-mermaid" in classes:
        return simplify(node, defaults)
    if name == "label" and len(attributes) == 0:
        return simplify(node, defaults)
    if "theme-admonition" in classes:
        return [docgen_admonition(node, defaults)]
    if name == "div" and "data-admonition" in attributes:
        return [titled(attributes["data-admonition"], attributes.get("data-title"), node, defaults)]
    if name == "aside" and "data-type" in attributes:
        return [truth_case_admonition(node, defaults)]
    copy = Node(name)
    copy.attributes = plain_attributes(node)
    copy.children = simplify(node, defaults)
    return [copy]


def plain_attributes(node):
    kept = {}
    for key, value in node.attributes.items():
        if key in {"target", "rel", "loading", "tabindex"}:
            continue
        if key == "aria-describedby" and value == "docgen-new-tab":
            continue
        if node.name == "img" and key in {"width", "height"}:
            continue
        if key == "class":
            value = " ".join(c for c in value.split() if c not in {"anchor", "theme-details"})
            if not value:
                continue
        if key == "style":
            value = re.sub(r"\s*([:;])\s*", r"\1", value).strip("; ")
        if key in {"data-footnote-ref", "data-footnotes"}:
            value = ""
        if key == "allowfullscreen" or value == "true":
            value = ""
        if key == "alt":
            # The kept HTML has some references escaped twice.
            value = html.unescape(value)
        kept[key] = value
    return kept


def plain_code(pre):
    code = find(pre, lambda n: n.name == "code")
    language = next((c for c in pre.classes() + code.classes() if c.startswith("language-")), "")
    copy = Node("pre")
    copy.attributes = {} if language in {"", "language-text"} else {"class": language.lower()}
    copy.children = [code.text().rstrip("\n")]
    return copy


def titled(kind, title, node, defaults):
    copy = Node("admonition")
    copy.attributes = {"type": kind}
    marked = next((c for c in node.children if not isinstance(c, str)
                   and "data-admonition-title" in c.attributes), None)
    if marked is not None:
        title = marked.text()
        node.children.remove(marked)
    if title:
        copy.attributes["title"] = " ".join(html.unescape(title).split())
    copy.children = simplify(node, defaults)
    return copy


def docgen_admonition(node, defaults):
    kind = next(c for c in node.classes() if c.startswith("theme-admonition-"))[17:]
    heading = find(node, lambda n: "admonition-heading" in n.classes())
    content = find(node, lambda n: "admonition-content" in n.classes())
    title = " ".join(heading.text().split())
    return titled(kind, None if title.lower() in defaults else title, content, defaults)


def truth_case_admonition(node, defaults):
    title = node.attributes.get("title")
    rest = Node("rest")
    for child in node.children:
        if not isinstance(child, str) and child.name in {"b", "mdxadmonitiontitle"} and not title:
            title = child.text()
        else:
            rest.children.append(child)
    return titled(node.attributes["data-type"], title, rest, defaults)


def resolve(node, page):
    """Writes all URLs below a node as a browser on that page understands them."""
    for key in ("href", "src", "poster"):
        url = node.attributes.get(key)
        if url is None or "://" in url or url.startswith(("mailto:", "#")):
            continue
        if url.startswith("ASSET:") or node.name in {"img", "video", "source"}:
            # Where a file is published is each program's own business; which one it is, is not.
            node.attributes[key] = re.sub(r"-[0-9a-f]{16}(\.\w+)$", r"\1", url.split("/")[-1])
            continue
        path, mark, fragment = urljoin(page, url).partition("#")
        node.attributes[key] = (path.rstrip("/") or "/") + mark + fragment
    for child in node.children:
        if not isinstance(child, str):
            resolve(child, page)


def lines(node, defaults=DEFAULT_TITLES, page=None):
    """One line for each tag and each text, for comparing and for reading differences.

    With `page`, its address, URLs are resolved against it.
    """
    root = Node("root")
    root.children = simplify(node, defaults)
    if page:
        resolve(root, page)
    output = []
    write(root, output)
    return output


def write(node, output):
    text = ""
    children = node.children

    def flush(before_block, after_block):
        nonlocal text
        shown = text if node.name in {"pre", "mermaid"} else re.sub(r"[ \t\r\n]+", " ", text)
        if node.name not in {"pre", "mermaid"}:
            if after_block:
                shown = shown.lstrip(" ")
            if before_block:
                shown = shown.rstrip(" ")
        if shown:
            output.append(shown)
        text = ""

    after_block = node.name in BLOCK
    for child in children:
        if isinstance(child, str):
            text += child
            continue
        is_block = child.name in BLOCK
        flush(is_block, after_block)
        shown = "".join(f' {k}="{v}"' for k, v in sorted(child.attributes.items()))
        output.append(f"<{child.name}{shown}>")
        if child.name not in VOID:
            write(child, output)
            output.append(f"</{child.name}>")
        after_block = is_block
    flush(node.name in BLOCK, after_block)
