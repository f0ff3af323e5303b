#include "read/kla/nmd_head.hpp"

#include <fmt/core.h>

#include <optional>
#include <pugixml.hpp>

#include "base/encoding.hpp"
#include "read/container/little_endian.hpp"

namespace sneddon {
namespace {

constexpr std::string_view begin_mark = "<SAMPLE ", end_mark = "</SAMPLE>";

Error wrong(std::string_view name, std::string found, std::string expected) {
    return {"SND-R055", std::string(name), std::move(found), std::move(expected),
            "copy the file again, or export the tests as CSV"};
}

std::string short_name(pugi::xml_node node) {
    constexpr std::size_t longest = 256;
    return text_utf8(std::string_view(node.attribute("NAME").value()).substr(0, longest));
}

/// Moves `at` behind the block.
std::optional<Error> read_block(std::string_view bytes, std::string_view name, std::size_t& at,
                                NmdChannel& channel) {
    const std::size_t left = bytes.size() - at;
    const std::uint64_t count = left < sizeof(std::uint32_t) ? 0 : u32_at(bytes, at);
    if (left < sizeof(std::uint32_t) || count > (left - sizeof(std::uint32_t)) / sizeof(double))
        return wrong(
            name,
            fmt::format("channel '{}' of {} values with {} bytes left", channel.name, count, left),
            "a count and as many doubles");
    channel.count = static_cast<std::size_t>(count);
    channel.position = at + sizeof(std::uint32_t);
    at = channel.position + channel.count * sizeof(double);
    return std::nullopt;
}

}  // namespace

std::size_t find_nmd_sample(std::string_view bytes) {
    constexpr std::size_t looked_at = std::size_t{64} << 10;
    const std::string_view start = bytes.substr(0, looked_at);
    const std::size_t found = start.find(begin_mark);
    const bool is_one = found != start.npos && start.find("TEMPLATENAME=", found) != start.npos;
    return is_one ? found : start.npos;
}

Result<std::vector<NmdTest>> read_nmd_head(std::string_view bytes, std::string_view name) {
    const std::size_t begin = find_nmd_sample(bytes);
    if (begin == bytes.npos) return wrong(name, "no <SAMPLE TEMPLATENAME=...>", "its XML");
    const std::size_t end = bytes.substr(begin, most_nmd_xml_bytes).find(end_mark);
    if (end == bytes.npos)
        return wrong(name, "no </SAMPLE>", fmt::format("within {} bytes", most_nmd_xml_bytes));
    const std::string_view xml = bytes.substr(begin, end + end_mark.size());
    pugi::xml_document document;
    const auto parsed =
        document.load_buffer(xml.data(), xml.size(), pugi::parse_default, pugi::encoding_latin1);
    if (!parsed)
        return wrong(name,
                     fmt::format("{} at byte {}", parsed.description(),
                                 static_cast<std::ptrdiff_t>(begin) + parsed.offset),
                     "well-formed XML");
    std::vector<NmdTest> tests;
    std::size_t at = begin + xml.size();
    for (const pugi::xml_node node : document.child("SAMPLE").children("TEST")) {
        NmdTest test{short_name(node), {}};
        for (const char* kind : {"SYSCHANNEL", "CHANNEL"})
            for (const pugi::xml_node channel : node.children(kind)) {
                test.channels.push_back({short_name(channel), 0, 0});
                if (auto error = read_block(bytes, name, at, test.channels.back())) return *error;
            }
        tests.push_back(std::move(test));
    }
    if (tests.empty()) return wrong(name, "no <TEST>", "a test");
    if (at != bytes.size())
        return wrong(name, fmt::format("{} bytes behind the last channel", bytes.size() - at),
                     "the end of the file");
    return tests;
}

}  // namespace sneddon
