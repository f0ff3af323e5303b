// Files of each binary format that lie: made here, small on the disk, large where they are
// believed.
#pragma once

#include <zlib.h>

#include <string>
#include <vector>

#include "unit/read/container/implode_bytes.hpp"
#include "unit/read/container/tdm/tdm_bytes.hpp"
#include "unit/read/container/xls_bytes.hpp"
#include "unit/read/container/xlsx_bytes.hpp"
#include "unit/read/container/zip_bytes.hpp"
#include "unit/read/hdf5/archive_bytes.hpp"
#include "unit/read/hdf5/archive_tests.hpp"
#include "unit/read/hysitron/hys_bytes.hpp"
#include "unit/read/kla/mss_bytes.hpp"

namespace sneddon::testing {

struct HostileFile {
    std::string name;  ///< says what it does
    std::string bytes;
    bool is_believed = false;  ///< just within the limits: it may give a test
};
using HostileFiles = std::vector<HostileFile>;

inline constexpr std::size_t MiB = std::size_t{1} << 20;
inline constexpr std::uint32_t nearly_4_GiB = 0xFFFFFFF0;

/// `text` over and over, packed piece by piece: the whole never stands in memory.
inline std::string deflated_repeats(const std::string& text, std::size_t times, int window_bits) {
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
    std::string packed, part(std::size_t{1} << 16, '\0');
    for (std::size_t i = 0; i <= times; ++i) {
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
        stream.avail_in = i < times ? static_cast<uInt>(text.size()) : 0;
        do {
            stream.next_out = reinterpret_cast<Bytef*>(part.data());
            stream.avail_out = static_cast<uInt>(part.size());
            deflate(&stream, i < times ? Z_NO_FLUSH : Z_FINISH);
            packed.append(part, 0, part.size() - stream.avail_out);
        } while (stream.avail_out == 0);
    }
    deflateEnd(&stream);
    return packed;
}

inline std::string with(std::string bytes, std::size_t at, const std::string& value) {
    bytes.replace(at, value.size(), value);
    return bytes;
}

inline std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const std::size_t at = text.find(what);
    return at == text.npos ? text : text.replace(at, what.size(), by);
}

/// The billion laughs.
inline std::string xml_bomb() {
    std::string xml = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"0123456789\">";
    for (char c = 'b'; c <= 'j'; ++c) {
        xml += fmt::format("<!ENTITY {} \"", c);
        for (int i = 0; i < 10; ++i) xml += fmt::format("&{};", static_cast<char>(c - 1));
        xml += "\">";
    }
    return xml + "]>";
}

inline std::string repeated(const std::string& text, std::size_t times) {
    std::string all;
    all.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

inline std::string sheet_of_one_text(std::size_t cells) {
    std::string records;
    records.reserve(cells * 14);
    for (std::uint32_t i = 0; i < cells; ++i)
        records += record(0xFD, place(i % 65536, i / 65536) + u32(0));
    return records;
}

inline HostileFiles hostile_compound_files() {
    const std::string large(60'000, 'x');
    const OleParts parts = ole_parts({{"Workbook", large}, {"Other", large}});
    const auto directory = static_cast<std::uint32_t>(parts.directory_at / ole_sector - 1);
    return {
        {"chain_in_a_circle", with(parts.bytes, parts.table_at + 4 * 5, u32(2))},
        {"chain_to_nowhere", with(parts.bytes, parts.table_at + 4 * 5, u32(0x7FFFFFFF))},
        {"directory_in_a_circle",
         with(parts.bytes, parts.table_at + std::size_t{4} * directory, u32(directory))},
        {"folders_in_a_circle", with(parts.bytes, parts.directory_at + 2 * 128 + 72, u32(1))},
        {"stream_of_4_GiB", with(parts.bytes, parts.directory_at + 128 + 120, u32(nearly_4_GiB))},
        {"tables_4_billion", with(parts.bytes, 44, u32(nearly_4_GiB))},
        {"list_of_tables_in_a_circle", with(parts.bytes, 68, u32(0) + u32(nearly_4_GiB))},
        {"small_sectors_4_billion", with(parts.bytes, 60, u32(0) + u32(nearly_4_GiB))},
        {"sectors_of_2_bytes", with(parts.bytes, 30, u16(1))},
        {"sectors_of_4_GiB", with(parts.bytes, 30, u16(32))}};
}

inline HostileFiles hostile_xls() {
    const std::string texts_4_billion =
        record(0xFC, u32(nearly_4_GiB) + u32(nearly_4_GiB) + short_text("Depth (nm)", 2));
    std::string long_text = u32(1) + u32(1) + u16(8000) + std::string(1, '\0');
    long_text += std::string(8000, 'a');
    HostileFiles files = hostile_compound_files();
    for (const HostileFile& file : HostileFiles{
             {"texts_4_billion", book_bytes({{"Test 001", ""}}, texts_4_billion)},
             {"a_text_of_8000_in_500000_cells",
              book_bytes({{"Test 001", sheet_of_one_text(500'000)}}, record(0xFC, long_text))},
             {"sheets_in_one_place",
              ole_bytes({{"Workbook",
                          begin_record() +
                              repeated(record(0x85, u32(26) + u16(0) + short_text("Test 001", 1)),
                                       200'000) +
                              end_record()}})},
             {"cells_at_the_far_corner",
              book_bytes({{"Sheet1", repeated(number_record(65535, 255, 1), 300'000)}})},
             {"records_of_no_bytes",
              book_bytes({{"Test 001", repeated(record(0x99, ""), 2'000'000)}})}})
        files.push_back(file);
    return files;
}

/// 518 bytes of each 3: zeros, for a column of doubles.
struct ImplodeBomb {
    explicit ImplodeBomb(std::size_t repeats) {
        constexpr std::size_t length = 518;
        Imploder bomb;
        bomb.literals(std::string(8, '\0'));
        for (std::size_t i = 0; i < repeats; ++i) bomb.repeat(length, 1, "11", 0);
        packed = bomb.end();
        numbers = static_cast<std::uint32_t>((8 + repeats * length) / 8);
    }
    std::string packed;
    std::uint32_t numbers;
};

inline HostileFiles hostile_mss() {
    const ImplodeBomb bomb(400'000), believed(13'000);
    const auto column = [](std::uint32_t count, const std::string& bytes) {
        return u32(0xD0BED0BE) + u16(0x0202) + u16(0xD000) + u32(count) +
               u32(static_cast<std::uint32_t>(bytes.size())) + bytes;
    };
    const std::string path = "Specimen/aaa/RawData/";
    const auto file = [&](const std::string& load) {
        return ole_parts_of(
                   ole_tree({{path + "_Time", load},
                             {path + "_Load", load},
                             {path + "_Displacement", load},
                             {"Specimen/Order", mss_table({{"0", {std::string("aaa")}}})}}))
            .bytes;
    };
    Imploder before_the_begin;
    before_the_begin.repeat(518, 4000, "1011", 62);
    HostileFiles files = hostile_compound_files();
    for (const HostileFile& each : HostileFiles{
             {"columns_of_zeros_1_to_180", file(column(bomb.numbers, bomb.packed))},
             {"as_many_zeros_as_are_believed", file(column(believed.numbers, believed.packed)),
              true},
             {"column_of_4_billion", file(column(nearly_4_GiB, bomb.packed))},
             {"repeats_from_before_the_begin", file(column(10, before_the_begin.end()))},
             {"no_end_mark", file(column(10, Imploder().unended() + std::string(100, '\0')))},
             {"table_of_4_billion",
              ole_parts_of(
                  ole_tree({{"Specimen/Order",
                             mss_table_of_pages(u32(16) + u32(nearly_4_GiB) + u32(31) + u32(0), 0)},
                            {path + "_Time", "x"}}))
                  .bytes}})
        files.push_back(each);
    return files;
}

inline HostileFiles hostile_zip() {
    constexpr int bare_window = -15;
    const std::string zeros(MiB, '0');
    const std::string bomb = deflated_repeats(zeros, 400, bare_window);
    std::string file = zip_bytes({{"a.txt", bomb, true, 0, 400u << 20}});
    // Deflated, not stored, wherever the method stands.
    for (const std::string& head : {std::string("PK\3\4"), std::string("PK\1\2")}) {
        const std::size_t at = file.find(head) + (head[2] == '\3' ? 8 : 10);
        file.replace(at, 2, u16(8));
    }
    const std::string text = "1\t2\t3\n";
    return {{"one_entry_of_400_MiB", file},
            {"entries_over_each_other",
             zip_bytes(std::vector<ZipPart>(2000, {"a.txt", repeated(text, 50'000)}), {0, true})},
            {"entries_65535_of_1", zip_bytes({{"a.txt", text}}, {65'534})},
            {"entry_says_4_GiB", zip_bytes({{"a.txt", text, false, 0, nearly_4_GiB}})},
            {"entries_of_one_name", zip_bytes(std::vector<ZipPart>(20'000, {"a.txt", text, true}))},
            {"zip_in_zip", zip_bytes({{"b.zip", zip_bytes({{"a.txt", text}})}})}};
}

/// Shrinks to a fortieth: just not too little to be believed.
inline std::string rows_of_zeros() {
    std::string text;
    for (std::uint32_t i = 0; text.size() < MiB; ++i)
        text += i % 20 == 0 ? fmt::format("{}\t{}\n", i * 2654435761u, i * 40503u)
                            : std::string("0000000000\t000000000\n");
    return text;
}

inline HostileFiles hostile_gz() {
    constexpr int gzip_window = 31;
    const std::string rows = repeated("0.1\t0.2\t0.3\n", 100'000);
    return {
        {"zeros_of_400_MiB", deflated_repeats(std::string(MiB, '0'), 400, gzip_window)},
        {"rows_of_120_MB", deflated_repeats(rows, 100, gzip_window)},
        {"rows_of_60_MiB", deflated_repeats(rows_of_zeros(), 60, gzip_window), true},
        {"gz_in_gz", gz_bytes(gz_bytes(rows))},
        {"100_members", repeated(deflated_repeats(std::string(MiB, '0'), 8, gzip_window), 100)}};
}

/// None like the other, so that they do not shrink to what is refused as a bomb.
inline std::string deep_elements(std::uint32_t count) {
    std::string xml;
    for (std::uint32_t i = 0; i < count; ++i) xml += fmt::format("<a{}>", i * 2654435761u);
    return xml;
}

inline HostileFiles hostile_xlsx() {
    const std::vector<std::vector<CellBytes>> rows = {{"Depth (nm)", "Load (mN)", "Time (s)"},
                                                      {0., 0., 0.}};
    const std::string many_cells = repeated("<c t=\"s\"><v>0</v></c>", 200);
    const std::string long_text = "<sst><si><t>" + std::string(MiB, 'a') + "</t></si></sst>";
    return {
        {"bomb_in_the_sheet",
         xlsx_bytes({{"S", xml_bomb() + "<worksheet><sheetData>&j;</sheetData></worksheet>"}})},
        {"bomb_in_the_texts",
         xlsx_bytes({{"S", sheet_xml(rows)}}, xml_bomb() + "<sst><si><t>&j;</t></si></sst>")},
        {"400_MiB_of_blanks",
         xlsx_bytes({{"S", "<worksheet>" + std::string(100 * MiB, ' ') + "</worksheet>"}})},
        {"a_text_of_1_MiB_in_200000_cells",
         xlsx_bytes(
             {{"S", "<worksheet><sheetData>" + repeated("<row>" + many_cells + "</row>", 1000) +
                        "</sheetData></worksheet>"}},
             long_text)},
        {"deep_elements", xlsx_bytes({{"S", "<worksheet><sheetData>" + deep_elements(300'000)}})},
        {"cell_at_the_far_corner",
         xlsx_bytes({{"S",
                      "<worksheet><sheetData><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c>"
                      "</row></sheetData></worksheet>"}})},
        {"row_4_billion",
         xlsx_bytes({{"S",
                      "<worksheet><sheetData><row r=\"4294967295\"><c r=\"ZZZZZZ1\"><v>1</v></c>"
                      "</row></sheetData></worksheet>"}})}};
}

inline HostileFiles hostile_hys() {
    const std::string v9 = made_hys(true).bytes(), v7 = made_hys(false).bytes();
    HostileFiles files;
    for (const auto& [name, sound] : {std::pair("9VI3", v9), std::pair("7VI3", v7)})
        for (const std::uint32_t count : {0x7FFFFFFFu, nearly_4_GiB, 0x10000000u})
            for (const std::size_t at : {std::size_t{0xE3}, std::size_t{0xF7}, std::size_t{0x11F}})
                files.push_back(
                    {fmt::format("{}_{}_at_{}", name, count, at), with(sound, at, u32(count))});
    return files;
}

inline MadeTdm sound_tdm() {
    const std::vector<double> ramp = {0, 1, 2, 3, 2, 1};
    MadeTdm made;
    made.groups = {{"Indentation All Data Points",
                    {{"Test Time", "s", ramp},
                     {"Indent Disp.", "nm", ramp},
                     {"Indent Load", "\xC2\xB5N", ramp}}}};
    return made;
}

/// Heads; the numbers lie beside each as NAME.tdx.
inline HostileFiles hostile_tdm() {
    MadeTdm made = sound_tdm();
    const std::string sound = made.head();
    made.groups[0].channels[0].sequence = "implicit_linear";
    made.groups[0].channels[0].parameters = "0 1";
    made.groups[0].channels[0].rows = "4611686018427387904";
    const std::string implicit = made.head();
    std::string ids, channels;
    for (int i = 0; i < 13'000; ++i) {
        channels += fmt::format("<c id=\"{}\"><local_columns>id(\"l\")</local_columns></c>", i);
        ids += fmt::format("id(\"{}\")", i);
    }
    const std::string shared =
        "<usi:tdm><usi:include><file byteOrder=\"littleEndian\"/></usi:include><usi:data>"
        "<localcolumn id=\"l\">" +
        repeated("<a/>", 250'000) + "</localcolumn>" + channels +
        "<tdm_channelgroup id=\"g\"><name>g</name><channels>" + ids +
        "</channels></tdm_channelgroup></usi:data></usi:tdm>";
    return {{"bomb", xml_bomb() + "<usi:tdm><usi:include>&j;</usi:include></usi:tdm>"},
            {"deep", "<usi:tdm>" + repeated("<a>", 400'000)},
            {"length_4_GiB", replaced(sound, "length=\"6\"", "length=\"4294967280\"")},
            {"offset_of_64_bits",
             replaced(sound, "byteOffset=\"0\"", "byteOffset=\"18446744073709551608\"")},
            {"implicit_rows_of_62_bits", implicit},
            {"13000_channels_of_one_column", shared},
            {"100_MB_of_elements", "<usi:tdm>" + repeated("<a/>", 25'000'000) + "</usi:tdm>"}};
}

inline std::string nmd_block(std::uint32_t count, std::size_t values) {
    return u32(count) + std::string(8 * values, '\0');
}

inline HostileFiles hostile_nmd() {
    const std::string head =
        "<SAMPLE TEMPLATENAME=\"x\"><TEST NAME=\"a\"><SYSCHANNEL NAME=\"Time\"/>"
        "<SYSCHANNEL NAME=\"Load\"/><SYSCHANNEL NAME=\"Depth\"/></TEST></SAMPLE>";
    const std::string begin("NMD\0\1", 5);
    return {
        {"count_of_2_billion", begin + head + nmd_block(0x7FFFFFFF, 3)},
        {"count_below_zero", begin + head + nmd_block(0xFFFFFFFF, 3)},
        {"bomb", begin + "<SAMPLE TEMPLATENAME=\"x\">" + xml_bomb() + "&j;</SAMPLE>"},
        {"2_million_tests", begin + "<SAMPLE TEMPLATENAME=\"x\">" +
                                repeated("<TEST NAME=\"a\"/>", 2'000'000) + "</SAMPLE>"},
        {"no_end_of_100_MB", begin + "<SAMPLE TEMPLATENAME=\"x\">" + std::string(100 * MiB, ' ')}};
}

inline HostileFiles hostile_hap() {
    std::string mark(
        "\xE8\x3F\0\0\0\0\0\xC0\x57\x40\0\0\0\0\0\x40\x50\x40\0\0\0\0\0\0\x59\x40\0\0"
        "\0\0\0\0\x34\x40\x01",
        35);
    mark += std::string(40, '\0');
    const auto file = [&](std::uint32_t tests, const std::string& behind) {
        return with(std::string(0x600, '\0'), 0x52B, u32(tests)) + behind;
    };
    return {{"tests_2_billion", file(0x7FFFFFFF, mark + u16(2) + std::string(200, '\0'))},
            {"points_32767", file(1, mark + u16(0x7FFF) + std::string(200, '\0'))},
            {"points_below_zero", file(1, mark + u16(0xFFFF) + std::string(200, '\0'))},
            {"500000_marks", file(500'000, repeated(mark + u16(0), 500'000))}};
}

inline std::string sound_archive() {
    const auto tests = archive_tests();
    return Hdf5Bytes::of(archive_item(tables_of(tests), tests));
}

inline HostileFiles hostile_hdf5() {
    const auto tests = archive_tests();
    const auto lying = [&](auto change) {
        ArchiveTables tables = tables_of(tests);
        change(tables);
        return Hdf5Bytes::of(archive_item(tables, tests));
    };
    const std::string sound = sound_archive();
    HostileFiles files = {
        {"points_of_40_bits", lying([](ArchiveTables& t) { t.points[0] = std::int64_t{1} << 40; })},
        {"texts_of_1_GiB", lying([](ArchiveTables& t) { t.text_bytes[0] = 1 << 30; })},
        {"names_that_are_not_there", lying([](ArchiveTables& t) { t.name[1] = 10'000; })}};
    // Every address and count of the first blocks, one after the other.
    for (std::size_t at = 8; at + 8 <= 512; at += 8)
        files.push_back(
            {fmt::format("4_GiB_at_{}", at), with(sound, at, u32(nearly_4_GiB) + u32(0))});
    return files;
}

}  // namespace sneddon::testing
