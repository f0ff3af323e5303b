// Archives made in the test, with every column that is not packed.
#pragma once

#include <string>
#include <vector>

#include "read/hdf5/archive_tables.hpp"
#include "unit/read/container/hdf5/hdf5_bytes.hpp"

namespace sneddon::testing {

inline Hdf5Item column_item(const std::vector<double>& values) {
    return reals(values);
}
inline Hdf5Item column_item(const std::vector<std::int64_t>& values) {
    Hdf5Item item;
    item.type = whole_type(8);
    item.count = values.size();
    for (const std::int64_t value : values)
        item.raw += little(static_cast<std::uint64_t>(value), 8);
    return item;
}

inline Hdf5Item& group_of(Hdf5Item& root, const std::string& name) {
    for (auto& [known, group] : root.members)
        if (known == name) return group;
    root.members.push_back({name, Hdf5Item()});
    return root.members.back().item;
}

inline Hdf5Item archive_item(const ArchiveTables& tables, const std::vector<sneddon::Test>& tests) {
    Hdf5Item root;
    root.attributes = {text_attribute("format", std::string(archive_mark)),
                       real_attribute("version", 1)};
    visit_columns(tables, [&](std::string_view path, const auto& column) {
        const std::size_t slash = path.find('/');
        group_of(root, std::string(path.substr(0, slash)))
            .members.push_back({std::string(path.substr(slash + 1)), column_item(column)});
    });
    Hdf5Item letters;
    letters.type = whole_type(1, false);
    letters.count = tables.texts.size();
    letters.raw = tables.texts;
    group_of(root, "texts").members.push_back({"utf8", letters});
    std::vector<double> time, depth, load;
    std::vector<std::vector<double>> channels(tables.channel_name.size());
    const auto columns = channels_of_tests(tables_of(tests));  // `tables` may lie
    for (std::size_t i = 0; i < tests.size(); ++i) {
        const Curve& curve = tests[i].curve;
        time.insert(time.end(), curve.time_s.begin(), curve.time_s.end());
        depth.insert(depth.end(), curve.depth_nm.begin(), curve.depth_nm.end());
        load.insert(load.end(), curve.load_uN.begin(), curve.load_uN.end());
        for (std::size_t c = 0; c < curve.channels.size(); ++c) {
            const auto& values = curve.channels[c].values;
            auto& channel = channels[columns[i][c]];
            channel.insert(channel.end(), values.begin(), values.end());
        }
    }
    Hdf5Item& points = group_of(root, "points");
    points.members = {
        {"time_s", reals(time)}, {"depth_nm", reals(depth)}, {"load_uN", reals(load)}};
    for (std::size_t c = 0; c < channels.size(); ++c)
        group_of(root, "channels").members.push_back({std::to_string(c), reals(channels[c])});
    return root;
}

}  // namespace sneddon::testing
