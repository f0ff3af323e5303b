// What went into a study, as results.json has it: facts, files, counts.
#pragma once

#include "results/written/keys.hpp"

namespace sneddon {

struct WrittenAttachment : Place {
    Text kind() const { return {at(key::kind)}; }
    Text caption() const { return {at(key::caption)}; }
    Number um_per_pixel() const { return {at(key::um_per_pixel)}; }
};

struct WrittenAreaFunction : Place {
    Text source() const { return {at(key::source)}; }
};

/// What study.toml says.
struct WrittenFacts : Place {
    Text sample() const { return {at(key::sample)}; }
    Truth is_simulated() const { return {at(key::simulated)}; }
    Text source() const { return {at(key::source)}; }
    Number poisson_ratio() const { return {at(key::poisson_ratio)}; }
    /// Those without a formula, a number or a text.
    ByName<RecipeValue> stated() const { return {at(key::stated)}; }
    WrittenAreaFunction area_function() const { return {at(key::area_function)}; }
    List<WrittenAttachment> attachments() const { return {at(key::attachments)}; }
};

/// What a column of a table is taken for.
struct WrittenColumn : Place {
    Text what() const { return {at(key::what)}; }
    Text value() const { return {at(key::value)}; }
    Text evidence() const { return {at(key::evidence)}; }
};

struct WrittenInput : Place {
    Text path() const { return {at(key::path)}; }
    Text sha256() const { return {at(key::sha256)}; }
    Text format() const { return {at(key::format)}; }
    Number tests() const { return {at(key::tests)}; }
    Text status() const { return {at(key::status)}; }
    Text reason() const { return {at(key::reason)}; }
    Text code() const { return {at(key::code)}; }
    /// Of a table of results whose rows are the tests; else empty.
    List<WrittenColumn> columns() const { return {at(key::columns)}; }
};

/// A correction as it was made, and of how many used rows.
struct WrittenCorrection : Place {
    Text what() const { return {at(key::what)}; }
    Text method() const { return {at(key::method)}; }
    Truth is_by_instrument() const { return {at(key::by_instrument)}; }
    Number tests() const { return {at(key::tests)}; }
};

struct WrittenCounts : Place {
    Number files_given() const { return {at(key::files_given)}; }
    Number used() const { return {at(key::used)}; }
    Number excluded() const { return {at(key::excluded)}; }
    Number refused() const { return {at(key::refused)}; }
    Number tests() const { return {at(key::tests)}; }
    Number rows() const { return {at(key::rows)}; }
    Number rows_used() const { return {at(key::rows_used)}; }
    Number rows_excluded() const { return {at(key::rows_excluded)}; }
    Number rows_refused() const { return {at(key::rows_refused)}; }
    Number rows_flagged() const { return {at(key::rows_flagged)}; }
    /// A row is one cycle of a test, and some test has several.
    bool has_cycles() const { return tests().value() != rows().value(); }
};

}  // namespace sneddon
