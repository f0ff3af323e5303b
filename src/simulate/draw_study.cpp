#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>
#include <optional>

#include "simulate/correlated_field.hpp"
#include "simulate/random_streams.hpp"
#include "simulate/simulated_study.hpp"
#include "simulate/thermal_pop_in.hpp"

namespace sneddon {
namespace {

constexpr int most_tests = 2000;  // the fields' time grows with the cube
constexpr double least_creep_nm = 0.15;
constexpr double between_tests_s = 60;

struct GridShape {
    int nx, ny, count;
};

GridShape grid_shape(const SimulationPlan& plan) {
    const SimulatedGrid& grid = plan.grid;
    if (!plan.tests_per_load_function) return {grid.nx, grid.ny, grid.nx * grid.ny};
    const int count = *plan.tests_per_load_function;
    if (count == grid.nx * grid.ny) return {grid.nx, grid.ny, count};
    const double aspect = static_cast<double>(grid.nx) / grid.ny;
    const int nx = std::max(1, static_cast<int>(std::lround(std::sqrt(count * aspect))));
    return {nx, (count + nx - 1) / nx, count};
}

std::optional<Error> find_trouble(const SimulationPlan& plan, const GridShape& shape) {
    const auto trouble = [&](std::string found, std::string expected) {
        return Error{"SND-U031", plan.preset, std::move(found), std::move(expected), ""};
    };
    if (shape.count < 1 || shape.count > most_tests)
        return trouble(fmt::format("{} tests of a load function", shape.count),
                       fmt::format("1 to {}", most_tests));
    if (plan.load_functions.empty() || plan.classes.empty() || plan.classes.size() > 3)
        return trouble(fmt::format("{} load functions, {} classes", plan.load_functions.size(),
                                   plan.classes.size()),
                       "at least one load function, and 1 to 3 classes");
    for (const SimulatedLoadFunction& function : plan.load_functions)
        if (!(function.H_GPa > 0 && function.E_r_GPa > 0))
            return trouble(fmt::format("hold {} s with H = {} GPa and E_r = {} GPa",
                                       function.hold_s, function.H_GPa, function.E_r_GPa),
                           "hardness and modulus above 0");
    return std::nullopt;
}

/// Of the classes 0, 1 and 2; the last class has the rest.
std::array<double, 3> class_shares(std::size_t class_count, const SimulatedLoadFunction& shares) {
    if (class_count == 1) return {1, 0, 0};
    if (class_count == 2) return {shares.share_0, 1 - shares.share_0, 0};
    return {shares.share_0, shares.share_1, 1 - shares.share_0 - shares.share_1};
}

/// The largest values of the field are class 0: the shares are exact to one test.
std::vector<int> classes_by_rank(const std::vector<double>& field, std::size_t class_count,
                                 const SimulatedLoadFunction& shares) {
    std::vector<std::size_t> order(field.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](auto i, auto j) { return field[i] > field[j]; });
    const double until_0 = class_count == 1 ? 1 : shares.share_0;
    const double until_1 = class_count == 2 ? 1 : shares.share_0 + shares.share_1;
    std::vector<int> classes(field.size());
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const double u = (static_cast<double>(rank) + 0.5) / static_cast<double>(order.size());
        classes[order[rank]] = u < until_0 ? 0 : u < until_1 ? 1 : 2;
    }
    return classes;
}

/// By the law of the field: shares scatter as those of a random sample do.
std::vector<int> classes_by_chance(const std::vector<double>& field, std::size_t class_count,
                                   const SimulatedLoadFunction& shares) {
    const std::array<double, 3> share = class_shares(class_count, shares);
    std::vector<int> classes;
    for (const double z : field) {
        const double above = std::erfc(z / std::numbers::sqrt2) / 2;  // P(Z > z)
        classes.push_back(above < share[0] ? 0 : above < share[0] + share[1] ? 1 : 2);
    }
    return classes;
}

/// What is drawn for one test on its own.
struct OwnDraws {
    double creep, E_r, a, b, c, m, height;
    double popin, popin_load, zero, popout;  ///< uniform in [0, 1)
    double tare, header, residual;
};

OwnDraws own_draws(std::uint64_t seed, std::size_t load_function, std::size_t place) {
    RandomStream random = random_stream(seed, Purpose::test, load_function, place);
    OwnDraws draws{};
    for (double* normal : {&draws.creep, &draws.E_r, &draws.a, &draws.b, &draws.c, &draws.m,
                           &draws.height, &draws.tare, &draws.header, &draws.residual})
        *normal = random.normal();
    for (double* uniform : {&draws.popin, &draws.popin_load, &draws.zero, &draws.popout})
        *uniform = random.uniform();
    return draws;
}

/// The creep draws of each class get mean 0 and standard deviation 1.
void standardise_by_class(std::vector<OwnDraws>& draws, const std::vector<int>& classes) {
    constexpr std::size_t few = 3;
    for (int creep_class = 0; creep_class < 3; ++creep_class) {
        std::vector<double> creep;
        for (std::size_t i = 0; i < draws.size(); ++i)
            if (classes[i] == creep_class) creep.push_back(draws[i].creep);
        if (creep.size() <= few) continue;
        standardise(creep);
        std::size_t next = 0;
        for (std::size_t i = 0; i < draws.size(); ++i)
            if (classes[i] == creep_class) draws[i].creep = creep[next++];
    }
}

class LoadFunctionDraw {
  public:
    LoadFunctionDraw(const SimulationPlan& plan, std::uint64_t seed, std::size_t index,
                     const CorrelatedField& field, std::size_t count)
        : plan_(plan), function_(plan.load_functions[index]) {
        RandomStream hardness = random_stream(seed, Purpose::hardness_field, index, 0);
        RandomStream creep = random_stream(seed, Purpose::creep_field, index, 0);
        hardness_ = field.draw(hardness);
        creep_field_ = field.draw(creep);
        for (std::size_t i = 0; i < count; ++i) draws_.push_back(own_draws(seed, index, i));
        if (plan.material.sampling == Sampling::random) {
            classes_ = classes_by_chance(creep_field_, plan.classes.size(), function_);
            return;
        }
        standardise(hardness_);
        standardise(creep_field_);
        make_uncorrelated(creep_field_, hardness_);
        classes_ = classes_by_rank(creep_field_, plan.classes.size(), function_);
        standardise_by_class(draws_, classes_);
    }

    void add_tests(std::size_t load_function, const std::vector<GridPoint>& points,
                   std::vector<TestTruth>& tests) const {
        const bool is_by_end = plan_.material.construction == Construction::end_state;
        const std::vector<double> creep = is_by_end ? creep_depths() : std::vector<double>();
        const std::vector<double> creep_z = is_by_end ? standard_creep(creep) : creep;
        for (std::size_t i = 0; i < draws_.size(); ++i) {
            TestTruth test;
            test.load_function = load_function;
            test.place = i;
            test.x_um = points[i].x_um;
            test.y_um = points[i].y_um;
            test.hold_s = function_.hold_s;
            test.ramp_s = function_.ramp_s > 0 ? function_.ramp_s : plan_.programme.ramp_s;
            test.creep_class = classes_[i];
            test.F_peak_uN = peak_load_uN(plan_, test);
            test.frame_left_nm_per_uN = plan_.instrument.frame_left_nm_per_uN;
            if (is_by_end)
                set_end_state(test, i, creep[i], creep_z[i]);
            else
                set_loading(test, i);
            set_instrument(test, draws_[i]);
            tests.push_back(test);
        }
    }

  private:
    const SimulatedClass& class_of(std::size_t i) const {
        return plan_.classes[static_cast<std::size_t>(classes_[i])];
    }

    std::vector<double> creep_depths() const {
        std::vector<double> depths(draws_.size(), 0.0);
        if (!(function_.hold_s > 0)) return depths;
        for (std::size_t i = 0; i < depths.size(); ++i) {
            const SimulatedClass& creep_class = class_of(i);
            const double drawn = creep_class.creep_nm + creep_class.creep_sd_nm * draws_[i].creep;
            depths[i] = creep_class.creep_nm > 0 ? std::max(drawn, least_creep_nm) : 0;
        }
        return depths;
    }

    /// Against mean and standard deviation of the sample, or of what a random sample is drawn from.
    std::vector<double> standard_creep(std::vector<double> creep) const {
        if (!is_random()) {
            standardise(creep);
            return creep;
        }
        const auto share = class_shares(plan_.classes.size(), function_);
        double mean = 0, square = 0;
        for (std::size_t j = 0; j < plan_.classes.size(); ++j) {
            const SimulatedClass& of_class = plan_.classes[j];
            mean += share[j] * of_class.creep_nm;
            square += share[j] * (of_class.creep_nm * of_class.creep_nm +
                                  of_class.creep_sd_nm * of_class.creep_sd_nm);
        }
        const double sd = std::sqrt(square - mean * mean);
        for (double& depth : creep) depth = sd > 0 ? (depth - mean) / sd : 0;
        return creep;
    }

    bool is_random() const { return plan_.material.sampling == Sampling::random; }

    double mean_offset_GPa() const {
        double sum = 0;
        if (is_random()) {
            const auto share = class_shares(plan_.classes.size(), function_);
            for (std::size_t j = 0; j < plan_.classes.size(); ++j)
                sum += share[j] * plan_.classes[j].H_offset_GPa;
            return sum;
        }
        for (std::size_t i = 0; i < draws_.size(); ++i) sum += class_of(i).H_offset_GPa;
        return sum / static_cast<double>(draws_.size());
    }

    void set_end_state(TestTruth& test, std::size_t i, double creep_nm, double creep_z) const {
        const SimulatedClass& creep_class = class_of(i);
        const bool has_hold = function_.hold_s > 0;
        const double offset = has_hold ? creep_class.H_offset_GPa - mean_offset_GPa() : 0;
        test.H_end_GPa = function_.H_GPa + offset + function_.H_sd_GPa * hardness_[i];
        const double rho = has_hold ? plan_.material.modulus_creep : 0;
        test.E_r_GPa =
            function_.E_r_GPa *
            std::exp(function_.E_r_cv * (rho * creep_z + std::sqrt(1 - rho * rho) * draws_[i].E_r));
        test.creep_nm = creep_nm;
        set_law(test, i);
    }

    /// The law's a and one of b and c are drawn, the other follows from the creep. Without a hold
    /// the law serves the nose alone.
    void set_law(TestTruth& test, std::size_t i) const {
        const SimulatedClass& creep_class = class_of(i);
        const SimulatedMaterial& material = plan_.material;
        const double T = function_.hold_s;
        test.b_nm = material.b_nm * std::exp(material.b_cv * draws_[i].b);
        test.c = creep_class.c + creep_class.c_sd * draws_[i].c;
        if (!(T > 0)) return;
        if (!(test.creep_nm > 0)) {
            test.b_nm = 0;
            return;
        }
        constexpr double most_linear = 0.8;
        test.a_nm_per_s = std::min(creep_class.a_nm_per_s * std::exp(material.a_cv * draws_[i].a),
                                   most_linear * test.creep_nm / T);
        const double power_part = test.creep_nm - test.a_nm_per_s * T;
        if (T >= material.solve_c_from_s)
            test.c = std::clamp(std::log(power_part / test.b_nm) / std::log(T), 0.03, 0.95);
        test.b_nm = power_part / std::pow(T, test.c);
    }

    void set_loading(TestTruth& test, std::size_t i) const {
        const SimulatedClass& creep_class = class_of(i);
        const SimulatedMaterial& material = plan_.material;
        test.H_load_GPa =
            function_.H_GPa * std::exp(function_.H_sd_GPa / function_.H_GPa * hardness_[i]);
        test.E_r_GPa = function_.E_r_GPa * std::exp(function_.E_r_cv * draws_[i].E_r);
        test.a_nm_per_s = creep_class.a_nm_per_s * std::exp(material.a_cv * draws_[i].a);
        test.b_nm = material.b_nm * std::exp(material.b_cv * draws_[i].b);
        test.c = creep_class.c + creep_class.c_sd * draws_[i].c;
        const double T = function_.hold_s;
        test.creep_nm = T > 0 ? test.a_nm_per_s * T + test.b_nm * std::pow(T, test.c) : 0;
    }

    void set_instrument(TestTruth& test, const OwnDraws& draw) const {
        const SimulatedInstrument& instrument = plan_.instrument;
        const SimulatedMaterial& material = plan_.material;
        test.m = material.unloading_exponent + material.unloading_exponent_sd * draw.m;
        test.height_nm = function_.depth_shift_nm + function_.roughness_nm * draw.height;
        test.zero_nm = instrument.zero_nm * (2 * draw.zero - 1);
        test.tare_uN = instrument.tare_uN * draw.tare;
        test.drift_nm_per_s = instrument.drift_residual_nm_per_s * draw.residual;
        test.drift_header_nm_per_s = instrument.drift_header_nm_per_s * draw.header;
        if (draw.popin < material.popin_share && plan_.tip.radius_nm > 0)
            test.popin_load_uN = pop_in_load_uN(test, draw.popin_load);
        if (draw.popout < material.popout_share) {
            test.popout_load_uN = material.popout_at * test.F_peak_uN;
            test.popout_jump_nm = -material.popout_nm;
        }
    }

    double pop_in_load_uN(const TestTruth& test, double uniform) const {
        const SimulatedMaterial& material = plan_.material;
        const double exponential = -std::log1p(-uniform);
        if (material.popin_law == PopInLaw::weibull)
            return material.popin_load_uN * std::pow(exponential, 1 / material.popin_shape);
        const double peak_uN = test.F_peak_uN;
        return thermal_pop_in_load_uN(
            material, exponential,
            {peak_uN, peak_uN / test.ramp_s, test.E_r_GPa, plan_.tip.radius_nm});
    }

    const SimulationPlan& plan_;
    const SimulatedLoadFunction& function_;
    std::vector<double> hardness_, creep_field_;
    std::vector<int> classes_;
    std::vector<OwnDraws> draws_;
};

/// AR(1) over the order of the tests; the header's drift follows it.
void add_drift(SimulatedStudy& study) {
    const SimulatedInstrument& instrument = study.plan.instrument;
    RandomStream random = random_stream(study.seed, Purpose::drift, 0, 0);
    const double rho = instrument.drift_memory;
    double drift = 0;
    for (std::size_t i = 0; i < study.tests.size(); ++i) {
        const double innovation = instrument.drift_nm_per_s * random.normal();
        drift = i == 0 ? innovation : rho * drift + std::sqrt(1 - rho * rho) * innovation;
        study.tests[i].drift_nm_per_s += drift;
        study.tests[i].drift_header_nm_per_s += drift;
    }
}

}  // namespace

Result<SimulatedStudy> draw_study(const SimulationPlan& plan, std::uint64_t seed) {
    const GridShape shape = grid_shape(plan);
    if (const auto error = find_trouble(plan, shape)) return *error;
    SimulatedStudy study{plan, seed, seed, shape.nx, shape.ny, {}, {}, 0};
    std::vector<GridPoint> points;
    for (int i = 0; i < shape.count; ++i) {
        const int column = i % shape.nx, line = i / shape.nx;
        points.push_back({column * plan.grid.pitch_um, line * plan.grid.pitch_um});
    }
    const CorrelatedField field(points, plan.grid);
    for (std::size_t i = 0; i < plan.load_functions.size(); ++i)
        LoadFunctionDraw(plan, seed, i, field, points.size()).add_tests(i, points, study.tests);
    add_drift(study);
    double start_s = 0;
    const SimulatedProgramme& programme = plan.programme;
    for (const TestTruth& test : study.tests) {
        study.start_s.push_back(start_s);
        start_s += between_tests_s + programme.preload_s + programme.lift_s + programme.air_s +
                   2 * test.ramp_s + test.hold_s;
    }
    study.duration_s = start_s;
    return study;
}

}  // namespace sneddon
