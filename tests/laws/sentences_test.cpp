// No sentence says nan, inf, "5e+05 %" or "+-", whatever the study lacks.
#include <gtest/gtest.h>

#include <fmt/core.h>

#include <filesystem>
#include <functional>
#include <map>
#include <regex>

#include "sneddon/pipeline/run.hpp"
#include "sneddon/tools/compare.hpp"
#include "sneddon/tools/fit_reports.hpp"
#include "sneddon/tools/look.hpp"
#include "sneddon/tools/show.hpp"
#include "support/closed_form_test.hpp"
#include "support/source_tree.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon::testing {
namespace {

std::string csv_of(const ClosedForm& form) {
    const Curve curve = closed_form_test(form).curve;
    std::string text = "time_s,depth_nm,load_uN\n";
    for (std::size_t i = 0; i < curve.size(); ++i)
        text += fmt::format("{},{},{}\n", curve.time_s[i], curve.depth_nm[i], curve.load_uN[i]);
    return text;
}

ClosedForm form(double hold_s) {
    ClosedForm made;
    made.rate_Hz = 20;
    made.hold_s = hold_s;
    return made;
}

/// A study that lacks something: its files, and how it is run.
struct OddStudy {
    std::string name;
    std::map<std::string, std::string> files;
    std::function<void(RunRequest&)> asked = [](RunRequest&) {};
};

std::vector<OddStudy> odd_studies() {
    const auto ideal = [](RunRequest& request) {
        request.area_function = "ideal";
        request.poisson_ratio = 0.3;
    };
    std::vector<OddStudy> studies;
    studies.push_back({"one test without a hold", {{"a.csv", csv_of(form(0))}}});
    studies.push_back({"one test with a hold", {{"a.csv", csv_of(form(10))}}, ideal});
    OddStudy equal{"tests that are all equal", {}, ideal};
    OddStudy still{"holds without creep", {}, ideal};
    OddStudy two{"two loads and holds, noise", {}, ideal};
    OddStudy unknown_area{"no area function", {}};
    OddStudy alike{"two load functions, each of equal tests", {}, ideal};
    OddStudy grid{"a grid of equal tests", {}, ideal};
    grid.files["study.toml"] = "[grid]\nnx = 6\nny = 6\npitch_um = 2\n";
    for (int i = 0; i < 36; ++i) {
        const std::string file = fmt::format("t{:02}.csv", i);
        const std::string more(static_cast<std::size_t>(i), '\n');
        grid.files[file] = csv_of(form(10)) + more;
        if (i < 24) alike.files[file] = csv_of(form(i % 2 == 0 ? 0 : 20)) + more;
    }
    for (int i = 0; i < 12; ++i) {
        const std::string file = fmt::format("t{:02}.csv", i);
        // Equal but for a comment: files of the same bytes are a repeated test.
        equal.files[file] = csv_of(form(10)) + std::string(static_cast<std::size_t>(i), '\n');
        ClosedForm flat = form(10);
        flat.creep_nm = 0;
        flat.h_p_nm += 0.01 * i;
        still.files[file] = csv_of(flat);
        ClosedForm noisy = form(i % 2 == 0 ? 0 : 20);
        noisy.noise_nm = 0.2;
        noisy.noise_uN = 0.2;
        noisy.F_max_uN = i % 2 == 0 ? 300 : 900;
        noisy.h_1_nm += i;
        noisy.seed = static_cast<unsigned>(i + 1);
        two.files[file] = csv_of(noisy);
        unknown_area.files[file] = csv_of(noisy);
    }
    studies.insert(studies.end(), {equal, still, two, unknown_area, alike, grid});
    return studies;
}

std::string without_script(std::string page) {
    for (const char* element : {"script", "style", "svg"}) {
        const std::string open = std::string("<") + element, close = std::string("</") + element;
        for (std::size_t at = page.find(open); at != page.npos; at = page.find(open, at)) {
            const std::size_t end = page.find(close, at);
            page.erase(at, end == page.npos ? page.npos : end - at);
        }
    }
    return std::regex_replace(page, std::regex("<[^>]*>"), " ");
}

/// The first thing that no sentence may say, with what stands around it; "" when there is none.
std::string said_wrongly(const std::string& text) {
    static const std::regex wrong(
        R"((^|[^A-Za-z_])[-+]?(nan|inf)([^A-Za-z_]|$))"
        R"(|[0-9]e\+[0-9]+ ?%|\+/?-( |[0-9])|± *([,;.)]|$)|\( *± *[0-9)]|\? (to|±))",
        std::regex::icase);
    std::smatch match;
    if (!std::regex_search(text, match, wrong)) return "";
    const auto at = static_cast<std::size_t>(match.position(0));
    const std::size_t from = at < 80 ? 0 : at - 80;
    return text.substr(from, 160);
}

std::string first_curve(const OddStudy& odd) {
    for (const auto& [name, content] : odd.files)
        if (name.ends_with(".csv")) return name;
    return "";
}

std::map<std::string, std::string> texts_of(const OddStudy& odd) {
    const TemporaryFolder folder;
    for (const auto& [name, content] : odd.files) folder.write("study/" + name, content);
    RunRequest request;
    request.paths = {(folder.path() / "study").string()};
    request.output_folder = folder.path() / "out";
    request.threads = 1;
    odd.asked(request);
    std::map<std::string, std::string> texts;
    if (const auto found = look(request, {})) texts["look"] = look_text(*found);
    const auto study = run(request, {});
    EXPECT_TRUE(study.ok()) << odd.name;
    if (!study.ok()) return texts;
    texts["summary"] = run_summary(*study, request.output_folder);
    const std::filesystem::path out = request.output_folder;
    for (const char* file : {"report.html", "recipe.toml", "results.json"})
        texts[file] = text_of(out / file);
    texts["report.html"] = without_script(texts["report.html"]);
    for (const auto& entry : std::filesystem::directory_iterator(out / "figures"))
        if (entry.path().extension() == ".svg")
            texts[entry.path().filename().string()] = text_of(entry.path());
    const std::string first = (folder.path() / "study" / first_curve(odd)).string();
    if (const auto shown = show(first, request)) {
        texts["show"] = show_text(*shown);
        texts["budget"] = budget_text(*shown);
    }
    if (const auto compared = compare_outputs(out.string(), out.string()))
        texts["compare"] = *compared;
    return texts;
}

TEST(Sentences, NoneSaysWhatIsNoNumber) {
    for (const OddStudy& odd : odd_studies()) {
        const auto texts = texts_of(odd);
        EXPECT_GE(texts.size(), 10u) << odd.name;
        for (const auto& [where, text] : texts) {
            EXPECT_FALSE(text.empty()) << odd.name << ": " << where;
            EXPECT_EQ(said_wrongly(text), "") << odd.name << ": " << where;
        }
    }
}

/// What `sneddon fit` says of columns that do not vary, lie on the law exactly, or are few.
std::vector<std::string> texts_of_fits() {
    const TemporaryFolder folder;
    std::string flat = "x,y\n", exact = flat, few = flat;
    for (int i = 0; i < 40; ++i) {
        flat += fmt::format("{},0\n", i);
        exact += fmt::format("{},{}\n", i, 0.1 * i);
        if (i < 7) few += fmt::format("{},{}\n", i, 1 + i * i);
    }
    std::vector<std::string> texts;
    const auto take = [&](const Result<FitReport>& report) {
        if (report)
            texts.push_back(report->text);
        else
            texts.push_back(message(report.error()));
    };
    for (const std::string& table : {flat, exact, few}) {
        const std::string file = folder.write("table.csv", table);
        take(creep_law_report({file, "x", "y"}));
        take(unloading_report({file, "y", "x"}));
        for (const char* column : {"x", "y"}) {
            DistributionFitRequest request{file, column};
            request.replicates = 20;
            take(distribution_report(request));
        }
        MixtureFitRequest request{file, {"x", "y"}};
        request.most_components = 2;
        take(mixture_report(request));
    }
    return texts;
}

TEST(Sentences, NoFitSaysWhatIsNoNumber) {
    const auto texts = texts_of_fits();
    EXPECT_EQ(texts.size(), 15u);
    for (const std::string& text : texts) {
        EXPECT_FALSE(text.empty());
        EXPECT_EQ(said_wrongly(text), "") << text;
    }
}

TEST(Sentences, WhatIsWrongIsSeen) {
    for (const char* wrong :
         {"r goes down to nan", "by up to inf %", "by 5e+05 %", "-1.2 +- 0.3", "p = nan.",
          "nu = nan;", "4.1 ±", "4.1 ± , n", "-inf", "mean, 95 %: ? to ?"})
        EXPECT_NE(said_wrongly(wrong), "") << wrong;
    for (const char* right : {"nanoindentation", "information", "infinite", "4.1 ± 0.2",
                              "p = 3e-246", "±2 u", "nan_count", "(± standard deviation)"})
        EXPECT_EQ(said_wrongly(right), "") << right;
}

}  // namespace
}  // namespace sneddon::testing
