// The paths that a study's time goes into, each on an input made here, one call each: callgrind
// counts their instructions (scripts/check-instructions), which no other load on the machine moves.
//   hot_paths read|analyse|mixture     runs hot_path() once
//   hot_paths --compiler               which one built this
#include <fmt/core.h>

#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>

#include "made_input.hpp"
#include "sneddon/numeric/fit_mixture.hpp"
#include "sneddon/read/read_file.hpp"
#include "sneddon/tools/engine.hpp"

/// What callgrind counts: nothing of how the input was made.
[[gnu::noinline]] bool hot_path(const std::function<bool()>& work) {
    return work();
}

namespace sneddon {
namespace {

std::function<bool()> reading() {
    return [text = made_text()] { return read_bytes(text, "made.txt", {}).ok(); };
}

std::function<bool()> analysis() {
    RunRequest request;
    request.area_function = "ideal";
    request.poisson_ratio = 0.36;
    const auto recipe = analysis_recipe(request);
    if (!recipe) return {};
    return [test = made_test(), recipe = *recipe] { return !analyse(test, recipe).cycles.empty(); };
}

/// Three groups of the plane.
std::function<bool()> mixture() {
    RandomStream random(1);
    std::vector<std::vector<double>> columns(2);
    for (int i = 0; i < 600; ++i)
        for (auto& column : columns) column.push_back(random.normal() + 4 * (i % 3));
    const auto points = make_points(columns);
    if (!points) return {};
    FitMixtureOptions options;
    options.fewest_components = options.most_components = 3;
    return [points = *points, options] { return fit_mixture(points, options).ok(); };
}

std::function<bool()> path_of(std::string_view name) {
    if (name == "read") return reading();
    if (name == "analyse") return analysis();
    if (name == "mixture") return mixture();
    return {};
}

}  // namespace
}  // namespace sneddon

int main(int count, char** arguments) {
    const std::string_view name = count == 2 ? arguments[1] : "";
    if (name == "--compiler") {
#if defined(__clang__)
        fmt::print("clang-{}\n", __clang_major__);
#else
        fmt::print("g++-{}\n", __GNUC__);
#endif
        return EXIT_SUCCESS;
    }
    const auto work = sneddon::path_of(name);
    if (!work) {
        fmt::print(stderr, "hot_paths read|analyse|mixture|--compiler\n");
        return 2;
    }
    return hot_path(work) ? EXIT_SUCCESS : EXIT_FAILURE;
}
