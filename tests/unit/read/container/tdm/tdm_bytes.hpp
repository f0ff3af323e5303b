// NI TDM files made for tests: the head as NI's library writes it, the numbers behind one another.
#pragma once

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace sneddon::testing {

struct MadeChannel {
    std::string name, unit;
    std::vector<double> values;
    std::string type = "eFloat64Usi";  ///< or eFloat32Usi, eInt32Usi, eInt16Usi, eUInt8Usi
    std::string sequence = "explicit";
    std::string parameters = "";  ///< of implicit_linear and raw_linear
    std::string rows = "";        ///< declared; "" = as many as values
};

struct MadeGroup {
    std::string name;
    std::vector<MadeChannel> channels;
};

struct MadeTdm {
    std::vector<MadeGroup> groups;
    std::vector<std::pair<std::string, std::string>> attributes = {};
    std::string title = "Hysitron Data File";
    std::string url = "made.tdx";
    bool is_big_endian = false;

    std::string body() const {
        std::string bytes;
        for (const MadeGroup& group : groups)
            for (const MadeChannel& channel : group.channels)
                for (const double value : channel.values) add(bytes, channel.type, value);
        return bytes;
    }

    std::string head() const {
        std::string blocks, sequences, nodes, columns, group_ids;
        std::size_t offset = 0, number = 0;
        for (std::size_t g = 0; g < groups.size(); ++g) {
            std::string channel_ids;
            for (const MadeChannel& channel : groups[g].channels) {
                const std::size_t n = number++, count = channel.values.size();
                blocks +=
                    fmt::format(R"(<block byteOffset="{}" id="inc{}" length="{}" valueType="{}"/>)",
                                offset, n, count, channel.type);
                offset += count * size_of(channel.type);
                sequences += fmt::format(
                    R"(<double_sequence id="s{0}"><values external="inc{0}"/></double_sequence>)",
                    n);
                nodes += fmt::format(
                    R"(<tdm_channel id="c{0}"><name>{1}</name><unit_string>{2}</unit_string>)"
                    R"(<local_columns>#xpointer(id("l{0}"))</local_columns></tdm_channel>)",
                    n, channel.name, channel.unit);
                columns += fmt::format(
                    R"(<submatrix id="m{0}"><number_of_rows>{1}</number_of_rows></submatrix>)"
                    R"(<localcolumn id="l{0}"><submatrix>#xpointer(id("m{0}"))</submatrix>)"
                    R"(<sequence_representation>{2}</sequence_representation>)"
                    R"(<generation_parameters>{3}</generation_parameters>)"
                    R"(<values>#xpointer(id("s{0}"))</values></localcolumn>)",
                    n, channel.rows.empty() ? std::to_string(count) : channel.rows,
                    channel.sequence, channel.parameters);
                channel_ids += fmt::format(R"({}id("c{}"))", channel_ids.empty() ? "" : " ", n);
            }
            nodes += fmt::format(
                R"(<tdm_channelgroup id="g{}"><name>{}</name><channels>#xpointer({})</channels>)"
                R"(</tdm_channelgroup>)",
                g, groups[g].name, channel_ids);
            group_ids += fmt::format(R"({}id("g{}"))", group_ids.empty() ? "" : " ", g);
        }
        std::string settings;
        for (const auto& [name, value] : attributes)
            settings +=
                fmt::format(R"(<double_attribute name="{}">{}</double_attribute>)", name, value);
        return fmt::format(
            R"(<?xml version="1.0" encoding="UTF-8"?><usi:tdm xmlns:usi="x" version="1.0">)"
            R"(<usi:include><file byteOrder="{}" url="{}">{}</file></usi:include><usi:data>{})"
            R"(<tdm_root id="r"><name>{}</name><instance_attributes>{}</instance_attributes>)"
            R"(<channelgroups>#xpointer({})</channelgroups></tdm_root>{}{}</usi:data></usi:tdm>)",
            is_big_endian ? "bigEndian" : "littleEndian", url, blocks, sequences, title, settings,
            group_ids, nodes, columns);
    }

  private:
    static std::size_t size_of(const std::string& type) {
        return type.find("64") != type.npos   ? 8
               : type.find("32") != type.npos ? 4
               : type.find("16") != type.npos ? 2
                                              : 1;
    }

    template <class T>
    void put(std::string& bytes, T value) const {
        auto raw = std::bit_cast<std::array<char, sizeof(T)>>(value);
        if (is_big_endian != (std::endian::native == std::endian::big)) std::ranges::reverse(raw);
        bytes.append(raw.data(), raw.size());
    }

    void add(std::string& bytes, const std::string& type, double value) const {
        if (type == "eFloat64Usi") put(bytes, value);
        if (type == "eFloat32Usi") put(bytes, static_cast<float>(value));
        if (type == "eInt32Usi") put(bytes, static_cast<std::int32_t>(value));
        if (type == "eInt16Usi") put(bytes, static_cast<std::int16_t>(value));
        if (type == "eUInt8Usi") put(bytes, static_cast<std::uint8_t>(value));
    }
};

}  // namespace sneddon::testing
