"""One small change of C++ text: relations, arithmetic, constants, logic, conditions, statements."""
import collections
import re

CODE_OR_NOT = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\''
                         r'|^[ \t]*#[^\n]*|\b(?:static_)?assert\([^;]*;', re.DOTALL | re.MULTILINE)
SWAPS = {
    "relation": {"<": ["<=", ">"], "<=": ["<", ">="], ">": [">=", "<"], ">=": [">", "<="],
                 "==": ["!="], "!=": ["=="]},
    "arithmetic": {"+": ["-"], "-": ["+"], "*": ["/"], "/": ["*"], "+=": ["-="], "-=": ["+="],
                   "*=": ["/="], "/=": ["*="], "%": ["*"]},
    "logic": {"&&": ["||"], "||": ["&&"]},
}
# clang-format puts blanks around what joins two operands, and none around a template's brackets.
JOINING = re.compile(r"(?<= )([<>=!+\-*/]=|[<>+\-*/%]|&&|\|\|)(?=[ \n])")
# Not a part of a name, of a longer number, nor behind the bracket of an index.
NUMBER = re.compile(r"(?<![\w.'\[])(\d[\d']*)(\.\d*)?([eE][+-]?\d+)?(?![\w.'])")
CONDITION = re.compile(r"\bif (?:constexpr )?\((?P<inside>[^;{}]*?)\)(?= \{| return| continue| break|\n)")
STATEMENT = re.compile(r"^ +(?!return\b|throw\b|break\b|using\b|co_|delete\b|else\b)"
                       r"[A-Za-z_*][\w.:>\[\]()*-]*(?:\([^;{}]*\)| [-+*/|&]?= [^;{}]*|\+\+)?;$", re.MULTILINE)
FUNCTION = re.compile(r"^(?!namespace|struct|class|enum|union|template|extern)(?P<head>\w[^;{}=]*\))"
                      r"(?: const)?(?: noexcept)? \{\n", re.MULTILINE)

Mutant = collections.namedtuple("Mutant", "kind line words begin end text")
Mutant.applied = lambda mutant, whole: whole[:mutant.begin] + mutant.text + whole[mutant.end:]


def code_of(whole):
    """The text with blanks in place of comments, strings, directives and assertions."""
    return CODE_OR_NOT.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), whole)


def is_balanced(text):
    depth = 0
    for letter in text:
        depth += (letter == "(") - (letter == ")")
        if depth < 0:
            return False
    return depth == 0


def other_numbers(number, point, exponent):
    if point or exponent:
        return [f"(2 * {number})", f"(0.5 * {number})"]
    return [f"({number} + 1)", f"({number} - 1)"]


def changes(code):
    """(kind, begin, end, new text) of every change of a source."""
    for found in JOINING.finditer(code):
        for kind, swaps in SWAPS.items():
            for text in swaps.get(found.group(), []):
                yield kind, *found.span(), text
    for found in NUMBER.finditer(code):
        for text in other_numbers(found.group(), found.group(2), found.group(3)):
            yield "constant", *found.span(), text
    for found in CONDITION.finditer(code):
        if is_balanced(found["inside"]):
            yield "negation", *found.span("inside"), f"!({found['inside']})"
    for found in STATEMENT.finditer(code):
        if is_balanced(found.group()):
            yield "removal", *found.span(), ";" + "\n" * found.group().count("\n")
    for found in FUNCTION.finditer(code):
        is_void = re.match(r"(?:static )?void\b", found["head"])
        yield "early return", found.end(), found.end(), "return; " if is_void else "return {}; "


def mutants_of(whole):
    code = code_of(whole)
    for kind, begin, end, text in changes(code):
        line = whole.count("\n", 0, begin) + 1
        shown = " ".join(whole[whole.rfind("\n", 0, begin) + 1:whole.find("\n", end)].split())
        what = " ".join(whole[begin:end].split()) or "nothing"
        yield Mutant(kind, line, f"{what} -> {text.strip()} in: {shown}", begin, end, text)
