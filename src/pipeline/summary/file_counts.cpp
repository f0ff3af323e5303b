#include "pipeline/summary/file_counts.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr std::size_t most_names = 5;

}  // namespace

void FileCounts::add(const std::string& format, Status status, bool is_companion) {
    if (status == Status::used)
        ++used_[format];
    else if (is_companion)
        ++companions_;
    else if (status == Status::excluded)
        ++excluded_;
    else
        ++refused_;
}

std::string FileCounts::text() const {
    std::size_t total = companions_ + excluded_ + refused_;
    std::string parts;
    const auto add_part = [&](const std::string& name, std::size_t count) {
        if (count == 0) return;
        parts += fmt::format("{}{} {}", parts.empty() ? "   " : " · ", name, count_text(count));
    };
    for (const auto& [format, count] : used_) {
        total += count;
        add_part(format, count);
    }
    add_part("companions", companions_);
    add_part("excluded", excluded_);
    add_part("refused", refused_);
    return fmt::format("{} {}{}", count_text(total), total == 1 ? "file" : "files", parts);
}

void Refusals::add(const std::string& path, const std::string& reason, const std::string& code) {
    by_code_[code].push_back({path, reason});
}

std::string Refusals::text() const {
    std::string text;
    for (const auto& [code, files] : by_code_) {
        text += fmt::format("  {}   {} {}", code.empty() ? "no test" : "refused",
                            count_text(files.size()), files.size() == 1 ? "file" : "files");
        text += code.empty() ? "\n" : fmt::format("   `sneddon explain {}`\n", code);
        for (std::size_t i = 0; i < std::min(files.size(), most_names); ++i) {
            // A reason may begin with the path already.
            const bool names_itself = files[i].reason.starts_with(files[i].path);
            text += "            " + (names_itself ? "" : files[i].path + ": ") + files[i].reason +
                    "\n";
        }
        if (files.size() > most_names)
            text += fmt::format("            and {} more, all in results.json\n",
                                count_text(files.size() - most_names));
    }
    return text;
}

}  // namespace sneddon
