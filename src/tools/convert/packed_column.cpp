#include "tools/convert/packed_column.hpp"

#include <algorithm>
#include <cstring>

#include "base/ordered_parallel.hpp"
#include "read/container/zlib_stream.hpp"

namespace sneddon {
namespace {

// The numbers of a chunk fit into the cache of a core with room to work in. Level 6 packs the steps
// of a clock to half of what level 4 does, and measured columns as small as 9.
constexpr std::uint64_t most_chunk_elements = std::uint64_t{1} << 15;
constexpr int zlib_level = 6;

/// First the first bytes of all elements, then the second ones: the filter "shuffle".
template <class Element>
std::string shuffled(std::span<const Element> elements) {
    std::string apart(elements.size_bytes(), '\0');
    const char* const together = reinterpret_cast<const char*>(elements.data());
    for (std::size_t place = 0; place < sizeof(Element); ++place)
        for (std::size_t i = 0; i < elements.size(); ++i)
            apart[place * elements.size() + i] = together[i * sizeof(Element) + place];
    return apart;
}

/// `fill(first, elements)` gives the elements of a chunk; behind the last ones are zeros.
template <class Element, class Fill>
PackedColumn pack(std::uint64_t count, unsigned threads, Fill fill) {
    PackedColumn column;
    column.count = count;
    column.chunk_elements = std::clamp<std::uint64_t>(count, 1, most_chunk_elements);
    const auto chunks =
        static_cast<std::size_t>((count + column.chunk_elements - 1) / column.chunk_elements);
    ordered_parallel(
        chunks, threads, Stop(),
        [&](std::size_t i) {
            const std::uint64_t first = i * column.chunk_elements;
            std::vector<Element> elements(
                static_cast<std::size_t>(std::min(column.chunk_elements, count - first)));
            fill(first, elements);
            elements.resize(static_cast<std::size_t>(column.chunk_elements));
            return pack_zlib(shuffled(std::span<const Element>(elements)), zlib_level,
                             elements.size());
        },
        [&](std::size_t, std::string&& chunk) { column.chunks.push_back(std::move(chunk)); });
    return column;
}

template <class Element>
PackedColumn pack_span(std::span<const Element> values) {
    return pack<Element>(values.size(), 1, [&](std::uint64_t first, std::vector<Element>& to) {
        std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(first), to.size(), to.begin());
    });
}

/// Any part of a scattered column.
class Gatherer {
  public:
    explicit Gatherer(const ScatteredColumn& column) : column_(column) {
        begins_.push_back(0);
        for (const auto part : column) begins_.push_back(begins_.back() + part.size());
    }
    std::uint64_t count() const { return begins_.back(); }
    void gather(std::uint64_t first, std::span<double> to) const {
        auto part = static_cast<std::size_t>(
            std::upper_bound(begins_.begin(), begins_.end(), first) - begins_.begin() - 1);
        for (std::size_t done = 0; done < to.size(); ++part) {
            const auto skip = static_cast<std::size_t>(first + done - begins_[part]);
            const std::size_t take = std::min(to.size() - done, column_[part].size() - skip);
            std::copy_n(column_[part].begin() + static_cast<std::ptrdiff_t>(skip), take,
                        to.begin() + static_cast<std::ptrdiff_t>(done));
            done += take;
        }
    }

  private:
    const ScatteredColumn& column_;
    std::vector<std::uint64_t> begins_;
};

template <class Whole>
PackedColumn pack_wholes(const Gatherer& values, int decimals, unsigned threads) {
    return pack<Whole>(values.count(), threads, [&](std::uint64_t first, std::vector<Whole>& to) {
        std::vector<double> part(to.size());
        values.gather(first, part);
        to_wholes(std::span<const double>(part), decimals, to);
    });
}

}  // namespace

ColumnCode code_of(const ScatteredColumn& values) {
    ColumnCode code;
    for (const auto part : values) code = widened(code, part);
    return code;
}

PackedColumn packed(const ScatteredColumn& values, const ColumnCode& code, unsigned threads) {
    const Gatherer gatherer(values);
    if (code.decimals == no_decimals)
        return pack<double>(
            gatherer.count(), threads,
            [&](std::uint64_t first, std::vector<double>& to) { gatherer.gather(first, to); });
    return code.fits_32_bits() ? pack_wholes<std::int32_t>(gatherer, code.decimals, threads)
                               : pack_wholes<std::int64_t>(gatherer, code.decimals, threads);
}

PackedColumn packed(std::span<const std::int64_t> values) {
    return pack_span(values);
}

PackedColumn packed(std::span<const double> values) {
    return pack_span(values);
}

PackedColumn packed(std::string_view bytes) {
    return pack_span(std::span<const char>(bytes.data(), bytes.size()));
}

}  // namespace sneddon
