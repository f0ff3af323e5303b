// The recipe as the results have it, for the sentences of the methods paragraph.
#pragma once

#include <fmt/core.h>

#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "base/enum_words.hpp"
#include "results/written_study.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {

class WrittenRecipe {
  public:
    explicit WrittenRecipe(const WrittenStudy& study)
        : options_(study.results.recipe()), origins_(study.results.recipe_origins()) {}
    /// The results have null for "none".
    std::string word(const std::string& key) const {
        const RecipeValue option = options_[key];
        return option.is_there() || !options_.has(key) ? option.text().value() : "none";
    }
    std::string number(const std::string& key) const {
        const double number = value(key);
        return std::isfinite(number) ? number_text(number) : "?";
    }
    double value(const std::string& key) const { return options_[key].number().value(); }
    /// Where a value came from: "study.toml", "command line", "area.function (study.toml)".
    std::string origin(const std::string& key) const { return origins_[key].value(); }
    /// A number that may be "none".
    bool has_number(const std::string& key) const { return std::isfinite(value(key)); }

    /// What the table of the choice says of the word that was written, with `detail` in its place.
    /// A word that this version does not know is quoted: it must not pass for another.
    template <HasWords Choice>
    std::string sentence(const std::string& key, std::string_view detail = "") const {
        const std::string written = word(key);
        const std::optional<Choice> choice = value_of<Choice>(written);
        if (choice) return filled(sentence_of(*choice), detail);
        return written.empty() ? "" : fmt::format("{} = \"{}\"", key, written);
    }

  private:
    static std::string filled(std::string_view sentence, std::string_view detail) {
        std::string text(sentence);
        const auto place = text.find("{}");
        if (place != text.npos) text.replace(place, 2, detail);
        return text;
    }
    ByName<RecipeValue> options_;
    ByName<Text> origins_;
};

}  // namespace sneddon
