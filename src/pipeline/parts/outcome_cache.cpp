#include "pipeline/parts/outcome_cache.hpp"

#include <fmt/core.h>

#include <fstream>

#include "base/files/file_bytes.hpp"
#include "base/programs.hpp"
#include "base/sha256.hpp"
#include "pipeline/parts/outcome_archive.hpp"
#include "recipe/area_text.hpp"
#include "recipe/recipe_keys.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t hash_digits = 64;

/// The other half of the test, or its text, lies in another file: bytes of this one do not tell
/// all.
bool is_read_with_others(const std::string& format) {
    return format == "ni-tdm" || format == "hysitron-hys";
}

class KnownFile : public KnownOutcomes {
  public:
    KnownFile(fs::path folder, std::string analysis,
              std::shared_ptr<std::atomic<std::size_t>> known)
        : folder_(std::move(folder)), analysis_(std::move(analysis)), known_(std::move(known)) {}

    std::optional<FileOutcome> find(const InputFile& input) override {
        if (input.sha256.empty()) return std::nullopt;
        const fs::path path = path_of(input);
        std::error_code ignored;
        if (!fs::is_regular_file(path, ignored)) return std::nullopt;
        const auto file = FileBytes::open(path.string());
        if (!file || file->bytes().size() < hash_digits) return std::nullopt;
        const std::string_view body = file->bytes().substr(hash_digits);
        if (sha256_hex(body) != file->bytes().substr(0, hash_digits)) return std::nullopt;
        auto outcome = unpacked(body);
        if (outcome) ++*known_;
        return outcome;
    }

    /// A cache that cannot be written saves no time, and that is all.
    void keep(const FileOutcome& outcome) override {
        if (outcome.input.sha256.empty() || is_read_with_others(outcome.input.format)) return;
        const fs::path path = path_of(outcome.input);
        std::error_code failed;
        fs::create_directories(path.parent_path(), failed);
        const fs::path beside = path.string() + "." + number_of_this_program() + ".part";
        const std::string body = packed(outcome);
        std::ofstream out(beside, std::ios::binary);
        out << sha256_hex(body) << body;
        out.close();
        if (out) fs::rename(beside, path, failed);
        if (!out || failed) fs::remove(beside, failed);
    }

  private:
    fs::path path_of(const InputFile& input) const {
        const std::string key = sha256_hex(analysis_ + input.sha256);
        return folder_ / key.substr(0, 2) / key;
    }

    fs::path folder_;
    std::string analysis_;
    std::shared_ptr<std::atomic<std::size_t>> known_;
};

std::string number_or_nothing(const std::optional<double>& number) {
    return number ? fmt::format("{}", *number) : "none";
}

}  // namespace

std::string analysis_text(const Recipe& recipe) {
    std::string text;
    for (const RecipeEntry& entry : recipe.entries) {
        const RecipeKey* key = find_recipe_key(entry.key);
        if (key != nullptr && key->earliest <= Stage::analyse)
            text += fmt::format("{} = {}\n", entry.key, entry.value);
    }
    if (const auto& area = recipe.analysis.area_function)
        text +=
            fmt::format("tip {} {} {} {} {}\n", area_text(*area), area->source,
                        number_or_nothing(area->tip_radius_nm), number_or_nothing(area->h_c_min_nm),
                        number_or_nothing(area->h_c_max_nm));
    return text;
}

Result<OutcomeCache> OutcomeCache::open(const RunPlan& plan) {
    std::vector<std::string> analyses;
    const std::string program = archive_version() + " " + sha256_of_this_program() + "\n";
    for (const Recipe& recipe : plan.recipes) {
        if (recipe.analysis.correction.drift == DriftRule::order)
            return Error{"SND-U046", "--cache", "correct.drift = \"order\"",
                         "an analysis of each file that does not hang on the others",
                         "leave --cache out, or choose another drift"};
        analyses.push_back(program + analysis_text(recipe));
    }
    std::error_code failed;
    fs::create_directories(plan.cache_folder, failed);
    if (failed)
        return Error{"SND-O003", plan.cache_folder, failed.message(),
                     "a folder that can be written", "--cache another folder"};
    return OutcomeCache(plan, std::move(analyses));
}

std::unique_ptr<KnownOutcomes> OutcomeCache::of_input(std::size_t i) {
    const std::string& analysis = analyses_[plan_->studies.of_input[i]];
    return std::make_unique<KnownFile>(
        plan_->cache_folder,
        fmt::format("{}{}\n{}\n", analysis, plan_->inputs[i].path, plan_->short_names[i]),
        files_known_);
}

}  // namespace sneddon
