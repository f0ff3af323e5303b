// Lists are written element by element, one per line: a million tests never stand in one tree.
#include <algorithm>
#include <iterator>
#include <ostream>
#include <span>

#include "results/corrections_made.hpp"
#include "results/findings_json.hpp"
#include "results/json_parts.hpp"
#include "results/pop_ins/pop_ins_json.hpp"
#include "results/results_layout.hpp"
#include "results/samples_json.hpp"
#include "results/write_results.hpp"
#include "study/findings.hpp"
#include "study/samples.hpp"

namespace sneddon {
namespace {

void write_value(std::ostream& out, Key key, const JsonText& value) {
    write_line(out, key, value.text());
}

/// {"maps": [...]}, or null without an item.
template <class Items, class Make>
void write_list_in(std::ostream& out, Key key, Key list, const Items& items, Make make) {
    JsonText elements = JsonText::array();
    for (const auto& item : items) elements.push_back(make(item));
    if (items.empty())
        write_value(out, key, nullptr);
    else
        write_value(out, key, {{list, std::move(elements)}});
}

/// A list or an object, one element a line.
template <class Items, class Make>
void write_list(std::ostream& out, Key key, const Items& items, Make make) {
    write_lines(out, key, Brackets::list, items,
                [&](const auto& item) { return make(item).text(); });
}

/// The recipe as an object: `make` gives the JSON of an option.
template <class Make>
void write_recipe(std::ostream& out, Key key, const std::vector<RecipeEntry>& recipe, Make make) {
    write_lines(out, key, Brackets::object, recipe, [&](const RecipeEntry& entry) {
        return JsonText(entry.key).text() + ": " + make(entry).text();
    });
}

/// What is told of a group names its sample.
template <class Make>
auto of_group(Make make, const SampleOfGroup& samples) {
    return [make, &samples](const auto& item) { return samples.with(make(item), item.group); };
}

void write_findings(std::ostream& out, const StudyResult& study, const SampleOfGroup& samples) {
    const StudyFindings& findings = findings_of(study);
    // What is told of a load function names its sample.
    const auto of_load_function = [&](auto make) {
        return [make, &samples](const auto& item) {
            return samples.with(make(item), item.load_function);
        };
    };
    write_list(out, key::comparisons, findings.comparisons, [&](const GroupComparison& pair) {
        JsonText json = comparison_json(pair);
        json.update({{"sample_a", samples.of(pair.a)}, {"sample_b", samples.of(pair.b)}});
        return json;
    });
    write_list(out, key::sample_differences, findings.sample_differences, sample_difference_json);
    write_list(out, key::fact_trends, findings.fact_trends, fact_trend_json);
    write_list(out, key::limit_shares, findings.limit_shares, limit_share_json);
    write_list(out, key::share_trends, findings.share_trends, share_trend_json);
    write_list(out, key::statements, findings.statements, statement_json);
    write_value(out, key::clusters, clusters_json(findings.clusters, samples));
    write_value(out, key::sample_clusters, sample_clusters_json(study, samples));
    write_list(out, key::creep_curves, findings.creep_curves, of_load_function(creep_curve_json));
    write_list(out, key::contact, findings.contact, of_load_function(contact_json));
    write_list(out, key::profiles, findings.profiles, of_group(profile_json, samples));
    write_list(out, key::energies, findings.energies, of_load_function(energy_json));
    write_list(out, key::ccdf, findings.ccdf, of_load_function(ccdf_json));
    write_list_in(out, key::space, key::maps, findings.maps, of_load_function(map_json));
    write_list_in(out, key::order, key::series, findings.order, of_load_function(order_json));
    write_list(out, key::activation, findings.activation, [&](const ActivationFinding& found) {
        return activation_json(found,
                               study.samples.empty() ? "" : study.samples[found.sample].name);
    });
    write_value(out, key::mechanism, mechanism_json(findings.mechanism));
    write_list(out, key::checks, findings.checks, check_json);
    write_list(out, key::left_out, findings.left_out, of_group(left_out_json, samples));
    JsonText not_computed = JsonText::object();
    for (const auto& [section, why] : findings.not_computed) not_computed.update({{section, why}});
    write_value(out, key::not_computed, not_computed);
}

std::vector<RecipeEntry> uncertainty_inputs(const std::vector<RecipeEntry>& recipe) {
    std::vector<RecipeEntry> inputs;
    std::ranges::copy_if(recipe, std::back_inserter(inputs), [](const RecipeEntry& entry) {
        return entry.key.starts_with("uncertainty.") && entry.key != "uncertainty.monte_carlo";
    });
    return inputs;
}

}  // namespace

void write_results_json(std::ostream& out, const StudyResult& study) {
    const std::vector<VendorColumn> columns = vendor_columns(study);
    const SampleOfGroup samples(study);
    out << "{\n  \"schema\": 1";
    write_value(out, key::generator, "sneddon");
    write_value(out, key::version, study.version);
    write_value(out, key::simulated, study.facts.is_simulated);
    write_value(out, key::study, facts_json(study.facts));
    write_list(out, key::samples, study.samples, sample_json);
    write_recipe(out, key::recipe, study.recipe,
                 [](const RecipeEntry& entry) { return toml_value_json(entry.value); });
    write_recipe(out, key::recipe_origins, study.recipe,
                 [](const RecipeEntry& entry) { return JsonText(entry.origin); });
    write_list(out, key::inputs, study.inputs, input_json);
    write_value(out, key::counts, counts_json(study));
    write_value(out, key::corrections, corrections_made_json(study));
    // A million rows are a table, not a document.
    const bool are_too_many = study.tests.size() > most_rows_of_results_json;
    const std::span<const TestRow> rows(study.tests.data(), are_too_many ? 0 : study.tests.size());
    write_lines(out, key::tests, Brackets::list, rows, [&](const TestRow& row) {
        return test_line(row, sample_name(study, row.sample), columns);
    });
    if (are_too_many) write_value(out, key::tests_in, "tests.csv");
    write_list(out, key::groups, study.groups, group_json);
    write_findings(out, study, samples);
    write_list(out, key::uncertainty_inputs, uncertainty_inputs(study.recipe),
               uncertainty_input_json);
    write_list(out, key::cross_checks, findings_of(study).group_checks,
               of_group(cross_check_json, samples));
    write_list(out, key::sensitivity, study.sensitivity, of_group(sensitivity_json, samples));
    write_list(out, key::pop_ins, findings_of(study).pop_ins, of_group(pop_ins_json, samples));
    write_list(out, key::warnings, study.warnings, warning_json);
    out << "\n}\n";
}

}  // namespace sneddon
