#include <fmt/core.h>

#include <algorithm>

#include "read/container/ole_file.hpp"
#include "read/container/workbook.hpp"
#include "read/recognised/resembles.hpp"
#include "read/text/excerpt.hpp"

namespace sneddon {
namespace {

struct Kind {
    std::string_view stream;  ///< the path of one begins so
    std::string_view what;
    std::string_view need;
};

constexpr std::string_view no_tests = "give the files of the tests instead of it";
constexpr std::string_view text_of_it = "save the columns of its tables as CSV or text";

constexpr Kind kinds[] = {
    {"EncryptedPackage", "an encrypted workbook or document",
     "save it without a password, in the program that wrote it"},
    {"Book", "a workbook of Excel 5 or 95", "save it again as .xlsx, or as CSV"},
    {"WordDocument", "a Word document (.doc)", text_of_it},
    {"PowerPoint Document", "a presentation (.ppt)", text_of_it},
    {"VisioDocument", "a drawing (.vsd)", no_tests},
    {"__substg1.0", "a message of Outlook (.msg)", "save what is attached to it"},
    {"__properties_version1.0", "a message of Outlook (.msg)", "save what is attached to it"},
};

std::string names_of(const OleFile& file) {
    constexpr std::size_t most = 4;
    std::string names;
    for (std::size_t i = 0; i < std::min(file.streams().size(), most); ++i)
        names += fmt::format("{}'{}'", i == 0 ? "" : ", ", excerpt(file.streams()[i].path));
    if (file.streams().size() > most)
        names += fmt::format(" and {} more", file.streams().size() - most);
    return names.empty() ? "none" : names;
}

}  // namespace

Resemblance resemblance_of_compound(std::string_view bytes) {
    const auto file = OleFile::open(bytes, "");
    if (!file)
        return {fmt::format("it is damaged: {}", file.error().found),
                "copy the file again, or export the tests again"};
    if (file->find("Workbook") != nullptr) {
        const auto book = Workbook::open(bytes, "");
        if (!book) return {fmt::format("it is {}", book.error().found), book.error().fix};
        return {"it is a workbook without a sheet of cells", "export the tests as text or CSV"};
    }
    for (const Kind& kind : kinds)
        for (const OleStream& stream : file->streams())
            if (stream.path.starts_with(kind.stream))
                return {fmt::format("it is {}", kind.what), std::string(kind.need)};
    return {fmt::format("its streams are {}", names_of(*file)), ""};
}

}  // namespace sneddon
