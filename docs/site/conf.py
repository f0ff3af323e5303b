"""The pages of docs/ as a site, by scripts/make-site. Nothing of it is fetched when it is read."""
import pathlib
import re

DOCS = pathlib.Path(__file__).resolve().parents[1]
SOURCE = DOCS.parent

project = "Sneddon"
version = re.search(r"project\(sneddon VERSION (\S+)", (SOURCE / "CMakeLists.txt").read_text()).group(1)
release = version

extensions = ["myst_parser"]
root_doc = "index"
exclude_patterns = ["site"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = f"Sneddon {version}"
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
html_show_sphinx = False
html_show_search_summary = False  # it would fetch each page, which file:// does not allow
html_search_scorer = str(DOCS / "site" / "search_scorer.js")


def name_pages_of_the_source(_app, page, lines):
    """A link to a page outside of docs/ becomes its words and its place in the source."""
    folder = (DOCS / page).parent

    def plain(match):
        target = (folder / match[2].split("#")[0]).resolve()
        if target.is_relative_to(DOCS) or not target.exists():
            return match[0]  # a page of the site, or a broken link, which Sphinx then tells
        return f"{match[1]} (`{target.relative_to(SOURCE)}` in the source)"

    lines[0] = re.sub(r"\[([^\]]+)\]\(((?:\.\./)+[^):]+)\)", plain, lines[0])


def setup(app):
    app.connect("source-read", name_pages_of_the_source)
