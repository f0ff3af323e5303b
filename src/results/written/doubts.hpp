// Sections of results.json that speak for or against a result: checks, warnings, other choices.
#pragma once

#include "results/written/keys.hpp"

namespace sneddon {

struct WrittenCheck : Place {
    Text code() const { return {at(key::code)}; }
    Text verdict() const { return {at(key::verdict)}; }
    Text text() const { return {at(key::text)}; }
    Text reason() const { return {at(key::reason)}; }

    bool is_likely() const;
    /// Likely or possible: it saw what it looks for.
    bool is_raised() const;
};

struct WrittenCrossCheck : Place {
    Text group() const { return {at(key::group)}; }
    Text doubt() const { return {at(key::doubt)}; }
    Text text() const { return {at(key::text)}; }
};

struct WrittenWarning : Place {
    Text code() const { return {at(key::code)}; }
    Text text() const { return {at(key::text)}; }
    Texts tests() const { return {at(key::tests)}; }
};

/// How a published study reads such results, and what this study says to it.
struct WrittenMechanism : Place {
    Text paper() const { return {at(key::paper)}; }
    Texts supports() const { return {at(key::supports)}; }
    Texts against() const { return {at(key::against)}; }
};

/// The mean of a quantity when one choice of the analysis is changed.
struct WrittenSensitivity : Place {
    Text group() const { return {at(key::group)}; }
    Text variant() const { return {at(key::variant)}; }
    Text quantity() const { return {at(key::quantity)}; }
    Number n() const { return {at(key::n)}; }
    Number mean() const { return {at(key::mean)}; }
    Number variant_mean() const { return {at(key::variant_mean)}; }
    Number change_percent() const { return {at(key::change_percent)}; }
};

struct WrittenUncertaintyInput : Place {
    Text input() const { return {at(key::input)}; }
    RecipeValue value() const { return {at(key::value)}; }
    Text source() const { return {at(key::source)}; }
};

struct WrittenPopIns : Place {
    Text group() const { return {at(key::group)}; }
    Number tests_searched() const { return {at(key::tests_searched)}; }
    Number tests_with_pop_in() const { return {at(key::tests_with_pop_in)}; }
    Number pop_ins() const { return {at(key::pop_ins)}; }
    Number weibull_k() const { return {at(key::weibull_k)}; }
    Number weibull_lambda_uN() const { return {at(key::weibull_lambda_uN)}; }
};

}  // namespace sneddon
