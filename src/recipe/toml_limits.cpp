#include "recipe/toml_limits.hpp"

#include <fmt/core.h>

namespace sneddon {
namespace {

/// Walks over the text outside of strings and comments.
class TomlScan {
  public:
    /// The line where a limit is passed.
    std::optional<std::size_t> line_beyond_limits(std::string_view text) {
        for (const char c : text) {
            if (c == '\n') begin_line();
            if (is_skipped(c)) continue;
            count(c);
            if (depth_ > most_toml_depth || parts_ > most_toml_depth) return line_;
        }
        return std::nullopt;
    }

  private:
    void begin_line() {
        ++line_;
        parts_ = 1;
        is_comment_ = false;
    }

    bool is_skipped(char c) {
        if (is_comment_) return true;
        if (quote_ != 0) {
            const bool is_end = c == quote_ && !(quote_ == '"' && is_escaped_);
            is_escaped_ = c == '\\' && !is_escaped_;
            if (is_end) quote_ = 0;
            return true;
        }
        if (c == '"' || c == '\'') quote_ = c;
        if (c == '#') is_comment_ = true;
        is_escaped_ = false;
        return quote_ != 0 || is_comment_;
    }

    void count(char c) {
        if (c == '[' || c == '{') ++depth_;
        if (c == ']' || c == '}') --depth_;
        if (c == '.') ++parts_;
        if (c == '=' || c == ',') parts_ = 1;
    }

    std::size_t line_ = 1;
    int depth_ = 0, parts_ = 1;
    char quote_ = 0;
    bool is_comment_ = false, is_escaped_ = false;
};

}  // namespace

std::optional<Error> beyond_toml_limits(std::string_view text, const std::string& name) {
    if (text.size() > most_toml_bytes)
        return Error{"SND-U005", name, fmt::format("{} bytes", text.size()),
                     fmt::format("at most {}", most_toml_bytes), ""};
    if (const auto line = TomlScan().line_beyond_limits(text))
        return Error{"SND-U005", fmt::format("{}:{}", name, *line),
                     fmt::format("a key of more than {} parts, or brackets deeper than that",
                                 most_toml_depth),
                     "keys of a few parts, as in the documentation", ""};
    return std::nullopt;
}

}  // namespace sneddon
