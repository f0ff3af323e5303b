#include "argument_words.hpp"

#include "sneddon/base/text.hpp"

namespace sneddon::cli {

Result<std::vector<std::string>> list_of(const std::string& option, const std::string& text,
                                         std::size_t count) {
    std::vector<std::string> names(1);
    bool is_quoted = false, has_empty = false;
    for (const char c : text) {
        if (c == '"')
            is_quoted = !is_quoted;
        else if (c == ',' && !is_quoted)
            names.emplace_back();
        else
            names.back() += c;
    }
    for (std::string& name : names) {
        name = trimmed(name);
        has_empty = has_empty || name.empty();
    }
    if (has_empty || (count > 0 && names.size() != count)) {
        const std::string wanted =
            count > 0 ? std::to_string(count) + " names with a comma between them" : "a,b,...";
        return Error{"SND-U008", option, "\"" + text + "\"", wanted, ""};
    }
    return names;
}

Result<std::pair<double, double>> range_of(const std::string& option, const std::string& text) {
    const std::size_t dots = text.find("..");
    const auto first = parse_number(text.substr(0, dots));
    const auto last = dots == std::string::npos ? first : parse_number(text.substr(dots + 2));
    if (first && last) return std::pair(*first, *last);
    return Error{"SND-U008", option, "\"" + text + "\"", "two numbers: 1..8", ""};
}

Error unknown_choice(const std::string& option, const std::string& text,
                     const std::vector<std::string_view>& known) {
    std::string list;
    for (const std::string_view word : known)
        list += (list.empty() ? "" : " or ") + std::string(word);
    const std::string nearest = nearest_name(text, known);
    return {"SND-U004", option, "\"" + text + "\"", list,
            nearest.empty() ? "" : "did you mean " + nearest + "?"};
}

}  // namespace sneddon::cli
