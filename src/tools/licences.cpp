#include <fmt/core.h>

#include <array>

#include "sneddon/tools/doctor.hpp"

namespace sneddon {
namespace {

/// `licence` by its SPDX identifier; `package`: where Debian has it.
struct Component {
    std::string_view name, licence, package, use;
};

constexpr std::array components = {
    Component{"Boost", "BSL-1.0", "libboost-dev", "special functions"},
    Component{"fast_float", "MIT", "libfast-float-dev", "text to numbers"},
    Component{"fmt", "MIT", "libfmt-dev", "numbers to text"},
    Component{"CLI11", "BSD-3-Clause", "libcli11-dev", "the command line"},
    Component{"toml++", "MIT", "libtomlplusplus-dev", "study.toml and recipes"},
    Component{"nlohmann-json", "MIT", "nlohmann-json3-dev", "results read back"},
    Component{"OpenSSL", "Apache-2.0", "libssl-dev", "SHA-256 of the inputs"},
    Component{"pugixml", "MIT", "libpugixml-dev", "XML in .tdm and .nmd"},
    Component{"zlib", "Zlib", "zlib1g-dev", "packed files"},
    Component{"HDF5", "BSD-3-Clause", "libhdf5-dev", "archives, written"},
    Component{"libaec", "BSD-2-Clause", "libaec-dev", "a part of HDF5"},
};

constexpr std::string_view own_licence =
    "sneddon is free software under the MIT licence: use, change and pass it on, with its notice.\n"
    "It comes without any warranty. The numbers are yours to check: see `sneddon doctor`.\n\n";

}  // namespace

std::string licences_page() {
    std::string page(own_licence);
    page += "What it is built with:\n";
    for (const Component& at : components)
        page += fmt::format("  {:<15}{:<15}{}\n", at.name, at.licence, at.use);
    page +=
        "and the C and C++ libraries of GNU (LGPL-2.1-or-later; GPL-3.0-or-later with the GCC "
        "Runtime Library Exception).\n";
    return page;
}

std::string licences_json() {
    std::string json = "[";
    for (const Component& at : components)
        json += fmt::format(
            "{}\n  {{\"name\": \"{}\", \"licence\": \"{}\", \"package\": \"{}\", \"use\": \"{}\"}}",
            json.size() > 1 ? "," : "", at.name, at.licence, at.package, at.use);
    return json + "\n]\n";
}

}  // namespace sneddon
