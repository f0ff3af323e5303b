#include "pipeline/parts/outcome_cache.hpp"

#include <fmt/core.h>

#include "base/files/file_bytes.hpp"
#include "base/files/whole_file.hpp"
#include "base/sha256.hpp"
#include "pipeline/parts/analysis_key.hpp"
#include "pipeline/parts/outcome_archive.hpp"

namespace sneddon {
namespace {

constexpr std::size_t hash_digits = 64;

/// The other half of the test, or its text, lies in another file: bytes of this one do not tell
/// all.
bool is_read_with_others(const std::string& format) {
    return format == "ni-tdm" || format == "hysitron-hys";
}

class KnownFile : public KnownOutcomes {
  public:
    KnownFile(std::string folder, std::string analysis)
        : folder_(std::move(folder)), analysis_(std::move(analysis)) {}

    std::optional<FileOutcome> find(const InputFile& input) override {
        if (input.sha256.empty()) return std::nullopt;
        const auto file = FileBytes::open(path_of(input));
        if (!file || file->bytes().size() < hash_digits) return std::nullopt;
        const std::string_view body = file->bytes().substr(hash_digits);
        if (sha256_hex(body) != file->bytes().substr(0, hash_digits)) return std::nullopt;
        auto outcome = unpacked(body);
        was_found_ = outcome.has_value();
        return outcome;
    }

    /// A cache that cannot be written saves no time, and that is all.
    void keep(const FileOutcome& outcome) override {
        if (outcome.input.sha256.empty() || is_read_with_others(outcome.input.format)) return;
        const std::string body = packed(outcome);
        WholeFile file(path_of(outcome.input));
        file.out() << sha256_hex(body) << body;
        file.close();
    }

  private:
    std::string path_of(const InputFile& input) const {
        const std::string key = sha256_hex(analysis_ + input.sha256);
        return folder_ + '/' + key.substr(0, 2) + '/' + key;
    }

    std::string folder_;
    std::string analysis_;
};

}  // namespace

Result<OutcomeCache> OutcomeCache::open(const StudyPlan& plan) {
    if (auto error = files_hang_together(plan, "--cache")) return *error;
    if (const std::string trouble = make_folder(plan.cache_folder); !trouble.empty())
        return Error{"SND-O003", plan.cache_folder, trouble, "a folder that can be written",
                     "--cache another folder"};
    return OutcomeCache(plan, analysis_keys(plan));
}

std::unique_ptr<KnownOutcomes> OutcomeCache::of_input(std::size_t i) const {
    const std::string& analysis = analyses_[plan_->studies.of_input[i]];
    return std::make_unique<KnownFile>(
        plan_->cache_folder,
        fmt::format("{}{}\n{}\n", analysis, plan_->inputs[i].path, plan_->short_names[i]));
}

}  // namespace sneddon
