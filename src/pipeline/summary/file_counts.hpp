// Files counted by what became of them, in words.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "sneddon/base/text.hpp"
#include "sneddon/study/study_result.hpp"

namespace sneddon {

class FileCounts {
  public:
    void add(const std::string& format, Status status, bool is_companion);
    /// "1,200 files   hysitron-txt 1,198 · companions 1 · refused 1"
    std::string text() const;

  private:
    std::map<std::string, std::size_t> used_;  // by format
    std::size_t companions_ = 0, excluded_ = 0, refused_ = 0;
};

/// Refused files, those of one code together, so that a thousand of one kind are one line of count
/// and a few names.
class Refusals {
  public:
    void add(const std::string& path, const std::string& reason, const std::string& code);
    /// "" when there are none.
    std::string text() const;

  private:
    struct One {
        std::string path, reason;
    };
    std::map<std::string, std::vector<One>> by_code_;
};

}  // namespace sneddon
