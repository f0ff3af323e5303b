// Hardness, modulus and stiffness against depth: mean and spread of each load function, tests.
#include <algorithm>
#include <array>
#include <cmath>

#include "base/nan.hpp"
#include "figure/study/figure_makers.hpp"
#include "figure/study/figure_parts.hpp"
#include "results/profile_columns.hpp"

namespace sneddon {
namespace {

/// More lines than these are no lines any more.
constexpr std::size_t most_tests_drawn = 100;

/// Above it the surface is found and the tip in contact; below, a quotient of two small numbers.
double shallowest_drawn(double deepest_nm) {
    return deepest_nm / 50;
}

using OverDepth = WrittenOverDepth (WrittenProfile::*)() const;

struct ProfileQuantity {
    std::string id, title;
    OverDepth over_depth;
    const char* column;
    FigureAxis axis;
};

void add_mean(const WrittenProfile& profile, const ProfileQuantity& quantity, MarkStyle style,
              Panel& panel) {
    const auto over = (profile.*quantity.over_depth)();
    const auto depth = profile.depth_nm().values(), mean = over.mean().values(),
               sd = over.sd().values();
    Mark band, line;
    band.kind = MarkKind::band;
    band.name = profile.group().value() + ", standard deviation of one test";
    line.name = line.legend = profile.group().value();
    band.style = line.style = style;
    band.style.opacity = 0.18;
    line.style.width_mm = 0.5;
    for (std::size_t i = 0; i < depth.size() && i < mean.size() && i < sd.size(); ++i) {
        if (depth[i] < shallowest_drawn(depth.back())) continue;
        line.x.push_back(depth[i]);
        line.y.push_back(mean[i]);
        if (is_nan(mean[i]) || is_nan(sd[i])) continue;
        band.x.push_back(depth[i]);
        band.low.push_back(mean[i] - sd[i]);
        band.high.push_back(mean[i] + sd[i]);
    }
    panel.marks.push_back(std::move(band));
    panel.marks.push_back(std::move(line));
}

/// The first tests of profiles.csv as one series of broken lines; how many.
std::size_t add_tests(const WrittenStudy& study, const ProfileQuantity& quantity, Panel& panel) {
    const auto* depth = study.profiles.number(profile_column::depth_nm);
    const auto* value = study.profiles.number(quantity.column);
    if (depth == nullptr || value == nullptr) return 0;
    Mark tests;
    tests.name = "tests";
    tests.style.width_mm = 0.15;
    tests.style.colour = "#999999";  // readable on white and on black, behind the means
    std::string_view last;
    std::size_t count = 0;
    const double shallowest = depth->empty() ? 0 : shallowest_drawn(std::ranges::max(*depth));
    for (std::size_t i = 0; i < study.profiles.rows; ++i) {
        const std::string_view test = study.profiles.text(profile_column::test_id, i);
        if (test != last && ++count > most_tests_drawn) break;
        if (test != last && !last.empty()) {
            tests.x.push_back(nan);
            tests.y.push_back(nan);
        }
        last = test;
        if ((*depth)[i] < shallowest) continue;
        tests.x.push_back((*depth)[i]);
        tests.y.push_back((*value)[i]);
    }
    panel.marks.insert(panel.marks.begin(), std::move(tests));
    return std::min(count, most_tests_drawn);
}

bool has_values(const WrittenProfile& profile, OverDepth over_depth) {
    const auto mean = (profile.*over_depth)().mean().values();
    return std::ranges::any_of(mean, [](double x) { return std::isfinite(x); });
}

/// Below a tenth of the deepest mean the surface is most of what is seen: the axis keeps to the
/// values beyond it.
void keep_to_the_deep_part(const std::vector<WrittenProfile>& profiles, OverDepth over_depth,
                           Panel& panel) {
    double most = 0;
    for (const WrittenProfile& profile : profiles) {
        const auto depth = profile.depth_nm().values(),
                   mean = (profile.*over_depth)().mean().values();
        for (std::size_t i = 0; i < depth.size() && i < mean.size(); ++i)
            if (std::isfinite(mean[i]) && depth[i] > depth.back() / 10)
                most = std::max(most, mean[i]);
    }
    panel.y_axis.low = 0;
    constexpr double room = 1.3;  // above the largest mean, for bands
    if (most > 0) panel.y_axis.high = room * most;
}

Drawn draw_profile(const WrittenStudy& study, const ProfileQuantity& quantity) {
    std::vector<WrittenProfile> profiles;
    for (const WrittenProfile profile : study.results.profiles())
        if (has_values(profile, quantity.over_depth)) profiles.push_back(profile);
    if (profiles.empty()) {
        if (study.results.profiles().is_empty()) return {};
        return {{}, Words("no test has it: no area function, or no Poisson's ratio")};
    }
    Figure figure = new_figure(study, quantity.id, quantity.title);
    Panel& panel = figure.panels.front();
    panel.x_axis = {"Depth", "h", "nm", "h_nm"};
    panel.y_axis = quantity.axis;
    std::size_t place = 0;
    for (const WrittenProfile& profile : profiles)
        add_mean(profile, quantity, load_function_style(place++), panel);
    const std::size_t drawn = add_tests(study, quantity, panel);
    keep_to_the_deep_part(profiles, quantity.over_depth, panel);
    figure.caption = Words(
        "Thick lines: means over the tests of a load function at each depth. "
        "Bands: standard deviation of one test.");
    if (drawn > 0)
        figure.caption.add(" Thin lines: the first ").fixed(std::to_string(drawn)).add(" tests.");
    for (const WrittenProfile& profile : profiles)
        figure.caption.add(" ")
            .add(profile.group().words())
            .add(": n = ")
            .add(profile.n().count())
            .add(".");
    return {{std::move(figure)}, {}};
}

}  // namespace

Drawn draw_profile_hardness(const WrittenStudy& study) {
    return draw_profile(study, {"profile-hardness",
                                "Hardness against depth",
                                &WrittenProfile::hardness_GPa,
                                profile_column::hardness_GPa,
                                {"Hardness", "H", "GPa", "H_GPa"}});
}

Drawn draw_profile_modulus(const WrittenStudy& study) {
    const auto has_modulus = [&] {
        for (const WrittenProfile profile : study.results.profiles())
            if (has_values(profile, &WrittenProfile::modulus_GPa)) return true;
        return false;
    };
    if (has_modulus())
        return draw_profile(study, {"profile-modulus",
                                    "Modulus against depth",
                                    &WrittenProfile::modulus_GPa,
                                    profile_column::modulus_GPa,
                                    {"Modulus", "E", "GPa", "E_GPa"}});
    return draw_profile(study, {"profile-modulus",
                                "Reduced modulus against depth",
                                &WrittenProfile::reduced_modulus_GPa,
                                profile_column::reduced_modulus_GPa,
                                {"Reduced modulus", "E_r", "GPa", "E_r_GPa"}});
}

Drawn draw_profile_stiffness(const WrittenStudy& study) {
    return draw_profile(study, {"profile-stiffness",
                                "Contact stiffness against depth",
                                &WrittenProfile::stiffness_uN_per_nm,
                                profile_column::stiffness_uN_per_nm,
                                {"Contact stiffness", "S", "µN/nm", "S_uN_per_nm"}});
}

}  // namespace sneddon
