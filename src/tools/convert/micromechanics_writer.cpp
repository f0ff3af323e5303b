// The layout that the micromechanics project reads: it knows units by the name of the converter
// alone, so that this file names the one whose units are nm and mN.
#include <fmt/core.h>

#include <algorithm>

#include "sneddon/version.hpp"
#include "tools/convert/archive_writer.hpp"
#include "tools/convert/hdf5_writer.hpp"

namespace sneddon {
namespace {

constexpr std::string_view converter_of_nm_and_mN =
    "https://github.com/micromechanics/tools/blob/main/Micromaterials2hdf.py";
constexpr double uN_per_mN = 1000;

std::string below(const std::string& group, std::string_view name) {
    return group + '/' + std::string(name);
}

void put_column(Hdf5Writer& file, const std::string& path, const std::vector<double>& values,
                std::string_view unit) {
    file.column(path, values);
    file.text(path, "unit", unit);
    file.text(path, "units", unit);
}

/// A slash would make a group of what stands before it.
std::string name_of(const Channel& channel) {
    std::string name = channel.name;
    for (char& letter : name)
        if (letter == '/') letter = '_';
    return name.empty() || name == "." || name == ".." ? "channel" : name;
}

void put_channels(Hdf5Writer& file, const std::string& data, const std::vector<Channel>& channels) {
    std::vector<std::string> taken = {"displacement", "force", "time", "indices"};
    for (const Channel& channel : channels) {
        std::string name = name_of(channel);
        while (std::ranges::find(taken, name) != taken.end()) name += "_2";
        taken.push_back(name);
        put_column(file, below(data, name), channel.values, channel.unit);
    }
}

void put_test(Hdf5Writer& file, const std::string& group, const Test& test) {
    const std::string data = below(group, "data");
    file.group(data);
    file.text(group, "NX_class", "NXentry");
    file.text(group, "name", test.name);
    if (test.time_stamp) file.text(group, "time_stamp", *test.time_stamp);
    if (test.position) {
        file.real(group, "x_um", test.position->x_um);
        file.real(group, "y_um", test.position->y_um);
    }
    file.text(data, "NX_class", "NXdata");
    file.text(data, "signal", "force");
    file.text(data, "axes", "displacement");
    std::vector<double> load_mN = test.curve.load_uN;
    for (double& load : load_mN) load /= uN_per_mN;
    put_column(file, below(data, "time"), test.curve.time_s, "s");
    put_column(file, below(data, "displacement"), test.curve.depth_nm, "nm");
    put_column(file, below(data, "force"), load_mN, "mN");
    put_channels(file, data, test.curve.channels);
}

}  // namespace

Result<bool> write_micromechanics(std::span<const Test> tests, const std::string& path) {
    auto file = Hdf5Writer::create(path);
    if (!file) return file.error();
    file->text("/", "version", "2.0");
    file->text("/", "uri", converter_of_nm_and_mN);
    file->text("/", "made_by", fmt::format("sneddon {}", version));
    file->text("/", "default", "test_1");
    file->group("instrument");
    file->text("instrument", "NX_class", "NXinstrument");
    file->group("post_test_analysis/com_github_micromechanics");
    file->text("post_test_analysis", "NX_class", "NXparameters");
    std::size_t number = 0;
    for (const Test& test : tests)
        if (test.curve.size() > 0) put_test(*file, fmt::format("test_{}", ++number), test);
    return file->close();
}

}  // namespace sneddon
