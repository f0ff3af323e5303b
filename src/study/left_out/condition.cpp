#include "study/left_out/condition.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "base/nan.hpp"
#include "base/pattern.hpp"
#include "sneddon/base/text.hpp"
#include "study/samples.hpp"

namespace sneddon {
namespace {

struct TextColumn {
    std::string_view name;
    Term::TextOf text_of;
};
constexpr std::array text_columns = {
    TextColumn{"test_id", [](const StudyResult&, const TestRow& row) { return row.test_id; }},
    TextColumn{"file", [](const StudyResult&, const TestRow& row) { return row.file; }},
    TextColumn{"sample", [](const StudyResult& study,
                            const TestRow& row) { return sample_name(study, row.sample); }},
    TextColumn{"load_function",
               [](const StudyResult&, const TestRow& row) { return row.load_function; }},
    TextColumn{"test_name", [](const StudyResult&, const TestRow& row) { return row.test_name; }},
    TextColumn{"time_stamp",
               [](const StudyResult&, const TestRow& row) { return row.time_stamp.value_or(""); }}};

struct NumberColumn {
    std::string_view name;
    Term::NumberOf number_of;
};
constexpr std::array number_columns = {
    NumberColumn{"test", [](const TestRow& row) { return static_cast<double>(row.test); }},
    NumberColumn{"cycle", [](const TestRow& row) { return static_cast<double>(row.cycle); }},
    NumberColumn{"x_um",
                 [](const TestRow& row) { return row.position ? row.position->x_um : nan; }},
    NumberColumn{"y_um",
                 [](const TestRow& row) { return row.position ? row.position->y_um : nan; }}};

/// What a study finds must not decide which tests it is found in.
constexpr std::array<std::string_view, 4> found_names = {"cluster", "cluster_posterior", "flags",
                                                         "status"};

std::vector<std::string_view> all_names(std::span<const std::string> fact_names) {
    std::vector<std::string_view> names(fact_names.begin(), fact_names.end());
    for (const std::string_view name : known_fact_names()) names.push_back(name);
    for (const TextColumn& column : text_columns) names.push_back(column.name);
    for (const NumberColumn& column : number_columns) names.push_back(column.name);
    for (const QuantityInfo& quantity : quantity_table) names.push_back(quantity.id);
    return names;
}

/// The column of the name; false if there is none.
bool find_column(std::string_view name, std::span<const std::string> fact_names, Term& term) {
    const auto known = known_fact_names();
    if (const auto found = std::ranges::find(text_columns, name, &TextColumn::name);
        found != text_columns.end())
        term.text_of = found->text_of;
    else if (const auto place = std::ranges::find(number_columns, name, &NumberColumn::name);
             place != number_columns.end())
        term.number_of = place->number_of;
    else if (std::ranges::find(known, name) != known.end() ||
             std::ranges::find(fact_names, name) != fact_names.end())
        term.fact = name;
    else
        term.quantity = find_quantity(name);
    return term.text_of || term.number_of || term.quantity || !term.fact.empty();
}

bool compare(double value, Comparison comparison, double limit) {
    switch (comparison) {
        case Comparison::less:
            return value < limit;
        case Comparison::at_most:
            return value <= limit;
        case Comparison::more:
            return value > limit;
        case Comparison::at_least:
            return value >= limit;
        case Comparison::equal:
            return is_nan(limit) ? is_nan(value) : value == limit;
        case Comparison::unequal:
            return is_nan(limit) ? !is_nan(value) : value != limit;
    }
    return false;
}

/// A fact that is a number is compared as one; else what is written stands for the text.
bool holds_for_fact(const Term& term, const StudyFacts& facts) {
    const auto fact = fact_of(facts, term.fact);
    const bool is_equal = term.comparison == Comparison::equal;
    const bool is_unequal = term.comparison == Comparison::unequal;
    const bool asks_for_none = term.word == "none";
    if (!fact) return asks_for_none ? is_equal : is_unequal;
    if (asks_for_none) return is_unequal;
    if (fact->number && !is_nan(term.number))
        return compare(*fact->number, term.comparison, term.number);
    return matches_pattern(fact->text, term.word) ? is_equal : is_unequal;
}

bool holds(const Term& term, const StudyResult& study, const TestRow& row) {
    if (!term.fact.empty()) return holds_for_fact(term, facts_of(study, row.sample));
    if (!term.text_of)
        return compare(term.number_of ? term.number_of(row) : row.values[*term.quantity],
                       term.comparison, term.number);
    const bool matches = matches_pattern(term.text_of(study, row), term.word);
    return matches == (term.comparison == Comparison::equal);
}

struct Token {
    std::string_view text;
    bool is_quoted = false;
    std::size_t column = 1;
};

struct Sign {
    std::string_view text;
    Comparison comparison;
};
/// Longer ones first: "<=" is not "<".
constexpr std::array signs = {Sign{"<=", Comparison::at_most}, Sign{">=", Comparison::at_least},
                              Sign{"!=", Comparison::unequal}, Sign{"==", Comparison::equal},
                              Sign{"<", Comparison::less},     Sign{">", Comparison::more},
                              Sign{"=", Comparison::equal}};

const Sign* sign_at(std::string_view text) {
    for (const Sign& sign : signs)
        if (text.starts_with(sign.text)) return &sign;
    return nullptr;
}

}  // namespace

/// By recursive descent; brackets may not be deeper than a person writes them.
class ConditionParser {
  public:
    ConditionParser(std::string_view text, const std::string& place,
                    std::span<const std::string> fact_names)
        : text_(text), place_(place), fact_names_(fact_names) {}

    Result<Condition> parse() {
        next();
        if (auto error = either()) return *error;
        if (!token_.text.empty() || token_.is_quoted) return wrong("the end, `and` or `or`");
        return std::move(condition_);
    }

  private:
    using Trouble = std::optional<Error>;
    using Step = Condition::Step;
    static constexpr int deepest = 50;  // brackets within brackets; far above what is written

    Error wrong(std::string_view expected, std::string_view fix = "") const {
        const std::string found = token_.text.empty() && !token_.is_quoted
                                      ? "nothing more"
                                      : "'" + std::string(token_.text) + "'";
        return {"SND-U027", place_,
                found + " at column " + std::to_string(token_.column) + " of the condition \"" +
                    std::string(text_) + "\"",
                std::string(expected), std::string(fix)};
    }

    void next() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
        const std::size_t begin = at_;
        token_ = {{}, false, begin + 1};
        if (at_ == text_.size()) return;
        const char first = text_[at_];
        if (first == '"' || first == '\'') {
            const std::size_t end = std::min(text_.find(first, begin + 1), text_.size());
            token_ = {text_.substr(begin + 1, end - begin - 1), true, begin + 1};
            at_ = std::min(end + 1, text_.size());
            return;
        }
        if (first == '(' || first == ')')
            ++at_;
        else if (const Sign* sign = sign_at(text_.substr(at_)))
            at_ += sign->text.size();
        else
            while (at_ < text_.size() &&
                   text_.substr(at_, 1).find_first_of(" \t()<>=!\"'") == std::string_view::npos)
                ++at_;
        if (at_ == begin) ++at_;  // a sign that means nothing alone
        token_.text = text_.substr(begin, at_ - begin);
    }

    bool is_word(std::string_view word) const { return !token_.is_quoted && token_.text == word; }

    Trouble either() {
        if (auto error = both()) return error;
        while (is_word("or")) {
            next();
            if (auto error = both()) return error;
            condition_.steps_.push_back(Step::or_else);
        }
        return std::nullopt;
    }

    Trouble both() {
        if (auto error = one()) return error;
        while (is_word("and")) {
            next();
            if (auto error = one()) return error;
            condition_.steps_.push_back(Step::and_also);
        }
        return std::nullopt;
    }

    Trouble one() {
        bool is_negated = false;
        for (; is_word("not"); next()) is_negated = !is_negated;
        if (is_word("(")) {
            if (++depth_ > deepest) return wrong("fewer brackets");
            next();
            if (auto error = either()) return error;
            if (!is_word(")")) return wrong("`)`, `and` or `or`");
            --depth_;
            next();
        } else if (auto error = term()) {
            return error;
        }
        if (is_negated) condition_.steps_.push_back(Step::negated);
        return std::nullopt;
    }

    Trouble term() {
        Term made;
        const std::string name(token_.text);
        if (!find_column(name, fact_names_, made)) return unknown_name();
        next();
        const Sign* sign = token_.is_quoted ? nullptr : sign_at(token_.text);
        if (sign == nullptr) return wrong("one of < <= > >= = !=");
        made.comparison = sign->comparison;
        const bool is_equality =
            sign->comparison == Comparison::equal || sign->comparison == Comparison::unequal;
        if (made.text_of && !is_equality) return wrong("= or !=: " + name + " is a text");
        next();
        if (auto error = set_value(made, name, is_equality)) return error;
        next();
        condition_.steps_.push_back(Step::term);
        condition_.terms_.push_back(std::move(made));
        return std::nullopt;
    }

    Error unknown_name() const {
        if (std::ranges::find(found_names, token_.text) != found_names.end())
            return wrong(
                "a measured quantity or a fact: what the study finds must not choose its "
                "tests",
                "flags: --exclude-flag CODE");
        const auto names = all_names(fact_names_);
        const auto begun = std::ranges::find_if(names, [&](std::string_view name) {
            return !token_.text.empty() && name.starts_with(token_.text);
        });
        const std::string nearest =
            begun == names.end() ? nearest_name(token_.text, names) : std::string(*begun);
        return wrong("the name of a column, such as H_IT_GPa or sample",
                     nearest.empty() ? "" : "did you mean " + nearest + "?");
    }

    Trouble set_value(Term& made, std::string_view name, bool is_equality) const {
        const bool is_there = token_.is_quoted || (!token_.text.empty() && token_.text != "(" &&
                                                   token_.text != ")" && !sign_at(token_.text));
        if (!is_there) return wrong("a value");
        if (made.text_of) {
            made.word = token_.text;
            return std::nullopt;
        }
        const auto number = parse_number(token_.text);
        if (!made.fact.empty()) made.word = token_.text;
        if (number && is_finite(*number))
            made.number = *number;
        else if (is_equality && is_word("none"))
            made.number = nan;
        else if (!made.fact.empty() && is_equality)
            made.number = nan;
        else
            return wrong(fmt::format("a number, in the unit that {} ends with", name));
        return std::nullopt;
    }

    std::string_view text_;
    const std::string& place_;
    std::span<const std::string> fact_names_;
    std::size_t at_ = 0;
    int depth_ = 0;
    Token token_;
    Condition condition_;
};

Result<Condition> Condition::parse(std::string_view text, const std::string& place,
                                   std::span<const std::string> fact_names) {
    return ConditionParser(text, place, fact_names).parse();
}

bool Condition::holds(const StudyResult& study, const TestRow& row) const {
    std::vector<bool> values;
    std::size_t term = 0;
    for (const Step step : steps_) {
        if (step == Step::term) {
            values.push_back(sneddon::holds(terms_[term++], study, row));
        } else if (step == Step::negated) {
            values.back() = !values.back();
        } else {
            const bool right = values.back();
            values.pop_back();
            values.back() =
                step == Step::and_also ? values.back() && right : values.back() || right;
        }
    }
    return values.back();
}

}  // namespace sneddon
