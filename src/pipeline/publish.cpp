#include "pipeline/publish.hpp"

#include <algorithm>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "base/files/utf8.hpp"
#include "figure/study/full_curves.hpp"
#include "pipeline/curves/curves_file.hpp"
#include "pipeline/curves/drawn_curves.hpp"
#include "pipeline/draw_report.hpp"
#include "pipeline/export/write_exports.hpp"
#include "pipeline/parts/outcome_cache.hpp"
#include "pipeline/request_file.hpp"
#include "results/curves/curves_json.hpp"
#include "results/read_study.hpp"
#include "results/results_layout.hpp"
#include "results/study_counts.hpp"
#include "results/write_results.hpp"
#include "sneddon/pipeline/run.hpp"
#include "study/findings.hpp"

namespace sneddon {
namespace {

using CreateFile = std::function<std::ofstream&(const std::string& name)>;

/// Beside the rows.
void write_what_they_say(const CreateFile& create, const RunPlan& plan, const StudyResult& study) {
    write_results_json(create("results.json"), study);
    for (const std::string& name : hold_curve_files(study))
        write_hold_curves_csv(create(name), study, name);
    if (!findings_of(study).test_profiles.all().empty())
        write_profiles_csv(create("profiles.csv"), study);
    for (const StoredAttachment& attachment : plan.attachments)
        create(attachment.name) << attachment.content;
}

Result<bool> write_study(const RunPlan& plan, const StudyResult& study) {
    std::vector<std::ofstream> files;
    const auto create = [&](const std::string& name) -> std::ofstream& {
        return files.emplace_back(plan.output.create(name));
    };
    write_tests_csv(create("tests.csv"), study);
    write_recipe_toml(create("recipe.toml"), study);
    create(request_name) << plan.request;
    if (!plan.has_rows_only) write_what_they_say(create, plan, study);

    std::vector<std::ofstream*> open_files;
    for (std::ofstream& file : files) open_files.push_back(&file);
    return plan.output.close(open_files);
}
void forget_rows_of_large_table(StudyResult& study) {
    const bool is_table =
        !study.tests.empty() && std::ranges::all_of(study.tests, [](const TestRow& row) {
            return row.source == RowSource::table;
        });
    if (!is_table || study.tests.size() <= most_rows_of_results_json) return;
    const StudyCounts counts = count_study(study);
    RowsInFile rows{counts.rows.used, counts.rows.excluded, counts.rows.refused,
                    counts.tests,     counts.rows_flagged,  false};
    rows.has_flag =
        std::ranges::any_of(study.tests, [](const TestRow& row) { return !row.flags.empty(); });
    StudyFindings findings = findings_of(study);
    findings.rows_in_file = rows;
    study.findings = HeldFindings(std::move(findings));
    study.tests = {};
}

/// The tests that figures show one by one, with every sample.
Result<bool> write_drawn_curves(const RunPlan& plan, const std::vector<DrawnCurve>& curves) {
    CurvesFile file(plan.output, drawn_curves_name);
    for (const DrawnCurve& curve : curves) file.add(drawn_curve_json(curve));
    return file.close(plan.output);
}

}  // namespace

Result<bool> write_out(const RunPlan& plan, const DriftsOfOrder& drifts,
                       const std::vector<bool>& files_known, StudyResult& study,
                       const Progress& progress) {
    if (auto written = write_study(plan, study); !written || plan.has_rows_only) return written;
    forget_rows_of_large_table(study);
    // The report is drawn from the files alone: they are closed before it reads them.
    const std::string folder = utf8(plan.output.folder());
    Result<WrittenStudy> in_files = read_study(folder, plan.threads);
    if (!in_files) return in_files.error();
    const auto cache = OutcomeCache::of_plan(plan);
    const DrawnCurves drawn = drawn_curves(plan, drifts, study, tests_drawn_singly(*in_files),
                                           cache && *cache ? &**cache : nullptr, progress.stop);
    for (const std::size_t i : drawn.files_parsed)
        if (i < files_known.size() && files_known[i]) --*study.files_known;
    if (auto written = write_drawn_curves(plan, drawn.curves); !written) return written;
    if (auto written = write_exports(plan.output, plan.exports, *in_files); !written)
        return written;
    read_drawn_curves(folder, *in_files, plan.threads);
    const auto report =
        draw_report(*in_files, {folder, plan.figures, plan.date, "svg,csv", progress.stop,
                                ReportRequest{}.figure_width, plan.threads});
    if (!report) return report.error();
    return true;
}

}  // namespace sneddon
