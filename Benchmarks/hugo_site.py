"""Makes a Hugo site of a Docusaurus site: the same Markdown, the same sidebar, a plain theme."""

import json
import re
import shutil
from pathlib import Path

THEME = Path(__file__).resolve().parent / "hugo-theme"

# What Hugo would act on and Docusaurus would not, or in another way.
DROPPED_KEYS = {"slug", "id", "date", "type", "layout", "url", "aliases", "weight", "tags",
                "keywords", "draft", "title"}
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
HEADING = re.compile(r"^# +(.+?)\s*$", re.MULTILINE)
SHORTCODE = re.compile(r"\{\{(?=[<%])")
FENCE = re.compile(r"^([ >]*(?:`{3,}|~{3,})[ \t]*)(\w[\w+#.-]*)[ \t].*$", re.MULTILINE)


def make(site: Path, target: Path) -> int:
    """Writes the Hugo site into `target`; says how many Markdown files it has.

    The default locale is `en`, every folder of `i18n/` is another.
    """
    locales = {"en": site / "docs"}
    for folder in sorted((site / "i18n").glob("*")):
        content = folder / "docusaurus-plugin-content-docs/current"
        if content.is_dir():
            locales[folder.name] = content
    entries = sidebar_entries(site, locales["en"])
    order = {entry["id"]: index for index, entry in enumerate(entries) if "id" in entry}
    count = 0
    for locale, source in locales.items():
        for file in sorted(source.rglob("*.md*")):
            if any(part.startswith("_") for part in file.relative_to(source).parts):
                continue
            content_id = str(file.relative_to(source).with_suffix(""))
            path = target / "content" / locale / hugo_path(content_id)
            path.parent.mkdir(parents=True, exist_ok=True)
            text = file.read_text(encoding="utf-8")
            path.write_text(hugo_page(text, content_id, order), encoding="utf-8")
            count += 1
    shutil.copytree(THEME, target / "layouts")
    shutil.copytree(site / "static", target / "static")
    (target / "data").mkdir()
    (target / "data/sidebar.json").write_text(json.dumps(entries, ensure_ascii=False))
    (target / "hugo.json").write_text(json.dumps(configuration(list(locales)), indent=2))
    return count


def configuration(locales: list[str]) -> dict:
    """What the documentation of Hugo advises for such a site, and no work nobody asked for."""
    return {
        "baseURL": "https://docs.example.com/",
        "title": "Documentation",
        "defaultContentLanguage": locales[0],
        "disableKinds": ["taxonomy", "term", "rss"],
        "languages": {
            locale: {"weight": weight, "contentDir": f"content/{locale}"}
            for weight, locale in enumerate(locales, 1)},
        "markup": {
            "goldmark": {"renderer": {"unsafe": True}},
            "highlight": {"noClasses": False},
            "tableOfContents": {"startLevel": 2, "endLevel": 3}},
    }


def hugo_path(content_id: str) -> str:
    """A folder's index is `_index.md`: as `index.md` it would swallow the folder's other pages."""
    folder, _, name = content_id.rpartition("/")
    return f"{folder}/{'_index' if name == 'index' else name}.md".lstrip("/")


def hugo_page(text: str, content_id: str, order: dict[str, int]) -> str:
    """A page with the front matter that Hugo needs, and nothing that stops it."""
    found = FRONT_MATTER.match(text)
    body = text[found.end():] if found else text
    lines = found.group(1).split("\n") if found else []
    kept, title, keep = [], None, True
    for line in lines:
        if line[:1] not in ("", " ", "\t", "-", "#"):
            key = line.partition(":")[0]
            keep = key not in DROPPED_KEYS
            if key == "title":
                title = line
        if keep:
            kept.append(line)
    if title is None:
        heading = HEADING.search(body)
        name = heading.group(1) if heading else content_id.rpartition("/")[2]
        title = f"title: {json.dumps(name, ensure_ascii=False)}"
    weight = f"weight: {order.get(content_id, len(order)) + 1}"
    body = FENCE.sub(r"\1\2", SHORTCODE.sub("{ {", body))
    return "\n".join(["---", title, weight, *kept, "---", body])


def sidebar_entries(site: Path, content: Path) -> list[dict]:
    """The sidebar in its order, flat: pages (`id`) and headings (`label`), with their depth."""
    file = site / "sidebars.ts"
    if file.exists():
        sidebars = literal(file.read_text(encoding="utf-8"))
        return [entry for items in sidebars.values() for entry in flattened(items, 0)]
    files = sorted(content.rglob("*.md*"))
    return [{"id": str(f.relative_to(content).with_suffix("")), "depth": 0} for f in files]


def flattened(items: list, depth: int):
    for item in items:
        if isinstance(item, str):
            yield {"id": item, "depth": depth}
        elif "items" in item:
            yield {"label": item["label"], "depth": depth}
            yield from flattened(item["items"], depth + 1)
        elif "id" in item:
            yield {"id": item["id"], "depth": depth}


def literal(source: str) -> dict:
    """The first object literal that a TypeScript file assigns, where it is plain data."""
    tokens = re.findall(
        r"""//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[\w$.-]+|[{}\[\]:,=;]""",
        source, re.DOTALL)
    tokens = [t for t in tokens if not t.startswith(("//", "/*"))]
    start = next(i for i, t in enumerate(tokens) if t == "=" and tokens[i + 1] == "{") + 1
    json_tokens, depth = [], 0
    for token in tokens[start:]:
        depth += (token in "{[") - (token in "}]")
        if token in "}]" and json_tokens[-1] == ",":
            json_tokens.pop()
        json_tokens.append(json_token(token))
        if depth == 0:
            break
    return json.loads("".join(json_tokens))


def json_token(token: str) -> str:
    if token.startswith("'"):
        return json.dumps(re.sub(r"\\(.)", r"\1", token[1:-1]))
    if re.fullmatch(r"true|false|null|-?\d+(\.\d+)?", token) or not re.match(r"[\w$]", token):
        return token
    return json.dumps(token)
