// Groups and channels of a TDM file -> tests.
#pragma once

#include "read/container/tdm/tdm_head.hpp"
#include "read/text/source.hpp"

namespace sneddon {

/// TriboScan's file is one test: the group "Indentation All Data Points", and what other groups
/// have as many values of as channels. Of another program's file every group with a load and a
/// depth is one. Errors: SND-R017 (no such group), SND-R051 (the .tdx does not hold the values),
/// and those of a curve.
Result<FileContent> tests_of_tdm(const TdmHead& head, std::string_view body,
                                 std::string_view body_name, const Source& source);

bool is_of_triboscan(const TdmHead& head);

}  // namespace sneddon
