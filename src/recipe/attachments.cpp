#include "recipe/attachments.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string_view>

#include "base/files/file_bytes.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

Error refused(const std::string& where, const std::string& found, const std::string& expected,
              const std::string& hint = "") {
    return {"SND-U044", where, found, expected, hint};
}

std::string_view next_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return trimmed(line);
}

/// The first two words of a line as numbers. A comma is a decimal sign where something else
/// separates.
std::optional<std::pair<double, double>> point_of(std::string_view line) {
    const bool has_other = line.find_first_of(";\t ") != line.npos;
    const std::string_view separators = has_other ? ";\t " : ",";
    std::vector<double> numbers;
    while (!line.empty() && numbers.size() < 2) {
        const std::size_t end = std::min(line.find_first_of(separators), line.size());
        std::string word(trimmed(line.substr(0, end)));
        line.remove_prefix(std::min(end + 1, line.size()));
        if (word.empty()) continue;
        if (has_other && word.ends_with(',')) word.pop_back();  // "20.0, 153"
        if (has_other) std::ranges::replace(word, ',', '.');
        const auto number = parse_number(word);
        if (!number) return std::nullopt;
        numbers.push_back(*number);
    }
    if (numbers.size() < 2) return std::nullopt;
    return std::pair{numbers[0], numbers[1]};
}

Result<std::string> pattern_csv(const std::string& file, std::string_view text) {
    constexpr std::string_view expected = "two columns of numbers: 2 theta in degrees, intensity";
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (text.find('\0') != text.npos)
        return refused(file, "no text (a byte 0)", std::string(expected),
                       "export the pattern as text, .xy or .csv");
    std::string csv = "two_theta_deg,intensity\n";
    std::size_t points = 0;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::string_view line = next_line(text);
        if (line.empty() || line.starts_with('#')) continue;
        const auto point = point_of(line);
        if (!point && points == 0) continue;  // heads
        const std::string where = fmt::format("{}:{}", file, number);
        if (!point)
            return refused(where, "\"" + std::string(line.substr(0, 60)) + "\"",
                           std::string(expected));
        if (++points > most_pattern_points)
            return refused(where, "more than 20,000 points", "a pattern of at most 20,000 points");
        csv += number_text(point->first) + "," + number_text(point->second) + "\n";
    }
    if (points < 2) return refused(file, "no pattern", std::string(expected));
    return csv;
}

std::string_view image_ending(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return ".png";
    if (bytes.starts_with("\xFF\xD8\xFF")) return ".jpg";
    return "";
}

Result<StoredAttachment> stored(const Attachment& attachment, const std::string& stem) {
    const auto file = FileBytes::open(attachment.file);
    if (!file) return file.error();
    const std::string_view bytes = file->bytes();
    if (attachment.kind == "xrd") {
        auto csv = pattern_csv(attachment.file, bytes);
        if (!csv) return csv.error();
        return StoredAttachment{stem + ".csv", *std::move(csv)};
    }
    const std::string_view ending = image_ending(bytes);
    if (ending.empty())
        return refused(attachment.file, "neither PNG nor JPEG", "an image as PNG or JPEG",
                       "save the micrograph as PNG");
    if (bytes.size() > largest_image_bytes)
        return refused(attachment.file, fmt::format("{:.1f} MB", double(bytes.size()) / 1e6),
                       "an image of at most 1.5 MB",
                       "save it with fewer pixels (1,500 are 450 dpi at 85 mm) or as JPEG; "
                       "um_per_pixel changes with the pixels");
    return StoredAttachment{stem + std::string(ending), std::string(bytes)};
}

}  // namespace

Result<std::vector<StoredAttachment>> read_attachments(const StudyFacts& facts) {
    std::vector<StoredAttachment> all;
    for (const Attachment& attachment : facts.attachments) {
        auto read = stored(attachment, fmt::format("attachment_{}", all.size() + 1));
        if (!read) return read.error();
        all.push_back(*std::move(read));
    }
    return all;
}

bool is_attachment(const std::string& path, const StudyFacts& facts) {
    return std::ranges::any_of(facts.attachments, [&](const Attachment& attachment) {
        std::error_code unreadable;
        return std::filesystem::equivalent(path, attachment.file, unreadable);
    });
}

}  // namespace sneddon
