#include "results/export/study_tables.hpp"

#include <string>

#include "base/nan.hpp"
#include "results/tables/head_meaning.hpp"
#include "sneddon/model/quantities.hpp"

namespace sneddon {
namespace {

/// The column of that head for another row; made where it is not there yet.
std::vector<double>& numbers(ColumnTable& table, const std::string& head) {
    const auto [column, is_new] = table.numbers.try_emplace(head);
    if (is_new) table.heads.push_back(head);
    return column->second;
}

std::vector<std::string>& texts(ColumnTable& table, const std::string& head) {
    const auto [column, is_new] = table.texts.try_emplace(head);
    if (is_new) table.heads.push_back(head);
    return column->second;
}

bool some_group_has(const WrittenResults& results, QuantityIndex quantity) {
    for (const WrittenGroup group : results.groups())
        if (group.of_quantity(quantity).is_there()) return true;
    return false;
}

void add_quantity(ColumnTable& table, const WrittenResults& results, QuantityIndex quantity) {
    const std::string id(quantity.info().id);
    for (const WrittenGroup group : results.groups()) {
        const WrittenSummary summary = group.of_quantity(quantity);
        numbers(table, id + "_mean").push_back(summary.mean().value());
        numbers(table, id + "_sd").push_back(summary.sd().value());
        numbers(table, id + "_n").push_back(summary.n().value());
        numbers(table, id + "_u_random").push_back(summary.u_random().value());
        numbers(table, id + "_u_common").push_back(summary.u_common().value());
    }
}

void add_clusters(ColumnTable& table, const std::string& sample, const WrittenClusters& clusters) {
    for (const WrittenCluster cluster : clusters.items()) {
        texts(table, "sample").push_back(sample);
        numbers(table, "label").push_back(cluster.label().value());
        numbers(table, "n").push_back(cluster.n().value());
        numbers(table, "share").push_back(cluster.share().value());
        numbers(table, "weight").push_back(cluster.weight().value());
        numbers(table, "mean_posterior").push_back(cluster.mean_posterior().value());
        numbers(table, "jaccard").push_back(cluster.jaccard().value());
        // A sample alone may have been given other features.
        for (const std::string& feature : clusters.features().values()) {
            auto& means = numbers(table, feature + "_mean");
            means.resize(table.rows, nan);
            means.push_back(cluster.mean()[feature].value());
        }
        ++table.rows;
    }
}

}  // namespace

ColumnTable table_of_groups(const WrittenResults& results) {
    ColumnTable table;
    table.rows = results.groups().size();
    for (const char* head : {"name", "sample", "load_function"}) texts(table, head);
    numbers(table, "n");
    for (const WrittenGroup group : results.groups()) {
        table.texts["name"].push_back(group.name().value());
        table.texts["sample"].push_back(group.sample().value());
        table.texts["load_function"].push_back(group.load_function().value());
        table.numbers["n"].push_back(group.n().value());
    }
    for (std::size_t i = 0; i < quantity_count; ++i)
        if (some_group_has(results, QuantityIndex{i}))
            add_quantity(table, results, QuantityIndex{i});
    return table;
}

ColumnTable table_of_clusters(const WrittenResults& results) {
    ColumnTable table;
    texts(table, "sample");
    for (const char* head : {"label", "n", "share", "weight", "mean_posterior", "jaccard"})
        numbers(table, head);
    add_clusters(table, "", results.clusters());
    for (const WrittenOwnClusters own : results.sample_clusters().clusters_alone())
        add_clusters(table, own.sample().value(), own.clusters());
    for (auto& [head, column] : table.numbers) column.resize(table.rows, nan);
    return table;
}

ColumnTable table_of_units(const std::vector<std::string>& heads) {
    ColumnTable table;
    table.rows = heads.size();
    for (const char* head : {"column", "unit", "symbol", "ISO 14577-1", "formula", "meaning"})
        texts(table, head);
    for (const std::string& head : heads) {
        const HeadMeaning meaning = meaning_of(head);
        const auto quantity = find_quantity(head);
        const QuantityInfo info = quantity ? quantity->info() : QuantityInfo{};
        table.texts["column"].push_back(head);
        table.texts["unit"].push_back(meaning.unit);
        table.texts["symbol"].emplace_back(info.symbol);
        table.texts["ISO 14577-1"].emplace_back(info.iso);
        table.texts["formula"].emplace_back(info.formula);
        table.texts["meaning"].push_back(meaning.text);
    }
    return table;
}

ColumnTable table_of_recipe(const WrittenResults& results) {
    ColumnTable table;
    texts(table, "key") = {"sneddon"};
    texts(table, "value") = {results.version().value()};
    texts(table, "from") = {"version of the program"};
    for (const std::string& key : results.recipe().names()) {
        const RecipeValue value = results.recipe()[key];
        const bool is_word = value.kind() == ValueKind::text;
        table.texts["key"].push_back(key);
        table.texts["value"].push_back(!value.is_there() ? ""
                                       : is_word         ? value.text().value()
                                                         : value.as_json());
        table.texts["from"].push_back(results.recipe_origins()[key].value());
    }
    table.rows = table.texts["key"].size();
    return table;
}

}  // namespace sneddon
