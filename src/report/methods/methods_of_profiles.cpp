#include "report/methods/methods_of_profiles.hpp"

#include <fmt/core.h>

#include <set>
#include <string>

namespace sneddon {
namespace {

/// ", from 200 to 900 nm", or whose choice the ends are.
std::string averaged_depths(const WrittenRecipe& recipe) {
    const auto end = [&](const char* key) {
        return recipe.has_number(key) ? recipe.number(key) + " nm" : std::string();
    };
    const std::string from = end("depth_profile.from_nm"), to = end("depth_profile.to_nm");
    return fmt::format(
        "from {} to {}",
        from.empty() ? "the depth that the file states, or half of the largest," : from,
        to.empty() ? "the depth that the file states, or 95 % of the largest" : to);
}

}  // namespace

void say_depth_profiles(const WrittenResults& results, const WrittenRecipe& recipe,
                        MethodText& text) {
    if (results.profiles().is_empty()) return;
    std::set<std::string> sources;
    bool has_size_effect = false;
    for (const WrittenProfile profile : results.profiles()) {
        for (const std::string& source : profile.sources().values()) sources.insert(source);
        has_size_effect = has_size_effect || (profile.size_effect().H0_GPa().is_there() &&
                                              profile.size_effect().why_not().value().empty());
    }
    std::string from;
    for (const std::string& source : sources) from += (from.empty() ? "" : ", ") + source;
    text.say(fmt::format(
        "Hardness and modulus against depth came from the stiffness along the loading ({}), the "
        "load and the area function at each depth {{{{oliver1992}}}}, and were averaged {}.",
        from.empty() ? "continuous measurement" : from, averaged_depths(recipe)));
    if (has_size_effect)
        text.say(
            "The size effect [[H² = (H_0)² (1 + h*/h_c)|$H^2 = H_0^2 (1 + h^*/h_\\mathrm{c})$]] "
            "{{nix1998}} was fitted to each test; [[H_0|$H_0$]] and [[h*|$h^*$]] are means over "
            "tests.");
}

}  // namespace sneddon
