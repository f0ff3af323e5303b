#include <fmt/core.h>

#include <nlohmann/json_fwd.hpp>

#include "base/threads.hpp"
#include "numeric/mixture/kernel/instruction_set.hpp"
#include "sneddon/tools/doctor.hpp"
#include "sneddon/version.hpp"
#include "tools/convert/hdf5_writer.hpp"

namespace sneddon {
namespace {

#ifdef __clang__
constexpr const char* compiler = "clang " __clang_version__;
#else
constexpr const char* compiler = "g++ " __VERSION__;
#endif
#ifdef NDEBUG
constexpr const char* assertions = "without";
#else
constexpr const char* assertions = "with";
#endif

std::string_view words(InstructionSet set) {
    switch (set) {
        case InstructionSet::scalar:
            return "no vector instructions";
        case InstructionSet::avx2:
            return "AVX2";
        case InstructionSet::avx512:
            return "AVX-512";
    }
    return "";
}

}  // namespace

std::string about_page() {
    const int fmt_major = FMT_VERSION / 10'000, fmt_minor = FMT_VERSION / 100 % 100;
    return fmt::format(
        "sneddon {}\n"
        "compiler       {}, {} assertions\n"
        "libraries      fmt {}.{}.{}, nlohmann-json {}.{}.{}\n"
        "HDF5           {}\n"
        "this machine   mixtures use {}; {} threads\n",
        version, compiler, assertions, fmt_major, fmt_minor, FMT_VERSION % 100,
        NLOHMANN_JSON_VERSION_MAJOR, NLOHMANN_JSON_VERSION_MINOR, NLOHMANN_JSON_VERSION_PATCH,
        hdf5_of_this_build(), words(fastest_instruction_set()), threads_or_all(0));
}

}  // namespace sneddon
