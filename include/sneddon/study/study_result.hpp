// What a run gives: every input file with its fate, one row per test or cycle, groups.
#pragma once

#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sneddon/analyse/test_result.hpp"
#include "sneddon/model/study_facts.hpp"
#include "sneddon/model/test.hpp"
#include "sneddon/study/summary.hpp"

namespace sneddon {

enum class Status { used, excluded, refused };
std::string_view name(Status status);

struct InputFile {
    std::string path;
    std::string sha256;  ///< empty when the bytes could not be read
    std::string format;
    std::size_t tests = 0;
    Status status = Status::used;
    std::string reason;         ///< empty when used
    std::string code;           ///< of the reason
    bool is_companion = false;  ///< a tip file, a table, a note: --strict does not mind it
    std::size_t sample = 0;     ///< place in StudyResult::samples
    /// Of a table of results whose rows are the tests: what each column is taken for.
    std::vector<Inference> columns = {};
};

/// Where the numbers of a row come from.
enum class RowSource {
    curve,
    table  ///< a table of results without its curves: nothing was measured here
};

struct TestRow {
    std::string test_id;     ///< unique in the study
    std::string file;        ///< InputFile::path
    std::size_t sample = 0;  ///< place in StudyResult::samples
    int test = 1;            ///< number in the file
    std::string test_name;
    int cycle = 1;
    RowSource source = RowSource::curve;
    Status status = Status::used;
    std::string reason;
    std::string load_function;
    std::optional<std::string> time_stamp;
    std::optional<StagePosition> position;
    std::size_t order = 0;  ///< 1, 2, ... in the order of measurement; 0: not numbered yet
    Label cluster;          ///< none: not clustered
    double cluster_posterior = std::numeric_limits<double>::quiet_NaN();
    QuantityValues values;
    std::vector<Flag> flags;
    std::vector<VendorValue> vendor_values;
    AppliedByInstrument applied;
    std::vector<Correction> corrections;  ///< of the test, the same for each of its cycles
    std::vector<Inference> inferences;
    std::vector<PopIn> pop_ins;
    Seldom<QuantityValues> u_random, u_common;  ///< standard uncertainties; NaN where not known
    Seldom<MonteCarloResult> monte_carlo;
    Seldom<SensitivityValues> variants;  ///< what other choices of the analyst would have given
};

struct GroupStatistic {
    double mean = 0;
    double sd = 0;  ///< sample standard deviation, n - 1; NaN for n < 2
    std::size_t n = 0;
    Quartiles quartiles{};
    Interval ci95{};  ///< of the mean, by Student's t: scatter only
    double u_random = std::numeric_limits<double>::quiet_NaN();  ///< of the mean: sd/sqrt(n)
    /// Of the mean, and of any mean of more such tests: the mean of the tests' common parts.
    double u_common = std::numeric_limits<double>::quiet_NaN();
};

/// The tests of one load function.
struct Group {
    std::string name;
    std::size_t n = 0;                                 ///< used tests
    std::map<std::size_t, GroupStatistic> statistics;  ///< by QuantityIndex::at, those with n > 0
    std::string sample = {};                           ///< empty: none named, or several
    std::string load_function = {};                    ///< the name without that of the sample
};

/// A quantity of a group as another choice of the analyst gives it, over the tests that have both.
struct SensitivityEntry {
    std::string group;
    std::string_view variant;
    QuantityIndex quantity{0};
    double mean = 0;          ///< by the recipe
    double variant_mean = 0;  ///< by the other choice
    double sd_of_difference = 0;
    std::size_t n = 0;
};

struct Warning {
    std::string code;
    std::string text;
    std::vector<std::string> tests;  ///< test ids it concerns, may be empty
};

/// One option in force, as text: for recipe.toml, results.json and the report.
struct RecipeEntry {
    std::string key;     ///< "unloading.window_high"
    std::string value;   ///< as TOML: 0.95, "h(P)", true
    std::string text;    ///< what it is, with unit and reference
    std::string origin;  ///< "default", "profile", "study.toml", "recipe file", "command line"
};

/// A test's curve for the eye: at most 400 points, with its segments and its fit.
struct CurvePreview {
    std::string test_id;
    std::string load_function;  ///< filled in when groups are known
    std::vector<double> time_s, depth_nm, load_uN;
    struct Edge {
        SegmentKind kind;
        double begin_s, end_s;
    };
    std::vector<Edge> segments;
    std::vector<double> fit_depth_nm, fit_load_uN;  ///< empty when there is no fit
};

/// What one study.toml says of the tests that it is the nearest of.
struct Sample {
    std::string name;  ///< its sample, or its folder; each once
    StudyFacts facts;
};

struct StudyFindings;

/// Room for the findings of a study, which private headers describe: a copy copies them.
class HeldFindings {
  public:
    HeldFindings() = default;  ///< holds none
    explicit HeldFindings(StudyFindings findings);
    HeldFindings(const HeldFindings& other);
    HeldFindings(HeldFindings&& other) noexcept : held_(std::exchange(other.held_, nullptr)) {}
    HeldFindings& operator=(HeldFindings other) noexcept {
        std::swap(held_, other.held_);
        return *this;
    }
    ~HeldFindings();

    explicit operator bool() const { return held_ != nullptr; }
    const StudyFindings& operator*() const { return *held_; }

  private:
    const StudyFindings* held_ = nullptr;
};

struct StudyResult {
    /// With a cache: how many files were known from an earlier run, and not read as curves again.
    std::optional<std::size_t> files_known;
    std::string version;          ///< of the program
    StudyFacts facts;             ///< that hold for all tests
    std::vector<Sample> samples;  ///< two or more, or none: `facts` are those of the only one
    std::vector<RecipeEntry> recipe;
    std::vector<InputFile> inputs;
    std::vector<TestRow> tests;  ///< in test order
    std::vector<Group> groups;
    HeldFindings findings;  ///< what they say together
    std::vector<SensitivityEntry> sensitivity;
    std::vector<Warning> warnings;
    std::vector<CurvePreview> previews;  ///< of the first tests, a bounded number
};

}  // namespace sneddon
