// Where the elements of a dataset lie, and how they are unpacked.
#include <fmt/core.h>

#include <algorithm>

#include "read/container/hdf5/hdf5_cursor.hpp"
#include "read/container/hdf5/hdf5_file.hpp"
#include "read/container/hdf5/hdf5_messages.hpp"
#include "read/container/zlib_stream.hpp"

namespace sneddon {
namespace {

enum Filter : std::uint16_t { deflate = 1, shuffle = 2, checksum = 3 };

constexpr std::size_t checksum_bytes = 4;
constexpr std::size_t most_levels =
    16;  // of a tree with at least two branches a node: 65,536 chunks

bool is_filter_read(std::uint16_t filter) {
    return filter == deflate || filter == shuffle || filter == checksum;
}

/// The tree of the chunks of a dataset of one dimension, [HDF5 File Format Specification] III.A.1.
class ChunkTree {
  public:
    ChunkTree(std::string_view bytes, const Hdf5Dataset& dataset)
        : bytes_(bytes),
          dataset_(dataset),
          expected_((dataset.count + dataset.chunk_elements - 1) / dataset.chunk_elements) {}

    /// Empty when all is well.
    std::string read(std::vector<Hdf5Piece>& pieces) {
        std::string trouble = read_node(dataset_.address, most_levels, pieces);
        if (!trouble.empty()) return trouble;
        std::ranges::sort(pieces, {}, &Hdf5Piece::first);
        for (std::size_t i = 0; i < pieces.size(); ++i)
            if (pieces[i].first != i * dataset_.chunk_elements) return "a chunk that is not there";
        return pieces.size() == expected_ ? "" : "a chunk that is not there";
    }

  private:
    std::string read_node(std::uint64_t address, std::size_t above,
                          std::vector<Hdf5Piece>& pieces) {
        constexpr std::size_t head_size = 24, entry_size = 32;
        if (address > bytes_.size()) return "a tree of chunks behind its end";
        Hdf5Cursor at(bytes_.substr(address));
        const bool is_marked = at.take(4) == "TREE";
        const unsigned kind = at.u8();
        const std::size_t level = at.u8(), entries = at.u16();
        at.skip(head_size - 8);
        if (!is_marked || kind != 1 || level >= above || entries == 0 ||
            at.left() / entry_size < entries)
            return fmt::format("no tree of chunks at byte {}", address);
        for (std::size_t i = 0; i < entries; ++i) {
            const std::uint32_t size = at.u32(), left_out = at.u32();
            const std::uint64_t first = at.u64();
            at.skip(8);  // byte of an element
            const std::uint64_t place = at.u64();
            std::string trouble = level > 0 ? read_node(place, level, pieces)
                                            : add({first, 0, {}, left_out}, place, size, pieces);
            if (!trouble.empty()) return trouble;
        }
        return "";
    }

    std::string add(Hdf5Piece piece, std::uint64_t place, std::uint64_t size,
                    std::vector<Hdf5Piece>& pieces) const {
        if (place > bytes_.size() || size > bytes_.size() - place)
            return fmt::format("a chunk at byte {} with {} bytes, behind its end", place, size);
        if (piece.first >= dataset_.count || pieces.size() >= expected_)
            return "more chunks than elements";
        piece.count = std::min(dataset_.chunk_elements, dataset_.count - piece.first);
        piece.stored = bytes_.substr(place, size);
        pieces.push_back(piece);
        return "";
    }

    std::string_view bytes_;
    const Hdf5Dataset& dataset_;
    std::uint64_t expected_;
};

std::vector<Hdf5Piece> contiguous_pieces(std::string_view bytes, const Hdf5Dataset& dataset) {
    constexpr std::uint64_t elements_of_piece = std::uint64_t{1} << 16;
    std::vector<Hdf5Piece> pieces;
    for (std::uint64_t first = 0; first < dataset.count; first += elements_of_piece) {
        const std::uint64_t count = std::min(elements_of_piece, dataset.count - first);
        pieces.push_back(
            {first, count, bytes.substr(first * dataset.type.size, count * dataset.type.size), 0});
    }
    return pieces;
}

/// The bytes that stood apart, one place of all elements after the other, together again.
void unshuffle(std::string_view apart, std::size_t size, std::string& together) {
    const std::size_t count = apart.size() / size;
    together.resize(apart.size());
    if (size == 4) {  // what an archive holds
        const char* const byte = apart.data();
        char* out = together.data();
        for (std::size_t i = 0; i < count; ++i, out += 4) {
            out[0] = byte[i];
            out[1] = byte[count + i];
            out[2] = byte[2 * count + i];
            out[3] = byte[3 * count + i];
        }
    } else {
        for (std::size_t place = 0; place < size; ++place)
            for (std::size_t i = 0; i < count; ++i)
                together[i * size + place] = apart[place * count + i];
    }
    std::copy(apart.begin() + static_cast<std::ptrdiff_t>(count * size), apart.end(),
              together.begin() + static_cast<std::ptrdiff_t>(count * size));
}

}  // namespace

Result<std::vector<Hdf5Piece>> Hdf5File::pieces(const Hdf5Dataset& dataset,
                                                std::string_view what) const {
    using Layout = Hdf5Dataset::Layout;
    if (!std::ranges::all_of(dataset.filters, is_filter_read))
        return cannot_read(fmt::format("{} is packed by a filter that is not read", what));
    if (dataset.count == 0) return std::vector<Hdf5Piece>();
    if (dataset.layout == Layout::absent)
        return damaged(fmt::format("{} without its numbers", what));
    if (dataset.layout == Layout::other)
        return cannot_read(fmt::format("{} is stored in a layout that is not read", what));
    if (dataset.layout == Layout::contiguous) {
        const bool is_kept = dataset.address == hdf5_nowhere;
        const std::uint64_t place = is_kept ? 0 : dataset.address;
        const std::string_view all = is_kept ? dataset.kept : bytes_;
        if (place > all.size() || dataset.bytes > all.size() - place)
            return damaged(fmt::format("{} of {} bytes, behind its end", what, dataset.bytes));
        return contiguous_pieces(all.substr(place), dataset);
    }
    // The chunk is unpacked as a whole.
    constexpr std::uint64_t most_chunk = std::uint64_t{32} << 20;
    if (dataset.chunk_elements == 0 || dataset.chunk_elements > most_chunk / dataset.type.size)
        return cannot_read(
            fmt::format("{} has chunks of {} elements", what, dataset.chunk_elements));
    std::vector<Hdf5Piece> pieces;
    const std::string trouble = ChunkTree(bytes_, dataset).read(pieces);
    if (!trouble.empty()) return damaged(fmt::format("{} with {}", what, trouble));
    return pieces;
}

std::optional<std::string_view> Hdf5File::unpacked(const Hdf5Dataset& dataset,
                                                   const Hdf5Piece& piece, Hdf5Scratch& scratch) {
    std::string_view now = piece.stored;
    const std::size_t size =
        dataset.chunk_elements > 0 ? dataset.chunk_elements * dataset.type.size : now.size();
    bool is_inflated = false, is_together = false;
    for (std::size_t f = dataset.filters.size(); f-- > 0;) {
        if (f < 32 && (piece.left_out_filters >> f & 1U) != 0) continue;
        switch (dataset.filters[f]) {
            case checksum:
                if (now.size() < checksum_bytes) return std::nullopt;
                now.remove_suffix(checksum_bytes);
                break;
            case deflate:
                // A stream that cannot hold that much is not given the room for it.
                if (is_inflated || now.size() < size / most_bytes_of_zlib_byte) return std::nullopt;
                scratch.inflated.resize(size);
                if (!unpack_zlib(now, scratch.inflated)) return std::nullopt;
                is_inflated = true;
                now = scratch.inflated;
                break;
            default:
                if (is_together) return std::nullopt;
                unshuffle(now, dataset.type.size, scratch.together);
                is_together = true;
                now = scratch.together;
        }
    }
    if (now.size() < piece.count * dataset.type.size) return std::nullopt;
    return now;
}

}  // namespace sneddon
