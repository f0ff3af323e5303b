"""All small changes of a C++ source in one text, each behind its number (mutant.hpp).

A change is known by the syntax tree of libclang, so that what is put in is valid whatever stands around
it: a < b becomes mutant::less<12, 13>(a, b), and number 12 makes it a <= b while the program runs.
Constant expressions, macros, assertions and what depends on a template's parameters stay as they are.
"""
import collections
import re

from clang.cindex import CursorKind, Index, TranslationUnit, TypeKind

# Operator: name of the function that stands for it, and what its mutants do instead.
OPERATORS = {
    "<": ("less", ["<=", ">"]), "<=": ("less_equal", ["<", ">="]),
    ">": ("greater", [">=", "<"]), ">=": ("greater_equal", [">", "<="]),
    "==": ("equal", ["!="]), "!=": ("not_equal", ["=="]),
    "+": ("plus", ["-"]), "-": ("minus", ["+"]), "*": ("times", ["/"]), "/": ("over", ["*"]),
    "%": ("modulo", ["*"]),
    "+=": ("plus_to", ["-="]), "-=": ("minus_to", ["+="]),
    "*=": ("times_to", ["/="]), "/=": ("over_to", ["*="]),
}
LOGIC = {"&&": ("both", ["||"]), "||": ("either", ["&&"])}
ARITHMETIC = {TypeKind.BOOL, TypeKind.CHAR_S, TypeKind.CHAR_U, TypeKind.SCHAR, TypeKind.UCHAR,
              TypeKind.SHORT, TypeKind.USHORT, TypeKind.INT, TypeKind.UINT, TypeKind.LONG,
              TypeKind.ULONG, TypeKind.LONGLONG, TypeKind.ULONGLONG, TypeKind.FLOAT, TypeKind.DOUBLE,
              TypeKind.LONGDOUBLE}
CODE_OR_NOT = re.compile(rb'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\''
                         rb'|^[ \t]*#[^\n]*|\b(?:static_)?assert\([^;]*;', re.DOTALL | re.MULTILINE)
NUMBER = re.compile(r"\d[\d']*(\.\d*)?([eE][+-]?\d+)?")
CALLS = {CursorKind.CALL_EXPR, CursorKind.BINARY_OPERATOR, CursorKind.COMPOUND_ASSIGNMENT_OPERATOR,
         CursorKind.UNARY_OPERATOR, CursorKind.UNEXPOSED_EXPR}
BODIES = {CursorKind.FUNCTION_DECL, CursorKind.CXX_METHOD}
MAY_BE_CONSTANT = BODIES | {CursorKind.FUNCTION_TEMPLATE, CursorKind.VAR_DECL}
BRANCHES = {CursorKind.COMPOUND_STMT, CursorKind.IF_STMT, CursorKind.FOR_STMT,
            CursorKind.CXX_FOR_RANGE_STMT, CursorKind.WHILE_STMT}

LINES_BEFORE = 2  # of a mutated text

Mutant = collections.namedtuple("Mutant", "kind line words")


def code_of(raw):
    """With blanks in place of comments, strings, directives and assertions: byte by byte."""
    code = CODE_OR_NOT.sub(lambda found: re.sub(rb"[^\n]", b" ", found.group()), raw)
    return re.sub(rb"[^\x00-\x7f]", b" ", code)


class Source:
    """One source with its mutants; `first` is the number of the first of them."""

    def __init__(self, path, arguments, left_out=()):
        self.raw = path.read_bytes()
        self.code = code_of(self.raw)
        self.left_out = left_out  # lines that do not compile when they are changed: their mutants are numbered only
        self.mutants, self.missing = [], set()
        self.puts = []  # offset, order, where what they replace ends, text
        self.depth = 0
        unit = Index.create().parse(str(path), arguments, options=TranslationUnit.PARSE_INCOMPLETE)
        for cursor in unit.cursor.get_children():
            if cursor.location.file and cursor.location.file.name == str(path):
                self._visit(cursor, [])

    def text(self, first):
        """With all mutants in it, numbered from `first`, behind LINES_BEFORE."""
        pieces, at = [b'#include "mutant.hpp"\n#pragma GCC diagnostic ignored "-Wnarrowing"\n'], 0
        for offset, _, end, text in sorted(self.puts):
            pieces.append(self.raw[at:offset])
            pieces.append(re.sub(r"@(\d+)@", lambda n: str(int(n[1]) + first), text).encode())
            at = end
        return b"".join(pieces + [self.raw[at:]])

    # --- the tree -------------------------------------------------------------------------------

    def _visit(self, cursor, above):
        if cursor.kind is CursorKind.STATIC_ASSERT:
            return
        if cursor.kind in MAY_BE_CONSTANT and self._is_constant(cursor):
            return
        self.depth += 1
        self._change(cursor, above)
        for child in cursor.get_children():
            self._visit(child, above + [cursor])
        self.depth -= 1

    def _is_constant(self, cursor):
        begin, end = self._span(cursor)
        body = self.code.find(b"{", begin, end)
        initial = self.code.find(b"=", begin, end)
        ends = [at for at in (body, initial) if at >= 0]
        return re.search(rb"\bconst(expr|eval|init)\b", self.code[begin:min(ends, default=end)]) is not None

    def _span(self, cursor):
        return cursor.extent.start.offset, cursor.extent.end.offset

    def _change(self, cursor, above):
        begin, end = self._span(cursor)
        if not self.code[begin:end].strip():
            return
        puts, mutants = len(self.puts), len(self.mutants)
        self._change_code(cursor, above)
        if self._is_left_out(cursor):
            del self.puts[puts:]
            self.missing.update(range(mutants, len(self.mutants)))

    def _change_code(self, cursor, above):
        if cursor.kind in (CursorKind.BINARY_OPERATOR, CursorKind.COMPOUND_ASSIGNMENT_OPERATOR):
            self._operator(cursor)
        elif cursor.kind in (CursorKind.INTEGER_LITERAL, CursorKind.FLOATING_LITERAL):
            self._number(cursor, above)
        elif cursor.kind is CursorKind.IF_STMT:
            self._condition(cursor)
        elif cursor.kind in BODIES:
            self._body(cursor)
        if above and above[-1].kind in BRANCHES:
            self._statement(cursor, above[-1])

    def _is_left_out(self, cursor):
        """An `if` is changed in its first line, a function up to its brace, all else as a whole."""
        first, last = cursor.extent.start.line, cursor.extent.end.line
        if cursor.kind is CursorKind.IF_STMT:
            last = first
        elif cursor.kind in BODIES:
            body = [child for child in cursor.get_children() if child.kind is CursorKind.COMPOUND_STMT]
            last = body[0].extent.start.line if body else first
        return any(first <= line <= last for line in self.left_out)

    def _operator(self, cursor):
        operands = list(cursor.get_children())
        if len(operands) != 2:
            return
        (begin, left_end), (right, end) = map(self._span, operands)
        name = self.code[left_end:right].strip().decode()
        if (begin, end) != self._span(cursor) or name not in OPERATORS | LOGIC:
            return
        kinds = [operand.type.get_canonical().kind for operand in operands]
        if name in LOGIC:
            function, others = LOGIC[name]
            number = self._numbered("logic", cursor, name, others)
            self._put(begin, end, f"mutant::{function}<{number}>(bool(")
            self._replace(left_end, right, "), [&]() -> bool { return bool(")
            self._close(begin, end, "); })")
            return
        enums = name in ("==", "!=") and kinds[0] is kinds[1] is TypeKind.ENUM
        if not enums and not all(kind in ARITHMETIC for kind in kinds):
            return
        function, others = OPERATORS[name]
        kind = "relation" if name.rstrip("=") in ("<", ">", "", "!") else "arithmetic"
        number = self._numbered(kind, cursor, name, others)
        self._put(begin, end, f"mutant::{function}<{number}>(")
        self._replace(left_end, right, ", ")
        self._close(begin, end, ")")

    def _number(self, cursor, above):
        begin, end = self._span(cursor)
        text = self.code[begin:end].decode()
        if not NUMBER.fullmatch(text) or any(at.kind is CursorKind.ARRAY_SUBSCRIPT_EXPR for at in above[-2:]):
            return
        is_whole = cursor.kind is CursorKind.INTEGER_LITERAL
        changed = ["+ 1", "- 1"] if is_whole else ["times 2", "by 2"]
        number = self._numbered("constant", cursor, text, changed)
        self._put(begin, end, f"mutant::number<{number}>(")
        self._close(begin, end, ")")

    def _condition(self, cursor):
        inside = next(cursor.get_children())
        begin, end = self._span(inside)
        before = self.code[cursor.extent.start.offset:begin]
        if before == b"if (" and inside.kind not in (CursorKind.DECL_STMT, CursorKind.VAR_DECL):
            number = self._numbered("negation", inside, "", ["!"])
            self._put(begin, end, f"mutant::negated<{number}>(bool(")
            self._close(begin, end, "))")

    def _statement(self, cursor, parent):
        begin, end = self._span(cursor)
        if cursor.kind not in CALLS or self.code[end:end + 1] != b";" or self._is_head(parent, begin):
            return
        number = self._numbered("removal", cursor, "", [";"])
        self._put(begin, end + 1, f"{{ if (!mutant::is({number})) ")
        self.puts.append((end + 1, (0, -begin), end + 1, " }"))

    def _is_head(self, parent, begin):
        """Inside of the brackets of if, for and while."""
        if parent.kind is CursorKind.COMPOUND_STMT:
            return False
        depth = 0
        for letter in self.code[parent.extent.start.offset:begin].decode():
            depth += (letter == "(") - (letter == ")")
        return depth > 0

    def _body(self, cursor):
        body = [child for child in cursor.get_children() if child.kind is CursorKind.COMPOUND_STMT]
        result = cursor.result_type
        if not body or result.spelling.startswith("Result<") or result.kind in (TypeKind.LVALUEREFERENCE, TypeKind.RVALUEREFERENCE, TypeKind.AUTO):
            return
        at = body[0].extent.start.offset + 1
        value = "" if result.kind is TypeKind.VOID else " {}"
        number = self._numbered("early return", cursor, "", ["return"])
        self.puts.append((at, (2, 0), at, f" if (mutant::is({number})) return{value};"))

    # --- the text -------------------------------------------------------------------------------

    def _numbered(self, kind, cursor, name, others):
        first = len(self.mutants)
        begin, _ = self._span(cursor)
        shown = self.raw[self.raw.rfind(b"\n", 0, begin) + 1:self.raw.find(b"\n", begin)].decode().strip()
        for other in others:
            self.mutants.append(Mutant(kind, cursor.extent.start.line, f"{name} -> {other} in: {shown}"))
        return ", ".join(f"@{first + i}@" for i in range(len(others)))

    def _put(self, begin, end, text):
        """Before the expression: a longer one first."""
        self.puts.append((begin, (2, -end, self.depth), begin, text))

    def _close(self, begin, end, text):
        """Behind it: a shorter one, which begins later, first."""
        self.puts.append((end, (1, -begin, -self.depth), end, text))

    def _replace(self, begin, end, text):
        text += "\n" * self.raw.count(b"\n", begin, end)  # lines stay where they are
        self.puts.append((begin, (1, 1), end, text))
