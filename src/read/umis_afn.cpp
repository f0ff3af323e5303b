#include "read/umis_afn.hpp"

#include <fmt/core.h>

#include <cmath>

#include "base/delimited.hpp"
#include "base/files/file_bytes.hpp"
#include "base/nan.hpp"
#include "read/text/excerpt.hpp"
#include "sneddon/base/text.hpp"

namespace sneddon {
namespace {

constexpr double nm_per_um = 1e3;
constexpr double ideal = 24.494340;                            // 3 sqrt(3) tan²(65.27 degrees)
constexpr double face_angle_deg = 65.27, rounding_deg = 0.06;  // the head has one decimal
constexpr std::size_t least_rows = 5;
constexpr std::string_view mark = "AF;";

Error malformed(std::string where, std::string found, std::string expected) {
    return {"SND-R022", std::move(where), std::move(found), std::move(expected),
            "write the area function again (sneddon calibrate -o tip.afn), or give it in "
            "study.toml"};
}

/// "AF;BE;65.3;0.500;...": the ratios below are those to a Berkovich tip.
std::optional<Error> trouble_of_head(std::string_view line, const std::string& where) {
    const auto cells = cells_of(line, ';');
    const auto angle = cells.size() > 2 ? parse_number(cells[2]) : std::nullopt;
    if (cells.size() > 2 && trimmed(cells[1]) == "BE" && angle &&
        std::abs(*angle - face_angle_deg) <= rounding_deg)
        return std::nullopt;
    return malformed(where, fmt::format("'{}'", excerpt(line)),
                     "a Berkovich tip of 65.27 degrees, 'AF;BE;65.3;': of another tip it is not "
                     "known which ideal area the ratios belong to");
}

}  // namespace

bool is_umis_afn(const Opening& opening) {
    return opening.is_text && opening.first_line().starts_with(mark);
}

Result<AreaTable> read_umis_area_file(const std::string& path) {
    const auto file = FileBytes::open(path);
    if (!file) return file.error();
    LineCursor lines(file->bytes());
    if (const auto trouble = trouble_of_head(trimmed(lines.next()), path + ":1")) return *trouble;
    AreaTable table;
    for (int number = 2; !lines.is_at_end(); ++number) {
        const std::string_view line = trimmed(lines.next());
        if (line.empty()) continue;
        const std::string where = fmt::format("{}:{}", path, number);
        const auto cells = cells_of(line, ',');
        const auto h_um = cells.size() > 3 ? parse_number(cells[1]) : std::nullopt;
        const auto ratio = cells.size() > 3 ? parse_number(cells[3]) : std::nullopt;
        if (!h_um || !ratio || !(*h_um > 0) || !(*ratio > 0) || !is_finite(*h_um * *ratio))
            return malformed(where, fmt::format("'{}'", excerpt(line)),
                             "name, hc (um), A/Ai(Raw), A/Ai(Fitted): two positive numbers");
        const double h_nm = nm_per_um * *h_um;
        const double A_nm2 = *ratio * ideal * h_nm * h_nm;
        if (!table.h_c_nm.empty() &&
            (!(h_nm > table.h_c_nm.back()) || !(A_nm2 > table.A_nm2.back())))
            return malformed(where, fmt::format("h_c = {:.6g} nm, A = {:.6g} nm²", h_nm, A_nm2),
                             "depths and areas that rise from row to row");
        table.h_c_nm.push_back(h_nm);
        table.A_nm2.push_back(A_nm2);
    }
    if (table.h_c_nm.size() < least_rows)
        return malformed(path, fmt::format("{} rows", table.h_c_nm.size()),
                         fmt::format("at least {} depths", least_rows));
    return table;
}

}  // namespace sneddon
