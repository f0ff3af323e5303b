// A condition on a test, as users write it: H_IT_GPa > 20 and (sample = annealed or not hold_s <
// 5).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sneddon/base/result.hpp"
#include "sneddon/study/study_result.hpp"

namespace sneddon {

enum class Comparison { less, at_most, more, at_least, equal, unequal };

/// NAME OP VALUE. Numbers: a quantity of tests.csv, test, cycle, x_um, y_um. Texts, with = and !=
/// and the patterns * and ?: test_id, file, sample, load_function, test_name, time_stamp. Facts of
/// the sample: a number or a text, as study.toml has it.
struct Term {
    using TextOf = std::string (*)(const StudyResult&, const TestRow&);
    using NumberOf = double (*)(const TestRow&);

    TextOf text_of = nullptr;  ///< one of these four says what is compared
    NumberOf number_of = nullptr;
    std::optional<QuantityIndex> quantity;
    std::string fact;  ///< of the sample: temperature_C, or a name of [facts]
    Comparison comparison = Comparison::equal;
    std::string word;   ///< of a text
    double number = 0;  ///< of a number; NaN: "none", the test has no such number
};

/// `or` binds less than `and`, `and` less than `not`; brackets as usual. A test that has no such
/// number fulfils no comparison but "= none" and "!= VALUE".
class Condition {
  public:
    /// SND-U027: where the text stops being a condition, and what was expected there; a name that
    /// no test has, with the nearest one; labels and flags, which a choice of tests must not hang
    /// on. `fact_names`: what [facts] of some sample names, beside the facts that have keys.
    static Result<Condition> parse(std::string_view text, const std::string& place,
                                   std::span<const std::string> fact_names = {});

    bool holds(const StudyResult& study, const TestRow& row) const;

  private:
    enum class Step { term, and_also, or_else, negated };
    friend class ConditionParser;

    std::vector<Step> steps_;  ///< in postfix order
    std::vector<Term> terms_;  ///< in the order of Step::term
};

}  // namespace sneddon
