// The figures before the sections: which three depends on what the study is about.
#include <algorithm>
#include <array>
#include <span>

#include "report/report_page.hpp"

namespace sneddon {
namespace {

constexpr std::size_t most_key_figures = 3;

constexpr std::array<std::string_view, 4> of_creep = {"creep-curves", "clusters", "hardness",
                                                      "shares"};
constexpr std::array<std::string_view, 4> of_table = {"map", "map-hardness", "clusters",
                                                      "map-modulus"};
constexpr std::array<std::string_view, 3> of_samples = {"samples", "clusters", "shares"};
constexpr std::array<std::string_view, 3> of_pop_ins = {"pop-in-loads", "pop-in-sizes", "hardness"};
constexpr std::array<std::string_view, 3> of_profiles = {"profile-hardness", "profile-modulus",
                                                         "hardness"};
constexpr std::array<std::string_view, 9> of_any = {"hardness",   "work-vs-hold",   "clusters",
                                                    "map",        "load-functions", "shares",
                                                    "work-areas", "samples",        "criteria"};

std::vector<std::string> drawn_ids(const std::vector<DrawnEntry>& figures) {
    std::vector<std::string> ids;
    for (const DrawnEntry& entry : figures)
        for (const Figure& figure : entry.drawn.figures)
            if (figure.width_mm <= 1.2 * single_column_mm) ids.push_back(figure.id);
    return ids;
}

}  // namespace

std::vector<std::string> key_figure_ids(const WrittenStudy& study,
                                        const std::vector<DrawnEntry>& figures) {
    const std::vector<std::string> drawn = drawn_ids(figures);
    const auto has = [&](std::string_view id) {
        return std::ranges::find(drawn, id) != drawn.end();
    };
    std::vector<std::string> chosen;
    const auto take = [&](std::span<const std::string_view> ids) {
        for (const std::string_view id : ids)
            if (chosen.size() < most_key_figures && has(id) &&
                std::ranges::find(chosen, id) == chosen.end())
                chosen.emplace_back(id);
    };
    if (study.results.has_tables()) take(of_table);
    if (!study.results.samples().is_empty()) take(of_samples);
    // Tests with a stiffness all along have holds too, for the drift.
    if (has(of_profiles[0]) || has(of_profiles[1])) take(of_profiles);
    if (!study.results.creep_curves().is_empty()) take(of_creep);
    if (has(of_pop_ins.front()) || has(of_pop_ins[1])) take(of_pop_ins);
    take(of_any);
    return chosen;
}

}  // namespace sneddon
