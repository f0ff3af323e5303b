// A file of OUT with the curve of a test in each line (results/curves/curves_json.hpp).
#pragma once

#include <fstream>
#include <string>

#include "pipeline/output_folder.hpp"

namespace sneddon {

class CurvesFile {
  public:
    CurvesFile(const OutputFolder& output, const std::string& name) : out_(output.create(name)) {
        out_ << "[";
    }
    void add(const std::string& json) {
        out_ << (is_first_ ? "\n" : ",\n") << json;
        is_first_ = false;
    }
    Result<bool> close(const OutputFolder& output) {
        out_ << "\n]\n";
        return output.close({&out_});
    }

  private:
    std::ofstream out_;
    bool is_first_ = true;
};

}  // namespace sneddon
