// Groups of the older layout: a tree whose leaves name the members.
#include <fmt/core.h>

#include "read/container/hdf5/hdf5_cursor.hpp"
#include "read/container/hdf5/hdf5_walk.hpp"

namespace sneddon {
namespace {

constexpr std::size_t tree_head = 24, leaf_head = 8, leaf_entry = 40;
constexpr std::uint64_t price_of_member = 64;

}  // namespace

bool Hdf5Walk::read_old_group(std::string_view body, Hdf5Node& node) {
    constexpr std::size_t heap_head = 32;
    Hdf5Cursor at(body);
    const std::uint64_t tree = at.u64(), heap = at.u64();
    if (!at.is_sound()) return fail("a group that is cut off");
    Hdf5Cursor head(block(heap, heap_head, "names of a group"));
    const bool is_marked = head.take(4) == "HEAP";
    head.skip(4);
    const std::uint64_t size = head.u64();
    head.skip(8);  // what is free
    const std::uint64_t place = head.u64();
    if (!head.is_sound() || !is_marked)
        return fail(fmt::format("no names of a group at byte {}", heap));
    const std::string_view names = block(place, size, "names of a group");
    constexpr int any_level = -1;
    return trouble_.empty() && read_group_tree(tree, any_level, names, node);
}

bool Hdf5Walk::read_group_tree(std::uint64_t address, int level, std::string_view names,
                               Hdf5Node& node) {
    Hdf5Cursor head(block(address, tree_head, "the tree of a group"));
    const bool is_marked = head.take(4) == "TREE";
    const unsigned kind = head.u8();
    const int level_here = head.u8();
    const std::size_t children = head.u16();
    if (!head.is_sound() || !is_marked || kind != 0 || (level >= 0 && level_here != level))
        return fail(fmt::format("no tree of a group at byte {}", address));
    constexpr std::size_t key = 8;
    Hdf5Cursor at(block(address + tree_head, (2 * children + 1) * key, "the tree of a group"));
    if (!trouble_.empty()) return false;
    for (std::size_t i = 0; i < children; ++i) {
        at.skip(key);
        const std::uint64_t child = at.u64();
        const bool is_read = level_here == 0 ? read_group_leaf(child, names, node)
                                             : read_group_tree(child, level_here - 1, names, node);
        if (!is_read) return false;
    }
    return true;
}

bool Hdf5Walk::read_group_leaf(std::uint64_t address, std::string_view names, Hdf5Node& node) {
    constexpr std::uint32_t to_another_name = 2;
    Hdf5Cursor head(block(address, leaf_head, "members of a group"));
    const bool is_marked = head.take(4) == "SNOD";
    head.skip(2);
    const std::size_t members = head.u16();
    if (!head.is_sound() || !is_marked)
        return fail(fmt::format("no members of a group at byte {}", address));
    Hdf5Cursor at(block(address + leaf_head, members * leaf_entry, "members of a group"));
    if (!trouble_.empty()) return false;
    for (std::size_t i = 0; i < members; ++i) {
        const std::uint64_t name_at = at.u64(), object = at.u64();
        const std::uint32_t kind = at.u32();
        at.skip(20);
        if (name_at >= names.size()) return fail("a member of a group without a name");
        if (kind == to_another_name) continue;
        const std::string_view name = names.substr(name_at);
        const std::size_t length = name.find('\0');
        if (!pay(price_of_member + std::min(length, name.size()))) return false;
        add_member(node, name.substr(0, length), object);
    }
    return true;
}

}  // namespace sneddon
