// What OUT keeps of a request is all that reaches the results, and comes back as it was.
#include "pipeline/request_file.hpp"

#include <gtest/gtest.h>

#include "support/temporary_folder.hpp"

namespace sneddon::testing {
namespace {

RunRequest request_with_everything() {
    RunRequest request;
    request.paths = {"measurements/", "a \"quoted\" näme.txt", "*.zip"};
    request.recipe_file = "recipe.toml";
    request.profile = "triboscan";
    request.settings = {{"study.k_max", "4"}, {"study.k_max", "5"}};
    request.area_function = "tip.ara";
    request.poisson_ratio = 0.37;
    request.units = {{"load", "mN"}};
    request.columns = {{"H", "HARDNESS:GPa"}};
    request.group_by = "folder";
    request.findings = "clusters,creep";
    request.figures = "hardness";
    request.tables = {"xlsx", "test_id,H_IT_GPa", "comma", 4};
    request.date = "2025-03-01";
    request.exclude_flags = {"SND-A020"};
    request.exclude = {"a", "b"};
    request.only = {"c"};
    return request;
}

RunRequest written_and_read(const RunRequest& request) {
    TemporaryFolder folder;
    folder.write(request_name, request_json(request));
    return read_request(folder.path().string()).value();
}

TEST(RequestFile, EveryFieldComesBack) {
    const RunRequest asked = request_with_everything();
    const RunRequest read = written_and_read(asked);
    EXPECT_EQ(read.paths, asked.paths);
    EXPECT_EQ(read.recipe_file, asked.recipe_file);
    EXPECT_EQ(read.profile, asked.profile);
    EXPECT_EQ(read.settings, asked.settings);
    EXPECT_EQ(read.area_function, asked.area_function);
    EXPECT_EQ(read.poisson_ratio, asked.poisson_ratio);
    EXPECT_EQ(read.units, asked.units);
    EXPECT_EQ(read.columns, asked.columns);
    EXPECT_EQ(read.group_by, asked.group_by);
    EXPECT_EQ(read.findings, asked.findings);
    EXPECT_EQ(read.figures, asked.figures);
    EXPECT_EQ(read.tables.formats, asked.tables.formats);
    EXPECT_EQ(read.tables.columns, asked.tables.columns);
    EXPECT_EQ(read.tables.decimal, asked.tables.decimal);
    EXPECT_EQ(read.tables.digits, asked.tables.digits);
    EXPECT_EQ(read.date, asked.date);
    EXPECT_EQ(read.exclude_flags, asked.exclude_flags);
    EXPECT_EQ(read.exclude, asked.exclude);
    EXPECT_EQ(read.only, asked.only);
}

TEST(RequestFile, WhatWasNotAskedForStaysSo) {
    RunRequest asked;
    asked.paths = {"m"};
    const RunRequest read = written_and_read(asked);
    EXPECT_EQ(request_json(read), request_json(asked));
    EXPECT_FALSE(read.poisson_ratio);
    EXPECT_FALSE(read.tables.digits);
}

// How a run was started is not what it gives.
TEST(RequestFile, ThreadsCacheAndOutStayOut) {
    RunRequest asked = request_with_everything(), other = asked;
    other.threads = 7;
    other.output_folder = "elsewhere";
    other.cache_folder = "cache";
    other.may_replace_output = true;
    EXPECT_EQ(request_json(other), request_json(asked));
}

TEST(RequestFile, WithoutPathsOrWithoutAFileItIsRefused) {
    TemporaryFolder folder;
    EXPECT_EQ(read_request(folder.path().string()).error().code, "SND-O004");
    for (const char* text : {"", "{", "[]", "{\"paths\": 3}", "{\"paths\": []}"}) {
        folder.write(request_name, text);
        EXPECT_EQ(read_request(folder.path().string()).error().code, "SND-O004") << text;
    }
}

TEST(RequestFile, DigitsBeyondAnIntegerAreNoTrap) {
    TemporaryFolder folder;
    folder.write(request_name, "{\"paths\": [\"m\"], \"digits\": 1e300}");
    EXPECT_EQ(read_request(folder.path().string())->tables.digits, 99);
}

}  // namespace
}  // namespace sneddon::testing
