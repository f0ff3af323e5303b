// NI TDM as TriboScan 9 to 12 writes it: the head (.tdm, XML) names groups, channels, units,
// settings and where in the .tdx the numbers are. One half without the other is named, with its
// reason.
#include <fmt/core.h>

#include <array>

#include "base/sha256.hpp"
#include "read/beside.hpp"
#include "read/hysitron/tdm_tests.hpp"
#include "read/open_input.hpp"
#include "read/readers.hpp"

namespace sneddon {
namespace {

FileContent companion(std::string what) {
    FileContent content;
    content.companion = std::move(what);
    return content;
}

/// The .tdx of the same name; else that of the name in the head, which may be older. Empty: none.
std::string find_body(std::string_view path, const TdmHead& head) {
    for (const std::string_view ending : {".tdx", ".TDX"})
        if (std::string body = with_ending(path, ending); is_file(body)) return body;
    if (head.body_name.empty() || head.body_name == ".." || head.body_name == ".") return "";
    const std::string body = in_folder_of(path, head.body_name);
    return is_file(body) ? body : "";
}

void tell_body(FileContent& content, const TdmHead& head, const std::string& body,
               std::string_view bytes) {
    std::string evidence = fmt::format("sha256 {}", sha256_hex(bytes));
    if (!head.body_name.empty() && file_name_of(body) != head.body_name)
        evidence += fmt::format("; the head names it '{}'", head.body_name);
    for (Test& test : content.tests)
        test.inferences.push_back({"file of the numbers", file_name_of(body), evidence});
}

}  // namespace

bool is_ni_tdm(const Opening& opening) {
    constexpr std::size_t looked_at = 1024;
    return opening.bytes.substr(0, looked_at).find("<usi:tdm") != std::string_view::npos;
}

Result<FileContent> read_ni_tdm(const Source& source) {
    // The export of a test and its raw form are one test, and the export is what people publish.
    if (const std::string text = triboscan_text_beside(source.name); !text.empty())
        return companion(fmt::format("raw form (.tdm) of the test in '{}'", file_name_of(text)));
    const auto head = read_tdm_head(source.text, source.name);
    if (!head) return head.error();
    const std::string body = find_body(source.name, *head);
    if (body.empty()) {
        const std::string missing = file_name_of(with_ending(source.name, ".tdx"));
        return Error{"SND-R050", std::string(source.name),
                     fmt::format("the head of a test (.tdm) without its numbers, '{}'", missing),
                     "both files in one folder",
                     fmt::format("copy '{}' beside it, or export the test as text", missing)};
    }
    const auto file = open_path(body);
    if (!file) return file.error();
    auto content = tests_of_tdm(*head, file->bytes(), body, source);
    if (content) tell_body(*content, *head, body, file->bytes());
    return content;
}

}  // namespace sneddon
