// An HDF5 file: groups, their attributes, datasets. The bytes are not trusted: work and memory are
// bounded by their number, whatever they say. What h5py and the HDF5 library write unless told
// otherwise is read, and small groups of newer layouts; anything else is named.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sneddon/base/result.hpp"

namespace sneddon {

struct Hdf5Type {
    enum class Kind { whole, real, text, variable_text, other };
    Kind kind = Kind::other;
    std::uint32_t size = 0;  ///< bytes of an element
    bool is_signed = false;
};

struct Hdf5Attribute {
    std::string_view name;
    Hdf5Type type;
    std::uint64_t count = 0;  ///< elements
    std::string_view raw;
};

struct Hdf5Dataset {
    enum class Layout { absent, contiguous, chunked, other };
    Hdf5Type type;
    std::size_t rank = 0;
    std::uint64_t count = 0;  ///< elements
    Layout layout = Layout::absent;
    std::uint64_t address = 0;           ///< of the elements, or of the tree of chunks
    std::uint64_t bytes = 0;             ///< of all elements
    std::uint64_t chunk_elements = 0;    ///< 0: not chunked
    std::vector<std::uint16_t> filters;  ///< in the order in which they were applied
    std::string_view kept;               ///< elements that lie in the head itself
};

struct Hdf5Node {
    std::vector<Hdf5Attribute> attributes;
    std::vector<std::pair<std::string_view, std::size_t>> members;  ///< name, index of the node
    std::optional<Hdf5Dataset> dataset;                             ///< none: a group
};

/// Elements of a dataset that are stored together.
struct Hdf5Piece {
    std::uint64_t first = 0, count = 0;
    std::string_view stored;
    std::uint32_t left_out_filters = 0;  ///< a bit for each
};

/// Room to unpack in, of one thread.
struct Hdf5Scratch {
    std::string inflated, together;
};

bool is_hdf5_file(std::string_view bytes);

class Hdf5File {
  public:
    /// `bytes` must outlive the file; `name` is for messages. Errors: SND-R042.
    static Result<Hdf5File> open(std::string_view bytes, std::string_view name);

    const Hdf5Node& root() const { return nodes_.front(); }
    /// A member, nullptr if there is none of that name.
    const Hdf5Node* find(const Hdf5Node& group, std::string_view name) const;
    const Hdf5Node& node(std::size_t index) const { return nodes_[index]; }

    /// The first text of an attribute, as UTF-8; empty if there is none or it is no text.
    std::string text(const Hdf5Node& node, std::string_view attribute) const;
    std::string text(const Hdf5Attribute& attribute) const;
    /// The number of an attribute that is one.
    std::optional<double> number(const Hdf5Node& node, std::string_view attribute) const;
    static std::optional<double> number(const Hdf5Attribute& attribute);

    /// All elements of a dataset of any rank, each once, in order. Errors: SND-R042; SND-R004 for
    /// a layout that is not read. `what` names it in messages.
    Result<std::vector<Hdf5Piece>> pieces(const Hdf5Dataset& dataset, std::string_view what) const;
    /// The elements of a piece (of a chunk, all it has room for) as bytes, until `scratch` is used
    /// again. Nothing if they are damaged. May be called from many threads.
    static std::optional<std::string_view> unpacked(const Hdf5Dataset& dataset,
                                                    const Hdf5Piece& piece, Hdf5Scratch& scratch);
    Error damaged(std::string_view what) const;
    Error cannot_read(std::string_view what) const;

  private:
    friend class Hdf5Walk;
    using HeapTexts = std::vector<std::pair<std::uint32_t, std::string_view>>;  // sorted

    Hdf5File(std::string_view bytes, std::string_view name) : bytes_(bytes), name_(name) {}
    std::optional<std::string> refuse_bombs() const;

    std::string_view bytes_;
    std::string name_;
    std::vector<Hdf5Node> nodes_;
    std::vector<std::pair<std::uint64_t, HeapTexts>> heaps_;  // sorted by address
};

}  // namespace sneddon
