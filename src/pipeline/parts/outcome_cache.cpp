#include "pipeline/parts/outcome_cache.hpp"

#include <fmt/core.h>

#include "base/files/whole_file.hpp"
#include "pipeline/parts/analysis_key.hpp"
#include "pipeline/parts/kept_file.hpp"
#include "pipeline/parts/outcome_archive.hpp"

namespace sneddon {
namespace {

/// The other half of the test, or its text, lies in another file: bytes of this one do not tell
/// all.
bool is_read_with_others(const std::string& format) {
    return format == "ni-tdm" || format == "hysitron-hys";
}

bool may_be_kept(const InputFile& input) {
    return !input.sha256.empty() && !is_read_with_others(input.format);
}

/// What was kept there: nothing where it is not as it was kept.
template <class T>
std::optional<T> kept_at(const std::string& path, std::optional<T> (*unpack)(std::string_view)) {
    const auto file = KeptFile::open(path);
    return file ? unpack(file->body()) : std::nullopt;
}

class KnownFile : public KnownOutcomes {
  public:
    KnownFile(std::string folder, std::string analysis)
        : folder_(std::move(folder)), analysis_(std::move(analysis)) {}

    std::optional<FileOutcome> find(const InputFile& input) override {
        if (input.sha256.empty()) return std::nullopt;
        return kept_at(path_of_kept(folder_, analysis_ + input.sha256), unpacked);
    }

    void keep(const FileOutcome& outcome) override {
        if (may_be_kept(outcome.input))
            keep_at(path_of_kept(folder_, analysis_ + outcome.input.sha256), packed(outcome));
    }

    std::optional<FileOutcome> find_stretch(const InputFile& input,
                                            std::size_t stretch) const override {
        return kept_at(path_of_stretch(input, stretch), unpacked);
    }

    void keep_stretch(const FileOutcome& outcome, std::size_t stretch) const override {
        keep_at(path_of_stretch(outcome.input, stretch), packed(outcome));
    }

  private:
    std::string path_of_stretch(const InputFile& input, std::size_t stretch) const {
        return path_of_kept(folder_,
                            fmt::format("{}{}\nstretch {}\n", analysis_, input.sha256, stretch));
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

Result<std::optional<OutcomeCache>> OutcomeCache::of_plan(const StudyPlan& plan) {
    if (plan.cache_folder.empty()) return std::optional<OutcomeCache>();
    auto cache = open(plan);
    if (!cache) return cache.error();
    return std::optional(std::move(*cache));
}

std::string OutcomeCache::analysis_of(std::size_t i) const {
    return fmt::format("{}{}\n{}\n", analyses_[plan_->studies.of_input[i]], plan_->inputs[i].path,
                       plan_->short_names[i]);
}

std::unique_ptr<KnownOutcomes> OutcomeCache::of_input(std::size_t i) const {
    return std::make_unique<KnownFile>(plan_->cache_folder, analysis_of(i));
}

std::string OutcomeCache::path_of_curve(std::size_t i, const InputFile& input,
                                        const std::string& test_id) const {
    return path_of_kept(plan_->cache_folder,
                        fmt::format("{}{}\n{}\n", analysis_of(i), input.sha256, test_id));
}

std::optional<DrawnCurve> OutcomeCache::find_curve(std::size_t i, const InputFile& input,
                                                   const std::string& test_id) const {
    return kept_at(path_of_curve(i, input, test_id), unpacked_curve);
}

void OutcomeCache::keep_curve(std::size_t i, const InputFile& input,
                              const DrawnCurve& drawn) const {
    if (may_be_kept(input)) keep_at(path_of_curve(i, input, drawn.curve.test_id), packed(drawn));
}

Memory memory_of(const StudyPlan& plan, Stop stop) {
    if (plan.cache_folder.empty()) return {};
    const auto path = [folder = plan.cache_folder + '/' + "study",
                       program = program_key()](const std::string& follows_from) {
        return path_of_kept(folder, program + follows_from);
    };
    return {[path](const std::string& follows_from) -> std::optional<std::string> {
                const auto file = KeptFile::open(path(follows_from));
                if (!file) return std::nullopt;
                return std::string(file->body());
            },
            [path](const std::string& follows_from, const std::string& found) {
                keep_at(path(follows_from), found);
            },
            stop};
}

}  // namespace sneddon
