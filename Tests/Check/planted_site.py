#!/usr/bin/env python3
"""Writes a site of finished HTML in two languages, faultless but for what is planted in it.

    planted_site.py FOLDER [--faults 200] [--seed 1] [--pages 60]

The site lies in FOLDER/docs, as a host would have it below /docs/; FOLDER/planted.json lists the
faults: {"kind", "expected": [{"code", "file", "line" or null}]}. With --faults 0 nothing is wrong with
it, though it has all that links may legally be: percent-encoding, queries, text fragments, <base>,
old name= anchors, sources for screens, scripts and templates full of what is no link.
"""

import argparse
import json
import pathlib
import random

HOST = "https://planted.example"
BASE = "/docs/"
LANGUAGES = {"en": "", "zh-Hans": "zh/"}
SECTIONS = ["guides", "reference", "运维", "a b", "recipes"]
WORDS = ("amber birch cedar delta ember fjord grove heath inlet jetty knoll larch marsh north ochre "
         "plain quartz ridge shoal thorn upland vale willow yarrow zephyr").split()


def encoded(path):
    from urllib.parse import quote
    return quote(path, safe="/#?=&:~,.-_")


class Page:
    """A document that says all that a document should; faults change it before it is written."""

    def __init__(self, site, number, section, language):
        self.site, self.number, self.language = site, number, language
        self.name = f"{WORDS[number % len(WORDS)]}-{number}"
        self.isFlat = number % 5 == 3 and section
        folder = f"{section}/{self.name}" if section else ""
        self.path = LANGUAGES[language] + (
            f"{folder}.html" if self.isFlat else f"{folder}/index.html" if folder else "index.html")
        self.address = BASE + LANGUAGES[language] + (
            f"{folder}" if self.isFlat else f"{folder}/" if folder else "")
        self.title = f"Page {number} on {self.name} ({language})"
        self.description = f"What page {number} says in {language} of {self.name}."
        self.canonicals = [HOST + encoded(self.address)]
        self.head, self.body, self.alternates = [], [], {}
        self.image = f"{HOST}{BASE}img/card.png"
        self.isHidden = False
        self.isListed = True
        self.faults = []

    @property
    def lines(self):
        lines = ["<!doctype html>", f'<html lang="{self.language}">', "<head>",
                 '<meta charset="utf-8">']
        if self.title is not None:
            lines.append(f"<title>{self.title}</title>")
        if self.description is not None:
            lines.append(f'<meta name="description" content="{self.description}">')
        if self.isHidden:
            lines.append('<meta name="robots" content="noindex">')
        lines += [f'<link rel="canonical" href="{c}">' for c in self.canonicals]
        lines += [f'<link rel="alternate" hreflang="{l}" href="{HOST}{encoded(a)}">'
                  for l, a in self.alternates.items()]
        lines += [f'<meta property="og:image" content="{self.image}">',
                  f'<link rel="stylesheet" href="{BASE}css/site.css">', "</head>", "<body>"]
        lines += self.site.menu(self)
        lines += [f"<main><h1>{self.title or 'Untitled'}</h1>"]
        lines += self.body + ["</main>", "</body>", "</html>"]
        return lines

    def say(self, html):
        self.body.append(html)

    def plant(self, kind, code, html):
        """A line of the text with one fault in it."""
        self.say(html)
        self.faults.append((kind, code, html))


class Site:
    def __init__(self, seed, count):
        self.random = random.Random(seed)
        self.pages = {language: [Page(self, 0, "", language)] for language in LANGUAGES}
        for number in range(1, count):
            section = SECTIONS[number % len(SECTIONS)]
            for language in LANGUAGES:
                self.pages[language].append(Page(self, number, section, language))
        for twins in zip(*self.pages.values()):
            for page in twins:
                page.alternates = {twin.language: twin.address for twin in twins}
        self.files = {}          # path -> bytes or text
        self.sitemap = []        # extra entries
        self.robots = ["User-agent: *", "Disallow: /docs/private/"]
        self.llms = []
        self.planted = []        # {"kind", "expected"}
        self.unlinked = set()    # pages that no menu shows
        self.number = 0

    @property
    def all(self):
        return [page for pages in self.pages.values() for page in pages]

    def menu(self, page):
        """Links to all pages of the language, and to the page's twins."""
        lines = ["<nav>", f'<img src="{BASE}img/logo.svg" alt="">']
        for other in self.pages[page.language]:
            if other.path not in self.unlinked:
                lines.append(f'<a href="{encoded(other.address)}">{other.name}</a>')
        for language, address in page.alternates.items():
            lines.append(f'<a href="{encoded(address)}">{language}</a>')
        return lines + ["</nav>"]

    def new(self):
        self.number += 1
        return self.number

    def write(self, folder):
        root = folder / "docs"
        for page in self.all:
            self.files[page.path] = "\n".join(page.lines) + "\n"
            for kind, code, html in page.faults:
                line = page.lines.index(html) + 1
                self.planted.append(
                    {"kind": kind, "expected": [{"code": code, "file": page.path, "line": line}]})
        urls = [HOST + encoded(p.address) for p in self.all if p.isListed and not p.isHidden]
        entries = "".join(f"<url><loc>{u}</loc></url>\n" for u in urls + self.sitemap)
        self.files["sitemap.xml"] = f'<?xml version="1.0"?>\n<urlset>\n{entries}</urlset>\n'
        self.files["robots.txt"] = "\n".join(self.robots + [f"Sitemap: {HOST}{BASE}sitemap.xml", ""])
        self.files["llms.txt"] = "\n".join(
            ["# Planted", ""] + [
                f"- [{p.name}]({HOST}{encoded(p.address)})" for p in self.pages["en"] if not p.isHidden]
            + self.llms + [""])
        for path, content in self.files.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        (folder / "planted.json").write_text(
            json.dumps(self.planted, indent=1, ensure_ascii=False))


def fill(site):
    """What is in every page of the site and legal."""
    draw = site.random
    site.files.update({
        "css/site.css": '@import "more.css";\nbody { background: url(../img/logo.svg) }\n'
                        "/* url(nowhere.png) */ i::before { content: 'url(nowhere.png)' }\n",
        "css/more.css": "@font-face { src: url(\"../img/type.woff2?v=1#iefix\") }\n",
        "img/type.woff2": b"font", "img/card.png": b"png", "img/small.png": b"png",
        "img/a b.png": b"png",
        "img/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg"><title>No page</title></svg>',
        "js/site.js": "// nothing\n", "media/film.mp4": b"film", "files/tables.zip": b"zip",
        "old/moved.html": refresh(f"{BASE}guides/{site.pages['en'][5].name}/"),
    })
    for page in site.all:
        others = [p for p in site.pages[page.language] if p is not page and not p.isHidden]
        there = lambda: encoded(draw.choice(others).address)
        up = "../" * page.path.count("/")
        page.say('<h2 id="first">First</h2><p id="概览">Text</p><a name="old-anchor"></a>')
        page.say(f'<a href="{there()}#first">x</a> <a href="{there()}?q=1&amp;r=2#%E6%A6%82%E8%A7%88">x</a>')
        page.say(f'<a href="{there()}#old-anchor">x</a> <a href="{there()}#:~:text=Text">x</a>')
        page.say(f'<a href="{there()}#first:~:text=Fir">x</a> <a href="#top">x</a> <a href="#">x</a>')
        page.say(f'<a href="{HOST}{there()}">x</a> <a href="#概览">x</a> <a href="#/route">x</a>')
        page.say(f'<a href="https://elsewhere.example/nope#x">x</a> <a href="mailto:a@b.c">x</a>')
        page.say(f'<a href="//elsewhere.example/y">x</a> <a href="javascript:void(0)">x</a>')
        page.say(f'<a href="{up}files/tables.zip">x</a> <a href="?tab=2">x</a> <a href="./">x</a>'
                 if not page.isFlat else f'<a href="{up}files/tables.zip">x</a>')
        page.say(f'<img src="{up}img/a%20b.png" srcset="{up}img/card.png 2x, {up}img/small.png 1x" '
                 'alt="A picture">')
        page.say(f'<picture><source srcset="{BASE}img/card.png 100w, {BASE}img/small.png 50w">'
                 f'<img src="data:image/gif;base64,R0lGOD" alt=""></picture>')
        page.say(f'<video src="{BASE}media/film.mp4" poster="{BASE}img/card.png"></video>')
        page.say("<script>var a = '<b></b><a href=\"/docs/nope/\">'; // </p></script>")
        page.say('<template><a href="{{url}}"><img src="{{src}}"></a></template>')
        page.say('<!-- <a href="/docs/nope/">x</a> --><textarea><a href="/docs/nope/"></textarea>')
        page.say(f'<iframe src="{there()}"></iframe><svg><title>Not the page\'s</title></svg>')
        page.say('<p style="background: url(\'' + BASE + 'img/card.png\')">x</p>')
        page.say('<h3 id="third">Third</h3><h2>Last</h2>')


def refresh(url):
    return (f'<!doctype html>\n<html lang="en"><head><title>Moved</title>\n'
            f'<meta http-equiv="refresh" content="0; url={url}">\n</head><body></body></html>\n')


# MARK: Faults in a line of text

def in_text():
    """By kind: the code, and the HTML with the number n and the page p."""
    missing = "there-is-no-{n}"
    return {
        "absolute link": ("link/unknown-page", f'<a href="{BASE}{missing}/">x</a>'),
        "relative link": ("link/unknown-page", f'<a href="../{missing}/">x</a>'),
        "link with host": ("link/unknown-page", f'<a href="{HOST}{BASE}{missing}">x</a>'),
        "link with query": ("link/unknown-page", f'<a href="{BASE}{missing}?a=1&amp;b=2#c">x</a>'),
        "encoded link": ("link/unknown-page", f'<a href="{BASE}%E6%97%A0-{missing}/">x</a>'),
        "area": ("link/unknown-page", f'<map><area href="{BASE}{missing}/" alt="x"></map>'),
        "frame": ("link/unknown-page", f'<iframe src="{BASE}{missing}/"></iframe>'),
        "download": ("link/unknown-asset", f'<a href="{BASE}files/{missing}.zip">x</a>'),
        "anchor here": ("link/unknown-anchor", f'<a href="#{missing}">x</a>'),
        "anchor there": ("link/unknown-anchor", '<a href="{there}#' + missing + '">x</a>'),
        "encoded anchor": ("link/unknown-anchor", f'<a href="#%E6%97%A0-{missing}">x</a>'),
        "image": ("link/unknown-image", f'<img src="{BASE}img/{missing}.png" alt="x">'),
        "srcset": ("link/unknown-image",
                   f'<img src="{BASE}img/card.png" srcset="{BASE}img/{missing}.png 2x" alt="x">'),
        "source": ("link/unknown-image",
                   f'<picture><source srcset="{BASE}img/{missing}.png 9w"></picture>'),
        "poster": ("link/unknown-image", f'<video poster="{BASE}img/{missing}.png"></video>'),
        "drawing": ("link/unknown-image", f'<svg><use href="{BASE}img/{missing}.svg#a"/></svg>'),
        "button": ("link/unknown-image",
                   f'<input type="image" src="{BASE}img/{missing}.png" alt="x">'),
        "video": ("link/unknown-asset", f'<video src="{BASE}media/{missing}.mp4"></video>'),
        "sound": ("link/unknown-asset",
                  f'<audio><source src="{BASE}media/{missing}.ogg"></audio>'),
        "subtitles": ("link/unknown-asset",
                      f'<video><track src="{BASE}media/{missing}.vtt"></video>'),
        "object": ("link/unknown-asset", f'<object data="{BASE}media/{missing}.pdf"></object>'),
        "embed": ("link/unknown-asset", f'<embed src="{BASE}media/{missing}.pdf">'),
        "script": ("link/unknown-asset", f'<script src="{BASE}js/{missing}.js"></script>'),
        "style sheet": ("link/unknown-asset",
                        f'<link rel="stylesheet" href="{BASE}css/{missing}.css">'),
        "icon": ("link/unknown-asset", f'<link rel="icon" href="{BASE}img/{missing}.ico">'),
        "style attribute": ("link/unknown-asset",
                            f'<p style="background:url({BASE}img/{missing}.png)">x</p>'),
        "style element": ("link/unknown-asset",
                          f'<style>b {{{{ background: url({BASE}img/{missing}.png) }}}}</style>'),
        "capital letters": ("link/letter-case", f'<a href="{BASE}IMG/card.png?{missing}">x</a>'),
        "outside": ("link/outside-base", f'<a href="/{missing}/">x</a>'),
        "no target": ("link/empty", '<a href="" data-n="{n}">x</a>'),
        "old address": ("link/redirect", f'<a href="{BASE}old/moved.html?{missing}">x</a>'),
        "other language": ("link/wrong-locale", '<a href="{foreign}" data-n="{n}">x</a>'),
        "ID twice": ("publish/duplicate-id", '<p id="id-{n}">x</p><p id="id-{n}">x</p>'),
        "no text for a picture": ("publish/no-alt", f'<img src="{BASE}img/card.png?{missing}">'),
        "level left out": ("publish/heading-order", '<h2 id="a{n}">x</h2><h4 id="b{n}">x</h4>'),
    }


def plant_in_text(site, kind, code, html):
    page = site.random.choice(site.all)
    others = [p for p in site.pages[page.language] if p is not page]
    foreign = [p for l in LANGUAGES if l != page.language for p in site.pages[l]
               if p.number != page.number and page.language in p.alternates]
    page.plant(kind, code, html.format(
        n=site.new(), there=encoded(site.random.choice(others).address),
        foreign=encoded(site.random.choice(foreign).address)))


# MARK: Faults of a page or of the whole site

def extra_page(site, language="en"):
    """A page for one fault alone, linked from the others."""
    number = 1_000 + site.new()
    page = Page(site, number, "extra", language)
    page.alternates = {}
    page.isFlat = False
    page.path = f"{LANGUAGES[language]}extra/{page.name}/index.html"
    page.address = f"{BASE}{LANGUAGES[language]}extra/{page.name}/"
    page.canonicals = [HOST + encoded(page.address)]
    site.pages[language].append(page)
    return page


def expect(site, kind, *expected):
    site.planted.append({"kind": kind, "expected": [
        {"code": code, "file": file, "line": None} for code, file in expected]})


def no_title(site):
    page = extra_page(site)
    page.title = None
    expect(site, "no title", ("publish/no-title", page.path))


def no_description(site):
    page = extra_page(site)
    page.description = None
    expect(site, "no description", ("publish/no-description", page.path))


def same_title(site):
    first, second = extra_page(site), extra_page(site)
    second.title = first.title
    late = max(first, second, key=lambda p: p.path.encode())
    expect(site, "same title", ("publish/duplicate-title", late.path))


def same_description(site):
    first, second = extra_page(site), extra_page(site)
    second.description = first.description
    late = max(first, second, key=lambda p: p.path.encode())
    expect(site, "same description", ("publish/duplicate-description", late.path))


def dead_canonical(site):
    page = extra_page(site)
    page.canonicals = [f"{HOST}{BASE}there-is-no-{site.new()}/"]
    expect(site, "dead canonical", ("publish/canonical", page.path))


def two_canonicals(site):
    page = extra_page(site)
    page.canonicals *= 2
    expect(site, "two canonicals", ("publish/canonical", page.path))


def inexact_canonical(site):
    page = extra_page(site)
    page.canonicals = [page.canonicals[0] + "index.html"]
    expect(site, "inexact canonical", ("publish/canonical", page.path),
           ("publish/sitemap", "sitemap.xml"))


def relative_canonical(site):
    page = extra_page(site)
    page.canonicals = [page.address]
    expect(site, "relative canonical", ("publish/relative-url", page.path),
           ("publish/sitemap", "sitemap.xml"))


def relative_card(site):
    page = extra_page(site)
    page.image = f"{BASE}img/card.png"
    expect(site, "relative card", ("publish/relative-url", page.path))


def dead_card(site):
    page = extra_page(site)
    page.image = f"{HOST}{BASE}img/there-is-no-{site.new()}.png"
    expect(site, "dead card", ("link/unknown-image", page.path))


def dead_alternate(site):
    page = extra_page(site)
    page.alternates = {"de": f"{BASE}de/there-is-no-{site.new()}/"}
    # The menu of languages leads there as well.
    expect(site, "dead alternate", ("publish/alternate", page.path),
           ("link/unknown-page", page.path))


def unanswered_alternate(site):
    page, other = extra_page(site), extra_page(site, "zh-Hans")
    page.alternates = {"zh-Hans": other.address}
    expect(site, "unanswered alternate", ("publish/alternate", page.path))


def orphan(site):
    page = extra_page(site)
    site.unlinked.add(page.path)
    expect(site, "orphan", ("publish/orphan", page.path))


def unlisted(site):
    page = extra_page(site)
    page.isListed = False
    expect(site, "not in the sitemap", ("publish/not-in-sitemap", page.path))


def dead_entry(site):
    site.sitemap.append(f"{HOST}{BASE}there-is-no-{site.new()}/")
    expect(site, "dead sitemap entry", ("publish/sitemap", "sitemap.xml"))


def hidden_entry(site):
    page = extra_page(site)
    page.isHidden = True
    site.sitemap.append(HOST + page.address)
    expect(site, "hidden sitemap entry", ("publish/sitemap", "sitemap.xml"))


def dead_sitemap(site):
    site.robots.append(f"Sitemap: {HOST}{BASE}there-is-no-{site.new()}.xml")
    expect(site, "dead sitemap", ("publish/robots", "robots.txt"))


def forbidden_page(site):
    page = extra_page(site)
    site.robots.insert(1, f"Disallow: {page.address}")
    expect(site, "forbidden page", ("publish/robots", "robots.txt"))


def dead_llms(site):
    site.llms.append(f"- [x]({HOST}{BASE}there-is-no-{site.new()}.md)")
    expect(site, "dead llms entry", ("publish/llms", "llms.txt"))


def dead_redirect(site):
    path = f"old/dead-{site.new()}.html"
    site.files[path] = refresh(f"{BASE}there-is-no-{site.new()}/")
    expect(site, "dead redirect", ("redirect/unknown-page", path))


def circle(site):
    first, second = (f"old/circle-{site.new()}.html" for _ in range(2))
    site.files[first], site.files[second] = refresh(BASE + second), refresh(BASE + first)
    expect(site, "circle", ("link/redirect-circle", first), ("link/redirect-circle", second))


def dead_style(site):
    path = f"css/dead-{site.new()}.css"
    site.files[path] = f"b {{ background: url(there-is-no-{site.new()}.png) }}\n"
    expect(site, "dead url() in a style sheet", ("link/unknown-asset", path))


def dead_import(site):
    path = f"css/dead-{site.new()}.css"
    site.files[path] = f'@import "there-is-no-{site.new()}.css";\n'
    expect(site, "dead @import", ("link/unknown-asset", path))


def large_image(site):
    path = f"img/large-{site.new()}.png"
    site.files[path] = b"\0" * 1_200_000
    expect(site, "large image", ("publish/large-image", path))


def large_page(site):
    page = extra_page(site)
    page.say("<p>" + "word " * 250_000 + "</p>")
    expect(site, "large page", ("publish/large-page", page.path))


def based(site):
    """What `<base>` makes of links: one is right by it, one is wrong by it."""
    path, number = f"extra/based-{site.new()}.html", site.new()
    site.files[path] = (
        f'<!doctype html>\n<html lang="en"><head><title>Based {number}</title>'
        '<meta name="robots" content="noindex">\n'
        f'<base href="{BASE}img/"></head><body>\n'
        f'<img src="card.png" alt="x">\n<img src="there-is-no-{number}.png" alt="x">\n</body></html>\n')
    expect(site, "image below a base", ("link/unknown-image", path))


WHOLE = [no_title, no_description, same_title, same_description, dead_canonical, two_canonicals,
         inexact_canonical, relative_canonical, relative_card, dead_card, dead_alternate,
         unanswered_alternate, orphan, unlisted, dead_entry, hidden_entry, dead_sitemap,
         forbidden_page, dead_llms, dead_redirect, circle, dead_style, dead_import, large_image,
         large_page, based]


def make(folder, faults, seed, pages):
    site = Site(seed, pages)
    fill(site)
    kinds = [lambda kind=kind, rule=rule: plant_in_text(site, kind, *rule)
             for kind, rule in in_text().items()]
    kinds += [lambda plant=plant: plant(site) for plant in WHOLE]
    for number in range(faults):
        kinds[number % len(kinds)]()
    site.write(folder)
    return site.planted


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--faults", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pages", type=int, default=60)
    options = parser.parse_args()
    planted = make(options.folder, options.faults, options.seed, options.pages)
    print(f"{len(planted)} faults of {len({p['kind'] for p in planted})} kinds")


if __name__ == "__main__":
    main()
