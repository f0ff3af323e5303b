#include "results/written/doubts.hpp"

#include "study/checks/check_finding.hpp"

namespace sneddon {

bool WrittenCheck::is_likely() const {
    return verdict().value() == name(Verdict::likely);
}

bool WrittenCheck::is_raised() const {
    return is_likely() || verdict().value() == name(Verdict::possible);
}

}  // namespace sneddon
