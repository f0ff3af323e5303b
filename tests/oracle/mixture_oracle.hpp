// Recorded mixtures of ../shared/oracles/gmm: data, and for each k what a full search reached.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "sneddon/numeric/fit_mixture.hpp"
#include "support/shared_data.hpp"

namespace sneddon::testing {

inline std::filesystem::path mixture_folder() {
    return shared_folder() / "oracles" / "gmm";
}

/// Columns of numbers beneath one line of names.
inline Points read_table(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    std::vector<std::vector<double>> columns;
    while (std::getline(file, line)) {
        std::stringstream cells(line);
        std::string cell;
        for (std::size_t a = 0; std::getline(cells, cell, ','); ++a) {
            if (columns.size() <= a) columns.emplace_back();
            columns[a].push_back(std::stod(cell));
        }
    }
    return *make_points(columns);
}

inline Points read_points(const std::string& set) {
    return read_table(mixture_folder() / (set + ".csv"));
}

/// The runs without regularisation that ended with a fit.
inline std::vector<nlohmann::json> read_runs(const std::string& set) {
    std::ifstream file(mixture_folder() / (set + "_oracle.json"));
    const auto record = nlohmann::json::parse(file);
    std::vector<nlohmann::json> runs;
    for (const auto& run : record.at("runs"))
        if (run.at("reg") == 0.0 && run.contains("means")) runs.push_back(run);
    EXPECT_GE(runs.size(), 5u) << set;
    return runs;
}

inline GaussianMixture read_mixture(const nlohmann::json& run) {
    GaussianMixture mixture;
    mixture.weights = run["weights"].get<std::vector<double>>();
    for (const auto& mean : run["means"])
        for (const double x : mean) mixture.means.push_back(x);
    for (const auto& covariance : run["covariances"])
        for (const auto& row : covariance)
            for (const double x : row) mixture.covariances.push_back(x);
    mixture.dimensions = mixture.means.size() / mixture.weights.size();
    return mixture;
}

inline std::vector<std::uint32_t> read_labels(const std::string& set, std::size_t components) {
    std::ifstream file(mixture_folder() /
                       (set + "_labels_k" + std::to_string(components) + "_reg0.csv"));
    std::vector<std::uint32_t> labels;
    for (std::uint32_t label; file >> label;) labels.push_back(label);
    return labels;
}

}  // namespace sneddon::testing
