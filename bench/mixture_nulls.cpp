// How often `sneddon fit mixture` says "classes" first of one population that is not Gaussian, and
// of sets that do have classes: a table for docs/validation.md. Ends with 1 when the limits of it
// are broken. usage: mixture_nulls [SETS_OF_A_KIND [THREADS [PART_OF_A_NAME]]]
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "base/ordered_parallel.hpp"
#include "base/random.hpp"
#include "sneddon/numeric/choose_k.hpp"

namespace {

using namespace sneddon;

struct Kind {
    const char* name;
    std::size_t classes;
    double separation;  ///< below 0: beside the count
    void (*draw)(RandomStream&, const Kind&, double (&row)[2]);
};

double exponential(RandomStream& random) {
    return -std::log(1 - random.uniform());
}

void log_normal(RandomStream& random, const Kind&, double (&row)[2]) {
    const double common = random.normal();
    for (double& x : row) x = std::exp(0.5 * (0.6 * common + 0.8 * random.normal()));
}

void t4(RandomStream& random, const Kind&, double (&row)[2]) {
    const double scale = std::sqrt(2 / (exponential(random) + exponential(random)));
    const double common = random.normal();
    for (double& x : row) x = scale * (0.6 * common + 0.8 * random.normal());
}

void gamma4(RandomStream& random, const Kind&, double (&row)[2]) {
    for (double& x : row) {
        x = 0;
        for (int i = 0; i < 4; ++i) x += exponential(random);
    }
}

void uniform(RandomStream& random, const Kind&, double (&row)[2]) {
    for (double& x : row) x = random.uniform();
}

void curved_ridge(RandomStream& random, const Kind&, double (&row)[2]) {
    row[0] = random.normal();
    row[1] = 0.5 * row[0] * row[0] + 0.3 * random.normal();
}

// Of no shape that is tried: they are not counted.

void quarter_ring(RandomStream& random, const Kind&, double (&row)[2]) {
    const double angle = 1.57 * random.uniform(), radius = 5 + 0.4 * random.normal();
    row[0] = radius * std::cos(angle);
    row[1] = radius * std::sin(angle);
}

void disc(RandomStream& random, const Kind&, double (&row)[2]) {
    const double angle = 6.283185307179586 * random.uniform(), radius = std::sqrt(random.uniform());
    row[0] = radius * std::cos(angle);
    row[1] = radius * std::sin(angle);
}

void weibull(RandomStream& random, const Kind&, double (&row)[2]) {
    const double common = exponential(random);
    for (double& x : row) x = std::pow(0.5 * common + exponential(random), 1 / 1.3);
}

/// Unit circles: two in a row, three at the corners of a triangle of equal sides.
void classes(RandomStream& random, const Kind& kind, double (&row)[2]) {
    const double u = random.uniform();
    const double first = kind.classes == 2 ? 0.5 : 0.4, second = kind.classes == 2 ? 1 : 0.75;
    row[0] = random.normal() + (u < first ? 0 : u < second ? kind.separation : kind.separation / 2);
    row[1] = random.normal() + (u < second ? 0 : kind.separation * std::sqrt(0.75));
}

constexpr Kind kinds[] = {{"log-normal", 1, 0, log_normal},
                          {"t, 4 degrees", 1, 0, t4},
                          {"gamma(4)", 1, 0, gamma4},
                          {"uniform", 1, 0, uniform},
                          {"curved ridge", 1, 0, curved_ridge},
                          {"beside: quarter of a ring", 1, -1, quarter_ring},
                          {"beside: disc", 1, -1, disc},
                          {"beside: sums of Weibull(1.3)", 1, -1, weibull},
                          {"2 classes, 2 sd apart", 2, 2, classes},
                          {"2 classes, 3 sd apart", 2, 3, classes},
                          {"2 classes, 4 sd apart", 2, 4, classes},
                          {"3 classes, 2 sd apart", 3, 2, classes},
                          {"3 classes, 3 sd apart", 3, 3, classes},
                          {"3 classes, 4 sd apart", 3, 4, classes}};

struct Answer {
    std::size_t k = 0;
    bool claims_classes = false;
};

Answer answer_of(const Kind& kind, std::size_t rows, std::uint64_t seed) {
    RandomStream random(seed, static_cast<std::uint64_t>(&kind - kinds));
    std::vector<std::vector<double>> columns(2);
    for (std::size_t i = 0; i < rows; ++i) {
        double row[2];
        kind.draw(random, kind, row);
        for (int a : {0, 1}) columns[static_cast<std::size_t>(a)].push_back(row[a]);
    }
    const auto points = make_points(columns);
    FitMixtureOptions options;
    options.most_components = 5;
    const auto fits = fit_mixture(*points, options);
    ChooseKOptions choosing;
    choosing.silhouette_rows = 0;
    const KChoice choice = choose_k(*points, *fits, options, choosing);
    const std::size_t k = choice.chosen_components.value_or(0);
    return {k, k > 1 && choice.headline.empty()};
}

}  // namespace

int main(int count, char** arguments) {
    const auto sets = static_cast<std::size_t>(count > 1 ? std::atoi(arguments[1]) : 50);
    const auto threads = static_cast<unsigned>(count > 2 ? std::atoi(arguments[2]) : 1);
    const std::string_view wanted = count > 3 ? arguments[3] : "";
    std::puts("| sets | rows | k > 1 by BIC | the true k by BIC | classes said first |");
    std::puts("| --- | --- | --- | --- | --- |");
    std::size_t of_nulls = 0, most = 0, nulls = 0;
    for (const Kind& kind : kinds) {
        if (std::string_view(kind.name).find(wanted) == std::string_view::npos) continue;
        for (const std::size_t rows : {std::size_t{300}, std::size_t{900}}) {
            std::size_t several = 0, right = 0, claimed = 0;
            ordered_parallel(
                sets, threads, Stop{},
                [&](std::size_t i) { return answer_of(kind, rows, 1000 * rows + i); },
                [&](std::size_t, const Answer& answer) {
                    several += answer.k > 1;
                    right += answer.k == kind.classes;
                    claimed += answer.claims_classes;
                });
            fmt::print("| {} | {} | {} | {} | {} |\n", kind.name, rows, several, right, claimed);
            std::fflush(stdout);
            if (kind.classes > 1 || kind.separation < 0) continue;
            nulls += sets;
            of_nulls += claimed;
            most = std::max(most, claimed);
        }
    }
    fmt::print("\nof {} sets of one population: {}; of one kind {} at most\n", nulls, of_nulls,
               most);
    // One in twenty, and six of fifty of one kind.
    return of_nulls * 20 <= nulls && most * 50 <= 6 * sets ? 0 : 1;
}
