#include "sneddon/pipeline/simulate.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <fstream>

#include "base/files/utf8.hpp"
#include "base/ordered_parallel.hpp"
#include "base/threads.hpp"
#include "pipeline/output_folder.hpp"
#include "simulate/export_text.hpp"
#include "simulate/fault.hpp"
#include "simulate/property_map.hpp"
#include "sneddon/base/text.hpp"
#include "sneddon/recipe/simulation_file.hpp"

namespace sneddon {
namespace {

/// What is left of a test when its file has been written.
struct WrittenTest {
    std::string truth_row;
    std::size_t points = 0;
    std::uintmax_t bytes = 0;
    bool is_whole = false;
};

bool write_file(const OutputFolder& output, const std::string& name, std::string_view text) {
    std::ofstream out = output.create(name);
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    out.close();
    return !out.fail();
}

/// A sample of the study: the folder of its files below OUT, "" or "as-cast/".
struct SampleStudy {
    std::string folder;
    SimulatedStudy study;
};

/// On any thread: each test is a file, so the order of writing does not matter.
WrittenTest write_test(const SampleStudy& sample, std::size_t index, CurveFormat format,
                       const OutputFolder& output) {
    TestFile file = test_file(sample.study, index, format);
    const bool is_whole = write_file(output, sample.folder + file.name, file.text);
    return {std::move(file.truth_row), file.samples, file.text.size(), is_whole};
}

/// Seeds of samples are apart by the golden ratio of the range: samples of seeds 1 and 2 share
/// none.
std::uint64_t seed_of_sample(std::uint64_t seed, std::size_t sample) {
    constexpr std::uint64_t apart = 0x9E3779B97F4A7C15;
    return seed + sample * apart;
}

Result<std::vector<SampleStudy>> draw_samples(const SimulateRequest& request,
                                              std::vector<SimulationPlan> plans) {
    std::vector<SampleStudy> samples;
    double measured_s = 0;  // samples are measured one after the other
    for (SimulationPlan& plan : plans) {
        plan.tests_per_load_function = request.tests_per_load_function;
        Result<SimulatedStudy> study =
            draw_study(plan, seed_of_sample(request.seed, samples.size()));
        if (!study) return study.error();
        if (const auto error = add_faults(*study, request.faults)) return *error;
        study->asked_seed = request.seed;
        const double begin_s = measured_s;
        measured_s += study->duration_s;
        for (double& start_s : study->start_s) start_s += begin_s;
        samples.push_back({plan.folder.empty() ? "" : plan.folder + "/", std::move(study).value()});
    }
    return samples;
}

/// study.toml and tip.ara of a sample.
bool write_facts(const SampleStudy& sample, const OutputFolder& output) {
    const SimulatedTip& tip = sample.study.plan.tip;
    const TipCalibration calibration = calibrate_tip(tip);
    const bool is_whole = write_file(output, sample.folder + "study.toml",
                                     study_file_text(sample.study, calibration));
    if (calibration.area.kind != AreaFunction::Kind::polynomial) return is_whole;
    return write_file(output, sample.folder + "tip.ara", tip_file_text(calibration, tip)) &&
           is_whole;
}

/// Writes samples one after the other and adds up what it has written.
class SampleWriter {
  public:
    SampleWriter(const SimulateRequest& request, const OutputFolder& output,
                 const Progress& progress, std::size_t all_tests)
        : request_(request), output_(output), progress_(progress), all_tests_(all_tests) {}

    void write(const SampleStudy& sample) {
        is_whole_ = write_facts(sample, output_) && is_whole_;
        std::ofstream truth = output_.create(sample.folder + "truth.csv");
        truth << truth_head();
        const std::size_t before = summary_.tests;
        ordered_parallel(
            sample.study.tests.size(), threads_or_all(request_.threads), progress_.stop,
            [&](std::size_t i) { return write_test(sample, i, request_.format, output_); },
            [&](std::size_t i, const WrittenTest& written) {
                truth << written.truth_row;
                summary_.points += written.points;
                summary_.bytes += written.bytes;
                is_whole_ = is_whole_ && written.is_whole;
                if (progress_.report) progress_.report(before + i + 1, all_tests_);
            });
        truth.close();
        is_whole_ = is_whole_ && !truth.fail();
        summary_.tests += sample.study.tests.size();
        ++summary_.samples;
        summary_.load_functions = sample.study.plan.load_functions.size();
    }

    bool is_whole() const { return is_whole_; }
    const SimulateSummary& summary() const { return summary_; }

  private:
    const SimulateRequest& request_;
    const OutputFolder& output_;
    const Progress& progress_;
    std::size_t all_tests_;
    bool is_whole_ = true;
    SimulateSummary summary_;
};

/// A property map is one table: what belongs to curves has nothing to act on.
std::optional<Error> find_option_of_curves(const SimulateRequest& request) {
    const auto error = [&](const char* option, const char* cure) {
        return Error{"SND-U031", request.preset, option, "what a table of results has", cure};
    };
    if (request.tests_per_load_function)
        return error("--tests-per-load-function", "--set grid.nx=100 --set grid.ny=100");
    if (!request.faults.empty()) return error("--fault", "leave it out");
    return std::nullopt;
}

Result<SimulateSummary> simulate_map(const SimulationPlan& plan, const SimulateRequest& request,
                                     const Progress& progress) {
    if (auto error = find_option_of_curves(request)) return *error;
    const Result<PropertyMap> map = draw_property_map(plan, request.seed);
    if (!map) return map.error();
    Result<OutputFolder> output =
        OutputFolder::open(request.output_folder, request.may_replace_output);
    if (!output) return output.error();
    if (progress.begins) progress.begins(utf8(output->folder()));
    const std::string table = property_map_csv(*map);
    const bool is_whole =
        write_file(*output, "study.toml", property_map_study(plan, request.seed)) &&
        write_file(*output, "map.csv", table) &&
        write_file(*output, "truth.csv", property_map_truth(*map));
    if (!is_whole)
        return Error{"SND-O003", request.output_folder, "a file could not be written whole",
                     "a folder that can be written", "choose another folder with -o"};
    if (!progress.is_to_finish())
        return Error{"SND-U130", "simulate", "stopped before the study took its place", "", ""};
    const Result<bool> committed = output->commit({});
    if (!committed) return committed.error();
    return SimulateSummary{map->rows.size(), 1, 0, 0, table.size()};
}

}  // namespace

Result<SimulateSummary> simulate(const SimulateRequest& request, const Progress& progress) {
    auto plans = simulation_plans(request.preset, request.settings);
    if (!plans) return plans.error();
    if (!plans->front().phases.empty()) return simulate_map(plans->front(), request, progress);
    const auto samples = draw_samples(request, std::move(*plans));
    if (!samples) return samples.error();
    Result<OutputFolder> output =
        OutputFolder::open(request.output_folder, request.may_replace_output);
    if (!output) return output.error();

    if (progress.begins) progress.begins(utf8(output->folder()));

    std::size_t all_tests = 0;
    for (const SampleStudy& sample : *samples) all_tests += sample.study.tests.size();
    SampleWriter writer(request, *output, progress, all_tests);
    for (const SampleStudy& sample : *samples) writer.write(sample);
    if (progress.stop.requested())
        return Error{"SND-U130", "simulate", "stopped before all tests were written", "", ""};
    if (!writer.is_whole())
        return Error{"SND-O003", request.output_folder, "a file could not be written whole",
                     "a folder that can be written", "choose another folder with -o"};
    if (!progress.is_to_finish())
        return Error{"SND-U130", "simulate", "stopped before the study took its place", "", ""};
    const Result<bool> committed = output->commit({});
    if (!committed) return committed.error();
    return writer.summary();
}

std::string simulate_summary_text(const SimulateRequest& request, const SimulateSummary& summary) {
    const bool are_several = summary.samples > 1;
    if (summary.load_functions == 0)
        return fmt::format(
            "  simulated {} rows of a table, {:.3g} MB   SIMULATED, seed {}\n"
            "  wrote     {}: map.csv · study.toml · truth.csv (phase of each row)\n",
            count_text(summary.tests), static_cast<double>(summary.bytes) / 1e6, request.seed,
            request.output_folder);
    return fmt::format(
        "  simulated {} tests, {}{} load functions, {} {}, {:.3g} MB   SIMULATED, seed {}\n"
        "  wrote     {}: {}tests · study.toml · truth.csv (what is true of each test)\n",
        count_text(summary.tests), are_several ? fmt::format("{} samples, ", summary.samples) : "",
        summary.load_functions, count_text(summary.points), are_several ? "points" : "samples",
        static_cast<double>(summary.bytes) / 1e6, request.seed, request.output_folder,
        are_several ? "a folder for each sample with " : "");
}

}  // namespace sneddon
