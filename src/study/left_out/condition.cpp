#include "study/left_out/condition.hpp"

#include <algorithm>
#include <array>

#include "base/nan.hpp"
#include "base/pattern.hpp"
#include "sneddon/base/text.hpp"
#include "study/samples.hpp"

namespace sneddon {
namespace {

constexpr std::array<std::string_view, 6> text_names = {"test_id",       "file",      "sample",
                                                        "load_function", "test_name", "time_stamp"};
constexpr std::array<std::string_view, 4> place_names = {"test", "cycle", "x_um", "y_um"};
/// What a study finds must not decide which tests it is found in.
constexpr std::array<std::string_view, 4> found_names = {"cluster", "cluster_posterior", "flags",
                                                         "status"};

template <class Names>
bool is_among(const Names& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

bool is_text(std::string_view name) {
    return is_among(text_names, name);
}

std::vector<std::string_view> all_names() {
    std::vector<std::string_view> names(text_names.begin(), text_names.end());
    names.insert(names.end(), place_names.begin(), place_names.end());
    for (const QuantityInfo& quantity : quantity_table) names.push_back(quantity.id);
    return names;
}

std::string text_of(const StudyResult& study, const TestRow& row, std::string_view name) {
    if (name == "test_id") return row.test_id;
    if (name == "file") return row.file;
    if (name == "sample") return sample_name(study, row.sample);
    if (name == "load_function") return row.load_function;
    if (name == "test_name") return row.test_name;
    return row.time_stamp.value_or("");
}

double number_of(const TestRow& row, std::string_view name) {
    if (name == "test") return row.test;
    if (name == "cycle") return row.cycle;
    if (name == "x_um") return row.position ? row.position->x_um : nan;
    if (name == "y_um") return row.position ? row.position->y_um : nan;
    const auto quantity = find_quantity(name);
    return quantity ? row.values[*quantity] : nan;
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

bool holds(const Term& term, const StudyResult& study, const TestRow& row) {
    if (!is_text(term.name))
        return compare(number_of(row, term.name), term.comparison, term.number);
    const bool matches = matches_pattern(text_of(study, row, term.name), term.word);
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
    ConditionParser(std::string_view text, const std::string& place) : text_(text), place_(place) {}

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
        made.name = token_.text;
        if (auto error = check_name()) return error;
        next();
        const Sign* sign = token_.is_quoted ? nullptr : sign_at(token_.text);
        if (sign == nullptr) return wrong("one of < <= > >= = !=");
        made.comparison = sign->comparison;
        const bool is_equality =
            sign->comparison == Comparison::equal || sign->comparison == Comparison::unequal;
        if (is_text(made.name) && !is_equality)
            return wrong("= or !=: " + made.name + " is a text");
        next();
        if (auto error = set_value(made, is_equality)) return error;
        next();
        condition_.steps_.push_back(Step::term);
        condition_.terms_.push_back(std::move(made));
        return std::nullopt;
    }

    Trouble check_name() const {
        if (is_among(found_names, token_.text))
            return wrong(
                "a measured quantity or a fact: what the study finds must not choose its "
                "tests",
                "flags: --exclude-flag CODE");
        const auto names = all_names();
        if (is_among(names, token_.text)) return std::nullopt;
        const auto begun = std::ranges::find_if(names, [&](std::string_view name) {
            return !token_.text.empty() && name.starts_with(token_.text);
        });
        const std::string nearest =
            begun == names.end() ? nearest_name(token_.text, names) : std::string(*begun);
        return wrong("the name of a column, such as H_IT_GPa or sample",
                     nearest.empty() ? "" : "did you mean " + nearest + "?");
    }

    Trouble set_value(Term& made, bool is_equality) const {
        const bool is_there = token_.is_quoted || (!token_.text.empty() && token_.text != "(" &&
                                                   token_.text != ")" && !sign_at(token_.text));
        if (!is_there) return wrong("a value");
        if (is_text(made.name)) {
            made.word = token_.text;
            return std::nullopt;
        }
        const auto number = parse_number(token_.text);
        if (number && is_finite(*number))
            made.number = *number;
        else if (is_equality && is_word("none"))
            made.number = nan;
        else
            return wrong("a number, in the unit that " + made.name + " ends with");
        return std::nullopt;
    }

    std::string_view text_;
    const std::string& place_;
    std::size_t at_ = 0;
    int depth_ = 0;
    Token token_;
    Condition condition_;
};

Result<Condition> Condition::parse(std::string_view text, const std::string& place) {
    return ConditionParser(text, place).parse();
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
