// Flags of one test (S, C, A): closed-form curves with one thing wrong, through the whole analysis.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

#include "analyse/impossible_values.hpp"
#include "sneddon/analyse/analysis.hpp"
#include "support/closed_form_test.hpp"
#include "support/flag_cases.hpp"
#include "support/profile_flag_cases.hpp"

namespace sneddon::testing {

inline AnalysisRecipe flag_recipe() {
    AnalysisRecipe recipe;
    recipe.area_function = AreaFunction{};  // of the ideal tip, but given as a measured one
    recipe.area_function->kind = AreaFunction::Kind::polynomial;
    recipe.poisson_ratio = 0.3;
    return recipe;
}

/// 300 samples/s, loading from 0, hold from 3000, unloading from 6000, 54 nm, 300 uN.
inline ClosedForm flag_form() {
    ClosedForm form;
    form.noise_nm = 0.1;
    form.noise_uN = 0.05;
    return form;
}

inline Codes codes_of(const Test& test, const AnalysisRecipe& recipe) {
    Codes codes;
    for (const CycleResult& cycle : analyse(test, recipe).cycles)
        for (const Flag& flag : cycle.flags) codes.insert(flag.code);
    return codes;
}

/// Two curves of the same recipe.
template <class Form>
FlagCase by_form(std::string_view code, Form change, double wrong, double right) {
    const auto run = [change](double value) {
        ClosedForm form = flag_form();
        change(form, value);
        return codes_of(closed_form_test(form), flag_recipe());
    };
    return {code, [=] { return run(wrong); }, [=] { return run(right); }};
}

template <class Change>
FlagCase by_curve(std::string_view code, Change change, double wrong, double right,
                  ClosedForm form = flag_form()) {
    const auto run = [change, form](double value) {
        Test test = closed_form_test(form);
        change(test.curve, value);
        return codes_of(test, flag_recipe());
    };
    return {code, [=] { return run(wrong); }, [=] { return run(right); }};
}

template <class Change>
FlagCase by_recipe(std::string_view code, Change change, double wrong, double right) {
    const auto run = [change](double value) {
        AnalysisRecipe recipe = flag_recipe();
        change(recipe, value);
        return codes_of(closed_form_test(flag_form()), recipe);
    };
    return {code, [=] { return run(wrong); }, [=] { return run(right); }};
}

/// Of an unloading to this final depth, which the recipe wants not to be negative.
inline Codes codes_not_below(double h_p_nm) {
    ClosedForm form = flag_form();
    form.h_p_nm = h_p_nm;
    AnalysisRecipe recipe = flag_recipe();
    recipe.final_depth = FinalDepthRule::not_negative;
    return codes_of(closed_form_test(form), recipe);
}

inline void add(std::vector<double>& column, std::size_t begin, std::size_t end, double value) {
    for (std::size_t i = begin; i < end; ++i) column[i] += value;
}

/// `is_cut` 1: the file begins with the last point at the peak load.
inline void from_the_peak_on(Curve& curve, double is_cut) {
    if (is_cut == 0) return;
    const auto highest = std::ranges::max(curve.load_uN);
    std::size_t last = curve.size() - 1;
    while (curve.load_uN[last] < highest) --last;
    for (auto* column : {&curve.time_s, &curve.depth_nm, &curve.load_uN})
        column->erase(column->begin(), column->begin() + static_cast<std::ptrdiff_t>(last));
}

inline std::vector<FlagCase> fit_flag_cases() {
    return {
        by_recipe(
            "SND-A001", [](AnalysisRecipe& r, double m) { r.m_max = m; }, 1.4, 1.6),
        by_form(
            "SND-A002", [](ClosedForm& f, double m) { f.m = m; }, 2.4, 1.9),
        by_recipe(
            "SND-A003", [](AnalysisRecipe& r, double x) { r.window_low = x; }, 0.9495, 0.9),
        by_recipe(
            "SND-A004",
            [](AnalysisRecipe& r, double tip) {
                if (tip == 0) r.area_function.reset();
            },
            0, 1),
        by_recipe(
            "SND-A005",
            [](AnalysisRecipe& r, double nu) {
                if (nu == 0) r.poisson_ratio.reset();
            },
            0, 0.3),
        by_recipe(
            "SND-A006", [](AnalysisRecipe& r, double nm) { r.area_function->h_c_min_nm = nm; }, 43,
            41),
        by_recipe(
            "SND-A007",
            [](AnalysisRecipe& r, double c0) {
                r.area_function->kind = AreaFunction::Kind::polynomial;
                r.area_function->coefficients = {c0};
            },
            -1, 24.5),
        by_form(
            "SND-A008", [](ClosedForm& f, double rate) { f.rate_Hz = rate; }, 6, 8),
        by_curve(
            "SND-A009", [](Curve& c, double nm) { add(c.depth_nm, 7500, c.size(), -nm); }, 2, 0.2),
        by_recipe(
            "SND-A014", [](AnalysisRecipe& r, double E) { r.indenter_E_GPa = E; }, 75, 90)};
}

inline std::vector<FlagCase> record_flag_cases() {
    const auto without_every = [](Curve& curve, double step) {
        for (double at = step / 2; at < static_cast<double>(curve.size()); at += step)
            curve.load_uN[static_cast<std::size_t>(at)] = std::nan("");
    };
    return {
        by_curve(
            "SND-S001",
            [](Curve& c, double samples) {
                for (auto* column : {&c.time_s, &c.depth_nm, &c.load_uN})
                    column->resize(static_cast<std::size_t>(samples));
            },
            4000, 9000),
        by_curve(
            "SND-S002", [](Curve& c, double s) { add(c.time_s, 100, c.size(), s); }, -1, 0.001),
        by_curve(
            "SND-S003",
            [](Curve& c, double step_s) {
                for (double& time_s : c.time_s) time_s = std::round(time_s / step_s) * step_s;
            },
            0.1, 0.001),
        by_curve(
            "SND-S004", [](Curve& c, double s) { c.time_s[4000] += s; }, 1e9, 0.01),
        by_curve(
            "SND-S005",
            [](Curve& c, double uN) {
                for (std::size_t i = 0; i < c.size(); ++i)
                    c.load_uN[i] += uN * std::sin(2 * M_PI * 5 * c.time_s[i]);
            },
            6, 0.2),

        by_curve(
            "SND-S010",
            [](Curve& c, double sign) {
                for (double& depth : c.depth_nm) depth *= sign;
            },
            -1, 1),
        by_curve(
            "SND-S011",
            [](Curve& c, double sign) {
                for (double& load : c.load_uN) load *= sign;
            },
            -1, 1),
        by_curve("SND-S012", from_the_peak_on, 1, 0),
        by_curve("SND-A010", without_every, 5000, 1e9),
        by_curve("SND-A011", without_every, 90, 110),
        by_curve(
            "SND-A012",
            [](Curve& c, double at) { c.depth_nm[static_cast<std::size_t>(at)] = std::nan(""); },
            7000, 2000),
        by_form(
            "SND-A013", [](ClosedForm& f, double share) { f.unload_to = share; }, 0.015, 0.005),
        by_curve(
            "SND-A022", [](Curve& c, double nm) { c.depth_nm[1200] += nm; }, 3, 0.6),
        by_curve(
            "SND-A023",
            [](Curve& c, double samples) {
                for (std::size_t i = 2000; i < 2000 + static_cast<std::size_t>(samples); ++i)
                    c.depth_nm[i] = c.depth_nm[2000];
            },
            80, 50),
        by_curve(
            "SND-A024", [](Curve& c, double s) { add(c.time_s, 4000, c.size(), s); }, 0.05, 0.02)};
}

/// No tare is taken: it would take the offset off.
inline FlagCase load_in_air_case() {
    const auto run = [](double offset_uN) {
        ClosedForm form = flag_form();
        form.air_s = 1;
        Test test = closed_form_test(form);
        add(test.curve.load_uN, 0, test.curve.size(), offset_uN);
        AnalysisRecipe recipe = flag_recipe();
        recipe.correction.tare = TareRule::none;
        return codes_of(test, recipe);
    };
    return {"SND-A025", [=] { return run(3.5); }, [=] { return run(2.5); }};
}

inline std::vector<FlagCase> shape_flag_cases() {
    return {by_curve(
                "SND-A020",
                [](Curve& c, double nose_nm) {
                    for (std::size_t i = 6000; i < 6200; ++i)
                        c.depth_nm[i] =
                            54 + nose_nm * std::sin(M_PI * static_cast<double>(i - 6000) / 200);
                },
                0.65, 0.35),
            by_curve(
                "SND-A021", [](Curve& c, double uN) { add(c.load_uN, 1500, 1520, -uN); }, 8, 1.5),
            load_in_air_case(),
            by_curve(
                "SND-A026", [](Curve& c, double nm) { add(c.depth_nm, 0, c.size(), nm); }, 6, 2),
            by_form(
                "SND-A027", [](ClosedForm& f, double n) { f.n = n; }, 2.8, 2.3),
            by_curve(
                "SND-A028",
                [](Curve& c, double uN) {
                    for (std::size_t i = 3000; i < 6000; ++i)
                        c.load_uN[i] += uN * static_cast<double>(i - 3000) / 3000;
                },
                5, 2),
            by_form(
                "SND-A029", [](ClosedForm& f, double nm) { f.h_p_nm = nm; }, -8, 2),
            by_curve(
                "SND-A030", [](Curve& c, double nm) { add(c.depth_nm, 1000, c.size(), nm); }, 8, 4),
            by_recipe(
                "SND-A031", [](AnalysisRecipe& r, double Ra) { r.roughness_nm = Ra; }, 2.8, 2.6),
            by_form(
                "SND-A032", [](ClosedForm& f, double nm) { f.creep_nm = nm; }, -2, -0.1),
            by_recipe(
                "SND-A033",
                [](AnalysisRecipe& r, double nm) {
                    r.uncertainty.monte_carlo = 2000;
                    r.uncertainty.zero_nm = nm;
                },
                10, 0.5),
            by_curve(
                "SND-C001", [](Curve& c, double nm) { add(c.depth_nm, 0, c.size(), nm); }, 20, 8)};
}

/// Approach over 1,000 nm of air in 3 s.
inline FlagCase tilted_baseline_case() {
    ClosedForm form = flag_form();
    form.air_s = 3;
    return by_curve(
        "SND-C003",
        [](Curve& c, double uN_per_nm) {
            for (std::size_t i = 0; i < 900; ++i)
                c.depth_nm[i] -= 1000 * (1 - static_cast<double>(i) / 900);
            for (std::size_t i = 0; i < c.size(); ++i) c.load_uN[i] += uN_per_nm * c.depth_nm[i];
        },
        0.003, 0.001, form);
}

inline FlagCase large_drift_case() {
    ClosedForm form = flag_form();
    form.unload_to = 0.1;
    form.drift_hold_s = 60;
    return by_curve(
        "SND-C002",
        [](Curve& c, double rate) {
            for (std::size_t i = 0; i < c.size(); ++i) c.depth_nm[i] += rate * c.time_s[i];
        },
        0.11, 0.09, form);
}

/// Of values that no curve of the closed forms comes to.
template <class Raise>
FlagCase by_values(std::string_view code, Raise raise, double wrong, double right) {
    const auto run = [raise](double value) {
        QuantityValues values;
        std::vector<Flag> flags;
        raise(values, value, flags);
        Codes codes;
        for (const Flag& flag : flags) codes.insert(flag.code);
        return codes;
    };
    return {code, [=] { return run(wrong); }, [=] { return run(right); }};
}

inline std::vector<FlagCase> impossible_flag_cases() {
    // The ramp begins deeper by so many nm and comes to its end all the same.
    const auto begins_deeper = [](Curve& c, double nm) {
        for (std::size_t i = 0; i < 3000; ++i)
            c.depth_nm[i] += nm * (1 - static_cast<double>(i) / 3000);
    };
    return {by_values(
                "SND-A040",
                [](QuantityValues& values, double work_pJ, std::vector<Flag>& flags) {
                    values["W_total_pJ"_q] = work_pJ;
                    flag_works(values, {}, flags);
                },
                -1, 1),
            by_curve("SND-A041", begins_deeper, 40, 0),
            by_values(
                "SND-A042",
                [](QuantityValues& values, double percent, std::vector<Flag>& flags) {
                    values["C_IT_percent"_q] = percent;
                    flag_creep_ratio(values, flags);
                },
                std::numeric_limits<double>::infinity(), 3),
            by_curve(
                "SND-A043",
                [](Curve& c, double factor) {
                    for (double& depth_nm : c.depth_nm) depth_nm *= factor;
                },
                0.01, 1),
            by_values(
                "SND-A044",
                [](QuantityValues& values, double GPa, std::vector<Flag>& flags) {
                    values["E_r_GPa"_q] = GPa;
                    flag_hardness_and_modulus(values, flags);
                },
                0, 1),
            by_values(
                "SND-A045",
                [](QuantityValues& values, double nm, std::vector<Flag>& flags) {
                    values["h_max_nm"_q] = nm;
                    values["F_max_uN"_q] = 300;
                    flag_reach(values, "hysitron-txt", flags);
                },
                5e4, 5e3),
            by_recipe(
                "SND-A046",
                [](AnalysisRecipe& r, double radius_nm) {
                    r.area_function->kind = AreaFunction::Kind::ideal;
                    r.area_function->tip_radius_nm = radius_nm;
                },
                16, 12),
            {"SND-A047", [] { return codes_not_below(-2); }, [] { return codes_not_below(2); }},
            by_recipe(
                "SND-A048",
                [](AnalysisRecipe& r, double C_0) {
                    r.area_function->kind = AreaFunction::Kind::polynomial;
                    r.area_function->coefficients[0] = C_0;
                },
                31, 30),
            by_curve(
                "SND-A049",
                [](Curve& c, double count) {
                    for (int i = 0; i < static_cast<int>(count); ++i)
                        c.depth_nm[1500 + 10 * static_cast<std::size_t>(i)] += 500;
                },
                120, 60)};
}

/// Without a hold there is no rate by which the stiffness could be corrected.
inline FlagCase no_rate_case() {
    const auto run = [](double hold_s) {
        AnalysisRecipe recipe = flag_recipe();
        recipe.stiffness = StiffnessRule::creep_corrected;
        ClosedForm form = flag_form();
        form.hold_s = hold_s;
        return codes_of(closed_form_test(form), recipe);
    };
    return {"SND-A055", [=] { return run(0); }, [=] { return run(10); }};
}

inline std::vector<FlagCase> curve_flag_cases() {
    std::vector<FlagCase> cases = fit_flag_cases();
    for (const auto& more : {record_flag_cases(), shape_flag_cases(), impossible_flag_cases(),
                             profile_flag_cases(flag_recipe())})
        cases.insert(cases.end(), more.begin(), more.end());
    cases.push_back(large_drift_case());
    cases.push_back(no_rate_case());
    cases.push_back(tilted_baseline_case());
    return cases;
}

}  // namespace sneddon::testing
