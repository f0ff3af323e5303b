// HDF5 against h5py: an archive as others read it, and files of micromechanics as h5py gives them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "sneddon/read/read_file.hpp"
#include "sneddon/tools/convert.hpp"
#include "support/places.hpp"
#include "support/shared_data.hpp"
#include "support/temporary_folder.hpp"

namespace sneddon {
namespace {

namespace fs = std::filesystem;

/// All doubles of a file of doubles that the script wrote.
std::vector<double> doubles_of(const fs::path& path) {
    const std::string bytes = testing::file_text(path);
    std::vector<double> values(bytes.size() / sizeof(double));
    std::memcpy(values.data(), bytes.data(), values.size() * sizeof(double));
    return values;
}

/// Runs tests/oracle/hdf5_columns.py; false where python3 has no h5py.
bool run_h5py(const std::string& file, const fs::path& out) {
    const fs::path script = fs::path(testing::source_folder) / "tests/oracle/hdf5_columns.py";
    const std::string command = "/usr/bin/python3 '" + script.string() + "' '" + file + "' '" +
                                out.string() + "' 2> '" + out.string() + ".log'";
    return std::system(command.c_str()) == 0;
}

std::vector<double> column(const std::vector<sneddon::Test>& tests,
                           std::vector<double> Curve::*member, double factor = 1) {
    std::vector<double> all;
    for (const sneddon::Test& test : tests)
        for (const double value : test.curve.*member) all.push_back(value * factor);
    return all;
}

void expect_same(const std::vector<double>& ours, const fs::path& theirs) {
    const auto values = doubles_of(theirs);
    ASSERT_EQ(ours.size(), values.size()) << theirs;
    for (std::size_t i = 0; i < ours.size(); ++i)
        ASSERT_TRUE(ours[i] == values[i] || (std::isnan(ours[i]) && std::isnan(values[i])))
            << theirs << " " << i << ": " << ours[i] << " " << values[i];
}

TEST(Archive, H5pyReadsWhatWeWrite) {
    const testing::TemporaryFolder folder;
    ConvertRequest request;
    request.paths = {(fs::path(testing::source_folder) / "examples/first-run").string()};
    request.output = (folder.path() / "a.h5").string();
    const auto converted = convert(request, {});
    if (!converted && converted.error().code == "SND-U060") GTEST_SKIP() << "no HDF5 library";
    ASSERT_TRUE(converted.ok()) << message(converted.error());
    if (!run_h5py(request.output, folder.path() / "out")) GTEST_SKIP() << "needs python3-h5py";
    const auto content = read_file(request.output);
    ASSERT_TRUE(content.ok());
    expect_same(column(content->tests, &Curve::depth_nm), folder.path() / "out.depth_nm");
    expect_same(column(content->tests, &Curve::load_uN), folder.path() / "out.load_uN");
    expect_same(column(content->tests, &Curve::time_s), folder.path() / "out.time_s");
    std::string names;
    for (const sneddon::Test& test : content->tests) names += test.name + "\n";
    EXPECT_EQ(testing::file_text(folder.path() / "out.names"), names);
}

TEST(Archive, FilesOfMicromechanicsAreReadAsH5pyReadsThem) {
    SNEDDON_NEEDS_SHARED();
    const fs::path shelf = testing::shared_folder() / "data/instruments/open_hdf5_micromechanics";
    const testing::TemporaryFolder folder;
    struct File {
        const char* name;
        std::size_t tests;
        double nm_per_unit;
        double longest_s;  ///< loading, hold and unloading
    };
    // The file of the Fischerscope stops before the load is gone; a NanoTest holds for 5 s.
    for (const File& file : {File{"N1_1_hap.hdf5", 16, 1000, 260},
                             File{"Sample1_Vac_RT_micromaterials.hdf5", 6, 1, 60}}) {
        const std::string path = (shelf / file.name).string();
        const auto content = read_file(path);
        ASSERT_TRUE(content.ok()) << message(content.error());
        EXPECT_EQ(content->tests.size(), file.tests);
        for (const sneddon::Test& test : content->tests) {
            EXPECT_GT(test.curve.size(), 400u) << test.name;
            EXPECT_LT(test.curve.time_s.back() - test.curve.time_s.front(), file.longest_s);
        }
        if (!run_h5py(path, folder.path() / "out")) GTEST_SKIP() << "needs python3-h5py";
        const auto times = [&](std::vector<double> values, double factor) {
            for (double& value : values) value *= factor;
            return values;
        };
        const auto depth = times(doubles_of(folder.path() / "out.depth"), file.nm_per_unit);
        const auto load = times(doubles_of(folder.path() / "out.load"), 1000);
        EXPECT_EQ(column(content->tests, &Curve::depth_nm), depth);
        EXPECT_EQ(column(content->tests, &Curve::load_uN), load);
    }
}

}  // namespace
}  // namespace sneddon
