#include "read/container/tdm/tdm_head.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <pugixml.hpp>
#include <set>
#include <utility>

#include "base/encoding.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr std::array number_names = {
    std::pair{"eInt8Usi", TdmNumber::int8},       std::pair{"eUInt8Usi", TdmNumber::uint8},
    std::pair{"eInt16Usi", TdmNumber::int16},     std::pair{"eUInt16Usi", TdmNumber::uint16},
    std::pair{"eInt32Usi", TdmNumber::int32},     std::pair{"eUInt32Usi", TdmNumber::uint32},
    std::pair{"eInt64Usi", TdmNumber::int64},     std::pair{"eUInt64Usi", TdmNumber::uint64},
    std::pair{"eFloat32Usi", TdmNumber::float32}, std::pair{"eFloat64Usi", TdmNumber::float64},
};

constexpr std::array sequence_names = {
    std::pair{"explicit", TdmSequence::values},
    std::pair{"implicit_constant", TdmSequence::constant},
    std::pair{"implicit_linear", TdmSequence::linear},
    std::pair{"raw_linear", TdmSequence::scaled},
};

template <class Names, class Value>
bool read_name(const Names& names, std::string_view text, Value& value) {
    const auto found = std::ranges::find(
        names, text, [](const auto& entry) { return std::string_view(entry.first); });
    if (found == names.end()) return false;
    value = found->second;
    return true;
}

std::optional<std::uint64_t> whole_number(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// Ids of '#xpointer(id("usi16") id("usi17"))'.
std::vector<std::string_view> ids_in(std::string_view text) {
    constexpr std::string_view begin = "id(\"", end = "\")";
    std::vector<std::string_view> ids;
    for (std::size_t at = text.find(begin); at != text.npos; at = text.find(begin, at)) {
        at += begin.size();
        const std::size_t stop = text.find(end, at);
        if (stop == text.npos) break;
        ids.push_back(text.substr(at, stop - at));
        at = stop;
    }
    return ids;
}

// What is pointed at many times is looked through many times: a hostile node with a million
// children or attributes must not be. Nodes of sound heads have a dozen.
constexpr int most_looked_at = 64;
constexpr std::size_t longest_pointer = 256, longest_name = 255;

pugi::xml_node child_of(pugi::xml_node parent, std::string_view name) {
    pugi::xml_node child = parent.first_child();
    for (int i = 0; i < most_looked_at && child; ++i, child = child.next_sibling())
        if (child.name() == name) return child;
    return {};
}

std::string_view text_of(pugi::xml_node parent, std::string_view name) {
    return child_of(parent, name).child_value();
}

// A name that many channels share is copied for each.
std::string short_text_of(pugi::xml_node parent, std::string_view name) {
    constexpr std::size_t longest = 256;
    return text_utf8(text_of(parent, name).substr(0, longest));
}

std::string_view attribute_of(pugi::xml_node node, std::string_view name) {
    pugi::xml_attribute attribute = node.first_attribute();
    for (int i = 0; i < most_looked_at && attribute; ++i, attribute = attribute.next_attribute())
        if (attribute.name() == name) return attribute.value();
    return {};
}

std::string short_value_of(pugi::xml_node node, std::string_view name) {
    constexpr std::size_t longest = 64;
    return text_utf8(attribute_of(node, name).substr(0, longest));
}

class Reader {
  public:
    Reader(std::string_view xml, std::string_view name) : xml_(xml), name_(name) {}

    Result<TdmHead> read() {
        if (xml_.size() > most_tdm_head_bytes)
            return wrong(fmt::format("a head of {} bytes", xml_.size()),
                         fmt::format("at most {}", most_tdm_head_bytes));
        const auto parsed = document_.load_buffer(xml_.data(), xml_.size(), pugi::parse_default,
                                                  pugi::encoding_utf8);
        if (!parsed)
            return wrong(fmt::format("{} at byte {}", parsed.description(), parsed.offset),
                         "well-formed XML");
        const pugi::xml_node root = document_.child("usi:tdm");
        const pugi::xml_node body = root.child("usi:include").child("file");
        if (!body) return wrong("no <usi:include> with a <file>", "the name of the .tdx");
        if (body.next_sibling("file")) return wrong("several <file>", "one .tdx");
        if (auto error = read_body(body)) return *error;
        for (const pugi::xml_node node : root.child("usi:data").children())
            nodes_.emplace(attribute_of(node, "id"), node);
        for (const pugi::xml_node node : root.child("usi:data").children("tdm_root")) {
            head_.title = short_text_of(node, "name");
            read_attributes(node.child("instance_attributes"));
            for (const std::string_view id : ids_in(text_of(node, "channelgroups")))
                if (auto error = read_group(id)) return *error;
        }
        return std::move(head_);
    }

  private:
    Error wrong(std::string found, std::string expected) const {
        return {"SND-R051", std::string(name_), std::move(found), std::move(expected),
                "copy or export the test again"};
    }

    std::optional<Error> read_body(pugi::xml_node file) {
        const std::string_view url = attribute_of(file, "url");
        head_.body_name =
            text_utf8(url.substr(url.find_last_of("/\\") + 1).substr(0, longest_name));
        const std::string order = short_value_of(file, "byteOrder");
        head_.is_big_endian = order == "bigEndian";
        if (!head_.is_big_endian && order != "littleEndian")
            return wrong(fmt::format("byteOrder '{}'", order), "littleEndian or bigEndian");
        for (const pugi::xml_node block : file.children("block"))
            blocks_.emplace(attribute_of(block, "id"), block);
        return std::nullopt;
    }

    void read_attributes(pugi::xml_node attributes) {
        for (const pugi::xml_node attribute : attributes.children()) {
            const pugi::xml_node text = attribute.child("s");
            head_.attributes.emplace(attribute_of(attribute, "name"),
                                     text_utf8((text ? text : attribute).child_value()));
        }
    }

    std::optional<Error> read_group(std::string_view id) {
        if (!seen_.insert(id).second)
            return wrong(fmt::format("group '{}' twice", id.substr(0, longest_name)),
                         "each group once");
        const pugi::xml_node node = node_of(id);
        TdmGroup group;
        group.name = short_text_of(node, "name");
        for (const std::string_view channel : ids_in(text_of(node, "channels"))) {
            if (!seen_.insert(channel).second)
                return wrong(fmt::format("channel '{}' twice", channel.substr(0, longest_name)),
                             "each channel once");
            auto read = read_channel(node_of(channel));
            if (!read) return read.error();
            group.channels.push_back(std::move(read).value());
        }
        head_.groups.push_back(std::move(group));
        return std::nullopt;
    }

    Result<TdmChannel> read_channel(pugi::xml_node node) const {
        TdmChannel channel;
        channel.name = short_text_of(node, "name");
        channel.unit = short_text_of(node, "unit_string");
        const pugi::xml_node column = pointed_at(node, "local_columns");
        const auto rows = whole_number(text_of(pointed_at(column, "submatrix"), "number_of_rows"));
        if (!rows)
            return wrong(fmt::format("channel '{}' without number_of_rows", channel.name),
                         "how many values it has");
        channel.rows = *rows;
        const std::string sequence = short_text_of(column, "sequence_representation");
        if (!read_name(sequence_names, sequence, channel.sequence))
            channel.why_unknown = fmt::format("sequence_representation '{}'", sequence);
        if (channel.sequence != TdmSequence::values && channel.sequence != TdmSequence::unknown)
            read_parameters(column, channel);
        if (channel.sequence == TdmSequence::values || channel.sequence == TdmSequence::scaled)
            if (auto error = read_block(pointed_at(column, "values"), channel)) return *error;
        return channel;
    }

    static void read_parameters(pugi::xml_node column, TdmChannel& channel) {
        const std::string parameters = short_text_of(column, "generation_parameters");
        const std::string_view text = trimmed(parameters);
        const std::size_t space = std::min(text.find(' '), text.size());
        const auto a = parse_number(text.substr(0, space));
        const auto b = parse_number(trimmed(text.substr(space)));
        if (!a || (!b && channel.sequence != TdmSequence::constant)) {
            channel.sequence = TdmSequence::unknown;
            channel.why_unknown = fmt::format("generation_parameters '{}'", text);
        }
        channel.a = a.value_or(0);
        channel.b = b.value_or(0);
    }

    std::optional<Error> read_block(pugi::xml_node sequence, TdmChannel& channel) const {
        const auto found = blocks_.find(attribute_of(child_of(sequence, "values"), "external"));
        if (found == blocks_.end()) {
            channel.sequence = TdmSequence::unknown;
            channel.why_unknown = "its values are not in the .tdx";
            return std::nullopt;
        }
        const pugi::xml_node block = found->second;
        const auto offset = whole_number(attribute_of(block, "byteOffset"));
        const auto length = whole_number(attribute_of(block, "length"));
        if (!offset || !length || *length != channel.rows)
            return wrong(
                fmt::format("channel '{}' of {} rows in a block with byteOffset '{}' and "
                            "length '{}'",
                            channel.name, channel.rows, short_value_of(block, "byteOffset"),
                            short_value_of(block, "length")),
                "a place and as many values as rows");
        channel.block = {*offset, *length, TdmNumber::float64};
        const std::string number = short_value_of(block, "valueType");
        if (!read_name(number_names, number, channel.block.number)) {
            channel.sequence = TdmSequence::unknown;
            channel.why_unknown = fmt::format("values of type '{}'", number);
        } else if (!attribute_of(block, "blockSize").empty()) {
            channel.sequence = TdmSequence::unknown;
            channel.why_unknown = "values between those of other channels (blockSize)";
        }
        return std::nullopt;
    }

    pugi::xml_node node_of(std::string_view id) const {
        const auto found = nodes_.find(id);
        return found == nodes_.end() ? pugi::xml_node() : found->second;
    }

    /// By the first id of the child `name`.
    pugi::xml_node pointed_at(pugi::xml_node node, std::string_view name) const {
        const std::string_view text = text_of(node, name);
        const auto ids = ids_in(text.substr(0, longest_pointer));
        return ids.empty() ? pugi::xml_node() : node_of(ids.front());
    }

    std::string_view xml_, name_;
    pugi::xml_document document_;
    std::map<std::string_view, pugi::xml_node> nodes_, blocks_;
    std::set<std::string_view> seen_;  ///< groups and channels
    TdmHead head_;
};

}  // namespace

std::uint64_t bytes_of_number(TdmNumber number) {
    switch (number) {
        case TdmNumber::int8:
        case TdmNumber::uint8:
            return 1;
        case TdmNumber::int16:
        case TdmNumber::uint16:
            return sizeof(std::int16_t);
        case TdmNumber::int32:
        case TdmNumber::uint32:
        case TdmNumber::float32:
            return sizeof(std::int32_t);
        case TdmNumber::int64:
        case TdmNumber::uint64:
        case TdmNumber::float64:
            break;
    }
    return sizeof(std::int64_t);
}

const TdmGroup* TdmHead::find_group(std::string_view name) const {
    const auto found = std::ranges::find(groups, name, &TdmGroup::name);
    return found == groups.end() ? nullptr : &*found;
}

const TdmChannel* find_channel(const TdmGroup& group, std::string_view name) {
    const auto found = std::ranges::find(group.channels, name, &TdmChannel::name);
    return found == group.channels.end() ? nullptr : &*found;
}

Result<TdmHead> read_tdm_head(std::string_view xml, std::string_view name) {
    return Reader(xml, name).read();
}

}  // namespace sneddon
