// A choice changes nothing that stands before its stage: full runs of a small simulated study, one
// for each key of the recipe.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "recipe/recipe_keys.hpp"
#include "sneddon/pipeline/run.hpp"
#include "sneddon/pipeline/simulate.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

using Json = nlohmann::ordered_json;
using Settings = std::vector<std::pair<std::string, std::string>>;

struct Change {
    std::string value;
    Settings beside = {};  ///< another choice without which the key has no part
};

const std::map<std::string_view, Change> changes = {
    {"profile", {"triboscan"}},
    {"correct.tare", {"none"}},
    {"correct.load_offset_uN", {"1", {{"correct.tare", "value"}}}},
    {"correct.frame_compliance", {"value"}},
    {"correct.frame_compliance_nm_per_uN", {"0.001", {{"correct.frame_compliance", "value"}}}},
    {"correct.drift", {"order"}},
    {"correct.drift_nm_per_s", {"0.05", {{"correct.drift", "value"}}}},
    {"correct.zero", {"poly2"}},
    {"correct.tip_radius_nm", {"200"}},
    {"unloading.fit_space", {"P(h)"}},
    {"unloading.window_high", {"0.9"}},
    {"unloading.window_low", {"0.3"}},
    {"unloading.window", {"of-points"}},
    {"unloading.window_skip", {"9", {{"unloading.window", "of-points"}}}},
    {"unloading.window_points", {"0.4", {{"unloading.window", "of-points"}}}},
    {"unloading.slope_at", {"begin-of-window"}},
    {"unloading.stiffness", {"creep-corrected"}},
    {"unloading.m_min", {"1.45"}},
    {"unloading.m_max", {"1.45"}},
    {"unloading.final_depth", {"not-negative", {{"unloading.m_min", "4"}}}},
    {"peak.load", {"last-of-hold"}},
    {"peak.depth", {"fitted"}},
    {"contact.epsilon_rule", {"pharr-bolshakov"}},
    {"contact.epsilon", {"0.8"}},
    {"contact.beta", {"1.05"}},
    {"contact.pi", {"3.14"}},
    {"indenter.E_GPa", {"1000"}},
    {"indenter.nu", {"0.1"}},
    {"area.function", {"cap-cone:100:70"}},
    {"area.h_c_min_nm", {"31"}},
    {"area.h_c_max_nm", {"32"}},
    {"sample.nu", {"0.3"}},
    {"sample.roughness_nm", {"3"}},
    {"creep.start", {"first-at-0.995"}},
    {"work.ends", {"raw"}},
    {"pop_in.noise_factor", {"2"}},
    {"pop_in.least_jump_nm", {"5"}},
    {"depth_profile.from_nm", {"50"}},
    {"depth_profile.to_nm", {"100"}},
    {"uncertainty.area_relative", {"0.1"}},
    {"uncertainty.drift_nm_per_s", {"0.1"}},
    {"uncertainty.zero_nm", {"3"}},
    {"uncertainty.frame_compliance_nm_per_uN", {"0.01"}},
    {"uncertainty.load_relative", {"0.01"}},
    {"uncertainty.depth_relative", {"0.01"}},
    {"uncertainty.poisson_ratio", {"0.1"}},
    {"uncertainty.monte_carlo", {"50"}},
    {"study.group_by", {"none"}},
    {"study.findings", {"clusters"}},
    {"study.fits_at_bound", {"keep", {{"unloading.m_max", "1.2"}}}},
    {"study.features", {"E_r_GPa"}},
    {"study.clusters_of", {"pooled"}},
    {"study.equivalence_margin", {"0.2"}},
    {"study.share_limits", {"eta_IT < 0.6"}},
    {"study.hold_min_s", {"20"}},
    {"study.hold_max_s", {"20"}},
    {"study.k_max", {"2"}},
    {"study.k_resamples", {"3"}},
    {"study.fit_simulations", {"9"}},
    {"study.permutations", {"9"}},
    {"study.rate_window_begin", {"0.3"}},
    {"study.rate_window_end", {"0.7"}},
    {"study.shear_modulus_GPa", {"32"}},
    {"study.contact_radius", {"h_c-tan-70.3"}},
    {"study.rheology", {"cone"}},
    {"study.ccdf_quantities", {"eta_IT"}},
    {"study.seed", {"2"}},
    {"report.reference", {"pomes2025"}},
    {"study.exclude_flags", {"SND-A031", {{"sample.roughness_nm", "2.5"}}}},
    {"units.load", {"mN"}},
    {"units.depth", {"um"}},
    {"units.time", {"ms"}},
};

/// Keys that this study gives nothing to do: too few tests for distributions and maps, and a
/// reference that is of the page; one sample has no clusters beside others. Of units beside heads
/// that name others it is told that they were not applied.
// The simulated study has no stiffness along its loadings.
const std::set<std::string_view> idle = {
    "depth_profile.from_nm", "depth_profile.to_nm", "study.fit_simulations", "study.permutations",
    "study.ccdf_quantities", "study.clusters_of",   "report.reference"};

class Out {
  public:
    explicit Out(const std::filesystem::path& folder)
        : results_(parsed(folder / "results.json")),
          curves_(parsed(folder / "curves.json")),
          table_(testing::file_text(folder / "tests.csv")) {}

    /// What stands in OUT from stages before this one.
    Json before(Stage stage) const {
        Json made = Json::object();
        if (stage == Stage::page) {
            made["all"] = all();
            made["table"] = table_;
        }
        if (stage >= Stage::study)
            for (const char* key : {"values", "u_random", "u_common", "pop_ins"})
                made[key] = of_tests(key);
        if (stage >= Stage::analyse) {
            made["corrections"] = of_tests("corrections");
            for (const char* key : {"t_s", "h_nm", "P_uN"}) made[key] = of_curves(key);
        }
        if (stage >= Stage::correct) {
            made["segments"] = of_curves("segments");
            made["inferences"] = of_tests("inferences");
        }
        if (stage >= Stage::segment) made["inputs"] = results_["inputs"];
        return made;
    }
    /// The results without the list of options.
    Json all() const {
        Json all = results_;
        all.erase("recipe");
        all.erase("recipe_origins");
        return all;
    }

  private:
    static Json parsed(const std::filesystem::path& file) {
        return Json::parse(testing::file_text(file));
    }
    /// The creep law of a hold and the contact radius are results of the study.
    static Json measured(Json values) {
        for (const char* key : {"creep_a_nm_per_s", "creep_b_nm", "creep_c", "creep_rate_nm_per_s",
                                "creep_5s_nm", "creep_10s_nm", "creep_30s_nm", "creep_60s_nm",
                                "contact_radius_nm", "strain_rate_per_s", "rate_sensitivity"})
            values.erase(key);
        return values;
    }
    Json of_tests(const std::string& key) const {
        Json list = Json::array();
        for (const Json& test : results_["tests"])
            list.push_back(key == "values" ? measured(test[key]) : test[key]);
        return list;
    }
    Json of_curves(const std::string& key) const {
        Json list = Json::array();
        for (const Json& curve : curves_) list.push_back(curve.at(key));
        return list;
    }
    Json results_, curves_;
    std::string table_;
};

class Reach : public ::testing::TestWithParam<Stage> {
  protected:
    static void SetUpTestSuite() {
        folder_ = new testing::TemporaryFolder;
        SimulateRequest request;
        request.output_folder = folder_->path() / "study";
        request.tests_per_load_function = 12;
        request.settings = {{"programme.points_per_s", "20"},
                            {"load_functions.hold_s", "0,10,60,10"}};
        ASSERT_TRUE(simulate(request, {}));
    }
    static void TearDownTestSuite() { delete folder_; }

    static Out out_with(const Settings& settings) {
        RunRequest request;
        request.paths = {(folder_->path() / "study").string()};
        request.output_folder = folder_->path() / "out";
        request.may_replace_output = true;
        request.figures = "none";
        request.settings = {{"study.k_resamples", "5"},
                            {"study.fit_simulations", "19"},
                            {"study.permutations", "19"}};
        // What is found of all tests together costs half of a run, and asks for nothing before it.
        if (GetParam() < Stage::study) request.settings.emplace_back("study.findings", "none");
        request.settings.insert(request.settings.end(), settings.begin(), settings.end());
        const auto study = run(request, {});
        EXPECT_TRUE(study) << message(study.error());
        return Out(request.output_folder);
    }

    static inline testing::TemporaryFolder* folder_ = nullptr;
};

TEST_P(Reach, OfNoKeyGoesFurtherBackThanItDeclares) {
    const Stage stage = GetParam();
    std::map<Settings, Out> known;
    for (const RecipeKey& key : recipe_keys()) {
        if (key.earliest != stage) continue;
        const std::string name(key.rule.key);
        ASSERT_TRUE(changes.contains(name)) << name << " has no changed value";
        const Change& change = changes.at(name);
        if (!known.contains(change.beside)) known.emplace(change.beside, out_with(change.beside));
        const Out& unchanged = known.at(change.beside);

        Settings settings = change.beside;
        settings.emplace_back(name, change.value);
        const Out changed = out_with(settings);
        EXPECT_TRUE(changed.before(stage) == unchanged.before(stage)) << name;
        EXPECT_EQ(changed.all() == unchanged.all(), idle.contains(name)) << name;
        // A stage too early would cost a computation in vain.
        if (stage == Stage::correct) {
            EXPECT_FALSE(changed.before(Stage::analyse) == unchanged.before(Stage::analyse))
                << name;
        }
    }
}

/// A study in which there is something to remember: maps, distributions, pop-ins, clusters.
class Remembered : public ::testing::Test {
  protected:
    Remembered() {
        SimulateRequest request;
        request.output_folder = at("study");
        request.tests_per_load_function = 32;
        request.settings = {{"programme.points_per_s", "4"},
                            {"load_functions.hold_s", "0,10,30,10"}};
        EXPECT_TRUE(simulate(request, {}));
    }
    std::string at(const std::string& name) const { return (folder_.path() / name).string(); }
    /// The files of OUT that say something of all tests.
    std::string results_with(const Settings& settings, const std::string& cache) const {
        RunRequest request;
        request.paths = {at("study")};
        request.output_folder = at("out");
        request.cache_folder = cache;
        request.may_replace_output = true;
        request.figures = "none";
        request.settings = {{"study.k_max", "3"},
                            {"study.k_resamples", "5"},
                            {"study.fit_simulations", "19"},
                            {"study.permutations", "19"}};
        request.settings.insert(request.settings.end(), settings.begin(), settings.end());
        const auto study = run(request, {});
        EXPECT_TRUE(study) << message(study.error());
        return testing::file_text(at("out/results.json")) + testing::file_text(at("out/tests.csv"));
    }
    std::size_t remembered() const {
        std::size_t count = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(at("cache/study")))
            count += entry.is_regular_file();
        return count;
    }

    testing::TemporaryFolder folder_;
};

TEST_F(Remembered, IsTakenForTheVerySameInputsAlone) {
    const std::string plain = results_with({}, "");
    EXPECT_EQ(results_with({}, at("cache")), plain);
    const std::size_t found = remembered();
    EXPECT_GT(found, 20U);
    EXPECT_EQ(results_with({}, at("cache")), plain);
    EXPECT_EQ(remembered(), found) << "nothing was computed again";
    const std::set<std::string_view> of_analysis = {"correct.tip_radius_nm", "area.function",
                                                    "uncertainty.area_relative",
                                                    "uncertainty.drift_nm_per_s"};
    for (const RecipeKey& key : recipe_keys()) {
        const std::string name(key.rule.key);
        if (key.earliest != Stage::study && !of_analysis.contains(name)) continue;
        const Change& change = changes.at(name);
        Settings settings = change.beside;
        settings.emplace_back(name, change.value);
        const std::string unremembered = results_with(settings, "");
        EXPECT_TRUE(results_with(settings, at("cache")) == unremembered) << name;
    }
}

TEST_F(Remembered, IsComputedAgainWhereItWasDamaged) {
    const std::string plain = results_with({}, at("cache"));
    std::size_t place = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(at("cache/study"))) {
        if (!entry.is_regular_file()) continue;
        if (++place % 2 == 0) {
            std::filesystem::resize_file(entry.path(), entry.file_size() - 1);
        } else {
            std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
            file.seekp(static_cast<std::streamoff>(entry.file_size()) - 3);
            file.put('\x55');
            file.put('\xAA');
        }
    }
    EXPECT_EQ(results_with({}, at("cache")), plain);
    EXPECT_EQ(results_with({}, at("cache")), plain) << "written anew";
}

std::string name_of(const ::testing::TestParamInfo<Stage>& stage) {
    return std::string(word_of(stage.param));
}

// No option reaches segmentation yet; one that does is run as soon as it declares so.
INSTANTIATE_TEST_SUITE_P(Stages, Reach,
                         ::testing::Values(Stage::read, Stage::segment, Stage::correct,
                                           Stage::analyse, Stage::study, Stage::page),
                         name_of);

}  // namespace
}  // namespace sneddon
