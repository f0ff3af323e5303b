// Names for files that are made of tests.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "sneddon/model/test.hpp"

namespace sneddon {

class ConvertedNames {
  public:
    explicit ConvertedNames(std::string_view ending) : ending_(ending) {}

    /// "a.txt", from what the file was called and, of one that holds `tests`, the test; never a
    /// name twice, and none that leads out of a folder.
    std::string name_for(std::string_view path, const Test& test, std::size_t tests);
    std::string name_for(std::string_view path);

  private:
    std::string unique(std::string name);

    std::string_view ending_;
    std::set<std::string> taken_;  ///< in small letters: some file systems know no others
};

}  // namespace sneddon
