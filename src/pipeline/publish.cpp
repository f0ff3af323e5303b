#include "pipeline/publish.hpp"

#include <fstream>
#include <vector>

#include "pipeline/stopped.hpp"
#include "results/write_results.hpp"
#include "sneddon/pipeline/run.hpp"

namespace sneddon {
namespace {

Result<bool> write_study(const RunPlan& plan, const StudyResult& study) {
    std::vector<std::ofstream> files;
    const auto create = [&](const std::string& name) -> std::ofstream& {
        return files.emplace_back(plan.output.create(name));
    };
    write_tests_csv(create("tests.csv"), study);
    write_results_json(create("results.json"), study);
    write_recipe_toml(create("recipe.toml"), study);
    for (const std::string& name : hold_curve_files(study))
        write_hold_curves_csv(create(name), study, name);
    for (const StoredAttachment& attachment : plan.attachments)
        create(attachment.name) << attachment.content;

    std::vector<std::ofstream*> open_files;
    for (std::ofstream& file : files) open_files.push_back(&file);
    return plan.output.close(open_files);
}

}  // namespace

Result<bool> publish(RunPlan plan, const StudyResult& study, const Progress& progress) {
    if (auto written = write_study(plan, study); !written) return written;
    // The report is drawn from the files alone: they are closed before it reads them.
    const auto report =
        write_report({plan.output.folder(), plan.figures, plan.date, "svg,csv", progress.stop});
    if (!report) return report.error();
    // The point of no return: a stop that is heard up to here leaves OUT as it was.
    if (!progress.is_to_finish()) return stopped("before the results took their place");
    return plan.output.commit({});
}

}  // namespace sneddon
