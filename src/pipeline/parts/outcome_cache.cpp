#include "pipeline/parts/outcome_cache.hpp"

#include <fmt/core.h>

#include <fstream>

#include "base/files/file_bytes.hpp"
#include "base/programs.hpp"
#include "base/sha256.hpp"
#include "pipeline/parts/analysis_key.hpp"
#include "pipeline/parts/outcome_archive.hpp"

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

}  // namespace

Result<OutcomeCache> OutcomeCache::open(const StudyPlan& plan) {
    if (auto error = files_hang_together(plan, "--cache")) return *error;
    std::error_code failed;
    fs::create_directories(plan.cache_folder, failed);
    if (failed)
        return Error{"SND-O003", plan.cache_folder, failed.message(),
                     "a folder that can be written", "--cache another folder"};
    return OutcomeCache(plan, analysis_keys(plan));
}

std::unique_ptr<KnownOutcomes> OutcomeCache::of_input(std::size_t i) {
    const std::string& analysis = analyses_[plan_->studies.of_input[i]];
    return std::make_unique<KnownFile>(
        plan_->cache_folder,
        fmt::format("{}{}\n{}\n", analysis, plan_->inputs[i].path, plan_->short_names[i]),
        files_known_);
}

}  // namespace sneddon
