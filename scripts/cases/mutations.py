"""Ways in which a table of numbers goes wrong between an instrument and a reader."""
import re

HUGE = ["1e12", "-1e12", "1e99", "9e98", "1.7976931348623157e308", "-1e308", "1e-300", "1e5", "-1e7"]
WORDS = ["nan", "NaN", "-nan", "inf", "-Infinity", "****", "Bad", "", "--", "1,5", "1e", "0x1p3", "1D3",
         "\u22121.5", "#DIV/0!", "True"]
UNITS = {"nm": ["um", "mm", "m", "pm", "A", "\xb5m", ""], "uN": ["mN", "N", "nN", "kN", "gf", ""],
         "\xb5N": ["mN", "N", "nN", "kN", "uN", "?N", ""], "s": ["ms", "min", "h", "us", ""]}


class Table:
    """Lines of a text file, where its rows begin, and what stands between their cells."""

    def __init__(self, text):
        self.lines = re.split(r"\r?\n", text)
        self.cell_end = "\t" if any("\t" in line for line in self.lines) else ","
        rows = [place for place, line in enumerate(self.lines) if self.numbers(line) >= 3]
        self.first = rows[0] if rows else len(self.lines)
        self.places = rows

    def numbers(self, line):
        return sum(bool(re.fullmatch(r"\s*[-+.\deE]+\s*", cell)) for cell in line.split(self.cell_end))

    def text(self):
        return "\r\n".join(self.lines)

    def cells(self, place):
        return self.lines[place].split(self.cell_end)

    def change(self, place, column, make):
        cells = self.cells(place)
        column %= len(cells)
        cells[column] = make(cells[column])
        self.lines[place] = self.cell_end.join(cells)


def of_number(make):
    def change(cell):
        try:
            return f"{make(float(cell)):.9g}"
        except ValueError:
            return cell
    return change


def flip_bytes(whole, draw):
    whole = bytearray(whole)
    for _ in range(draw.choice([1, 2, 5, 20, 100])):
        whole[draw.randrange(len(whole))] = draw.randrange(256)
    return bytes(whole)


def truncate(whole, draw):
    return whole[:draw.randrange(len(whole))]


def cut_lines(table, draw):
    begin = draw.randrange(len(table.lines))
    del table.lines[begin:begin + draw.choice([1, 1, 10, 100, 1000])]


def swap_columns(table, draw):
    one, other = draw.sample(range(3), 2)
    begin = draw.choice([0, table.first])  # with the heads or below them
    for place in range(begin, len(table.lines)):
        cells = table.cells(place)
        if len(cells) > max(one, other):
            cells[one], cells[other] = cells[other], cells[one]
            table.lines[place] = table.cell_end.join(cells)


def change_unit(table, draw):
    unit = draw.choice(list(UNITS))
    other = draw.choice(UNITS[unit])
    for place in range(table.first):
        table.lines[place] = re.sub(rf"(?<=[(_\[]){unit}(?=[)\],\t]|$)", other, table.lines[place])


def repeat_rows(table, draw):
    begin = draw.choice(table.places)
    piece = table.lines[begin:begin + draw.choice([1, 5, 100])]
    table.lines[begin:begin] = piece * draw.choice([1, 2, 50])


def put_cells(words):
    def put(table, draw):
        column = draw.randrange(3)
        for _ in range(draw.choice([1, 1, 1, 3, 30])):
            word = draw.choice(words)
            table.change(draw.choice(table.places), column, lambda cell: word)
    return put


def scale_column(table, draw):
    factor, column = draw.choice([1e-6, 1e-3, 0.1, 10, 1e3, 1e6, -1]), draw.randrange(3)
    for place in table.places:
        table.change(place, column, of_number(lambda value: value * factor))


def spike_cell(table, draw):
    factor = draw.choice([-10, 0, 3, 10, 1000, 1e6])
    table.change(draw.choice(table.places), draw.randrange(3), of_number(lambda value: value * factor))


def shift_rows(table, draw):
    """A block of rows at another place: time jumps back and forth."""
    begin = draw.choice(table.places)
    piece = table.lines[begin:begin + draw.choice([2, 20, 200])]
    del table.lines[begin:begin + len(piece)]
    place = draw.randrange(table.first, len(table.lines) + 1)
    table.lines[place:place] = draw.choice([piece, piece[::-1]])


def round_column(table, draw):
    digits, column = draw.choice([-2, -1, 0, 1]), draw.randrange(3)
    for place in table.places:
        table.change(place, column, of_number(lambda value: round(value, digits)))


OF_BYTES = {"flipped": flip_bytes, "truncated": truncate}
OF_TABLES = {"cut": cut_lines, "swapped": swap_columns, "unit": change_unit, "repeated": repeat_rows,
             "huge": put_cells(HUGE), "words": put_cells(WORDS), "scaled": scale_column,
             "spiked": spike_cell, "shifted": shift_rows, "rounded": round_column}


def mutated(whole, draw, encoding):
    """(kind, bytes): one or, of ten, three mutations on top of each other."""
    kinds = []
    for _ in range(3 if draw.random() < 0.1 else 1):
        if not whole:
            break
        table = None
        if b"\0" not in whole:
            table = Table(whole.decode(encoding, "replace"))
        kind = draw.choice([*OF_BYTES, *(OF_TABLES if table and table.places else [])])
        if kind in OF_BYTES:
            whole = OF_BYTES[kind](whole, draw)
        else:
            OF_TABLES[kind](table, draw)
            whole = table.text().encode(encoding, "replace")
        kinds.append(kind)
    return "-".join(kinds), whole
