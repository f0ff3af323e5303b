// Sound files for the fuzzers to begin from: make_seeds DIR writes DIR/<target>/<name>, each as the
// input that leads its target to that file.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "unit/read/container/tdm/tdm_bytes.hpp"
#include "unit/read/container/xls_bytes.hpp"
#include "unit/read/container/xlsx_bytes.hpp"
#include "unit/read/container/zip_bytes.hpp"
#include "unit/read/hysitron/hys_bytes.hpp"
#include "unit/read/hysitron/hysitron_text.hpp"
#include "unit/read/kla/mss_bytes.hpp"

namespace {

using namespace sneddon::testing;
using Rows = std::vector<std::vector<CellBytes>>;

std::filesystem::path folder;

void write(const std::string& target, const std::string& name, const std::string& bytes) {
    std::filesystem::create_directories(folder / target);
    std::ofstream(folder / target / name, std::ios::binary) << bytes;
}

const Rows test_rows = {
    {"Segment", "Displacement Into Surface", "Load On Sample", "Time On Sample"},
    {"", "nm", "mN", "s"},
    {"Load Segment Type", 0., 0., 0.},
    {"", 1., 0.5, 0.2},
    {"Unload From Peak Segment Type", 2., 1.5, 0.4},
    {"", 1.5, 0.25, 1.7976931348623157e308},
    {"END"}};
const Rows results = {{"Test", "H", "Drift Correction", "Time At Start Of Approach", "Tip Name"},
                      {"", "GPa", "nm/s", "", ""},
                      {"1", 9.5, 0.025, 0.5, "TB1"},
                      {"1-2", "****", "", 45000.5, ""},
                      {"Mean", 1., 1., 1., ""}};
const Rows inputs = {{"Test", "Poissons Ratio", "X Test Position", "Frame Stiffness Correction"},
                     {"", "", "um", "N/m"},
                     {1., 0.18, 100., 3.6e6}};
const Rows columns = {{"Depth (nm)", "Load (mN)", "Time (s)"},
                      {0., 0., 0.},
                      {1., 0.5, 0.1},
                      {2., 1., 0.2},
                      {1., 0.25, 0.3},
                      {},
                      {},
                      {0., 0., 0.},
                      {1., 0.5, 0.1}};

/// Numbers, formulas with a text, texts of the table and packed rows (RK).
std::string other_records() {
    return record(0x27E, place(2, 1) + u32(0x3FF00001)) +
           record(0xBD, u16(3) + u16(1) + u16(15) + u32(2) + u16(15) + u32(6) + u16(2)) +
           record(0xFD, place(4, 0) + u32(0)) +
           record(0x06, place(5, 0) + std::string("\0\0\0\0\0\0\xFF\xFF", 8) + u16(0) + u32(0)) +
           record(0x207, short_text("END", 2)) + record(0x205, place(6, 0) + u16(0));
}

void write_workbooks() {
    const std::string texts = record(0xFC, u32(1) + u32(1) + short_text("Depth (nm)", 2));
    const SheetBytes test = {"Test 001", rows_of_cells(test_rows)};
    write("workbook", "nanosuite",
          book_stream({{"Results", rows_of_cells(results)},
                       {"Required Inputs", rows_of_cells(inputs)},
                       {"Inputs Editable Post Test", rows_of_cells(inputs)},
                       {"Test 002 Tagged", ""},
                       test},
                      texts));
    write("workbook", "columns", book_stream({{"Sheet1", rows_of_cells(columns)}}, texts));
    write("workbook", "records", book_stream({{"Test 001", other_records()}}, texts));
    write("workbook", "dates", book_stream({test}, record(0x22, u16(1)) + texts));
    write("workbook", "file", ole_bytes({{"Workbook", book_stream({test})}}).substr(8));
    write("xlsx", "columns", sheet_xml(columns));
    write("xlsx", "test", sheet_xml(test_rows));
    write("xlsx", "texts", "<sst><si><t>Depth (nm)</t></si><si><r><t>Load</t></r></si></sst>");
}

void write_mss() {
    MssPages pages;
    const std::uint32_t root = pages.add_table({{"Val0", {1.5}},
                                                {"NoVals", {1}},
                                                {"DName", {std::string("Load On Sample~@~")}},
                                                {"Frame", val0(6e6)},
                                                {"UnitValue0", {(4 << 16) | 2}}});
    write("mss", "table", "\3" + u16(root) + pages.bytes);
    Imploder packed;
    packed.literals("01234567");
    packed.repeat(64, 8, "11", 0);
    packed.repeat(8, 72, "1011", 1);
    write("mss", "column", "\1" + u16(10) + packed.end());
    write("mss", "literals", "\2" + u16(10) + imploded(std::string(80, '\x3F')));
    write("mss", "file",
          std::string(3, '\0') +
              ole_bytes({{"Specimen/Order", mss_table({{"0", {std::string("aaa")}}})}}).substr(8));
}

void write_pairs() {
    const std::vector<double> ramp = {0, 1, 2, 3, 2, 1};
    MadeTdm made;
    made.groups = {{"Indentation All Data Points",
                    {{"Test Time", "s", ramp},
                     {"Indent Disp.", "nm", ramp, "eInt32Usi", "raw_linear", "0 0.5"},
                     {"Indent Load", "\xC2\xB5N", ramp, "eFloat32Usi"}}},
                   {"Segments", {{"Segment Points", "", {3, 3}, "eInt32Usi"}}}};
    made.attributes = {{"Current_Drift_Rate__nm___s__", "0.05"},
                       {"Current_Machine_Compliance__nm___mN__", "1.3"}};
    write("tdm", "little", made.head() + made.body());
    made.is_big_endian = true;
    made.groups[0].channels[0].sequence = "implicit_linear";
    made.groups[0].channels[0].parameters = "0 0.005";
    write("tdm", "big", made.head() + made.body());
    for (const bool is_v9 : {false, true}) {
        MadeHys hys;
        hys.is_v9 = is_v9;
        hys.segments = {{0.1, 0, 0, 100, 3}, {0.15, 0.1, 100, 0, 3}};
        hys.load_uN = {0, 50, 100, 100, 60, 20};
        hys.travel_um = {0, 0.01, 0.02, 0.02, 0.015, 0.01};
        write("hys", is_v9 ? "9VI3" : "7VI3", hys.bytes().substr(27));
        write("hys", is_v9 ? "whole9" : "whole7", hys.bytes());
    }
}

std::string block(const std::vector<double>& values) {
    std::string bytes = u32(static_cast<std::uint32_t>(values.size()));
    for (const double value : values) bytes += f64(value);
    return bytes;
}

std::string short_block(const std::vector<double>& values) {
    std::string bytes = u16(static_cast<std::uint32_t>(values.size()));
    for (const double value : values) bytes += f64(value);
    return bytes;
}

void write_described() {
    const std::string blocks = block({0, 0.5, 1}) + block({0, 1e-3, 2e-3}) +
                               block({0, 1e-7, 2e-7}) + block({1e9, 2e9, 3e9});
    write("described", "blocks", blocks);
    write("described", "head",
          "y\"><TEST NAME=\"a\"><SYSCHANNEL NAME=\"Time\"/><CHANNEL NAME=\"H\"/></TEST></SAMPLE>" +
              block({0, 1}) + block({2, 3}));
    std::string times = f64(0.1) + f64(0.2) + f64(0.3);
    write("described", "hap",
          std::string(40, '\7') + short_block({0, 300, 150}) + short_block({0, 1.5, 1.25}) +
              std::string("SMC017\0", 7) + std::string(121, '\4') + times + std::string(8, '\5'));
}

void write_texts() {
    const std::string kla =
        "Markers,Displacement,Force,Time,DEPTH,LOAD,STIFFNESS,HARDNESS,hdotOverh,X Axis Position,\n"
        ",nm,mN,s,nm,mN,N/m,GPa,1/s,\xC2\xB5m,\n"
        "Surface "
        "Index,333.4,-0.62,3.7,0,-6.2E-05,,,,35046.9,\n,333.9,-0.6,3.8,0.4,5.7E-05,,,,35046.9,\n"
        "Unloading Index,334.4,-0.5,3.9,0.9,1.7E-04,1.8E+308,7.5,0.05,35046.9,\n";
    write("kla_csv", "rows",
          std::string(1, '\0') +
              "Surface Index,333.4,-0.62,3.7,0,-6.2E-05,,,,35046.9,\n"
              ",333.9,-0.6,3.8,0.4,5.7E-05,,,,35046.9,\n");
    write("kla_csv", "sheet", "\1Load Segment Type,0,0,0\n,1,0.5,0.2\nEND,,,\n");
    write("kla_csv", "whole", "\2" + kla);
    write("read", "kla.csv", kla);
    write(
        "read", "nanosuite.csv",
        "Segment,Displacement Into Surface,Load On Sample,Time On Sample\n,nm,mN,s\n"
        "Load Segment Type,0,0,0\n,1,0.5,0.2\nUnload From Peak Segment Type,2,1.5,****\nEND,,,\n");
    write("read", "triboscan.txt", HysitronText{}.text());
    write("read", "comma.csv",
          "Tiefe (nm);Kraft (mN);Zeit (s)\n0,1;0,2;0\n0,3;0,4;0,1\n\n0,1;0,2;0,3\n");
    write("read", "clock.csv", "time,depth (nm),load (uN)\n10:15:02.25,1,2\n10:15:02.50,3,4\n");
    write("read", "tests.csv",
          "Test,depth (nm),load (uN),time (s)\n1,0,1,0\n1,2,3,1\n2,0,1,0\n2,2,3,1\n");
    write("packed", "text.gz", gz_bytes(kla).substr(2));
    write("packed", "texts.zip", zip_bytes({{"a/b.txt", kla}, {"c.csv", "1,2,3\n", true}}));
}

}  // namespace

int main(int count, char** words) {
    if (count != 2) {
        std::cerr << "make_seeds DIR\n";
        return 2;
    }
    folder = words[1];
    write_workbooks();
    write_mss();
    write_pairs();
    write_described();
    write_texts();
    return 0;
}
