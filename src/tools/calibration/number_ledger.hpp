// Every number that the page of a calibration shows is written into calibration.json, and says
// where it stands there.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "base/words.hpp"
#include "results/json.hpp"

namespace sneddon {

/// "frame.u" as RFC 6901 has it: "/frame/u".
std::string pointer_of(std::string place);

class NumberLedger {
  public:
    NumberLedger();
    ~NumberLedger();
    NumberLedger(const NumberLedger&) = delete;
    NumberLedger& operator=(const NumberLedger&) = delete;

    /// `value` with all digits at the place ("frame.u", "classes.0.n"), null where it is no number;
    /// so many digits for the page, "" then.
    Words number(const std::string& place, double value, int digits);
    Words count(const std::string& place, std::size_t count);
    Words text(const std::string& place, const std::string& text);
    void truth(const std::string& place, bool is_true);

    /// The file.
    std::string json_text() const;

  private:
    std::unique_ptr<Json> json_;
};

}  // namespace sneddon
