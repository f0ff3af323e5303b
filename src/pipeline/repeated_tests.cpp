#include "pipeline/repeated_tests.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <bit>
#include <map>
#include <string>

#include "base/nan.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

// A round of multiplication and shift for each number (Fowler, Noll and Vo's scheme on whole
// words): a study has 33 million of them, and nobody forges one.
void add(std::uint64_t& hash, std::uint64_t word) {
    hash = (hash ^ word) * 0x9E3779B97F4A7C15;
    hash ^= hash >> 29;
}

std::vector<Warning> warnings_of_identical_files(std::span<const InputFile> inputs) {
    constexpr std::size_t most_names = 4;
    std::map<std::string, std::vector<std::string>> paths_of;
    for (const InputFile& input : inputs)
        if (input.status == Status::used) paths_of[input.sha256].push_back(input.path);
    std::vector<Warning> warnings;
    for (auto& [sha256, paths] : paths_of) {
        if (paths.size() < 2) continue;
        std::string text = fmt::format("{} files hold the same bytes: ", count_text(paths.size()));
        const std::size_t more = paths.size() - std::min(paths.size(), most_names);
        paths.resize(paths.size() - more);
        text += joined(paths, ", ");
        if (more > 0) text += fmt::format(" and {} more", count_text(more));
        warnings.push_back({"SND-G003", text, {}});
    }
    return warnings;
}

}  // namespace

std::uint64_t column_hash(const Curve& curve, int cycle) {
    std::uint64_t hash = static_cast<std::uint64_t>(cycle);
    for (const auto* column : {&curve.load_uN, &curve.depth_nm})
        for (const double value : *column) add(hash, std::bit_cast<std::uint64_t>(value));
    return hash;
}

std::vector<Warning> flag_repeated_tests(std::span<const InputFile> inputs, std::span<TestRow> rows,
                                         std::span<const std::uint64_t> column_hashes) {
    std::map<std::uint64_t, std::size_t> first_with;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        // A test without a point has no columns that could be another's.
        if (column_hashes[i] == column_hash({}, rows[i].cycle)) continue;
        const auto [first, is_new] = first_with.emplace(column_hashes[i], i);
        if (is_new) continue;
        const std::string text = "load and depth are those of " + rows[first->second].test_id;
        rows[i].flags.push_back({"SND-G004", nan, nan, text});
    }
    return warnings_of_identical_files(inputs);
}

}  // namespace sneddon
