#include "read/container/hdf5/hdf5_file.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/encoding.hpp"
#include "read/container/hdf5/hdf5_cursor.hpp"
#include "read/container/hdf5/hdf5_numbers.hpp"
#include "read/container/hdf5/hdf5_walk.hpp"

namespace sneddon {

bool is_hdf5_file(std::string_view bytes) {
    using namespace std::string_view_literals;
    return bytes.starts_with("\x89HDF\r\n\x1a\n"sv);
}

Result<Hdf5File> Hdf5File::open(std::string_view bytes, std::string_view name) {
    Hdf5File file(bytes, name);
    if (!is_hdf5_file(bytes)) return file.damaged("no signature of HDF5");
    auto trouble = Hdf5Walk(file).run();
    if (!trouble) trouble = file.refuse_bombs();
    if (trouble) return file.damaged(*trouble);
    return file;
}

// Numbers become doubles. Measured columns pack to a fifth at best; whole files of constants are
// small enough for the floor.
std::optional<std::string> Hdf5File::refuse_bombs() const {
    constexpr std::uint64_t floor = std::uint64_t{96} << 20, times_the_file = 32;
    const std::uint64_t most = floor + times_the_file * bytes_.size();
    std::uint64_t all = 0;
    for (const Hdf5Node& node : nodes_) {
        if (!node.dataset || node.dataset->layout == Hdf5Dataset::Layout::absent) continue;
        const std::uint64_t width =
            std::max<std::uint64_t>(node.dataset->type.size, sizeof(double));
        const std::uint64_t count = std::max(node.dataset->count, node.dataset->chunk_elements);
        if (count > most / width) return "a dataset of more numbers than fit in it";
        all += count * width;
        if (all > most) return "datasets of more numbers than fit in it";
    }
    return std::nullopt;
}

Error Hdf5File::damaged(std::string_view what) const {
    return {"SND-R042", name_, fmt::format("an HDF5 file with {}", what),
            "an HDF5 file that holds together", "copy or convert the file again"};
}

Error Hdf5File::cannot_read(std::string_view what) const {
    return {"SND-R004", name_, std::string(what),
            "whole numbers and reals, lowest byte first, one dimension, shuffle and deflate",
            "write it again with h5py and without filters of others"};
}

const Hdf5Node* Hdf5File::find(const Hdf5Node& group, std::string_view name) const {
    for (const auto& [known, index] : group.members)
        if (known == name) return &nodes_[index];
    return nullptr;
}

std::string Hdf5File::text(const Hdf5Attribute& attribute) const {
    if (attribute.count == 0) return "";
    if (attribute.type.kind == Hdf5Type::Kind::text) {
        const std::string_view all = attribute.raw.substr(0, attribute.type.size);
        return text_utf8(all.substr(0, all.find('\0')));
    }
    if (attribute.type.kind != Hdf5Type::Kind::variable_text) return "";
    Hdf5Cursor at(attribute.raw);
    const std::uint32_t length = at.u32();
    const std::uint64_t heap = at.u64();
    const std::uint32_t index = at.u32();
    const auto texts =
        std::ranges::lower_bound(heaps_, heap, {}, [](const auto& h) { return h.first; });
    if (texts == heaps_.end() || texts->first != heap) return "";
    const auto found =
        std::ranges::lower_bound(texts->second, index, {}, [](const auto& t) { return t.first; });
    if (found == texts->second.end() || found->first != index) return "";
    const std::string_view all = found->second.substr(0, length);
    return text_utf8(all.substr(0, all.find('\0')));
}

std::string Hdf5File::text(const Hdf5Node& node, std::string_view attribute) const {
    const auto found = std::ranges::find(node.attributes, attribute, &Hdf5Attribute::name);
    return found == node.attributes.end() ? "" : text(*found);
}

std::optional<double> Hdf5File::number(const Hdf5Attribute& attribute) {
    const bool is_number =
        attribute.type.kind == Hdf5Type::Kind::whole || attribute.type.kind == Hdf5Type::Kind::real;
    if (!is_number || attribute.count != 1) return std::nullopt;
    double value = 0;
    hdf5_to_doubles(attribute.raw, attribute.type, {&value, 1});
    return value;
}

std::optional<double> Hdf5File::number(const Hdf5Node& node, std::string_view attribute) const {
    const auto found = std::ranges::find(node.attributes, attribute, &Hdf5Attribute::name);
    return found == node.attributes.end() ? std::nullopt : number(*found);
}

}  // namespace sneddon
