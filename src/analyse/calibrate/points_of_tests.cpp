#include "analyse/calibrate/points_of_tests.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace sneddon {

TestNumbers number_tests(std::span<const CalibrationPoint> points) {
    TestNumbers numbers;
    std::map<std::pair<std::size_t, std::string_view>, std::size_t> known;
    for (const CalibrationPoint& point : points) {
        const bool is_alone = point.test.empty();
        const auto found =
            is_alone ? known.end()
                     : known
                           .emplace(std::pair(point.material, std::string_view(point.test)),
                                    numbers.count)
                           .first;
        const std::size_t number = is_alone ? numbers.count : found->second;
        numbers.of_point.push_back(number);
        numbers.count = std::max(numbers.count, number + 1);
    }
    return numbers;
}

std::vector<double> means_of_tests(std::span<const CalibrationPoint> points,
                                   const std::vector<std::size_t>& places,
                                   std::span<const double> values) {
    std::vector<CalibrationPoint> of_places;
    for (const std::size_t i : places) of_places.push_back(points[i]);
    const TestNumbers tests = number_tests(of_places);
    std::vector<double> means(tests.count, 0.0), counts(tests.count, 0.0);
    for (std::size_t k = 0; k < places.size(); ++k) {
        means[tests.of_point[k]] += values[places[k]];
        counts[tests.of_point[k]] += 1;
    }
    for (std::size_t t = 0; t < tests.count; ++t) means[t] /= counts[t];
    return means;
}

bool are_enough_tests(std::size_t tests, std::size_t parameters) {
    constexpr std::size_t fewest = 6;
    return tests >= fewest && tests > parameters;
}

std::vector<double> sums_of_tests(const TestNumbers& tests, std::span<const double> scores,
                                  std::size_t parameters) {
    std::vector<double> sums(tests.count * parameters, 0.0);
    for (std::size_t i = 0; i < tests.of_point.size(); ++i)
        for (std::size_t k = 0; k < parameters; ++k)
            sums[tests.of_point[i] * parameters + k] += scores[i * parameters + k];
    return sums;
}

std::vector<double> squares_of_tests(const TestNumbers& tests, std::span<const double> scores,
                                     std::size_t parameters) {
    const std::vector<double> sums = sums_of_tests(tests, scores, parameters);
    const double factor =
        static_cast<double>(tests.count) / static_cast<double>(tests.count - parameters);
    std::vector<double> squares(parameters * parameters, 0.0);
    for (std::size_t t = 0; t < tests.count; ++t)
        for (std::size_t j = 0; j < parameters; ++j)
            for (std::size_t k = 0; k < parameters; ++k)
                squares[j * parameters + k] +=
                    factor * sums[t * parameters + j] * sums[t * parameters + k];
    return squares;
}

}  // namespace sneddon
