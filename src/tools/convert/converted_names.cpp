#include "tools/convert/converted_names.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

std::string_view file_of(std::string_view path) {
    return path.substr(std::min(path.rfind('/') + 1, path.size()));
}

std::string_view without_ending(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    constexpr std::size_t longest = 6;  // ".hdf5": more is a part of the name
    return dot == 0 || dot == std::string_view::npos || name.size() - dot > longest
               ? name
               : name.substr(0, dot);
}

/// Windows takes these for devices, whatever stands behind a dot.
bool is_device(std::string_view name) {
    const std::string stem = lower_ascii(name.substr(0, name.find('.')));
    const bool is_port = stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) &&
                         stem[3] >= '1' && stem[3] <= '9';
    return is_port || stem == "con" || stem == "prn" || stem == "aux" || stem == "nul";
}

/// What every file system takes.
std::string harmless_name(std::string_view text) {
    constexpr std::string_view refused = "/\\:*?\"<>|";
    std::string name;
    for (const char letter : text) {
        const bool is_taken =
            static_cast<unsigned char>(letter) >= ' ' && refused.find(letter) == refused.npos;
        name += is_taken ? letter : '_';
    }
    if (name.starts_with('.')) name[0] = '_';
    if (is_device(name)) name.insert(0, 1, '_');
    return name.empty() ? "test" : name;
}

}  // namespace

std::string ConvertedNames::name_for(std::string_view path, const Test& test, std::size_t tests) {
    const std::string_view stem = without_ending(file_of(path));
    if (tests == 1) return unique(harmless_name(stem));
    // Tests of an archive are called by the files that they were.
    const std::string_view name = file_of(test.name);
    if (name.find('.') != name.npos) return unique(harmless_name(without_ending(name)));
    const std::string part = name.empty() ? fmt::format("{:04}", test.number) : std::string(name);
    return unique(harmless_name(fmt::format("{}_{}", stem, part)));
}

std::string ConvertedNames::name_for(std::string_view path) {
    return unique(harmless_name(without_ending(file_of(path))));
}

std::string ConvertedNames::unique(std::string name) {
    std::string tried = name;
    for (int i = 2; !taken_.insert(lower_ascii(tried)).second; ++i)
        tried = fmt::format("{}_{}", name, i);
    return tried + std::string(ending_);
}

}  // namespace sneddon
