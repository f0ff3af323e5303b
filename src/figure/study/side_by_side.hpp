// Panels of samples beside each other.
#pragma once

#include <string>
#include <vector>

#include "figure/study/figure_list.hpp"

namespace sneddon {

/// Names of /samples in their order; none where there is one sample.
std::vector<std::string> sample_names(const WrittenStudy& study);

/// The limits of all panels are those of all marks: what differs is where these lie. Limits that
/// panels have are joined.
void set_equal_axes(Figure& figure);

/// Panels from left to right, at most three, then below; axes have words at the rim alone, and a
/// legend stands once.
void place_panels(Figure& figure, double row_mm);

/// A figure of one panel of the tests of a sample, "" = of all.
using MakeOfSample = Drawn (*)(const WrittenStudy& study, const std::string& sample);

/// What `make` gives of all tests; with several samples the panel of each, beside the others, and
/// its caption behind the name.
Drawn side_by_side(const WrittenStudy& study, MakeOfSample make);

/// A place that knows its sample is of this one, or any is asked for.
template <class Written>
bool is_of_sample(const Written& written, const std::string& sample) {
    return sample.empty() || written.sample().value() == sample;
}

}  // namespace sneddon
