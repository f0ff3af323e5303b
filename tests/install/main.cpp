// A program of somebody else: reads a file, analyses columns in memory, fits and runs a study, with
// nothing but installed headers.
#include <cstdio>
#include <vector>

#include "sneddon/tools/engine.hpp"

namespace {

int fail(const sneddon::Error& error) {
    std::puts(message(error).c_str());
    return 1;
}

/// The hardness of the first test of a file, twice: from the file, and from its columns.
int analyse_twice(const char* file, const sneddon::AnalysisRecipe& recipe) {
    const auto content = sneddon::read_file(file);
    if (!content) return fail(content.error());
    const sneddon::Test& test = content->tests.at(0);
    const auto in_memory = sneddon::analyse(
        sneddon::CurveView{test.curve.time_s, test.curve.depth_nm, test.curve.load_uN}, recipe);
    if (!in_memory) return fail(in_memory.error());
    const auto H = sneddon::find_quantity("H_IT_GPa");
    const double of_file = sneddon::analyse(test, recipe).cycles.at(0).values[*H];
    const double of_columns = in_memory->cycles.at(0).values[*H];
    std::printf("H_IT %.4f GPa from the file, %.4f GPa from its columns\n", of_file, of_columns);
    return of_file > 0 && of_columns > 0 ? 0 : 1;
}

/// A distribution through values of which the mean is known.
int fit_values() {
    const std::vector<double> values = {1, 2, 3, 4, 5};
    const auto fit = sneddon::fit_distribution(values, sneddon::DistributionFamily::normal);
    return fit.distribution.parameters[0] == 3 ? 0 : 1;
}

}  // namespace

/// user FOLDER FILE OUT
int main(int, char** arguments) {
    sneddon::RunRequest request;
    request.paths = {arguments[1]};
    request.output_folder = arguments[3];
    request.area_function = "ideal";
    const auto recipe = sneddon::analysis_recipe(request);
    if (!recipe) return fail(recipe.error());
    if (analyse_twice(arguments[2], *recipe) != 0 || fit_values() != 0) return 1;

    const auto study = sneddon::run(request, {});
    if (!study) return fail(study.error());
    const auto written = sneddon::read_written_tests(arguments[3]);
    if (!written) return fail(written.error());
    std::printf("%zu tests, %zu of them in OUT\n", study->tests.size(), written->tests.size());
    return study->tests.empty() || written->tests.size() != study->tests.size();
}
