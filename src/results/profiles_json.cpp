#include "results/findings_json.hpp"

namespace sneddon {
namespace {

/// Column by column: a profile has a hundred depths.
JsonText over_depth_json(const std::vector<GroupCell>& cells, OverTests GroupCell::*member) {
    std::vector<double> mean, sd;
    for (const GroupCell& cell : cells) {
        mean.push_back((cell.*member).mean);
        sd.push_back((cell.*member).sd);
    }
    return {{key::mean, numbers_json(mean)}, {key::sd, numbers_json(sd)}};
}

JsonText size_effect_json(const SizeEffect& effect) {
    JsonText json = {{key::n, effect.tests}};
    if (effect.tests > 0)
        json.update({{key::from_nm, json_number(effect.from_nm)},
                     {key::to_nm, json_number(effect.to_nm)},
                     {key::H0_GPa, json_number(effect.H0_GPa)},
                     {key::H0_ci95, interval_json(effect.H0_ci95)},
                     {key::h_star_nm, json_number(effect.h_star_nm)},
                     {key::h_star_ci95, interval_json(effect.h_star_ci95)}});
    if (!effect.why_not.empty()) json.update({{key::why_not, effect.why_not}});
    return json;
}

JsonText sources_json(const std::vector<std::string>& sources) {
    JsonText json = JsonText::array();
    for (const std::string& source : sources) json.push_back(source);
    return json;
}

JsonText flagged_json(const std::map<std::string, std::size_t>& flagged) {
    JsonText json = JsonText::object();
    for (const auto& [code, tests] : flagged) json.update({{code, tests}});
    return json;
}

}  // namespace

JsonText profile_json(const ProfileOfGroup& profile) {
    std::vector<double> depths, tests;
    for (const GroupCell& cell : profile.cells) {
        depths.push_back(cell.depth_nm);
        tests.push_back(static_cast<double>(cell.tests));
    }
    const auto& cells = profile.cells;
    return {{key::group, profile.group},
            {key::n, profile.tests},
            {key::sources, sources_json(profile.sources)},
            {key::averaged,
             {{key::from_nm, interval_json(profile.from_nm)},
              {key::to_nm, interval_json(profile.to_nm)}}},
            {key::stiffness_rises_nm,
             {{key::mean, json_number(profile.rise_nm.mean)},
              {key::sd, json_number(profile.rise_nm.sd)}}},
            {key::flagged, flagged_json(profile.flagged)},
            {key::depth_nm, numbers_json(depths)},
            {key::tests, numbers_json(tests)},
            {"load_uN", over_depth_json(cells, &GroupCell::load_uN)},
            {key::stiffness_uN_per_nm, over_depth_json(cells, &GroupCell::stiffness_uN_per_nm)},
            {key::hardness_GPa, over_depth_json(cells, &GroupCell::hardness_GPa)},
            {key::reduced_modulus_GPa, over_depth_json(cells, &GroupCell::reduced_modulus_GPa)},
            {key::modulus_GPa, over_depth_json(cells, &GroupCell::modulus_GPa)},
            {key::size_effect, size_effect_json(profile.size_effect)}};
}

}  // namespace sneddon
