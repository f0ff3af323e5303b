#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "read/recognised/resembles.hpp"

namespace sneddon {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view as_columns =
    "export the columns of the tests from it as CSV, with heads like 'time (s),depth (nm),load "
    "(mN)'";
constexpr std::string_view no_tests = "give the files of the tests instead of it";

struct Beginning {
    std::string_view bytes;
    std::string_view what;
    std::string_view need;
    std::size_t position = 0;
};

// From the documentation of each format, or its entry in magic(5).
constexpr Beginning beginnings[] = {
    {"MATLAB 5.0 MAT-file"sv, "MATLAB data (.mat, version 5)",
     "write its columns by writematrix or writetable as CSV, with heads like 'time (s),depth "
     "(nm),load (mN)'"},
    {"MATLAB 7.3 MAT-file"sv, "MATLAB data (.mat, version 7.3, HDF5 inside)",
     "write its columns by writematrix or writetable as CSV, with heads like 'time (s),depth "
     "(nm),load (mN)'"},
    {"CPYA "sv, "Origin project (.opj)",
     "in Origin: File, Export, ASCII, with long names and units"},
    {"CPYUA "sv, "Origin project (.opju)",
     "in Origin: File, Export, ASCII, with long names and units"},
    {"TDSm"sv, "NI TDMS (.tdms)", "save it as TDM (.tdm with .tdx) in DIAdem, or as CSV"},
    {"SQLite format 3\0"sv, "SQLite database, as programs keep their projects in", as_columns},
    {"\0\1\0\0Standard Jet DB"sv, "Access database (.mdb)", as_columns},
    {"\0\1\0\0Standard ACE DB"sv, "Access database (.accdb)", as_columns},
    {"\x93NUMPY"sv, "NumPy array (.npy)",
     "write it by numpy.savetxt with delimiter=',' and header='time (s),depth (nm),load (mN)', "
     "comments=''"},
    {"PAR1"sv, "Parquet table", as_columns},
    {"ARROW1"sv, "Arrow or Feather table", as_columns},
    {"CDF\1"sv, "NetCDF data (.nc)", as_columns},
    {"CDF\2"sv, "NetCDF data (.nc)", as_columns},
    {"RDX3\n"sv, "R data (.RData)", "write its columns by write.csv, with units in the heads"},
    {"\x80\4\x95"sv, "Python pickle", as_columns},
    {"bplist00"sv, "property list of macOS", no_tests},
    {"\x01\xB0\x93\xFF"sv, "data of an AFM (NT-MDT .mdt)", as_columns},
    {"GWYP"sv, "Gwyddion data (.gwy)", as_columns},
    {"GWYQ"sv, "Gwyddion data (.gwy)", as_columns},
    {"DIGITAL SURF"sv, "surface of a profiler (.sur)", no_tests},
    {"DSCOMPRESSED"sv, "surface of a profiler (.sur)", no_tests},
    {"\x88\x1B\x03\x6F"sv, "surface of a profiler (Zygo .dat)", no_tests},
    {"WDF1"sv, "Raman spectra (Renishaw .wdf)", no_tests},
    {"WIT_PR"sv, "WITec project (.wip)", no_tests},
    {"wOFF"sv, "font", no_tests},
    {"RIFF"sv, "sound, video or image (RIFF: .wav, .avi, .webp)", no_tests},
    {"ftyp"sv, "video or image (.mp4, .mov, .heic)", no_tests, 4},
    {"\0\0\1\0"sv, "icon (.ico)", no_tests},
    {"8BPS"sv, "image (.psd)", no_tests},
    {"MZ"sv, "program of Windows (.exe, .dll)", no_tests},
    {"\x7F"
     "ELF"sv,
     "program of Linux", no_tests},
    {"L\0\0\0\1\x14\2\0"sv, "shortcut of Windows (.lnk)", "give the file it leads to"},
    {"!<arch>"sv, "library of a compiler", no_tests},
};

template <class Number>
Number number_at(std::string_view bytes, std::size_t position) {
    Number number{};
    std::memcpy(&number, bytes.data() + position, sizeof number);
    return number;
}

constexpr std::size_t looked_at_numbers = 256;

// Loads, depths and times in any unit, or nothing. Of random bytes one double in 26 is such, of
// integers and texts hardly one: nearly all of 16 and more is no chance.
template <class Number>
bool is_row_of_numbers(std::string_view bytes) {
    constexpr std::size_t fewest = 16;
    constexpr Number smallest = 1e-12F, largest = 1e12F;
    const std::size_t count = std::min(bytes.size() / sizeof(Number), looked_at_numbers);
    if (count < fewest) return false;
    std::size_t measured = 0, zeros = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto size = std::abs(number_at<Number>(bytes, i * sizeof(Number)));
        zeros += size == 0;
        measured += size >= smallest && size <= largest;
    }
    return measured > zeros && 20 * (measured + zeros) >= 19 * count;
}

// Igor writes no magic: the shorts of its two heads add up to zero (technical note 3 of
// WaveMetrics).
bool is_igor_wave(std::string_view bytes) {
    constexpr std::size_t head_bytes = 384;
    if (bytes.size() < head_bytes || number_at<std::uint16_t>(bytes, 0) != 5) return false;
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < head_bytes; i += 2) sum += number_at<std::uint16_t>(bytes, i);
    return (sum & 0xFFFF) == 0;
}

// Packed and encrypted bytes use all values alike: 8 bits of information each.
bool is_without_structure(std::string_view bytes) {
    constexpr std::size_t enough = 4096, most = std::size_t{64} << 10;
    constexpr double nearly_8_bits = 7.9;
    if (bytes.size() < enough) return false;
    bytes = bytes.substr(0, most);
    std::array<std::size_t, 256> counts{};
    for (const char c : bytes) ++counts[static_cast<unsigned char>(c)];
    double bits = 0;
    for (const std::size_t n : counts) {
        const double share = static_cast<double>(n) / static_cast<double>(bytes.size());
        if (n > 0) bits -= share * std::log2(share);
    }
    return bits > nearly_8_bits;
}

}  // namespace

Resemblance resemblance_of_binary(std::string_view bytes) {
    for (const Beginning& beginning : beginnings)
        if (bytes.substr(std::min(beginning.position, bytes.size())).starts_with(beginning.bytes))
            return {std::string(beginning.what), std::string(beginning.need)};
    if (is_igor_wave(bytes)) return {"Igor Pro wave (.ibw)", std::string(as_columns)};
    // Floats in pairs would pass for doubles, and doubles hardly for floats.
    if (is_row_of_numbers<float>(bytes))
        return {"numbers alone (32-bit, lowest byte first)",
                std::string(as_columns) + "; nothing in the file says what its columns are"};
    if (is_row_of_numbers<double>(bytes))
        return {"numbers alone (64-bit, lowest byte first), as the .tdx of an NI TDM",
                "give the .tdm of the same name beside it, or " + std::string(as_columns)};
    if (is_without_structure(bytes))
        return {"bytes without structure, as packed or encrypted ones are",
                "unpack it, or take its password off, with the program that wrote it"};
    return {};
}

}  // namespace sneddon
