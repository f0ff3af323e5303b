#include "read/container/hdf5/hdf5_walk.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "read/container/hdf5/hdf5_cursor.hpp"
#include "read/container/hdf5/hdf5_messages.hpp"

namespace sneddon {
namespace {

// A sound file is looked at less than twice; what is kept of an object takes some 100 bytes.
constexpr std::uint64_t looks_at_a_byte = 3;
constexpr std::uint64_t price_of_object = 64;
constexpr std::uint64_t least_purse = std::uint64_t{64} << 10;

constexpr std::size_t length_of_signature = 8;

}  // namespace

Hdf5Walk::Hdf5Walk(Hdf5File& file)
    : file_(file), purse_(looks_at_a_byte * file.bytes_.size() + least_purse) {}

bool Hdf5Walk::fail(std::string what) {
    if (trouble_.empty()) trouble_ = std::move(what);
    return false;
}

bool Hdf5Walk::pay(std::uint64_t bytes) {
    if (bytes > purse_) return fail("structures that overlap or run in circles");
    purse_ -= bytes;
    return true;
}

std::string_view Hdf5Walk::block(std::uint64_t address, std::uint64_t size, std::string_view what) {
    const std::uint64_t all = file_.bytes_.size();
    if (address > all || size > all - address) {
        fail(fmt::format("{} at byte {} with {} bytes in a file of {}", what, address, size, all));
        return {};
    }
    if (!pay(size)) return {};
    return file_.bytes_.substr(address, size);
}

std::optional<std::uint64_t> Hdf5Walk::root_address() {
    constexpr std::size_t longest = 120;  // of all versions
    Hdf5Cursor at(file_.bytes_.substr(0, longest));
    at.skip(length_of_signature);
    const unsigned version = at.u8();
    const bool is_old = version <= 1;
    if (version > 3) {
        fail(fmt::format("a superblock of version {}", version));
        return std::nullopt;
    }
    if (is_old) at.skip(4);
    const unsigned address_size = at.u8(), length_size = at.u8();
    at.skip(1);
    if (is_old) at.skip(version == 1 ? 12 : 8);
    const std::uint64_t base = at.u64();
    at.skip(8);
    const std::uint64_t end = at.u64();
    if (is_old) at.skip(16);  // driver; name of the root
    const std::uint64_t root = at.u64();
    if (!at.is_sound()) {
        fail("a head that is cut off");
    } else if (address_size != 8 || length_size != 8 || base != 0) {
        fail(fmt::format("addresses of {} bytes that count from byte {}", address_size, base));
    } else if (end > file_.bytes_.size()) {
        fail(fmt::format("{} bytes of a file of {}", file_.bytes_.size(), end));
    }
    return trouble_.empty() ? std::optional(root) : std::nullopt;
}

// An object that has a name already is not given a second one: nothing is read twice, and nothing
// lies in itself.
void Hdf5Walk::add_member(Hdf5Node& group, std::string_view name, std::uint64_t address) {
    const std::size_t index = file_.nodes_.size();
    if (!nodes_.insert(address).second) return;
    file_.nodes_.emplace_back();
    to_read_.emplace_back(address, index);
    group.members.emplace_back(name, index);
}

std::optional<std::string> Hdf5Walk::run() {
    if (const auto root = root_address()) {
        Hdf5Node nobody;
        add_member(nobody, "/", *root);
        while (!to_read_.empty()) {
            const auto [address, index] = to_read_.back();
            to_read_.pop_back();
            if (!read_object(address, index)) break;
        }
    }
    if (!trouble_.empty()) return trouble_;
    file_.heaps_.assign(heaps_.begin(), heaps_.end());
    return std::nullopt;
}

bool Hdf5Walk::read_object(std::uint64_t address, std::size_t index) {
    Messages messages;
    if (!pay(price_of_object) || !read_messages(address, messages)) return false;
    Hdf5Node node;  // reading may add nodes and move them all
    Hdf5Dataset dataset;
    int parts_of_dataset = 0;
    for (const Message& message : messages)
        if (!take_message(message, node, dataset, parts_of_dataset)) return false;
    if (parts_of_dataset == 3) {  // shape, type and layout
        if (dataset.count > 0 && dataset.type.size > UINT64_MAX / dataset.count)
            return fail("a dataset of more bytes than can be counted");
        dataset.bytes = dataset.count * dataset.type.size;
        node.dataset = std::move(dataset);
    }
    file_.nodes_[index] = std::move(node);
    return true;
}

bool Hdf5Walk::read_messages(std::uint64_t address, Messages& messages) {
    constexpr std::size_t mark = 4;
    const std::string_view beginning = block(address, mark, "the head of an object");
    if (beginning.empty()) return false;
    const bool is_read = beginning == "OHDR" ? read_new_messages(address, messages)
                                             : read_old_messages(address, messages);
    return is_read || fail(fmt::format("a head at byte {} that ends in a message", address));
}

bool Hdf5Walk::read_old_messages(std::uint64_t address, Messages& messages) {
    constexpr std::size_t head_size = 16, message_head = 8;
    Hdf5Cursor head(block(address, head_size, "the head of an object"));
    const unsigned version = head.u8();
    head.skip(7);  // numbers of messages and of links
    const std::uint32_t size = head.u32();
    if (!head.is_sound() || version != 1)
        return fail(fmt::format("no head of an object at byte {}", address));
    return read_blocks({address + head_size, size}, {message_head, 2, 0, 0}, messages);
}

bool Hdf5Walk::read_new_messages(std::uint64_t address, Messages& messages) {
    constexpr std::size_t longest_head = 34, checksum = 4, signature = 4;
    const std::uint64_t there = file_.bytes_.size() - address;
    Hdf5Cursor head(block(address, std::min<std::uint64_t>(longest_head, there), "a head"));
    head.skip(signature);
    const unsigned version = head.u8(), flags = head.u8();
    std::uint64_t position = 6;
    const auto skip = [&](std::uint64_t count) {
        head.skip(count);
        position += count;
    };
    if ((flags & 0x20U) != 0) skip(16);  // times
    if ((flags & 0x10U) != 0) skip(4);   // how attributes are stored
    const unsigned size_bytes = 1U << (flags & 3U);
    const std::uint64_t size = head.whole(size_bytes);
    position += size_bytes;
    if (!head.is_sound() || version != 2)
        return fail(fmt::format("a head of version {} at byte {}", version, address));
    const std::size_t message_head = (flags & 4U) != 0 ? 6 : 4;
    return read_blocks({address + position, size}, {message_head, 1, signature, checksum},
                       messages);
}

bool Hdf5Walk::read_blocks(Block first, const Framing& framing, Messages& messages) {
    const std::size_t around = framing.signature + framing.checksum;
    std::vector<Block> blocks = {first};
    for (std::size_t b = 0; b < blocks.size(); ++b) {
        Hdf5Cursor at(block(blocks[b].first, blocks[b].second, "messages of an object"));
        if (!trouble_.empty()) return false;
        while (at.left() >= framing.message_head) {
            const auto type = static_cast<std::uint16_t>(at.whole(framing.type_bytes));
            const std::uint16_t length = at.u16();
            const bool is_elsewhere = (at.u8() & 2U) != 0;
            at.skip(framing.message_head - framing.type_bytes - 3);  // length and flags were 3
            const std::string_view body = at.take(length);
            if (!at.is_sound()) return false;
            if (type != hdf5_continuation) {
                messages.push_back({type, is_elsewhere, body});
                continue;
            }
            Hdf5Cursor to(body);
            const std::uint64_t place = to.u64(), bytes = to.u64();
            if (!to.is_sound() || bytes < around || !pay(price_of_object)) return false;
            blocks.emplace_back(place + framing.signature, bytes - around);
        }
    }
    return true;
}

bool Hdf5Walk::take_message(const Message& message, Hdf5Node& node, Hdf5Dataset& dataset,
                            int& parts) {
    const std::string_view body = message.body;
    const auto part = [&](bool is_sound) {
        ++parts;
        return is_sound || fail("a dataset whose head contradicts itself");
    };
    if (message.is_elsewhere) {
        if (message.type == hdf5_datatype) dataset.type.size = 1;  // a named type: other
        parts += message.type == hdf5_datatype ? 1 : 0;
        return true;
    }
    Hdf5Shape shape;
    switch (message.type) {
        case hdf5_dataspace:
            if (!part(read_dataspace(body, shape))) return false;
            dataset.rank = shape.rank;
            dataset.count = shape.count;
            return true;
        case hdf5_datatype:
            return part(read_datatype(body, dataset.type));
        case hdf5_layout:
            return part(read_layout(body, dataset));
        case hdf5_filters:
            return read_filters(body, dataset.filters) ||
                   fail("filters that contradict themselves");
        case hdf5_attribute:
            return take_attribute(body, node);
        case hdf5_old_group:
            return read_old_group(body, node);
        case hdf5_link:
            return read_link(body, node);
        case hdf5_link_places:
        case hdf5_attribute_places: {
            Hdf5Cursor at(body);
            at.skip(1);
            const unsigned flags = at.u8();
            const unsigned order = message.type == hdf5_link_places ? 8 : 2;
            at.skip((flags & 1U) != 0 ? order : 0);
            if (at.u64() == hdf5_nowhere) return true;
            return fail(
                "names that are stored in the way of large groups of newer layouts (h5repack "
                "--high=0 writes the older one)");
        }
        default:
            return true;
    }
}

bool Hdf5Walk::take_attribute(std::string_view body, Hdf5Node& node) {
    Hdf5Attribute attribute;
    if (!read_attribute(body, attribute)) return fail("an attribute that contradicts itself");
    if (!pay(price_of_object)) return false;
    if (attribute.type.kind == Hdf5Type::Kind::variable_text && attribute.count > 0) {
        Hdf5Cursor at(attribute.raw);
        at.skip(4);  // length
        if (const std::uint64_t heap = at.u64(); heap != hdf5_nowhere && heap != 0)
            if (!read_heap_texts(heap)) return false;
    }
    node.attributes.push_back(attribute);
    return true;
}

bool Hdf5Walk::read_link(std::string_view body, Hdf5Node& node) {
    Hdf5Cursor at(body);
    at.skip(1);
    const unsigned flags = at.u8();
    const unsigned kind = (flags & 8U) != 0 ? at.u8() : 0U;
    at.skip((flags & 4U) != 0 ? 8 : 0);   // place in the order of creation
    at.skip((flags & 16U) != 0 ? 1 : 0);  // character set
    const std::string_view name = at.take(at.whole(1U << (flags & 3U)));
    if (!at.is_sound()) return fail("a link that contradicts itself");
    if (kind != 0) return true;  // to another place or file
    const std::uint64_t address = at.u64();
    if (!at.is_sound()) return fail("a link that contradicts itself");
    if (!pay(price_of_object)) return false;
    add_member(node, name, address);
    return true;
}

bool Hdf5Walk::read_heap_texts(std::uint64_t address) {
    constexpr std::size_t head_size = 16, object_head = 16;
    const auto [place, is_new] = heaps_.try_emplace(address);
    if (!is_new) return true;
    Hdf5Cursor head(block(address, head_size, "texts"));
    if (!pay(price_of_object)) return false;
    const bool is_marked = head.take(4) == "GCOL";
    head.skip(4);
    const std::uint64_t size = head.u64();
    if (!head.is_sound() || !is_marked || size < head_size)
        return fail(fmt::format("no texts of attributes at byte {}", address));
    Hdf5Cursor at(block(address + head_size, size - head_size, "texts"));
    if (!trouble_.empty()) return false;
    while (at.left() >= object_head) {
        const std::uint32_t index = at.u16();
        at.skip(6);
        const std::uint64_t length = at.u64();
        if (index == 0) break;  // what is free
        const std::string_view text = at.take(length);
        at.align();
        if (!at.is_sound()) return fail(fmt::format("a text at byte {} that is cut off", address));
        // Each comes after the one before it, as a rule.
        auto& texts = place->second;
        const auto after = std::upper_bound(
            texts.begin(), texts.end(), index,
            [](std::uint32_t wanted, const auto& known) { return wanted < known.first; });
        if (after != texts.end() && !pay(static_cast<std::uint64_t>(texts.end() - after)))
            return false;
        texts.insert(after, {index, text});
    }
    return true;
}

}  // namespace sneddon
