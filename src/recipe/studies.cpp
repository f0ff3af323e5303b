#include "recipe/studies.hpp"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <map>
#include <numeric>
#include <optional>

#include "base/files/utf8.hpp"
#include "recipe/given_folders.hpp"
#include "recipe/sample_names.hpp"
#include "recipe/study_file.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

using std::filesystem::path;

path folder_of(const std::string& file) {
    return path(whole_path(file)).parent_path();
}

/// Every study.toml above files, each folder looked at once.
class StudyFiles {
  public:
    /// Those of an archive are known by the inputs alone.
    explicit StudyFiles(std::span<const InputPath> inputs) {
        for (const InputPath& input : inputs) {
            const path file = input.path;
            if (!input.error && file.filename() == "study.toml")
                known_[folder_of(input.path)] = input.path;
        }
    }
    /// The nearest first.
    std::vector<std::string> above(const path& file) {
        std::vector<std::string> found;
        std::optional<path> typed = file.lexically_normal().parent_path();
        for (path folder = folder_of(utf8(file));; folder = folder.parent_path()) {
            const std::string& study = in(folder, typed.value_or(folder));
            if (!study.empty()) found.push_back(study);
            if (folder == folder.parent_path()) return found;
            typed = typed ? typed_above(*typed) : std::nullopt;
        }
    }

  private:
    /// A folder as the user would type it; nothing above where the user stands.
    static std::optional<path> typed_above(const path& folder) {
        if (folder.empty() || *folder.begin() == "..") return std::nullopt;
        return folder.parent_path();
    }
    const std::string& in(const path& folder, const path& typed) {
        const auto known = known_.find(folder);
        if (known != known_.end()) return known->second;
        std::error_code ignored;
        const bool is_there = std::filesystem::is_regular_file(folder / "study.toml", ignored);
        return known_[folder] = is_there ? utf8(typed / "study.toml") : "";
    }
    std::map<path, std::string> known_;
};

bool is_study_file(const InputPath& input) {
    return path(input.path).filename() == "study.toml";
}

/// What makes files one sample: their study.toml, or the given folder that they are in.
class Assigned {
  public:
    Assigned(std::span<const std::string> paths, std::span<const InputPath> inputs)
        : files_(inputs), given_(given_folders(paths)) {}

    std::optional<Error> add(const std::string& file) {
        const std::vector<std::string> above = files_.above(file);
        const path folder =
            above.empty() ? path(outermost(given_, file)) : folder_of(above.front());
        const auto [known, is_new] = place_of_.try_emplace(folder, studies_.facts.size());
        if (is_new) {
            ReadStudy study;
            if (!above.empty()) {
                auto read = read_study(above.front(), std::span(above).subspan(1));
                if (!read) return read.error();
                study = *std::move(read);
            }
            studies_.facts.push_back(std::move(study.facts));
            members_.emplace_back();
            std::ranges::move(study.contradictions, std::back_inserter(studies_.contradictions));
        }
        members_[known->second].push_back(file);
        studies_.of_input.push_back(known->second);
        return std::nullopt;
    }
    /// A file that makes no sample: one of those there are.
    void add_aside(const std::string& file) {
        const std::vector<std::string> above = files_.above(file);
        const auto known = place_of_.find(above.empty() ? path() : folder_of(above.front()));
        studies_.of_input.push_back(known == place_of_.end() ? 0 : known->second);
    }
    Studies take() {
        if (studies_.facts.empty()) {
            studies_.facts.emplace_back();
            members_.emplace_back();
        }
        studies_.names = sample_names(studies_.facts, members_);
        return std::move(studies_);
    }

  private:
    StudyFiles files_;
    std::vector<std::string> given_;
    std::map<path, std::size_t> place_of_;
    std::vector<std::vector<std::string>> members_;
    Studies studies_;
};

/// By the fact `order`, then by name.
Studies in_order(Studies studies) {
    const auto order_of = [&](std::size_t i) {
        for (const StatedFact& fact : studies.facts[i].stated)
            if (fact.name == "order" && fact.number) return *fact.number;
        return std::numeric_limits<double>::infinity();
    };
    std::vector<std::size_t> order(studies.facts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        if (order_of(a) != order_of(b)) return order_of(a) < order_of(b);
        return natural_less(studies.names[a], studies.names[b]);
    });
    Studies sorted;
    sorted.contradictions = std::move(studies.contradictions);
    std::vector<std::size_t> place(order.size());
    for (const std::size_t i : order) {
        place[i] = sorted.facts.size();
        sorted.facts.push_back(std::move(studies.facts[i]));
        sorted.names.push_back(std::move(studies.names[i]));
    }
    for (const std::size_t i : studies.of_input) sorted.of_input.push_back(place[i]);
    return sorted;
}

}  // namespace

Result<Studies> studies_of(std::span<const std::string> paths, std::span<const InputPath> inputs) {
    Assigned assigned(paths, inputs);
    const auto makes_sample = [](const InputPath& input) {
        return !input.error && !is_study_file(input);
    };
    std::vector<std::size_t> order(inputs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_partition(order.begin(), order.end(),
                          [&](std::size_t i) { return makes_sample(inputs[i]); });
    for (const std::size_t i : order) {
        if (!makes_sample(inputs[i]))
            assigned.add_aside(inputs[i].path);
        else if (auto error = assigned.add(inputs[i].path))
            return *error;
    }
    Studies studies = assigned.take();
    std::vector<std::size_t> of_input(inputs.size());
    for (std::size_t i = 0; i < order.size(); ++i) of_input[order[i]] = studies.of_input[i];
    studies.of_input = std::move(of_input);
    return in_order(std::move(studies));
}

Result<StudyFacts> facts_of_file(const std::string& file) {
    const std::vector<std::string> above = StudyFiles({}).above(file);
    if (above.empty()) return StudyFacts{};
    auto study = read_study(above.front(), std::span(above).subspan(1));
    if (!study) return study.error();
    return std::move(study->facts);
}

}  // namespace sneddon
