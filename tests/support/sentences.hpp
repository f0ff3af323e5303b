// The sentences of a paragraph, and what one paragraph has that another has not.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace sneddon::testing {

inline std::vector<std::string> sentences(const std::string& paragraph) {
    std::vector<std::string> all;
    for (std::size_t at = 0; at < paragraph.size();) {
        std::size_t end = paragraph.find(". ", at);
        end = end == paragraph.npos ? paragraph.size() : end + 1;
        all.push_back(paragraph.substr(at, end - at));
        at = end + 1;
    }
    return all;
}

/// Sentences of one that the other does not have.
inline std::set<std::string> only_in(const std::string& one, const std::string& other) {
    std::set<std::string> left;
    const auto others = sentences(other);
    for (const std::string& sentence : sentences(one))
        if (std::ranges::find(others, sentence) == others.end()) left.insert(sentence);
    return left;
}

}  // namespace sneddon::testing
