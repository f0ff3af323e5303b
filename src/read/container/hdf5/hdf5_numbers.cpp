#include "read/container/hdf5/hdf5_numbers.hpp"

#include <fmt/core.h>

#include <cstring>

namespace sneddon {
namespace {

using Kind = Hdf5Type::Kind;

template <class Stored, class Number>
void convert(std::string_view raw, std::span<Number> to) {
    for (std::size_t i = 0; i < to.size(); ++i) {
        Stored value;
        std::memcpy(&value, raw.data() + i * sizeof(Stored), sizeof(Stored));
        to[i] = static_cast<Number>(value);
    }
}

template <class Number>
void convert_wholes(std::string_view raw, const Hdf5Type& type, std::span<Number> to) {
    const bool is_signed = type.is_signed;
    switch (type.size) {
        case 1:
            return is_signed ? convert<std::int8_t>(raw, to) : convert<std::uint8_t>(raw, to);
        case 2:
            return is_signed ? convert<std::int16_t>(raw, to) : convert<std::uint16_t>(raw, to);
        case 4:
            return is_signed ? convert<std::int32_t>(raw, to) : convert<std::uint32_t>(raw, to);
        default:
            return is_signed ? convert<std::int64_t>(raw, to) : convert<std::uint64_t>(raw, to);
    }
}

template <class Number, class Convert>
Result<std::vector<Number>> all_numbers(const Hdf5File& file, const Hdf5Dataset& dataset,
                                        std::string_view what, Convert convert_piece) {
    const auto pieces = file.pieces(dataset, what);
    if (!pieces) return pieces.error();
    std::vector<Number> numbers(dataset.count);
    Hdf5Scratch scratch;
    for (const Hdf5Piece& piece : *pieces) {
        const auto raw = Hdf5File::unpacked(dataset, piece, scratch);
        if (!raw) return file.damaged(fmt::format("a damaged piece of {}", what));
        convert_piece(*raw, dataset.type, std::span(numbers).subspan(piece.first, piece.count));
    }
    return numbers;
}

}  // namespace

bool is_number(const Hdf5Type& type) {
    return type.kind == Kind::whole || type.kind == Kind::real;
}

void hdf5_to_doubles(std::string_view raw, const Hdf5Type& type, std::span<double> to) {
    if (type.kind == Kind::whole) return convert_wholes(raw, type, to);
    return type.size == sizeof(float) ? convert<float>(raw, to) : convert<double>(raw, to);
}

void hdf5_to_wholes(std::string_view raw, const Hdf5Type& type, std::span<std::int64_t> to) {
    convert_wholes(raw, type, to);
}

Result<std::vector<double>> hdf5_doubles(const Hdf5File& file, const Hdf5Dataset& dataset,
                                         std::string_view what) {
    if (!is_number(dataset.type)) return file.cannot_read(fmt::format("{} is no number", what));
    return all_numbers<double>(file, dataset, what, hdf5_to_doubles);
}

Result<std::vector<std::int64_t>> hdf5_wholes(const Hdf5File& file, const Hdf5Dataset& dataset,
                                              std::string_view what) {
    if (dataset.type.kind != Kind::whole)
        return file.cannot_read(fmt::format("{} is no whole number", what));
    return all_numbers<std::int64_t>(file, dataset, what, hdf5_to_wholes);
}

}  // namespace sneddon
