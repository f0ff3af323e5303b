#include "recipe/recipe_keys_study.hpp"

#include <array>
#include <sstream>

#include "base/comma_list.hpp"
#include "papers/reference.hpp"
#include "recipe/option_makers.hpp"
#include "sneddon/base/codes.hpp"
#include "sneddon/base/text.hpp"
#include "study/compare/limit.hpp"

namespace sneddon {
namespace {

using std::string_view;
using S = StudyOptions;
// A minus turns the sign of the column.
constexpr std::array<string_view, 10> load_units = {"nN",  "uN",  "mN",  "N",  "kN",
                                                    "-nN", "-uN", "-mN", "-N", "-kN"};
constexpr std::array<string_view, 10> depth_units = {"pm",  "nm",  "um",  "mm",  "m",
                                                     "-pm", "-nm", "-um", "-mm", "-m"};
constexpr std::array<string_view, 5> time_units = {"us", "ms", "s", "min", "h"};

template <auto member>
constexpr auto study = at<&Recipe::study, member>;

/// Quantity ids, separated by commas.
template <auto member>
struct Quantities : At<&Recipe::study, member> {
    using Place = At<&Recipe::study, member>;

    static OptionValue value(const Recipe& recipe) { return joined(Place::field_of(recipe), ", "); }
    static std::optional<Error> set(Recipe& recipe, const OptionValue& value,
                                    const Statement& statement) {
        std::vector<std::string> ids;
        for (const string_view id : comma_list(std::get<std::string>(value))) {
            if (id.empty()) continue;
            if (!find_quantity(id)) return unknown_quantity(id, statement.where);
            ids.emplace_back(id);
        }
        Place::field_of(recipe) = std::move(ids);
        return std::nullopt;
    }

  private:
    static Error unknown_quantity(string_view id, const std::string& where) {
        std::vector<string_view> known;
        for (const QuantityInfo& quantity : quantity_table) known.push_back(quantity.id);
        return unknown_key(id, known, where);
    }
};

/// "eta_IT < 0.5, H_IT_GPa > 6"
struct Limits : At<&Recipe::study, &S::share_limits> {
    static std::optional<Error> set(Recipe& recipe, const OptionValue& value,
                                    const Statement& statement) {
        const auto& written = std::get<std::string>(value);
        if (const auto limits = parse_limits(written, statement.where); !limits)
            return limits.error();
        field_of(recipe) = written;
        return std::nullopt;
    }
};

struct Findings : At<&Recipe::study, &S::findings> {
    static OptionValue value(const Recipe& recipe) { return field_of(recipe).text(); }
    static std::optional<Error> set(Recipe& recipe, const OptionValue& value,
                                    const Statement& statement) {
        const auto asked = AskedFindings::parse(std::get<std::string>(value), statement.where);
        if (!asked) return asked.error();
        field_of(recipe) = *asked;
        return std::nullopt;
    }
};

struct ExcludedFlags : At<&Recipe::exclude_flags> {
    static OptionValue value(const Recipe& recipe) {
        const auto& codes = field_of(recipe);
        return codes.empty() ? not_stated : joined(codes, ",");
    }
    static std::optional<Error> set(Recipe& recipe, const OptionValue& value,
                                    const Statement& statement) {
        auto& codes = field_of(recipe);
        codes.clear();
        if (value == not_stated) return std::nullopt;
        std::istringstream written(std::get<std::string>(value));
        for (std::string code; std::getline(written, code, ',');) {
            std::erase(code, ' ');
            if (find_code(code) == nullptr)
                return Error{"SND-U009", statement.where, "no code " + code,
                             "codes of flags, separated by commas", "sneddon explain --all"};
            codes.push_back(code);
        }
        return std::nullopt;
    }
};

enum class Column { load, depth, time };
constexpr std::array<const char*, 3> columns = {"load", "depth", "time"};

template <Column column>
struct Unit : At<&Recipe::units> {
    static OptionValue value(const Recipe& recipe) {
        const auto found = recipe.units.find(name);
        return found == recipe.units.end() ? not_stated : OptionValue(found->second);
    }
    static std::optional<Error> set(Recipe& recipe, const OptionValue& value, const Statement&) {
        recipe.units.erase(name);
        if (value != not_stated) recipe.units[name] = std::get<std::string>(value);
        return std::nullopt;
    }

  private:
    static constexpr const char* name = columns[static_cast<std::size_t>(column)];
};

template <class Place>
Option<Recipe> unit(string_view key, Place place, std::span<const string_view> units,
                    string_view text) {
    return option({key, OptionKind::word, 0, 0, units, "", text, true}, place);
}

}  // namespace

std::vector<RecipeKey> study_keys_of_recipe() {
    return {
        {choice("study.group_by", at<&Recipe::group_by>, "what makes tests one group"),
         Stage::study},
        {text("study.findings", Findings(),
              "what is asked of all tests together: \"all\", \"none\", or of pop-ins, profiles, "
              "order, comparisons, shares, clusters, creep, contact, works, distributions, maps, "
              "activation, checks those wanted, separated by commas; what is told by cluster is "
              "told of all tests where clusters are not asked for"),
         Stage::study, InMethods::silent},
        {choice("study.fits_at_bound", study<&S::fits_at_bound>,
                "whether S, h_c, A_p, H_IT, E_r and E_IT of fits at a bound count in the mean of a "
                "group of 5 or more where more than half of the fits are such"),
         Stage::study},
        {text("study.features", Quantities<&S::features>(),
              "quantities that the clusters are cut on, separated by commas"),
         Stage::study},
        {choice("study.clusters_of", study<&S::clusters_of>,
                "of several samples: each sample clustered alone, the tests of all together, or "
                "both, where labels are those of all together"),
         Stage::study},
        {number("study.hold_min_s", study<&S::shortest_hold_s>, {0, 1e6}, "s",
                "tests with a shorter hold are not clustered"),
         Stage::study},
        {number("study.hold_max_s", study<&S::longest_hold_s>, {0, 1e9}, "s",
                "tests with a longer hold are not clustered"),
         Stage::study},
        {whole_number("study.k_max", study<&S::most_clusters>, {1, 20},
                      "most clusters that are tried; BIC chooses"),
         Stage::study},
        {whole_number("study.k_resamples", study<&S::k_resamples>, {0, 10000},
                      "resamples of the tests that choose k again: how stable the choice is"),
         Stage::study},
        {whole_number("study.fit_simulations", study<&S::fit_simulations>, {0, 100000},
                      "simulated sets of each goodness-of-fit p value at most: they end where the "
                      "verdict is "
                      "beyond doubt"),
         Stage::study},
        {whole_number("study.permutations", study<&S::permutations>, {0, 100000},
                      "random orders of each spatial p value"),
         Stage::study},
        {number("study.rate_window_begin", study<&S::rate_window_begin>, {0.001, 0.9},
                "of the hold",
                "where the window begins over which ln H is set against ln strain rate; the window "
                "alone moves the rate sensitivity of a power law of time"),
         Stage::study},
        {number("study.rate_window_end", study<&S::rate_window_end>, {0.1, 1}, "of the hold",
                "where that window ends"),
         Stage::study},
        {number_or_none("study.shear_modulus_GPa", study<&S::shear_modulus_GPa>, {0.01, 1000},
                        "GPa",
                        "shear modulus of a metallic glass, for the volume of its shear "
                        "transformation zones (Pan et al. 2008); temperature_C of study.toml is "
                        "the other fact. Without them the volume stays empty"),
         Stage::study},
        {choice(
             "study.contact_radius", study<&S::contact_radius>,
             "contact radius: of a circle of the contact's area, h_c tan 70.3 deg (ideal tip), or "
             "eq. 3 of Pomes et al. 2025, which is the edge of the triangle"),
         Stage::study},
        {choice(
             "study.rheology", study<&S::rheology>,
             "what the depth of a hold is taken for in rheological models: compliance of any tip "
             "by its contact radius, h^2 of a cone, h^(3/2) of a sphere; none: no models"),
         Stage::study},
        {text("study.ccdf_quantities", Quantities<&S::ccdf_quantities>(),
              "quantities whose distributions are fitted within each cluster"),
         Stage::study},
        {number("study.equivalence_margin", study<&S::equivalence_margin>, {1e-6, 1}, "of the mean",
                "difference within which load functions or samples are called the same, if two "
                "one-sided tests say so"),
         Stage::study},
        {text("study.share_limits", Limits(),
              "limits separated by commas: the share of tests on that side of each is counted"),
         Stage::study},
        {whole_number("study.seed", study<&S::seed>, {0, 4294967295}, "of every resampled number"),
         Stage::study},
        {word(reference_option, at<&Recipe::reference>, reference_words,
              "a published study whose values stand in rows apart in the report, and whose numbers "
              "the figures get"),
         Stage::page, InMethods::silent},
        {text_or_none("study.exclude_flags", ExcludedFlags(), "",
                      "tests with one of these flags are excluded: codes separated by commas"),
         Stage::study},
        {unit("units.load", Unit<Column::load>(), load_units,
              "unit of the load column in files that do not say it; a minus turns its sign in all"),
         Stage::read},
        {unit(
             "units.depth", Unit<Column::depth>(), depth_units,
             "unit of the depth column in files that do not say it; a minus turns its sign in all"),
         Stage::read},
        {unit("units.time", Unit<Column::time>(), time_units,
              "unit of the time column in files that do not say it"),
         Stage::read},
    };
}

}  // namespace sneddon
