// Names of the inputs that do not depend on where one stands.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "sneddon/read/read_file.hpp"

namespace sneddon {

/// Paths below the folder that all inputs have in common: what makes the ids of tests.
std::vector<std::string> short_names(std::span<const InputPath> inputs);

/// Paths as results show them: the name of that folder and the way below it. `in`, `./in` and the
/// whole path, from any working folder, give the same.
class ShownPaths {
  public:
    explicit ShownPaths(std::span<const InputPath> inputs);
    std::string of(const std::string& path) const;

  private:
    std::filesystem::path common_;
};

}  // namespace sneddon
