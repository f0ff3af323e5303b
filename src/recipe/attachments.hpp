// The attachments of study.toml as they go into OUT: what the report shows is in OUT alone.
#pragma once

#include <string>
#include <vector>

#include "sneddon/base/result.hpp"
#include "sneddon/model/study_facts.hpp"

namespace sneddon {

/// A report with one image stays below 6 MB; a pattern has 10,000 points at most.
inline constexpr std::size_t largest_image_bytes = 1'500'000;
inline constexpr std::size_t most_pattern_points = 20'000;

struct StoredAttachment {
    std::string name;  ///< "attachment_1.csv", "attachment_2.png"
    std::string content;
};

/// "xrd": two columns of numbers, 2 theta in degrees and an intensity, under any head; separated by
/// comma, semicolon, tab or spaces. "image": PNG or JPEG, by its first bytes, copied as it is.
/// SND-U044 for one that cannot be shown.
Result<std::vector<StoredAttachment>> read_attachments(const StudyFacts& facts);

/// The file is an attachment: it counts as a companion and is not read as a test.
bool is_attachment(const std::string& path, const StudyFacts& facts);

}  // namespace sneddon
