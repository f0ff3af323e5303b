#include "figure/study/cluster_marks.hpp"

#include <cmath>

#include "figure/study/figure_parts.hpp"

namespace sneddon {
namespace {

constexpr double two_pi = 6.28318530717958647692;

}  // namespace

Mark cluster_tests_mark(const WrittenStudy& study, const ClusterFeatures& features,
                        const std::vector<std::size_t>& rows, std::size_t label) {
    Mark mark;
    mark.kind = MarkKind::points;
    mark.name = mark.legend = cluster_name(study, label);
    mark.tests = rows_of_label(study, rows, label);
    mark.x = values_of(study, Head::named(features.x), mark.tests);
    mark.y = values_of(study, Head::named(features.y), mark.tests);
    mark.style = cluster_style(label);
    mark.style.size_mm = 1.0;
    mark.style.opacity = 1;  // every colour has 3:1 on white and on the dark page
    return mark;
}

Mark cluster_ellipse_mark(const WrittenStudy& study, const WrittenCluster& cluster,
                          const ClusterFeatures& features, std::size_t label) {
    const double a = 2 * cluster.ellipse().semi_major().value();
    const double b = 2 * cluster.ellipse().semi_minor().value();
    const double angle = cluster.ellipse().angle_deg().value() * two_pi / 360;
    const double x = cluster.mean()[features.x].value();
    const double y = cluster.mean()[features.y].value();
    Mark mark;
    mark.name = cluster_name(study, label) + ", two standard deviations";
    mark.style = cluster_style(label);
    mark.style.width_mm = 0.3;
    if (!std::isfinite(a * b * angle)) return mark;
    for (int i = 0; i <= 72; ++i) {
        const double u = a * std::cos(two_pi * i / 72), v = b * std::sin(two_pi * i / 72);
        mark.x.push_back(x + u * std::cos(angle) - v * std::sin(angle));
        mark.y.push_back(y + u * std::sin(angle) + v * std::cos(angle));
    }
    return mark;
}

}  // namespace sneddon
